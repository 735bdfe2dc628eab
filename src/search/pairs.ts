// Words that stand close together say more than each by itself: "Kuryk" and "customs" stand in many answers' questions,
// both in one question in few. Pairs go without their order, which is free in all three languages.

import type { TermValues } from './postings.ts';
import { PAIR_DISTANCE, SATURATION } from './tuning.ts';
import { buildIndex, type QuestionTerm, type WeightedIndex } from './weighted-index.ts';

/** Which answers' questions hold a pair of stems; plain data. */
export interface PairIndex {
  /** The pairs, sorted; a pair's number is its place. Sorted numbers take a fraction of a map's space and time. */
  readonly keys: Float64Array;
  readonly index: WeightedIndex;
}

/**
 * Builds the index.
 * @param textsOf for each answer, its questions and names as the numbers of their stems
 */
export function buildPairIndex(textsOf: readonly (readonly (readonly number[])[])[]): PairIndex {
  const pairsOf = textsOf.map((texts) => {
    const pairs: number[] = [];
    for (const stems of texts) addPairs(stems, pairs);
    return Float64Array.from(pairs).sort();
  });
  const all = new Float64Array(pairsOf.reduce((sum, pairs) => sum + pairs.length, 0));
  let length = 0;
  for (const pairs of pairsOf) {
    all.set(pairs, length);
    length += pairs.length;
  }
  const keys = withoutTwins(all.sort());
  const documents = pairsOf.map((pairs) => countEach(pairs, keys));
  return { keys, index: buildIndex(documents, keys.length, SATURATION.pairs) };
}

/** Adds the pairs of stems in one text, each once. */
function addPairs(stems: readonly number[], pairs: number[]): void {
  const start = pairs.length;
  for (let place = 0; place < stems.length; place += 1) {
    const stem = stems[place] ?? 0;
    for (let next = place + 1; next <= place + PAIR_DISTANCE && next < stems.length; next += 1) {
      const other = stems[next] ?? 0;
      const pair = keyOf(stem, other);
      if (stem !== other && pairs.indexOf(pair, start) < 0) pairs.push(pair);
    }
  }
}

/** More stems than there will ever be. */
const MAX_STEMS = 2 ** 26;

function keyOf(stem: number, other: number): number {
  return Math.min(stem, other) * MAX_STEMS + Math.max(stem, other);
}

function withoutTwins(sorted: Float64Array): Float64Array {
  return sorted.filter((key, place) => place === 0 || key !== sorted[place - 1]);
}

/** Counts sorted pairs; each has a number in `keys`. */
function countEach(sorted: Float64Array, keys: Float64Array): TermValues {
  const terms: number[] = [];
  const values: number[] = [];
  let end = 0;
  for (let start = 0; start < sorted.length; start = end) {
    const key = sorted[start] ?? 0;
    while (sorted[end] === key) end += 1;
    terms.push(findKey(keys, key) ?? 0);
    values.push(end - start);
  }
  return { terms, values };
}

function findKey(keys: Float64Array, key: number): number | undefined {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? 0) < key) low = middle + 1;
    else high = middle;
  }
  return keys[low] === key ? low : undefined;
}

/** The pairs of a question's words as terms; a pair with a word that content does not know is as unknown. */
export function pairTerms(words: readonly QuestionTerm[], { keys }: PairIndex): QuestionTerm[] {
  const pairs: QuestionTerm[] = [];
  words.forEach((one, place) => {
    for (const other of words.slice(place + 1, place + 1 + PAIR_DISTANCE)) {
      const isUnknown = one.number === undefined || other.number === undefined;
      if (!isUnknown && one.number === other.number) continue;
      const number = isUnknown ? undefined : findKey(keys, keyOf(one.number, other.number));
      pairs.push({ number, trust: one.trust * other.trust });
    }
  });
  return pairs;
}
