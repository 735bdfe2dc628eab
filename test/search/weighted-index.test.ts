import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addValues } from '../../src/search/postings.ts';
import { UNKNOWN_TERM_WEIGHT } from '../../src/search/tuning.ts';
import {
  buildIndex,
  explainedShares,
  type QuestionTerm,
  sharesOf,
  type WeightedIndex,
  weighTerms,
  weightOf,
} from '../../src/search/weighted-index.ts';

import { numberTerms } from './numbered.ts';

type Document = Readonly<Record<string, number>>;

/** An index, and the numbers of its terms. */
type NumberedIndex = WeightedIndex & { readonly terms: ReadonlyMap<string, number> };

function indexOf(documents: readonly Document[], saturation: number): NumberedIndex {
  const numbered = numberTerms(documents);
  const index = buildIndex(numbered.documents, numbered.terms.size, saturation);
  return { ...index, terms: numbered.terms };
}

/** Terms of a question by their numbers, as far as an index has them. */
const termsOf = (index: NumberedIndex, ...names: string[]): QuestionTerm[] =>
  names.map((name) => ({ number: index.terms.get(name), trust: 1 }));

/** The strength of a term in each document. */
function strengthsOf(index: NumberedIndex, term: string): number[] {
  const strengths = new Float64Array(index.documentCount);
  addValues(index, index.terms.get(term), 1, strengths);
  return [...strengths];
}

describe('buildIndex', () => {
  const index = indexOf([{ port: 1, customs: 3 }, { port: 1 }, { port: 2, ferry: 1 }], 1);

  const weigh = (term: string): number => weightOf(index, index.terms.get(term));

  it('finds a term more telling the fewer documents hold it', () => {
    expect(weigh('ferry')).toBeGreaterThan(weigh('port'));
    expect(weigh('port')).toBeGreaterThan(0);
  });

  it('finds a term more telling that stands in one document again and again, in others by the way', () => {
    const uneven = indexOf([{ tax: 40, visa: 9 }, { tax: 1, visa: 9 }, { tax: 1, visa: 9 }, { port: 1 }], 1);
    const tell = (term: string): number => weightOf(uneven, uneven.terms.get(term));
    expect(tell('tax')).toBeGreaterThan(tell('visa'));
    expect(tell('tax')).toBeLessThan(tell('port'));
    expect(tell('visa')).toBeCloseTo(Math.log(1 + 1.5 / 3.5));
  });

  it('counts a term that no document holds for a part of the most telling one', () => {
    expect(weigh('pizza')).toBeCloseTo(UNKNOWN_TERM_WEIGHT * Math.log(1 + 3.5 / 0.5));
  });

  it('lets strength grow with frequency, ever more slowly', () => {
    expect(strengthsOf(index, 'port')).toEqual([1 / 2, 1 / 2, Math.fround(2 / 3)]);
    expect(strengthsOf(index, 'ferry')).toEqual([0, 0, 1 / 2]);
  });

  it('counts presence alone without saturation', () => {
    expect(strengthsOf(indexOf([{ port: 7 }], 0), 'port')).toEqual([1]);
  });
});

describe('explainedShares', () => {
  const index = indexOf([{ port: 1 }, { customs: 1 }, { port: 1, customs: 1 }], 0);

  it('gives 1 to a document that explains the whole question', () => {
    expect(explainedShares(index, termsOf(index, 'port', 'customs'))[2]).toBeCloseTo(1);
  });

  it('gives a part to a document that explains a part, and nothing to the rest', () => {
    const shares = explainedShares(index, termsOf(index, 'port', 'customs'));
    expect(shares[0]).toBeCloseTo(0.5);
    expect(explainedShares(index, termsOf(index, 'port'))[1]).toBe(0);
  });

  it('lowers every share for a term that no document knows', () => {
    expect(explainedShares(index, termsOf(index, 'port', 'pizza'))[0]).toBeLessThan(1);
  });

  it('gives less for a word that was corrected', () => {
    expect(explainedShares(index, [{ number: index.terms.get('port'), trust: 0.7 }])[0]).toBeCloseTo(0.7);
  });

  it('gives nothing for no question', () => {
    expect(explainedShares(index, [])).toEqual(new Float64Array(3));
  });

  it('agrees with the plain sum over all documents and terms', () => {
    const letters = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const document = fc.dictionary(letters, fc.double({ min: 0.1, max: 9, noNaN: true }));
    const term = fc.record({
      term: fc.oneof(letters, fc.constant('unknown')),
      trust: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(document, { minLength: 1, maxLength: 8 }),
        fc.array(term, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(0, 0.5, 1.5),
        (documents, terms, saturation) => {
          const index = indexOf(documents, saturation);
          const asked = terms.map(({ term, trust }) => ({ number: index.terms.get(term), trust }));
          const shares = explainedShares(index, asked);
          documents.forEach((naive, number) => {
            const share = shares[number] ?? 0;
            expect(share).toBeCloseTo(plainShare(naive, documents, { terms, saturation }), 5);
            expect(share).toBeLessThanOrEqual(1 + 1e-6);
          });
          const parts = asked.map((one) => weighTerms(index, [one]));
          sharesOf(parts, documents.length).forEach((share, number) => {
            expect(share).toBeCloseTo(shares[number] ?? 0, 9);
          });
        },
      ),
    );
  });
});

/** The naive twin: no index, the formula as it is written down. */
function plainShare(
  document: Document,
  documents: readonly Document[],
  { terms, saturation }: { terms: readonly { term: string; trust: number }[]; saturation: number },
): number {
  const frequencyIn = (term: string, place: Document): number =>
    Object.hasOwn(place, term) ? (place[term] ?? 0) : 0;
  const weightOf = (term: string): number => {
    const frequencies = documents
      .map((other) => frequencyIn(term, other))
      .filter((frequency) => frequency > 0);
    const roots = frequencies.reduce((sum, frequency) => sum + Math.sqrt(frequency), 0);
    const holders =
      frequencies.length === 0 ? 0 : roots ** 2 / frequencies.reduce((sum, other) => sum + other, 0);
    const idf = Math.log(1 + (documents.length - holders + 0.5) / (holders + 0.5));
    return holders === 0 ? UNKNOWN_TERM_WEIGHT * idf : idf;
  };
  const total = terms.reduce((sum, { term }) => sum + weightOf(term), 0);
  const explained = terms.reduce((sum, { term, trust }) => {
    const frequency = frequencyIn(term, document);
    return frequency === 0 ? sum : sum + (weightOf(term) * trust * frequency) / (frequency + saturation);
  }, 0);
  return explained / total;
}
