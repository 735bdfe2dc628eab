// How near is a question to the nearest example of an answer? Shares alone can't tell "what is Khorgos" from
// "what is being built at Khorgos": both examples hold every word of it. Here the example's other words count too.

import { EXAMPLE_FLOOR } from './tuning.ts';
import { type QuestionTerm, type WeightedIndex, weightOf } from './weighted-index.ts';

/** Example questions of answers, each as weighted stems that make a vector of length 1; plain data. */
export interface ExampleIndex {
  /** Where the examples of each answer begin among all examples; one more at the end. */
  readonly answerStarts: Uint32Array;
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
  const answerStarts = [0];
  const starts = [0];
  const stems: number[] = [];
  const weights: number[] = [];
  const rests: number[] = [];
  for (const examples of examplesOf) {
    for (const example of examples) {
      const own = example
        .filter((stem, place) => example.indexOf(stem) === place)
        .sort((left, right) => weightOf(words, right) - weightOf(words, left));
      let squares = 0;
      for (const stem of own) squares += weightOf(words, stem) ** 2;
      const length = Math.sqrt(squares);
      for (const stem of length > 0 ? own : []) {
        stems.push(stem);
        weights.push(weightOf(words, stem) / length);
        rests.push(Math.sqrt(Math.max(0, squares)) / length);
        squares -= weightOf(words, stem) ** 2;
      }
      starts.push(stems.length);
    }
    answerStarts.push(starts.length - 1);
  }
  return {
    answerStarts: Uint32Array.from(answerStarts),
    starts: Uint32Array.from(starts),
    stems: Uint32Array.from(stems),
    weights: Float32Array.from(weights),
    rests: Float32Array.from(rests),
  };
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
  const nearest = answers.map((answer) => {
    // Rounding can put a cosine beyond 1.
    const cosine = Math.min(1, highestCosine(index, answer, asked));
    return Math.max(0, (cosine - EXAMPLE_FLOOR) / (1 - EXAMPLE_FLOOR));
  });
  for (const [stem] of known) places[stem] = 0;
  return nearest;
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

/** The highest cosine of an answer's examples, where it is above `EXAMPLE_FLOOR`. */
function highestCosine(
  { answerStarts, starts, stems, weights, rests }: ExampleIndex,
  answer: number,
  asked: AskedStems,
): number {
  let highest = EXAMPLE_FLOOR;
  const end = answerStarts[answer + 1] ?? 0;
  for (let example = answerStarts[answer] ?? 0; example < end; example += 1) {
    const last = starts[example + 1] ?? 0;
    let cosine = 0;
    for (let at = starts[example] ?? 0; at < last; at += 1) {
      // Nearly all examples are out of reach once their most telling stems were not asked.
      if (cosine + (rests[at] ?? 0) <= highest) break;
      const place = asked.places[stems[at] ?? 0] ?? 0;
      if (place > 0) cosine += (asked.weights[place] ?? 0) * (weights[at] ?? 0);
    }
    if (cosine > highest) highest = cosine;
  }
  return highest;
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
