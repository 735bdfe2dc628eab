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
  /** Where the stems of each name begin in `stems`; one more at the end. */
  readonly starts: Uint32Array;
  readonly stems: Uint32Array;
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
  const starts = [0];
  for (const { terms } of documents) starts.push((starts.at(-1) ?? 0) + terms.length);
  return {
    holders: buildPostings(documents, usage.termCount),
    starts: Uint32Array.from(starts),
    stems: Uint32Array.from(documents.flatMap(({ terms }) => terms)),
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
  const asked = weighAsked(terms, usage);
  const askedWeight = asked.weights.reduce((sum, weight) => sum + weight, 0);
  asked.stems.forEach((stem, turn) => {
    const end = holders.starts[stem + 1] ?? 0;
    for (let place = holders.starts[stem] ?? 0; place < end; place += 1) {
      const name = holders.documents[place] ?? 0;
      const found = findStems(index, name, asked);
      // A name that holds several of the stems had its turn with the first.
      if (found.first < turn) continue;
      const entry = entries[name] ?? 0;
      const whole = found.shared / (weights[name] ?? 0);
      const fit = (found.explained / askedWeight) * (PARTIAL_NAME + (1 - PARTIAL_NAME) * whole);
      if (fit > (fits[entry] ?? 0)) fits[entry] = fit;
      if (whole > (wholes[entry] ?? 0)) wholes[entry] = whole;
    }
  });
  return { fits, wholes };
}

/** The stems of a question, each once, with what they weigh. */
interface Asked {
  readonly stems: readonly number[];
  readonly weights: readonly number[];
  readonly trusts: readonly number[];
}

function weighAsked(terms: readonly QuestionTerm[], usage: WeightedIndex): Asked {
  const asked = new Map(terms.map(({ number, trust }) => [number ?? -1, trust]));
  const stems = [...asked.keys()];
  const weights = stems.map((stem) => weightOf(usage, stem < 0 ? undefined : stem));
  return { stems, weights, trusts: [...asked.values()] };
}

/** What a name shares with the question, and how much of that is trusted; and the first stem of the question in it. */
function findStems({ starts, stems }: NameIndex, name: number, asked: Asked) {
  let first = asked.stems.length;
  let shared = 0;
  let explained = 0;
  const end = starts[name + 1] ?? 0;
  for (let place = starts[name] ?? 0; place < end; place += 1) {
    const found = asked.stems.indexOf(stems[place] ?? 0);
    if (found < 0) continue;
    const weight = asked.weights[found] ?? 0;
    first = Math.min(first, found);
    shared += weight;
    explained += weight * (asked.trusts[found] ?? 0);
  }
  return { first, shared, explained };
}
