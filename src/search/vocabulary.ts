// One unknown word → the word of content that was most likely meant. fuse.js does the fuzzy comparison;
// letter runs choose the few words it compares with, so that the cost stays small however much content there is.

import Fuse from 'fuse.js';
import { gramsOf } from './grams.ts';
import { CORRECTION } from './tuning.ts';

/** A word of content that an unknown word is taken for; `trust` (0 to 1) falls with the distance. */
export interface Correction {
  readonly surface: string;
  readonly stems: readonly string[];
  readonly trust: number;
}

/** The words of content. */
export interface Vocabulary {
  /** Finds the nearest word. Returns undefined for short words and where nothing is near enough. */
  readonly correct: (folded: string) => Correction | undefined;
  /** The stems of a word that content holds in just this form. */
  readonly stemsOf: (folded: string) => readonly string[];
}

/** Builds a vocabulary of folded words, each with the stems it stands for. */
export function createVocabulary(surfaces: ReadonlyMap<string, ReadonlySet<string>>): Vocabulary {
  const byGram = new Map<string, string[]>();
  for (const surface of surfaces.keys()) {
    for (const gram of new Set(gramsOf(surface))) byGram.set(gram, [...(byGram.get(gram) ?? []), surface]);
  }
  const stemsOf = (folded: string): readonly string[] => [...(surfaces.get(folded) ?? [])];
  return {
    stemsOf,
    correct: (folded) => {
      if (folded.length < CORRECTION.shortestWord || /\p{N}/u.test(folded)) return undefined;
      const candidates = nearby(folded, byGram);
      const [best] = new Fuse(candidates, {
        includeScore: true,
        ignoreLocation: true,
        threshold: CORRECTION.threshold,
      }).search(folded);
      if (best?.score === undefined) return undefined;
      return { surface: best.item, stems: stemsOf(best.item), trust: 1 - best.score };
    },
  };
}

/** The words that share the most letter runs with an unknown one and are about as long. */
function nearby(folded: string, byGram: ReadonlyMap<string, readonly string[]>): string[] {
  const shared = new Map<string, number>();
  for (const gram of new Set(gramsOf(folded))) {
    for (const surface of byGram.get(gram) ?? []) {
      if (Math.abs(surface.length - folded.length) > CORRECTION.lengthDifference) continue;
      shared.set(surface, (shared.get(surface) ?? 0) + 1);
    }
  }
  return [...shared]
    .sort((left, right) => right[1] - left[1])
    .slice(0, CORRECTION.candidates)
    .map(([surface]) => surface);
}
