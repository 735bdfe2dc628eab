// Which entry does a question name? A name counts whole: one word of «Хоргос 2.0» is rather the hub «Хоргос».

import type { QuestionTerm } from './weighted-index.ts';

/** A name or alias: the entry it names (by number) and its stems. */
export interface EntryName {
  readonly entry: number;
  readonly stems: readonly string[];
}

/** Names of entries, ready for look-up. */
export interface NameIndex {
  readonly has: (stem: string) => boolean;
  /**
   * How well a name of each entry fits the question, from 0 to 1: the share of the naming words that it
   * explains, less where words of the name are missing from the question.
   */
  readonly match: (terms: readonly QuestionTerm[]) => ReadonlyMap<number, number>;
}

/** What a name is worth of which most words are missing from the question. */
const PARTIAL_NAME = 0.5;

/**
 * Builds the index.
 * @param weightOf how telling a stem is among entries: near 0 for words that all of them use ("zone")
 */
export function createNameIndex(names: readonly EntryName[], weightOf: (stem: string) => number): NameIndex {
  const namesByStem = new Map<string, EntryName[]>();
  for (const name of names) {
    for (const stem of new Set(name.stems)) {
      namesByStem.set(stem, [...(namesByStem.get(stem) ?? []), name]);
    }
  }
  const weigh = (stems: Iterable<string>): number =>
    [...new Set(stems)].reduce((sum, stem) => sum + weightOf(stem), 0);
  const fitOf = (name: EntryName, asked: ReadonlyMap<string, number>, askedWeight: number): number => {
    const shared = [...new Set(name.stems)].filter((stem) => asked.has(stem));
    const explained = shared.reduce((sum, stem) => sum + weightOf(stem) * (asked.get(stem) ?? 0), 0);
    const whole = weigh(shared) / weigh(name.stems);
    return (explained / askedWeight) * (PARTIAL_NAME + (1 - PARTIAL_NAME) * whole);
  };
  return {
    has: (stem) => namesByStem.has(stem),
    match: (terms) => {
      const asked = new Map(terms.map(({ term, trust }) => [term, trust]));
      const askedWeight = weigh(asked.keys());
      const fits = new Map<number, number>();
      if (askedWeight === 0) return fits;
      for (const name of new Set([...asked.keys()].flatMap((stem) => namesByStem.get(stem) ?? []))) {
        fits.set(name.entry, Math.max(fits.get(name.entry) ?? 0, fitOf(name, asked, askedWeight)));
      }
      return fits;
    },
  };
}
