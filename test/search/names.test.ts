import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNameIndex } from '../../src/search/names.ts';
import type { QuestionTerm } from '../../src/search/weighted-index.ts';

const KHORGOS = 0;
const CENTRAL_ASIA = 1;
const asked = (...terms: string[]): QuestionTerm[] => terms.map((term) => ({ term, trust: 1 }));

const names = createNameIndex(
  [
    { entry: KHORGOS, stems: ['хаб', 'хоргос'] },
    { entry: KHORGOS, stems: ['хоргос'] },
    { entry: CENTRAL_ASIA, stems: ['центральн', 'аз'] },
    { entry: CENTRAL_ASIA, stems: ['хоргос', '2', '0'] },
  ],
  (stem) => (stem === 'хаб' ? 0.1 : 1),
);

describe('createNameIndex', () => {
  it('knows the stems of names and no others', () => {
    expect(names.has('хоргос')).toBe(true);
    expect(names.has('таможн')).toBe(false);
  });

  it('gives 1 to an entry whose name stands in the question', () => {
    expect(names.match(asked('хоргос')).get(KHORGOS)).toBe(1);
  });

  it('gives less to an entry of whose name only a part is asked', () => {
    const fits = names.match(asked('хоргос'));
    expect(fits.get(CENTRAL_ASIA)).toBeLessThan(fits.get(KHORGOS) ?? 0);
  });

  it('prefers the longer name when all of it stands in the question', () => {
    const fits = names.match(asked('хоргос', '2', '0'));
    expect(fits.get(CENTRAL_ASIA)).toBe(1);
    expect(fits.get(KHORGOS)).toBeLessThan(0.5);
  });

  it('takes the name of an entry that fits best', () => {
    expect(names.match(asked('хаб', 'хоргос')).get(KHORGOS)).toBe(1);
  });

  it('shares the weight when two entries are named', () => {
    const fits = names.match(asked('хоргос', 'центральн', 'аз'));
    expect(fits.get(CENTRAL_ASIA)).toBeGreaterThan(0.5);
    expect(fits.get(KHORGOS)).toBeGreaterThan(0.3);
  });

  it('finds none where no naming word was asked', () => {
    expect(names.match([])).toEqual(new Map());
    expect(names.match(asked('таможн'))).toEqual(new Map());
  });

  it('gives less for a name that was corrected', () => {
    expect(names.match([{ term: 'хоргос', trust: 0.8 }]).get(KHORGOS)).toBeCloseTo(0.8);
  });

  it('stays between 0 and 1 for any question', () => {
    const term = fc.record({
      term: fc.constantFrom('хаб', 'хоргос', 'центральн', 'аз', '2', '0', 'таможн'),
      trust: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(term), (terms) => {
        for (const fit of names.match(terms).values()) {
          expect(fit).toBeGreaterThanOrEqual(0);
          expect(fit).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });
});
