// How near is a question to the nearest example of an answer? Shares alone can't tell "what is Khorgos" from
// "what is being built at Khorgos": both examples hold every word of it. Here the example's other words count too.

import { addValues, buildPostings, type Postings } from './postings.ts';
import { EXAMPLE_FLOOR } from './tuning.ts';
import { type QuestionTerm, type WeightedIndex, weightOf, weightOfNumber } from './weighted-index.ts';

/** Example questions of answers, each as weighted stems that make a vector of length 1; plain data. */
export interface ExampleIndex {
  readonly answerCount: number;
  /** The number of the answer that each example belongs to. */
  readonly answers: Uint32Array;
  readonly vectors: Postings;
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
  const vectors = examplesOf.flatMap((examples) =>
    examples.map((stems) => {
      const vector = unitVector(stems.map((stem) => [stem, weightOfNumber(words, stem)]));
      return { terms: [...vector.keys()], values: [...vector.values()] };
    }),
  );
  const answers = examplesOf.flatMap((examples, answer) => examples.map(() => answer));
  return {
    answerCount: examplesOf.length,
    answers: Uint32Array.from(answers),
    vectors: buildPostings(vectors, words.terms),
  };
}

/**
 * Measures a question: how near the nearest example of each answer is, by the answer's number;
 * 1 for the same words, 0 at `EXAMPLE_FLOOR` or below.
 * @param words the index that the examples were built with
 */
export function nearestExamples(
  { answerCount, answers, vectors }: ExampleIndex,
  terms: readonly QuestionTerm[],
  words: WeightedIndex,
): Float64Array {
  const cosines = new Float64Array(vectors.documentCount);
  const question = unitVector(terms.map(({ term, trust }) => [term, weightOf(words, term) * trust]));
  for (const [stem, weight] of question) addValues(vectors, words.terms.get(stem), weight, cosines);
  const nearest = new Float64Array(answerCount);
  for (let example = 0; example < cosines.length; example += 1) {
    const answer = answers[example] ?? 0;
    // Rounding can put a cosine beyond 1.
    const nearness = (Math.min(1, cosines[example] ?? 0) - EXAMPLE_FLOOR) / (1 - EXAMPLE_FLOOR);
    if (nearness > (nearest[answer] ?? 0)) nearest[answer] = nearness;
  }
  return nearest;
}

/** Scales weights so that their vector has length 1; a term that comes twice counts once. */
function unitVector<Term>(weights: readonly (readonly [Term, number])[]): Map<Term, number> {
  const vector = new Map(weights);
  let squares = 0;
  for (const weight of vector.values()) squares += weight * weight;
  if (squares === 0) return new Map();
  for (const [term, weight] of vector) vector.set(term, weight / Math.sqrt(squares));
  return vector;
}
