// How near is a question to the nearest example of an answer? Shares alone can't tell "what is Khorgos" from
// "what is being built at Khorgos": both examples hold every word of it. Here the example's other words count too.

import { buildPostings, eachOnce, type Postings } from './postings.ts';
import { EXAMPLE_FLOOR } from './tuning.ts';
import { type QuestionTerm, type WeightedIndex, weightOf } from './weighted-index.ts';

/** Example questions of answers, each as weighted stems that make a vector of length 1; plain data. */
export interface ExampleIndex {
  /** The answer of each example. */
  readonly answers: Uint32Array;
  /** Which examples hold a stem among their most telling ones, without which none is near. */
  readonly holders: Postings;
  /** Where the stems of each example begin in `stems` and `weights`; one more at the end. */
  readonly starts: Uint32Array;
  /** The most telling stem of an example first. */
  readonly stems: Uint32Array;
  readonly weights: Float32Array;
  /** The length of what is left of an example's vector from a stem on: the most that this can add to a cosine. */
  readonly rests: Float32Array;
}

/**
 * Builds the index.
 * @param examplesOf for each answer, its examples as the numbers of their stems
 * @param words the index that numbers stems and tells how telling they are
 */
export function buildExampleIndex(
  examplesOf: readonly (readonly (readonly number[])[])[],
  words: WeightedIndex,
): ExampleIndex {
  const answers: number[] = [];
  const examples: { readonly terms: readonly number[] }[] = [];
  examplesOf.forEach((own, answer) => {
    for (const example of own) {
      answers.push(answer);
      examples.push({ terms: eachOnce(example) });
    }
  });
  const sorted = mostTellingFirst(examples, words);
  const weights = Float32Array.from(sorted.stems, (stem) => weightOf(words, stem));
  const rests = new Float32Array(weights.length);
  const leads = examples.map((_, example) => {
    const start = sorted.starts[example] ?? 0;
    const end = sorted.starts[example + 1] ?? 0;
    const lead: number[] = [];
    let squares = 0;
    for (let place = end - 1; place >= start; place -= 1) {
      squares += (weights[place] ?? 0) ** 2;
      rests[place] = Math.sqrt(squares);
    }
    const length = Math.sqrt(squares);
    for (let place = start; place < end && length > 0; place += 1) {
      weights[place] = (weights[place] ?? 0) / length;
      const rest = (rests[place] ?? 0) / length;
      rests[place] = rest;
      if (rest > EXAMPLE_FLOOR) lead.push(sorted.stems[place] ?? 0);
    }
    return { terms: lead };
  });
  return {
    answers: Uint32Array.from(answers),
    holders: buildPostings(leads, words.termCount),
    ...sorted,
    weights,
    rests,
  };
}

/** The stems of each example in the order of their weights: dealt out to the examples, one stem after the other. */
function mostTellingFirst(
  examples: readonly { readonly terms: readonly number[] }[],
  words: WeightedIndex,
): Pick<ExampleIndex, 'starts' | 'stems'> {
  const starts = new Uint32Array(examples.length + 1);
  examples.forEach(({ terms }, example) => {
    starts[example + 1] = (starts[example] ?? 0) + terms.length;
  });
  const stems = new Uint32Array(starts.at(-1) ?? 0);
  const holders = buildPostings(examples, words.termCount);
  const next = starts.slice();
  const order = Uint32Array.from({ length: words.termCount }, (_, stem) => stem);
  for (const stem of order.sort((left, right) => weightOf(words, right) - weightOf(words, left))) {
    const end = holders.starts[stem + 1] ?? 0;
    for (let at = holders.starts[stem] ?? 0; at < end; at += 1) {
      const example = holders.documents[at] ?? 0;
      const place = next[example] ?? 0;
      next[example] = place + 1;
      stems[place] = stem;
    }
  }
  return { starts, stems };
}

/**
 * Measures a question: how near the nearest example of each of some answers is; 1 for the same words,
 * 0 at `EXAMPLE_FLOOR` or below.
 * @param answers the numbers of the answers
 * @param words the index that the examples were built with
 */
export function nearestExamples(
  index: ExampleIndex,
  terms: readonly QuestionTerm[],
  { words, answers }: { readonly words: WeightedIndex; readonly answers: readonly number[] },
): number[] {
  const question = unitVector(
    // Words that content does not know differ from one another.
    terms.map(({ number, trust }, place) => [number ?? -1 - place, weightOf(words, number) * trust]),
  );
  const known = [...question].filter(([stem]) => stem >= 0);
  const places = placesFor(words.termCount);
  known.forEach(([stem], place) => {
    places[stem] = place + 1;
  });
  const asked = { places, weights: [0, ...known.map(([, weight]) => weight)] };
  const highest = answers.map(() => EXAMPLE_FLOOR);
  const { starts, documents } = index.holders;
  for (const [stem] of known) {
    const end = starts[stem + 1] ?? 0;
    for (let at = starts[stem] ?? 0; at < end; at += 1) {
      const example = documents[at] ?? 0;
      const answer = answers.indexOf(index.answers[example] ?? -1);
      if (answer < 0) continue;
      highest[answer] = Math.max(highest[answer] ?? 0, cosineOf(index, example, asked));
    }
  }
  for (const [stem] of known) places[stem] = 0;
  // Rounding can put a cosine beyond 1.
  return highest.map((cosine) => (Math.min(1, cosine) - EXAMPLE_FLOOR) / (1 - EXAMPLE_FLOOR));
}

/** A question's stems, by their numbers: the place of each among its weights. Place 0 weighs nothing. */
interface AskedStems {
  readonly places: Uint8Array;
  readonly weights: readonly number[];
}

/**
 * All 0 between questions: making it anew for each would take longer than the rest. A question has fewer words than a
 * byte counts; a byte a stem stays near the processor, which a number of full length would not.
 */
let noPlaces = new Uint8Array();

function placesFor(size: number): Uint8Array {
  if (noPlaces.length < size) noPlaces = new Uint8Array(size);
  return noPlaces;
}

/** The cosine of a question and an example; less where it can't be above `EXAMPLE_FLOOR`. */
function cosineOf(
  { starts, stems, weights, rests }: ExampleIndex,
  example: number,
  asked: AskedStems,
): number {
  const end = starts[example + 1] ?? 0;
  let cosine = 0;
  for (let at = starts[example] ?? 0; at < end; at += 1) {
    if (cosine + (rests[at] ?? 0) <= EXAMPLE_FLOOR) break;
    const place = asked.places[stems[at] ?? 0] ?? 0;
    if (place > 0) cosine += (asked.weights[place] ?? 0) * (weights[at] ?? 0);
  }
  return cosine;
}

/** Scales weights so that their vector has length 1; a stem that comes twice counts once. */
function unitVector(weights: readonly (readonly [stem: number, weight: number])[]): Map<number, number> {
  const vector = new Map(weights);
  let squares = 0;
  for (const weight of vector.values()) squares += weight * weight;
  if (squares === 0) return new Map();
  for (const [term, weight] of vector) vector.set(term, weight / Math.sqrt(squares));
  return vector;
}
