// One unknown word → the word of content that was most likely meant. fuse.js does the fuzzy comparison;
// letter runs choose the few words it compares with, so that the cost stays small however much content there is.

import Fuse from 'fuse.js';
import { buildPostings, countHeld, eachOnce, type Postings } from './postings.ts';
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
  /** The length of each surface, 255 at most. */
  readonly lengths: Uint8Array;
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
    lengths: Uint8Array.from(surfaces, ({ length }) => Math.min(length, 255)),
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
  { surfaces, lengths, grams }: Vocabulary,
  folded: string,
  asked: readonly (number | undefined)[],
): string[] {
  const runs = new Set(asked);
  const shared = countHeld(grams, runs);
  const words = new Uint32Array(runs.size + 1);
  for (let number = 0; number < shared.length; number += 1) {
    const count = shared[number] ?? 0;
    if (count === 0) continue;
    if (Math.abs((lengths[number] ?? 0) - folded.length) > CORRECTION.lengthDifference) shared[number] = 0;
    else words[count] = (words[count] ?? 0) + 1;
  }
  const least = leastShared(words);
  const nearby: { number: number; count: number }[] = [];
  for (let number = 0; number < shared.length; number += 1) {
    const count = shared[number] ?? 0;
    if (count >= least) nearby.push({ number, count });
  }
  return nearby
    .sort((left, right) => right.count - left.count)
    .slice(0, CORRECTION.candidates)
    .map(({ number }) => surfaces[number] ?? '');
}

/** The letter runs that a word must share to be among the candidates; `words` tells how many words share so many. */
function leastShared(words: Uint32Array): number {
  let found = 0;
  for (let count = words.length - 1; count > 0; count -= 1) {
    found += words[count] ?? 0;
    if (found >= CORRECTION.candidates) return count;
  }
  return 1;
}
