// Documents as tests write them → as the indexes take them: terms by number.

import { numberIn, type TermValues } from '../../src/search/postings.ts';

/** Documents whose terms go by number, and the numbers. */
export interface NumberedDocuments {
  readonly documents: readonly TermValues[];
  readonly terms: ReadonlyMap<string, number>;
}

/** Gives the terms of documents their numbers. */
export function numberTerms(documents: readonly Readonly<Record<string, number>>[]): NumberedDocuments {
  const terms = new Map<string, number>();
  return {
    documents: documents.map((document) => ({
      terms: Object.keys(document).map((term) => numberIn(terms, term)),
      values: Object.values(document),
    })),
    terms,
  };
}
