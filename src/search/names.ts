// Which entry does a question name? A name counts whole: one word of «Хоргос 2.0» is rather the hub «Хоргос».

import { type QuestionTerm, type WeightedIndex, weightOf } from './weighted-index.ts';

/** A name or alias: the entry that it names and its stems, by their numbers. */
export interface EntryName {
  readonly entry: number;
  readonly stems: readonly number[];
}

/** A name with what all of its stems weigh. */
interface WeighedName extends EntryName {
  readonly weight: number;
}

/** Names of entries, ready for look-up; plain data. */
export interface NameIndex {
  readonly byStem: ReadonlyMap<number, readonly WeighedName[]>;
  /** How telling a stem is among entries: near 0 for words that all of them use ("zone"). */
  readonly usage: WeightedIndex;
}

/** What a name is worth of which most words are missing from the question. */
const PARTIAL_NAME = 0.5;

/** Builds the index over names whose stems are weighed by `usage`. */
export function buildNameIndex(names: readonly EntryName[], usage: WeightedIndex): NameIndex {
  const byStem = new Map<number, WeighedName[]>();
  for (const { entry, stems: all } of names) {
    const stems = [...new Set(all)];
    const weight = stems.reduce((sum, stem) => sum + weightOf(usage, stem), 0);
    const name = { entry, stems, weight };
    for (const stem of stems) {
      const known = byStem.get(stem);
      if (known) known.push(name);
      else byStem.set(stem, [name]);
    }
  }
  return { byStem, usage };
}

/** How names fit a question, by entries' numbers; from 0 to 1. */
export interface NameMatch {
  /** The share of the naming words that the best name explains, less where words of it are missing from the question. */
  readonly fits: Float64Array;
  /** How much of a name stands in the question: 1 for all of it. */
  readonly wholes: Float64Array;
}

/** Compares the names of all entries with a question. */
export function matchNames({ byStem, usage }: NameIndex, terms: readonly QuestionTerm[]): NameMatch {
  const fits = new Float64Array(usage.documentCount);
  const wholes = new Float64Array(usage.documentCount);
  const asked = new Map(
    terms.map(({ number, trust }) => [number ?? -1, { weight: weightOf(usage, number), trust }]),
  );
  let askedWeight = 0;
  for (const { weight } of asked.values()) askedWeight += weight;
  if (askedWeight === 0) return { fits, wholes };
  const seen = new Set<WeighedName>();
  for (const stem of asked.keys()) {
    for (const name of byStem.get(stem) ?? []) {
      if (seen.has(name)) continue;
      seen.add(name);
      let shared = 0;
      let explained = 0;
      for (const part of name.stems) {
        const found = asked.get(part);
        shared += found?.weight ?? 0;
        explained += (found?.weight ?? 0) * (found?.trust ?? 0);
      }
      const whole = shared / name.weight;
      const fit = (explained / askedWeight) * (PARTIAL_NAME + (1 - PARTIAL_NAME) * whole);
      if (fit > (fits[name.entry] ?? 0)) fits[name.entry] = fit;
      if (whole > (wholes[name.entry] ?? 0)) wholes[name.entry] = whole;
    }
  }
  return { fits, wholes };
}
