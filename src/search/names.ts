// Which entry does a question name? A name counts whole: one word of «Хоргос 2.0» is rather the hub «Хоргос».

import { buildPostings, countHolders, eachOnce, type Postings } from './postings.ts';
import { type QuestionTerm, type WeightedIndex, weightOf } from './weighted-index.ts';

/** A name or alias: the entry that it names and its stems, by their numbers. */
export interface EntryName {
  readonly entry: number;
  readonly stems: readonly number[];
}

/** Names of entries, ready for look-up; plain data. */
export interface NameIndex {
  /** Which names hold a stem; a document a name. */
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
  const documents = names.map(({ stems }) => ({ terms: eachOnce(stems) }));
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
  const { shared, explained } = sumsFor(entries.length);
  const found: number[] = [];
  let asked = 0;
  for (const [turn, term] of terms.entries()) {
    // A word that comes twice counts once, as it came last.
    if (terms.findLastIndex(({ number }) => number === term.number) !== turn) continue;
    const weight = weightOf(usage, term.number);
    asked += weight;
    if (term.number === undefined) continue;
    const end = holders.starts[term.number + 1] ?? 0;
    for (let place = holders.starts[term.number] ?? end; place < end; place += 1) {
      const name = holders.documents[place] ?? 0;
      if (shared[name] === 0) found.push(name);
      shared[name] = (shared[name] ?? 0) + weight;
      explained[name] = (explained[name] ?? 0) + weight * term.trust;
    }
  }
  for (const name of found) {
    const entry = entries[name] ?? 0;
    const whole = (shared[name] ?? 0) / (weights[name] ?? 0);
    const fit = ((explained[name] ?? 0) / asked) * (PARTIAL_NAME + (1 - PARTIAL_NAME) * whole);
    if (fit > (fits[entry] ?? 0)) fits[entry] = fit;
    if (whole > (wholes[entry] ?? 0)) wholes[entry] = whole;
    shared[name] = 0;
    explained[name] = 0;
  }
  return { fits, wholes };
}

/**
 * What each name shares with a question, and how much of that is trusted. All 0 between questions: making them anew for
 * each would take longer than the rest.
 */
let noSums = { shared: new Float64Array(), explained: new Float64Array() };

function sumsFor(size: number): typeof noSums {
  if (noSums.shared.length < size)
    noSums = { shared: new Float64Array(size), explained: new Float64Array(size) };
  return noSums;
}
