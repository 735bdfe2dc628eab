import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPairIndex, pairTerms } from '../../src/search/pairs.ts';
import { PAIR_DISTANCE } from '../../src/search/tuning.ts';
import { explainedShares, type QuestionTerm } from '../../src/search/weighted-index.ts';

const KURYK = 1;
const CUSTOMS = 2;
const FERRY = 3;
const PRICE = 4;

const STEMS = 100;

const pairs = buildPairIndex(
  [
    [
      [KURYK, CUSTOMS],
      [FERRY, PRICE],
    ],
    [[KURYK, FERRY], [CUSTOMS]],
  ],
  STEMS,
);
const asked = (...stems: (number | undefined)[]): QuestionTerm[] =>
  stems.map((number) => ({ number, trust: 1 }));
const shares = (...stems: (number | undefined)[]) => [
  ...explainedShares(pairs.index, pairTerms(asked(...stems), pairs)),
];

describe('pairs', () => {
  it('find the answer in one of whose questions both words stand', () => {
    const [both = 0, apart = 1] = shares(KURYK, CUSTOMS);
    expect(both).toBeGreaterThan(0.5);
    expect(apart).toBe(0);
  });

  it('go in any order', () => {
    expect(shares(CUSTOMS, KURYK)).toEqual(shares(KURYK, CUSTOMS));
  });

  it('say nothing of one word, or of the same word twice', () => {
    expect(shares(KURYK)).toEqual([0, 0]);
    expect(shares(KURYK, KURYK)).toEqual([0, 0]);
  });

  it('with a word that content does not know lower every share', () => {
    expect(shares(KURYK, CUSTOMS, undefined)[0]).toBeLessThan(shares(KURYK, CUSTOMS)[0] ?? 0);
  });

  it('reach only so far', () => {
    const far = Array.from({ length: PAIR_DISTANCE + 2 }, (_, place) => 10 + place);
    const [first = 0] = far;
    const last = far.at(-1) ?? 0;
    const index = buildPairIndex([[far]], STEMS);
    const terms = pairTerms(asked(first, last), index);
    expect(terms).toEqual([{ number: undefined, trust: 1 }]);
  });

  it('count a pair of corrected words for less', () => {
    const [term] = pairTerms(
      [
        { number: KURYK, trust: 0.8 },
        { number: CUSTOMS, trust: 0.5 },
      ],
      pairs,
    );
    expect(term?.trust).toBeCloseTo(0.4);
  });

  it('agree with a plain count, whatever the questions are', () => {
    const text = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(fc.array(text, { maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        text,
        (texts, question) => {
          const index = buildPairIndex(texts, STEMS);
          const found = explainedShares(index.index, pairTerms(asked(...question), index));
          texts.forEach((own, answer) => {
            const near = (stems: readonly number[]): Set<string> =>
              new Set(
                stems.flatMap((stem, place) =>
                  stems
                    .slice(place + 1, place + 1 + PAIR_DISTANCE)
                    .filter((other) => other !== stem)
                    .map((other) => [stem, other].sort().join()),
                ),
              );
            const held = new Set(own.flatMap((stems) => [...near(stems)]));
            const shared = [...near(question)].some((pair) => held.has(pair));
            expect((found[answer] ?? 0) > 0).toBe(shared);
          });
        },
      ),
    );
  });
});
