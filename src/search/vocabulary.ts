// One unknown word → the word of content that was most likely meant. fuse.js does the fuzzy comparison;
// letter runs choose the few words it compares with, so that the cost stays small however much content there is.

import Fuse from 'fuse.js';
import { addValues, buildPostings, eachOnce, type Postings } from './postings.ts';
import { CORRECTION } from './tuning.ts';
import { skeletonOf } from './writing.ts';

/** A word of content that an unknown word is taken for; `trust` (0 to 1) falls with the distance. */
export interface Correction {
  readonly surface: string;
  readonly stems: readonly string[];
  readonly trust: number;
}

/** A folded word of content: its skeleton, the stems that it stands for, and the numbers of its letter runs. */
export interface Surface {
  readonly skeleton: string;
  readonly stems: string[];
  readonly grams: readonly number[];
}

/** The words of content; plain data. */
export interface Vocabulary {
  /** The stems that each folded word stands for. */
  readonly stems: ReadonlyMap<string, readonly string[]>;
  readonly surfaces: readonly string[];
  /** The Cyrillic surfaces of each skeleton: what a word in other spelling may be. */
  readonly bySkeleton: ReadonlyMap<string, readonly string[]>;
  /** The letter runs of each surface, by its place in `surfaces`. */
  readonly grams: Postings;
}

/**
 * Builds a vocabulary of folded words.
 * @param gramCount how many letter runs have numbers
 */
export function buildVocabulary(words: ReadonlyMap<string, Surface>, gramCount: number): Vocabulary {
  const surfaces = [...words.keys()];
  const stems = new Map<string, readonly string[]>();
  for (const [surface, word] of words) stems.set(surface, word.stems);
  const grams = [...words.values()].map((word) => ({ terms: eachOnce(word.grams) }));
  return {
    stems,
    surfaces,
    bySkeleton: groupBySkeleton(words),
    grams: buildPostings(grams, gramCount),
  };
}

function groupBySkeleton(words: ReadonlyMap<string, Surface>): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [surface, { skeleton }] of words) {
    if (!/[а-я]/.test(surface)) continue;
    const group = groups.get(skeleton);
    if (group) group.push(surface);
    else groups.set(skeleton, [surface]);
  }
  return groups;
}

/** The Cyrillic words of content that a word in any writing may be. */
export function spellingsOf({ bySkeleton }: Vocabulary, folded: string): readonly string[] {
  return bySkeleton.get(skeletonOf(folded)) ?? [];
}

/** The stems of a word that content holds in just this form. */
export function stemsOfWord({ stems }: Vocabulary, folded: string): readonly string[] {
  return stems.get(folded) ?? [];
}

/**
 * Finds the nearest word. Returns undefined for short words and where nothing is near enough.
 * @param grams the numbers of the word's letter runs
 */
export function correctWord(
  vocabulary: Vocabulary,
  folded: string,
  grams: readonly (number | undefined)[],
): Correction | undefined {
  if (folded.length < CORRECTION.shortestWord || /\p{N}/u.test(folded)) return undefined;
  const [best] = new Fuse(nearbyWords(vocabulary, folded, grams), {
    includeScore: true,
    ignoreLocation: true,
    threshold: CORRECTION.threshold,
  }).search(folded);
  if (best?.score === undefined) return undefined;
  return { surface: best.item, stems: stemsOfWord(vocabulary, best.item), trust: 1 - best.score };
}

/** The words that share the most letter runs with an unknown one and are about as long. */
function nearbyWords(
  { surfaces, grams }: Vocabulary,
  folded: string,
  asked: readonly (number | undefined)[],
): string[] {
  const shared = new Float64Array(surfaces.length);
  for (const gram of new Set(asked)) addValues(grams, gram, 1, shared);
  const nearby: { surface: string; count: number }[] = [];
  shared.forEach((count, number) => {
    const surface = surfaces[number] ?? '';
    if (count === 0 || Math.abs(surface.length - folded.length) > CORRECTION.lengthDifference) return;
    nearby.push({ surface, count });
  });
  return nearby
    .sort((left, right) => right.count - left.count)
    .slice(0, CORRECTION.candidates)
    .map(({ surface }) => surface);
}
