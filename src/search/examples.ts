// How near is a question to the nearest example of an answer? Shares alone can't tell "what is Khorgos" from
// "what is being built at Khorgos": both examples hold every word of it. Here the example's other words count too.

import { EXAMPLE_FLOOR } from './tuning.ts';
import type { QuestionTerm } from './weighted-index.ts';

/** Example questions of answers, as weighted stems. */
export interface ExampleIndex {
  /**
   * Measures a question: how near the nearest example of an answer (by number) is,
   * 1 for the same words, 0 at `EXAMPLE_FLOOR` or below.
   */
  readonly nearest: (terms: readonly QuestionTerm[]) => (answer: number) => number;
}

interface Example {
  readonly weights: ReadonlyMap<string, number>;
  readonly length: number;
}

/**
 * Builds the index.
 * @param examples for each answer, its examples as stems
 * @param weightOf how telling a stem is
 */
export function createExampleIndex(
  examples: readonly (readonly (readonly string[])[])[],
  weightOf: (stem: string) => number,
): ExampleIndex {
  const weigh = (terms: readonly QuestionTerm[]): Example => {
    const weights = new Map(terms.map(({ term, trust }) => [term, weightOf(term) * trust]));
    const squares = [...weights.values()].reduce((sum, weight) => sum + weight * weight, 0);
    return { weights, length: Math.sqrt(squares) };
  };
  const prepared = examples.map((ofAnswer) =>
    ofAnswer.map((stems) => weigh(stems.map((term) => ({ term, trust: 1 })))),
  );
  return {
    nearest: (terms) => {
      const question = weigh(terms);
      return (answer) => {
        const cosines = (prepared[answer] ?? []).map((example) => cosine(question, example));
        // Rounding can put a cosine beyond 1.
        const nearest = Math.min(1, Math.max(0, ...cosines));
        return Math.max(0, (nearest - EXAMPLE_FLOOR) / (1 - EXAMPLE_FLOOR));
      };
    },
  };
}

function cosine(left: Example, right: Example): number {
  if (left.length === 0 || right.length === 0) return 0;
  let product = 0;
  for (const [stem, weight] of left.weights) product += weight * (right.weights.get(stem) ?? 0);
  return product / (left.length * right.length);
}
