// How near is a question to the nearest example of an answer? Shares alone can't tell "what is Khorgos" from
// "what is being built at Khorgos": both examples hold every word of it. Here the example's other words count too.

import { addValues, buildPostings, type Postings } from './postings.ts';
import { EXAMPLE_FLOOR } from './tuning.ts';
import { type QuestionTerm, type WeightedIndex, weightOf } from './weighted-index.ts';

/** Example questions of answers, each as weighted stems that make a vector of length 1; plain data. */
export interface ExampleIndex {
  readonly answerCount: number;
  /** The number of the answer that each example belongs to. */
  readonly answers: Uint32Array;
  readonly vectors: Postings;
}

/**
 * Builds the index.
 * @param examplesOf for each answer, its examples as stems
 * @param words the index that tells how telling a stem is
 */
export function buildExampleIndex(
  examplesOf: readonly (readonly (readonly string[])[])[],
  words: WeightedIndex,
): ExampleIndex {
  const vectors = examplesOf.flatMap((examples) =>
    examples.map((stems) =>
      unitVector(
        stems.map((term) => ({ term, trust: 1 })),
        words,
      ),
    ),
  );
  const answers = examplesOf.flatMap((examples, answer) => examples.map(() => answer));
  return {
    answerCount: examplesOf.length,
    answers: Uint32Array.from(answers),
    vectors: buildPostings(vectors),
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
  for (const [stem, weight] of unitVector(terms, words)) addValues(vectors, stem, weight, cosines);
  const nearest = new Float64Array(answerCount);
  for (let example = 0; example < cosines.length; example += 1) {
    const answer = answers[example] ?? 0;
    // Rounding can put a cosine beyond 1.
    const nearness = (Math.min(1, cosines[example] ?? 0) - EXAMPLE_FLOOR) / (1 - EXAMPLE_FLOOR);
    if (nearness > (nearest[answer] ?? 0)) nearest[answer] = nearness;
  }
  return nearest;
}

function unitVector(terms: readonly QuestionTerm[], words: WeightedIndex): Map<string, number> {
  const weights = new Map(terms.map(({ term, trust }) => [term, weightOf(words, term) * trust]));
  const squares = [...weights.values()].reduce((sum, weight) => sum + weight * weight, 0);
  if (squares === 0) return new Map();
  return new Map([...weights].map(([term, weight]) => [term, weight / Math.sqrt(squares)]));
}
