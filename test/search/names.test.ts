import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildNameIndex, isNameStem, matchNames } from '../../src/search/names.ts';
import { buildIndex, type QuestionTerm } from '../../src/search/weighted-index.ts';
import { numberTerms } from './numbered.ts';

const KHORGOS = 0;
const CENTRAL_ASIA = 1;

/** «хаб» stands in the questions on every entry, so it names none. */
const usage = numberTerms([
  { хаб: 1, хоргос: 1 },
  { хаб: 1, центральн: 1, аз: 1, '2': 1, '0': 1 },
  { хаб: 1 },
  { хаб: 1 },
]);

const stem = (name: string): number | undefined => usage.terms.get(name);
const stems = (...all: string[]): number[] => all.map((name) => stem(name) ?? -1);
const asked = (...all: string[]): QuestionTerm[] => all.map((name) => ({ number: stem(name), trust: 1 }));

const names = buildNameIndex(
  [
    { entry: KHORGOS, stems: stems('хаб', 'хоргос') },
    { entry: KHORGOS, stems: stems('хоргос') },
    { entry: CENTRAL_ASIA, stems: stems('центральн', 'аз') },
    { entry: CENTRAL_ASIA, stems: stems('хоргос', '2', '0') },
  ],
  buildIndex(usage.documents, usage.terms.size, 0),
);

describe('matchNames', () => {
  it('knows the stems of names and no others', () => {
    expect(isNameStem(names, stem('хоргос'))).toBe(true);
    expect(isNameStem(names, stem('таможн'))).toBe(false);
  });

  it('gives 1 to an entry whose name stands in the question', () => {
    expect(matchNames(names, asked('хоргос')).fits[KHORGOS]).toBe(1);
  });

  it('gives less to an entry of whose name only a part is asked', () => {
    const { fits } = matchNames(names, asked('хоргос'));
    expect(fits[CENTRAL_ASIA]).toBeLessThan(fits[KHORGOS] ?? 0);
  });

  it('prefers the longer name when all of it stands in the question', () => {
    const { fits } = matchNames(names, asked('хоргос', '2', '0'));
    expect(fits[CENTRAL_ASIA]).toBe(1);
    expect(fits[KHORGOS]).toBeLessThan(0.5);
  });

  it('takes the name of an entry that fits best', () => {
    expect(matchNames(names, asked('хаб', 'хоргос')).fits[KHORGOS]).toBe(1);
  });

  it('tells how much of a name stands in the question', () => {
    const { wholes } = matchNames(names, asked('хоргос', 'центральн'));
    expect(wholes[KHORGOS]).toBe(1);
    expect(wholes[CENTRAL_ASIA]).toBeGreaterThan(0);
    expect(wholes[CENTRAL_ASIA]).toBeLessThan(1);
  });

  it('shares the weight when two entries are named', () => {
    const { fits } = matchNames(names, asked('хоргос', 'центральн', 'аз'));
    expect(fits[CENTRAL_ASIA]).toBeGreaterThan(0.5);
    expect(fits[KHORGOS]).toBeGreaterThan(0.3);
  });

  it('finds none where no naming word was asked', () => {
    expect(matchNames(names, []).fits).toEqual(new Float64Array(4));
    expect(matchNames(names, asked('таможн')).fits).toEqual(new Float64Array(4));
  });

  it('gives less for a name that was corrected', () => {
    expect(matchNames(names, [{ number: stem('хоргос'), trust: 0.8 }]).fits[KHORGOS]).toBeCloseTo(0.8);
  });

  it('stays between 0 and 1 for any question', () => {
    const term = fc.record({
      number: fc.constantFrom(...['хаб', 'хоргос', 'центральн', 'аз', '2', '0', 'таможн'].map(stem)),
      trust: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(term), (terms) => {
        const { fits, wholes } = matchNames(names, terms);
        for (const fit of [...fits, ...wholes]) {
          expect(fit).toBeGreaterThanOrEqual(0);
          expect(fit).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });
});
