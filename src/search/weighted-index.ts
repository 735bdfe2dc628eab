// Which documents hold a term, how strongly, and how telling the term is.
// A document here is anything that is ranked: an answer, an entry, a topic.

import { UNKNOWN_TERM_WEIGHT } from './tuning.ts';

/** A term in a document; `strength` runs from 0 to 1 and saturates with the term's frequency. */
export interface Posting {
  readonly document: number;
  readonly strength: number;
}

/** Terms of documents, ready for look-up. */
export interface WeightedIndex {
  /**
   * How telling a term is: the BM25 idf, ln(1 + (N − n + ½) / (n + ½)). An unknown term would be the most telling;
   * people's stories are full of them, so it counts for a part of that.
   */
  readonly weightOf: (term: string) => number;
  readonly postingsOf: (term: string) => readonly Posting[];
  readonly has: (term: string) => boolean;
}

/** Frequencies of a document's terms; a field that counts for less adds less than one. */
export type TermFrequencies = ReadonlyMap<string, number>;

/**
 * Builds an index over documents, numbered by their place in the list.
 * @param saturation the frequency at which a term's strength is one half (BM25's k1; 0: presence alone counts)
 */
export function buildIndex(documents: readonly TermFrequencies[], saturation: number): WeightedIndex {
  const postings = new Map<string, Posting[]>();
  documents.forEach((frequencies, document) => {
    for (const [term, frequency] of frequencies) {
      const list = postings.get(term) ?? [];
      list.push({ document, strength: frequency / (frequency + saturation) });
      postings.set(term, list);
    }
  });
  const idf = (count: number): number => Math.log(1 + (documents.length - count + 0.5) / (count + 0.5));
  return {
    weightOf: (term) => {
      const count = postings.get(term)?.length ?? 0;
      return count === 0 ? idf(0) * UNKNOWN_TERM_WEIGHT : idf(count);
    },
    postingsOf: (term) => postings.get(term) ?? [],
    has: (term) => postings.has(term),
  };
}

/** A term of a question; `trust` (0 to 1) is less than one for a corrected word. */
export interface QuestionTerm {
  readonly term: string;
  readonly trust: number;
}

/**
 * How much of the question's weight each document explains, from 0 to 1.
 * Terms that no document knows lower every share.
 */
export function explainedShares(index: WeightedIndex, terms: readonly QuestionTerm[]): Map<number, number> {
  const shares = new Map<number, number>();
  let total = 0;
  for (const { term, trust } of terms) {
    const weight = index.weightOf(term);
    total += weight;
    for (const { document, strength } of index.postingsOf(term)) {
      shares.set(document, (shares.get(document) ?? 0) + weight * strength * trust);
    }
  }
  for (const [document, sum] of shares) shares.set(document, total > 0 ? sum / total : 0);
  return shares;
}
