import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildExampleIndex, nearestExamples } from '../../src/search/examples.ts';
import { EXAMPLE_FLOOR } from '../../src/search/tuning.ts';
import { buildIndex, type QuestionTerm } from '../../src/search/weighted-index.ts';
import { numberTerms } from './numbered.ts';

const ABOUT = 0;
const PROGRESS = 1;

/** Two documents that hold every stem, so that all weigh the same. */
const everyStem = { what: 1, khorgo: 1, where: 1, map: 1, is: 1, being: 1, built: 1 };
const { documents, terms } = numberTerms([everyStem, everyStem]);
const words = buildIndex(documents, terms.size, 0);
const stems = (...names: (keyof typeof everyStem)[]) => names.map((name) => terms.get(name) ?? -1);

const asked = (...names: string[]): QuestionTerm[] =>
  names.map((name) => ({ number: terms.get(name), trust: 1 }));

const examples = buildExampleIndex(
  [
    [stems('what', 'khorgo'), stems('khorgo'), stems('where', 'khorgo', 'map')],
    [stems('what', 'is', 'being', 'built', 'khorgo')],
    [],
  ],
  words,
);

function near(question: readonly QuestionTerm[], answer: number): number | undefined {
  return nearestExamples(examples, question, { words, answers: [answer] })[0];
}

describe('nearestExamples', () => {
  it('gives 1 for an example in the same words, whatever their order', () => {
    expect(near(asked('khorgo', 'what'), ABOUT)).toBeCloseTo(1);
  });

  it("counts the example's other words as well as the question's", () => {
    expect(near(asked('what', 'khorgo'), PROGRESS)).toBeLessThan(0.1);
    expect(near(asked('what', 'khorgo', 'truck', 'queue', 'price'), ABOUT)).toBe(0);
  });

  it('takes the nearest of the examples', () => {
    expect(near(asked('khorgo'), ABOUT)).toBeCloseTo(1);
  });

  it('gives a part for an example that is near', () => {
    const cosine = 3 / Math.sqrt(4 * 3);
    expect(near(asked('where', 'khorgo', 'map', 'is'), ABOUT)).toBeCloseTo(
      (cosine - EXAMPLE_FLOOR) / (1 - EXAMPLE_FLOOR),
    );
  });

  it('gives nothing for no question, and for an answer without examples', () => {
    expect(near([], ABOUT)).toBe(0);
    expect(near(asked('khorgo'), 2)).toBe(0);
  });

  it('stays between 0 and 1 for any question', () => {
    const term = fc.record({
      number: fc.constantFrom(
        ...['what', 'khorgo', 'map', 'built', 'unknown'].map((name) => terms.get(name)),
      ),
      trust: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(term), fc.constantFrom(ABOUT, PROGRESS), (question, answer) => {
        const nearness = near(question, answer);
        expect(nearness).toBeGreaterThanOrEqual(0);
        expect(nearness).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});
