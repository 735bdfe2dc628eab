import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildNameIndex, matchNames } from '../../src/search/names.ts';
import { buildIndex, type QuestionTerm } from '../../src/search/weighted-index.ts';
import { numberTerms } from './numbered.ts';

const KHORGOS = 0;
const CENTRAL_ASIA = 1;
const asked = (...terms: string[]): QuestionTerm[] => terms.map((term) => ({ term, trust: 1 }));

/** «хаб» stands in the questions on every entry, so it names none. */
const usage = numberTerms([
  { хаб: 1, хоргос: 1 },
  { хаб: 1, центральн: 1, аз: 1, '2': 1, '0': 1 },
  { хаб: 1 },
  { хаб: 1 },
]);

const names = buildNameIndex(
  [
    { entry: KHORGOS, stems: ['хаб', 'хоргос'] },
    { entry: KHORGOS, stems: ['хоргос'] },
    { entry: CENTRAL_ASIA, stems: ['центральн', 'аз'] },
    { entry: CENTRAL_ASIA, stems: ['хоргос', '2', '0'] },
  ],
  buildIndex(usage.documents, usage.terms, 0),
);

describe('matchNames', () => {
  it('knows the stems of names and no others', () => {
    expect(names.byStem.has('хоргос')).toBe(true);
    expect(names.byStem.has('таможн')).toBe(false);
  });

  it('gives 1 to an entry whose name stands in the question', () => {
    expect(matchNames(names, asked('хоргос')).get(KHORGOS)).toBe(1);
  });

  it('gives less to an entry of whose name only a part is asked', () => {
    const fits = matchNames(names, asked('хоргос'));
    expect(fits.get(CENTRAL_ASIA)).toBeLessThan(fits.get(KHORGOS) ?? 0);
  });

  it('prefers the longer name when all of it stands in the question', () => {
    const fits = matchNames(names, asked('хоргос', '2', '0'));
    expect(fits.get(CENTRAL_ASIA)).toBe(1);
    expect(fits.get(KHORGOS)).toBeLessThan(0.5);
  });

  it('takes the name of an entry that fits best', () => {
    expect(matchNames(names, asked('хаб', 'хоргос')).get(KHORGOS)).toBe(1);
  });

  it('shares the weight when two entries are named', () => {
    const fits = matchNames(names, asked('хоргос', 'центральн', 'аз'));
    expect(fits.get(CENTRAL_ASIA)).toBeGreaterThan(0.5);
    expect(fits.get(KHORGOS)).toBeGreaterThan(0.3);
  });

  it('finds none where no naming word was asked', () => {
    expect(matchNames(names, [])).toEqual(new Map());
    expect(matchNames(names, asked('таможн'))).toEqual(new Map());
  });

  it('gives less for a name that was corrected', () => {
    expect(matchNames(names, [{ term: 'хоргос', trust: 0.8 }]).get(KHORGOS)).toBeCloseTo(0.8);
  });

  it('stays between 0 and 1 for any question', () => {
    const term = fc.record({
      term: fc.constantFrom('хаб', 'хоргос', 'центральн', 'аз', '2', '0', 'таможн'),
      trust: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(term), (terms) => {
        for (const fit of matchNames(names, terms).values()) {
          expect(fit).toBeGreaterThanOrEqual(0);
          expect(fit).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });
});
