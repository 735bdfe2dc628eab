// Documents as tests write them → as the indexes take them: terms by number.

import { numberIn } from '../../src/search/postings.ts';

/** Documents whose terms go by number, and the numbers. */
export interface NumberedDocuments {
  readonly documents: readonly ReadonlyMap<number, number>[];
  readonly terms: ReadonlyMap<string, number>;
}

/** Gives the terms of documents their numbers. */
export function numberTerms(documents: readonly Readonly<Record<string, number>>[]): NumberedDocuments {
  const terms = new Map<string, number>();
  return {
    documents: documents.map(
      (document) => new Map(Object.entries(document).map(([term, value]) => [numberIn(terms, term), value])),
    ),
    terms,
  };
}
