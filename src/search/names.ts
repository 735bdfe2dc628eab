// Which entry does a question name? A name counts whole: one word of «Хоргос 2.0» is rather the hub «Хоргос».

import { type QuestionTerm, type WeightedIndex, weightOf } from './weighted-index.ts';

/** A name or alias: the entry it names (by number) and its stems. */
export interface EntryName {
  readonly entry: number;
  readonly stems: readonly string[];
}

/** Names of entries, ready for look-up; plain data. */
export interface NameIndex {
  readonly byStem: ReadonlyMap<string, readonly EntryName[]>;
  /** How telling a stem is among entries: near 0 for words that all of them use ("zone"). */
  readonly usage: WeightedIndex;
}

/** What a name is worth of which most words are missing from the question. */
const PARTIAL_NAME = 0.5;

/** Builds the index over names whose stems are weighed by `usage`. */
export function buildNameIndex(names: readonly EntryName[], usage: WeightedIndex): NameIndex {
  const byStem = new Map<string, EntryName[]>();
  for (const name of names) {
    for (const stem of new Set(name.stems)) {
      const known = byStem.get(stem);
      if (known) known.push(name);
      else byStem.set(stem, [name]);
    }
  }
  return { byStem, usage };
}

/**
 * How well a name of each entry (by number) fits the question, from 0 to 1: the share of the naming words that it
 * explains, less where words of the name are missing from the question. Entries that are not named are left out.
 */
export function matchNames(
  { byStem, usage }: NameIndex,
  terms: readonly QuestionTerm[],
): Map<number, number> {
  const asked = new Map(terms.map(({ term, trust }) => [term, trust]));
  const weigh = (stems: Iterable<string>): number =>
    [...new Set(stems)].reduce((sum, stem) => sum + weightOf(usage, stem), 0);
  const askedWeight = weigh(asked.keys());
  const fits = new Map<number, number>();
  if (askedWeight === 0) return fits;
  for (const { entry, stems } of new Set([...asked.keys()].flatMap((stem) => byStem.get(stem) ?? []))) {
    const shared = [...new Set(stems)].filter((stem) => asked.has(stem));
    const explained = shared.reduce((sum, stem) => sum + weightOf(usage, stem) * (asked.get(stem) ?? 0), 0);
    const whole = weigh(shared) / weigh(stems);
    const fit = (explained / askedWeight) * (PARTIAL_NAME + (1 - PARTIAL_NAME) * whole);
    fits.set(entry, Math.max(fits.get(entry) ?? 0, fit));
  }
  return fits;
}
