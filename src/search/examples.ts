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
  readonly stems: Uint32Array;
  readonly weights: Float32Array;
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
  for (const examples of examplesOf) {
    for (const example of examples) {
      let squares = 0;
      const own = example.filter((stem, place) => example.indexOf(stem) === place);
      for (const stem of own) squares += weightOf(words, stem) ** 2;
      const length = Math.sqrt(squares);
      if (length > 0) {
        for (const stem of own) {
          stems.push(stem);
          weights.push(weightOf(words, stem) / length);
        }
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
  const dense = placesFor(words.termCount);
  for (const [stem, weight] of question) if (stem >= 0) dense[stem] = weight;
  const nearest = answers.map((answer) => {
    // Rounding can put a cosine beyond 1.
    const cosine = Math.min(1, highestCosine(index, answer, dense));
    return Math.max(0, (cosine - EXAMPLE_FLOOR) / (1 - EXAMPLE_FLOOR));
  });
  for (const stem of question.keys()) if (stem >= 0) dense[stem] = 0;
  return nearest;
}

/** A place for each stem, all 0 between questions: making it anew for each would take longer than the rest. */
let places = new Float64Array();

function placesFor(size: number): Float64Array {
  if (places.length < size) places = new Float64Array(size);
  return places;
}

function highestCosine(
  { answerStarts, starts, stems, weights }: ExampleIndex,
  answer: number,
  question: Float64Array,
): number {
  let highest = 0;
  const end = answerStarts[answer + 1] ?? 0;
  for (let example = answerStarts[answer] ?? 0; example < end; example += 1) {
    const last = starts[example + 1] ?? 0;
    let cosine = 0;
    for (let place = starts[example] ?? 0; place < last; place += 1) {
      cosine += (question[stems[place] ?? 0] ?? 0) * (weights[place] ?? 0);
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
