// Which documents hold a term, and with what value. Plain data in flat arrays: it goes from thread to thread in one
// piece, and a question walks through it without making objects.

/** Terms of documents, with a value for each document that holds one. */
export interface Postings {
  readonly documentCount: number;
  /** Terms go by numbers, from 0 on; some of them no document may hold. */
  readonly termCount: number;
  /** Where the documents of each term begin in `documents` and `values`; one more at the end. */
  readonly starts: Uint32Array;
  readonly documents: Uint32Array;
  readonly values: Float32Array;
}

/** A document's terms, by their numbers, no term twice; each counts 1 where no values say otherwise. */
export interface DocumentTerms {
  readonly terms: readonly number[];
  readonly values?: readonly number[];
}

/** A document's terms and their values. */
export interface TermValues extends DocumentTerms {
  readonly values: readonly number[];
}

/** Sums values by term, for one document after the other. */
export class TermSums {
  private touched: number[] = [];
  private sums = new Float64Array(1024);

  add(term: number, value: number): void {
    if (term >= this.sums.length) this.grow(term);
    const sum = this.sums[term] ?? 0;
    if (sum === 0) this.touched.push(term);
    this.sums[term] = sum + value;
  }

  addAll(terms: readonly number[], value: number): void {
    for (const term of terms) this.add(term, value);
  }

  sumOf(term: number): number {
    return this.sums[term] ?? 0;
  }

  /** The least of some terms' sums. */
  leastOf(terms: readonly number[]): number {
    let least = Number.POSITIVE_INFINITY;
    for (const term of terms) least = Math.min(least, this.sumOf(term));
    return least;
  }

  /** The terms with their sums; everything begins anew then. */
  take(): TermValues {
    const terms = this.touched;
    const values = terms.map((term) => this.sums[term] ?? 0);
    for (const term of terms) this.sums[term] = 0;
    this.touched = [];
    return { terms, values };
  }

  private grow(term: number): void {
    const { sums } = this;
    this.sums = new Float64Array(2 ** Math.ceil(Math.log2(term + 1)));
    this.sums.set(sums);
  }
}

/** The terms of a short list, each once; a set would take longer. */
export function eachOnce(terms: readonly number[]): number[] {
  return terms.filter((term, place) => terms.indexOf(term) === place);
}

/** The number of a term; a new term takes the next one. */
export function numberIn<Term>(numbers: Map<Term, number>, term: Term): number {
  const known = numbers.get(term);
  if (known !== undefined) return known;
  numbers.set(term, numbers.size);
  return numbers.size - 1;
}

/**
 * Turns documents into postings; a document's number is its place in the list.
 */
export function buildPostings(documents: readonly DocumentTerms[], termCount: number): Postings {
  const starts = new Uint32Array(termCount + 1);
  for (const values of documents) {
    for (const term of values.terms) starts[term + 1] = (starts[term + 1] ?? 0) + 1;
  }
  for (let term = 0; term < termCount; term += 1) {
    starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  }
  const size = starts.at(-1) ?? 0;
  const postings = { documents: new Uint32Array(size), values: new Float32Array(size) };
  const next = starts.slice();
  documents.forEach(({ terms, values }, document) => {
    for (let number = 0; number < terms.length; number += 1) {
      const term = terms[number] ?? 0;
      const place = next[term] ?? 0;
      next[term] = place + 1;
      postings.documents[place] = document;
      postings.values[place] = values ? (values[number] ?? 0) : 1;
    }
  });
  return { documentCount: documents.length, termCount, starts, ...postings };
}

/** How many documents hold a term; 0 for a term without a number. */
export function countHolders({ starts }: Postings, term: number | undefined): number {
  return term === undefined ? 0 : (starts[term + 1] ?? 0) - (starts[term] ?? 0);
}

/** How many of some terms, 255 at most, each document holds; a term without a number is held by none. */
export function countHeld(
  { documentCount, starts, documents }: Postings,
  terms: Iterable<number | undefined>,
): Uint8Array {
  const held = new Uint8Array(documentCount);
  for (const term of terms) {
    if (term === undefined) continue;
    const end = starts[term + 1] ?? 0;
    for (let place = starts[term] ?? end; place < end; place += 1) {
      const document = documents[place] ?? 0;
      held[document] = (held[document] ?? 0) + 1;
    }
  }
  return held;
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
