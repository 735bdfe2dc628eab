// Words that stand close together say more than each by itself: "Kuryk" and "customs" stand in many answers' questions,
// both in one question in few. Pairs go without their order, which is free in all three languages.

import type { Postings } from './postings.ts';
import { PAIR_DISTANCE, SATURATION } from './tuning.ts';
import { type QuestionTerm, type WeightedIndex, weighPostings } from './weighted-index.ts';

/** Which answers' questions hold a pair of stems; plain data. */
export interface PairIndex {
  /** The pairs, sorted; a pair's number is its place. Sorted numbers take a fraction of a map's space and time. */
  readonly keys: Float64Array;
  readonly index: WeightedIndex;
}

/**
 * Builds the index.
 * @param textsOf for each answer, its questions and names as the numbers of their stems
 * @param stemCount how many stems have numbers
 */
export function buildPairIndex(
  textsOf: readonly (readonly (readonly number[])[])[],
  stemCount: number,
): PairIndex {
  const found: Found = { firsts: [], others: [] };
  textsOf.forEach((texts, answer) => {
    for (const stems of texts) addPairs(stems, { answer, answerCount: textsOf.length }, found);
  });
  const { keys, postings } = countPairs(found, { answerCount: textsOf.length, stemCount });
  return { keys, index: weighPostings(postings, SATURATION.pairs) };
}

/**
 * Each pair in each text: the stem with the lower number, and the other one together with the answer
 * (`other × answerCount + answer`), which sort by stems first and by answers next.
 */
interface Found {
  readonly firsts: number[];
  readonly others: number[];
}

/** Adds the pairs of stems in one text, each once. */
function addPairs(
  stems: readonly number[],
  { answer, answerCount }: { readonly answer: number; readonly answerCount: number },
  { firsts, others }: Found,
): void {
  const start = firsts.length;
  for (let place = 0; place < stems.length; place += 1) {
    const stem = stems[place] ?? 0;
    for (let next = place + 1; next <= place + PAIR_DISTANCE && next < stems.length; next += 1) {
      const other = stems[next] ?? 0;
      if (stem === other) continue;
      const first = Math.min(stem, other);
      const rest = Math.max(stem, other) * answerCount + answer;
      let known = start;
      while (known < firsts.length && (firsts[known] !== first || others[known] !== rest)) known += 1;
      if (known < firsts.length) continue;
      firsts.push(first);
      others.push(rest);
    }
  }
}

/** Numbers the pairs in their order and counts how often each answer holds them. */
function countPairs(
  found: Found,
  { answerCount, stemCount }: { readonly answerCount: number; readonly stemCount: number },
): { readonly keys: Float64Array; readonly postings: Postings } {
  const keys: number[] = [];
  const starts: number[] = [];
  const documents: number[] = [];
  const values: number[] = [];
  sortByFirst(found, stemCount).forEach((others, first) => {
    let before = -1;
    let last = -1;
    for (const rest of others) {
      if (rest === before) {
        values.push((values.pop() ?? 0) + 1);
        continue;
      }
      before = rest;
      const other = Math.floor(rest / answerCount);
      if (other !== last) {
        last = other;
        keys.push(keyOf(first, other));
        starts.push(documents.length);
      }
      documents.push(rest - other * answerCount);
      values.push(1);
    }
  });
  starts.push(documents.length);
  return {
    keys: Float64Array.from(keys),
    postings: {
      documentCount: answerCount,
      termCount: keys.length,
      starts: Uint32Array.from(starts),
      documents: Uint32Array.from(documents),
      values: Float32Array.from(values),
    },
  };
}

/** The other stems of each first one, sorted: many short lists sort far sooner than one long list. */
function sortByFirst({ firsts, others }: Found, stemCount: number): Float64Array[] {
  const ends = new Uint32Array(stemCount + 1);
  for (const first of firsts) ends[first + 1] = (ends[first + 1] ?? 0) + 1;
  for (let stem = 1; stem < ends.length; stem += 1) ends[stem] = (ends[stem] ?? 0) + (ends[stem - 1] ?? 0);
  const sorted = new Float64Array(firsts.length);
  const next = ends.slice();
  firsts.forEach((first, number) => {
    const place = next[first] ?? 0;
    next[first] = place + 1;
    sorted[place] = others[number] ?? 0;
  });
  return Array.from({ length: stemCount }, (_, first) =>
    sorted.subarray(ends[first] ?? 0, ends[first + 1] ?? 0).sort(),
  );
}

/** More stems than there will ever be. */
const MAX_STEMS = 2 ** 26;

function keyOf(stem: number, other: number): number {
  return Math.min(stem, other) * MAX_STEMS + Math.max(stem, other);
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
