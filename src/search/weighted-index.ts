// Which documents hold a term, how strongly, and how telling the term is.
// A document here is anything that is ranked: an answer, an entry, a topic.

import { addValues, buildPostings, countHolders, type Postings, type TermValues } from './postings.ts';
import { UNKNOWN_TERM_WEIGHT } from './tuning.ts';

/** Postings whose values are strengths: from 0 to 1, saturating with the term's frequency in the document. */
export type WeightedIndex = Postings;

/**
 * Builds an index over documents, each the frequencies of its terms; a field that counts for less adds less than one.
 * @param terms the numbers of all terms
 * @param saturation the frequency at which a term's strength is one half (BM25's k1; 0: presence alone counts)
 */
export function buildIndex(
  documents: readonly TermValues[],
  terms: ReadonlyMap<string, number>,
  saturation: number,
): WeightedIndex {
  const postings = buildPostings(documents, terms);
  return { ...postings, values: postings.values.map((frequency) => frequency / (frequency + saturation)) };
}

/** Whether any document holds a term. */
export function hasTerm(index: WeightedIndex, term: string): boolean {
  return countHolders(index, index.terms.get(term)) > 0;
}

/** How telling a term is; see `weightOfNumber`. */
export function weightOf(index: WeightedIndex, term: string): number {
  return weightOfNumber(index, index.terms.get(term));
}

/**
 * How telling a term is, by its number: the BM25 idf, ln(1 + (N − n + ½) / (n + ½)). An unknown term would be the
 * most telling; people's stories are full of them, so it counts for a part of that.
 */
export function weightOfNumber(index: WeightedIndex, term: number | undefined): number {
  const holders = countHolders(index, term);
  const idf = Math.log(1 + (index.documentCount - holders + 0.5) / (holders + 0.5));
  return holders === 0 ? idf * UNKNOWN_TERM_WEIGHT : idf;
}

/** A term of a question; `trust` (0 to 1) is less than one for a corrected word. */
export interface QuestionTerm {
  readonly term: string;
  readonly trust: number;
}

/**
 * How much of the question's weight each document explains, from 0 to 1, by the document's number.
 * Terms that no document knows lower every share.
 */
export function explainedShares(index: WeightedIndex, terms: readonly QuestionTerm[]): Float64Array {
  const shares = new Float64Array(index.documentCount);
  let total = 0;
  for (const { term, trust } of terms) {
    const number = index.terms.get(term);
    const weight = weightOfNumber(index, number);
    total += weight;
    addValues(index, number, weight * trust, shares);
  }
  return total > 0 ? shares.map((sum) => sum / total) : shares;
}
