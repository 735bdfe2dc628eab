// Which documents hold a term, and with what value. Plain data in flat arrays: it goes from thread to thread in one
// piece, and a question walks through it without making objects.

/** Terms of documents, with a value for each document that holds one. */
export interface Postings {
  readonly documentCount: number;
  /** The number of each term; some of them no document may hold. */
  readonly terms: ReadonlyMap<string, number>;
  /** Where the documents of each term begin in `documents` and `values`; one more at the end. */
  readonly starts: Uint32Array;
  readonly documents: Uint32Array;
  readonly values: Float32Array;
}

/** A document's terms, by their numbers, with their values. */
export type TermValues = ReadonlyMap<number, number>;

/** The number of a term; a new term takes the next one. */
export function numberIn(numbers: Map<string, number>, term: string): number {
  const number = numbers.get(term) ?? numbers.size;
  numbers.set(term, number);
  return number;
}

/**
 * Turns documents into postings; a document's number is its place in the list.
 * @param terms the numbers of all terms, from 0 on
 */
export function buildPostings(
  documents: readonly TermValues[],
  terms: ReadonlyMap<string, number>,
): Postings {
  const starts = new Uint32Array(terms.size + 1);
  for (const values of documents) {
    for (const term of values.keys()) starts[term + 1] = (starts[term + 1] ?? 0) + 1;
  }
  for (let term = 0; term < terms.size; term += 1) {
    starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  }
  const size = starts.at(-1) ?? 0;
  const postings = { documents: new Uint32Array(size), values: new Float32Array(size) };
  const next = starts.slice();
  documents.forEach((values, document) => {
    for (const [term, value] of values) {
      const place = next[term] ?? 0;
      next[term] = place + 1;
      postings.documents[place] = document;
      postings.values[place] = value;
    }
  });
  return { documentCount: documents.length, terms, starts, ...postings };
}

/** How many documents hold a term; 0 for a term without a number. */
export function countHolders({ starts }: Postings, term: number | undefined): number {
  return term === undefined ? 0 : (starts[term + 1] ?? 0) - (starts[term] ?? 0);
}

/** Adds `factor` times a term's value to the sum of each document that holds it; `sums` has a place for each. */
export function addValues(
  { starts, documents, values }: Postings,
  term: number | undefined,
  factor: number,
  sums: Float64Array,
): void {
  if (term === undefined) return;
  const end = starts[term + 1] ?? 0;
  for (let place = starts[term] ?? 0; place < end; place += 1) {
    const document = documents[place] ?? 0;
    sums[document] = (sums[document] ?? 0) + factor * (values[place] ?? 0);
  }
}
