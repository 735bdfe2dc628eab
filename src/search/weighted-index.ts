// Which documents hold a term, how strongly, and how telling the term is.
// A document here is anything that is ranked: an answer, an entry, a topic.

import { addValues, buildPostings, type Postings, type TermValues } from './postings.ts';
import { UNKNOWN_TERM_WEIGHT } from './tuning.ts';

/** Postings whose values are strengths: from 0 to 1, saturating with the term's frequency in the document. */
export interface WeightedIndex extends Postings {
  /** How telling each term is, by its number; the weight of an unknown term comes last. */
  readonly weights: Float64Array;
  /** The weight of a term that a single document holds. */
  readonly mostTelling: number;
}

/**
 * Builds an index over documents, each the frequencies of its terms; a field that counts for less adds less than one.
 * @param saturation the frequency at which a term's strength is one half (BM25's k1; 0: presence alone counts)
 */
export function buildIndex(
  documents: readonly TermValues[],
  termCount: number,
  saturation: number,
): WeightedIndex {
  return weighPostings(buildPostings(documents, termCount), saturation);
}

/** The same of documents that are postings already, whose values are the frequencies. */
export function weighPostings(postings: Postings, saturation: number): WeightedIndex {
  const { documentCount, termCount } = postings;
  const weights = new Float64Array(termCount + 1);
  for (let term = 0; term < termCount; term += 1)
    weights[term] = weigh(effectiveHolders(postings, term), documentCount);
  weights[termCount] = weigh(0, documentCount);
  const values = postings.values.map((frequency) => frequency / (frequency + saturation));
  return { ...postings, values, weights, mostTelling: weigh(1, documentCount) };
}

/**
 * In how many documents a term is at home: as many as hold it where each holds it as often, fewer where it stands in some
 * again and again and in others by the way (Simpson's number, of the roots of frequencies). 0 where none holds it.
 */
function effectiveHolders({ starts, values }: Postings, term: number): number {
  let roots = 0;
  let sum = 0;
  const end = starts[term + 1] ?? 0;
  for (let place = starts[term] ?? 0; place < end; place += 1) {
    const frequency = values[place] ?? 0;
    roots += Math.sqrt(frequency);
    sum += frequency;
  }
  return sum === 0 ? 0 : (roots * roots) / sum;
}

/**
 * The BM25 idf, ln(1 + (N − n + ½) / (n + ½)). An unknown term would be the most telling; people's stories are full
 * of them, so it counts for a part of that.
 */
function weigh(holders: number, documents: number): number {
  const idf = Math.log(1 + (documents - holders + 0.5) / (holders + 0.5));
  return holders === 0 ? idf * UNKNOWN_TERM_WEIGHT : idf;
}

/** How telling a term is, by its number: more, the fewer documents it is at home in. `undefined` is a term without a number. */
export function weightOf({ weights }: WeightedIndex, term: number | undefined): number {
  return weights[term ?? weights.length - 1] ?? 0;
}

/** How telling terms are together, in terms which a single document holds. */
export function tellingOf(index: WeightedIndex, terms: readonly Pick<QuestionTerm, 'number'>[]): number {
  return terms.reduce((sum, { number }) => sum + weightOf(index, number) / index.mostTelling, 0);
}

/** A term of a question, by its number in the index; `trust` (0 to 1) is less than one for a corrected word. */
export interface QuestionTerm {
  readonly number: number | undefined;
  readonly trust: number;
}

/** What terms weigh together, and how much of that each document explains, by the document's number. */
export interface ExplainedWeight {
  readonly total: number;
  readonly explained: Float64Array;
}

/** Weighs terms; what no document knows counts in the total alone. */
export function weighTerms(index: WeightedIndex, terms: readonly QuestionTerm[]): ExplainedWeight {
  const explained = new Float64Array(index.documentCount);
  let total = 0;
  for (const { number, trust } of terms) {
    const weight = weightOf(index, number);
    total += weight;
    addValues(index, number, weight * trust, explained);
  }
  return { total, explained };
}

/**
 * How much of a question's weight each document explains, from 0 to 1, by the document's number.
 * @param parts the question's terms, weighed in as many parts as they come in
 */
export function sharesOf(parts: readonly ExplainedWeight[], documentCount: number): Float64Array {
  const shares = new Float64Array(documentCount);
  let total = 0;
  for (const part of parts) {
    total += part.total;
    const { explained } = part;
    for (let document = 0; document < documentCount; document += 1) {
      shares[document] = (shares[document] ?? 0) + (explained[document] ?? 0);
    }
  }
  return divide(shares, total);
}

/** The same of terms that come in one part. */
export function explainedShares(index: WeightedIndex, terms: readonly QuestionTerm[]): Float64Array {
  const { total, explained } = weighTerms(index, terms);
  return divide(explained, total);
}

/** Divides values where they stand; where nothing was asked for, nothing is explained. */
function divide(values: Float64Array, total: number): Float64Array {
  if (total === 0) return values;
  for (let place = 0; place < values.length; place += 1) values[place] = (values[place] ?? 0) / total;
  return values;
}
