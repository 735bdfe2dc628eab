// Which entry does a question name? A name counts whole: one word of «Хоргос 2.0» is rather the hub «Хоргос».

import { addValues, buildPostings, countHolders, type Postings } from './postings.ts';
import { type QuestionTerm, type WeightedIndex, weightOf } from './weighted-index.ts';

/** A name or alias: the entry that it names and its stems, by their numbers. */
export interface EntryName {
  readonly entry: number;
  readonly stems: readonly number[];
}

/** Names of entries, ready for look-up; plain data. */
export interface NameIndex {
  /** Which names hold a stem; a document a name, each value 1. */
  readonly holders: Postings;
  /** The entry of each name, and what all of its stems weigh. */
  readonly entries: Uint32Array;
  readonly weights: Float64Array;
  /** How telling a stem is among entries: near 0 for words that all of them use ("zone"). */
  readonly usage: WeightedIndex;
}

/** What a name is worth of which most words are missing from the question. */
const PARTIAL_NAME = 0.5;

/** Builds the index over names whose stems are weighed by `usage`. */
export function buildNameIndex(names: readonly EntryName[], usage: WeightedIndex): NameIndex {
  const documents = names.map(({ stems }) => {
    const terms = [...new Set(stems)];
    return { terms, values: terms.map(() => 1) };
  });
  const weights = documents.map(({ terms }) => terms.reduce((sum, stem) => sum + weightOf(usage, stem), 0));
  return {
    holders: buildPostings(documents, usage.termCount),
    entries: Uint32Array.from(names, ({ entry }) => entry),
    weights: Float64Array.from(weights),
    usage,
  };
}

/** Tells whether a stem, by its number, stands in a name. */
export function isNameStem({ holders }: NameIndex, stem: number | undefined): boolean {
  return countHolders(holders, stem) > 0;
}

/** How names fit a question, by entries' numbers; from 0 to 1. */
export interface NameMatch {
  /** The share of the naming words that the best name explains, less where words of it are missing from the question. */
  readonly fits: Float64Array;
  /** How much of a name stands in the question: 1 for all of it. */
  readonly wholes: Float64Array;
}

/** Compares the names of all entries with a question. */
export function matchNames(index: NameIndex, terms: readonly QuestionTerm[]): NameMatch {
  const { holders, entries, weights, usage } = index;
  const fits = new Float64Array(usage.documentCount);
  const wholes = new Float64Array(usage.documentCount);
  // What the question shares with each name, and how much of that it is trusted to say.
  const shared = new Float64Array(entries.length);
  const explained = new Float64Array(entries.length);
  let askedWeight = 0;
  for (const [stem, trust] of new Map(terms.map(({ number, trust }) => [number, trust]))) {
    const weight = weightOf(usage, stem);
    askedWeight += weight;
    addValues(holders, stem, weight, shared);
    addValues(holders, stem, weight * trust, explained);
  }
  for (let name = 0; name < entries.length; name += 1) {
    const found = shared[name] ?? 0;
    if (found === 0) continue;
    const entry = entries[name] ?? 0;
    const whole = found / (weights[name] ?? 0);
    const fit = ((explained[name] ?? 0) / askedWeight) * (PARTIAL_NAME + (1 - PARTIAL_NAME) * whole);
    if (fit > (fits[entry] ?? 0)) fits[entry] = fit;
    if (whole > (wholes[entry] ?? 0)) wholes[entry] = whole;
  }
  return { fits, wholes };
}
