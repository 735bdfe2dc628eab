import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createExampleIndex } from '../../src/search/examples.ts';
import { EXAMPLE_FLOOR } from '../../src/search/tuning.ts';
import type { QuestionTerm } from '../../src/search/weighted-index.ts';

const ABOUT = 0;
const PROGRESS = 1;
const asked = (...terms: string[]): QuestionTerm[] => terms.map((term) => ({ term, trust: 1 }));

const examples = createExampleIndex(
  [
    [['what', 'khorgo'], ['khorgo'], ['where', 'khorgo', 'map']],
    [['what', 'is', 'being', 'built', 'khorgo']],
    [],
  ],
  () => 1,
);

describe('createExampleIndex', () => {
  it('gives 1 for an example in the same words, whatever their order', () => {
    expect(examples.nearest(asked('khorgo', 'what'))(ABOUT)).toBeCloseTo(1);
  });

  it("counts the example's other words as well as the question's", () => {
    expect(examples.nearest(asked('what', 'khorgo'))(PROGRESS)).toBe(0);
    expect(examples.nearest(asked('what', 'khorgo', 'truck', 'queue', 'price'))(ABOUT)).toBe(0);
  });

  it('takes the nearest of the examples', () => {
    expect(examples.nearest(asked('khorgo'))(ABOUT)).toBeCloseTo(1);
  });

  it('gives a part for an example that is near', () => {
    const cosine = 3 / Math.sqrt(4 * 3);
    expect(examples.nearest(asked('where', 'khorgo', 'map', 'please'))(ABOUT)).toBeCloseTo(
      (cosine - EXAMPLE_FLOOR) / (1 - EXAMPLE_FLOOR),
    );
  });

  it('gives nothing for no question, and for an answer without examples or out of the list', () => {
    expect(examples.nearest([])(ABOUT)).toBe(0);
    expect(examples.nearest(asked('khorgo'))(2)).toBe(0);
    expect(examples.nearest(asked('khorgo'))(99)).toBe(0);
  });

  it('stays between 0 and 1 for any question', () => {
    const term = fc.record({
      term: fc.constantFrom('what', 'khorgo', 'map', 'built', 'unknown'),
      trust: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(term), fc.constantFrom(ABOUT, PROGRESS), (terms, answer) => {
        const near = examples.nearest(terms)(answer);
        expect(near).toBeGreaterThanOrEqual(0);
        expect(near).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});
