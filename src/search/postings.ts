// Which documents hold a term, and with what value. Plain data in flat arrays: it goes from thread to thread in one
// piece, and a question walks through it without making objects.

/** Terms of documents, with a value for each document that holds one. */
export interface Postings {
  readonly documentCount: number;
  /** The number of each term. */
  readonly terms: ReadonlyMap<string, number>;
  /** Where the documents of each term begin in `documents` and `values`; one more at the end. */
  readonly starts: Uint32Array;
  readonly documents: Uint32Array;
  readonly values: Float32Array;
}

/** Turns documents, each a map of its terms' values, into postings; a document's number is its place in the list. */
export function buildPostings(documents: readonly ReadonlyMap<string, number>[]): Postings {
  const terms = new Map<string, number>();
  const counts: number[] = [];
  for (const values of documents) {
    for (const term of values.keys()) {
      const number = terms.get(term) ?? terms.size;
      terms.set(term, number);
      counts[number] = (counts[number] ?? 0) + 1;
    }
  }
  const starts = new Uint32Array(counts.length + 1);
  counts.forEach((count, number) => {
    starts[number + 1] = (starts[number] ?? 0) + count;
  });
  const size = starts.at(-1) ?? 0;
  const postings = { documents: new Uint32Array(size), values: new Float32Array(size) };
  const next = starts.slice();
  documents.forEach((values, document) => {
    for (const [term, value] of values) {
      const number = terms.get(term) ?? 0;
      const place = next[number] ?? 0;
      next[number] = place + 1;
      postings.documents[place] = document;
      postings.values[place] = value;
    }
  });
  return { documentCount: documents.length, terms, starts, ...postings };
}

/** How many documents hold a term. */
export function countHolders({ terms, starts }: Postings, term: string): number {
  const number = terms.get(term);
  return number === undefined ? 0 : (starts[number + 1] ?? 0) - (starts[number] ?? 0);
}

/** Adds `factor` times a term's value to the sum of each document that holds it; `sums` has a place for each. */
export function addValues(postings: Postings, term: string, factor: number, sums: Float64Array): void {
  const { terms, starts, documents, values } = postings;
  const number = terms.get(term);
  if (number === undefined) return;
  const end = starts[number + 1] ?? 0;
  for (let place = starts[number] ?? 0; place < end; place += 1) {
    const document = documents[place] ?? 0;
    sums[document] = (sums[document] ?? 0) + factor * (values[place] ?? 0);
  }
}
