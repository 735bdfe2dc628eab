// What do people call an entry? The words that their questions on it hold and few others do: "and how do I get there"
// is then compared with examples as if it named the entry that was shown.

import type { Language } from '../language/index.ts';
import { eachOnce, TermSums } from './postings.ts';
import { CALLS } from './tuning.ts';
import type { QuestionTerm } from './weighted-index.ts';

/** What an entry is called in a language, the most telling first; `trust` is the share of its questions that say so. */
export type Calls = Readonly<Record<Language, readonly QuestionTerm[]>>;

/** An entry's example questions, each as the numbers of its stems. */
export type EntryQuestions = readonly (readonly number[])[];

/** Finds what each entry is called, by its number, in the questions of one language. */
export function learnCalls(entries: readonly EntryQuestions[]): QuestionTerm[][] {
  const sums = new TermSums();
  const counts = entries.map((questions) => {
    for (const question of questions) sums.addAll(eachOnce(question), 1);
    return sums.take();
  });
  for (const { terms, values } of counts)
    terms.forEach((stem, place) => {
      sums.add(stem, values[place] ?? 0);
    });
  const total = entries.reduce((sum, questions) => sum + questions.length, 0);
  return counts.map(({ terms, values }, entry) => {
    const size = entries[entry]?.length ?? 0;
    const calls = terms.map((number, place) => {
      const count = values[place] ?? 0;
      const share = count / size;
      const elsewhere = (sums.sumOf(number) - count) / Math.max(1, total - size);
      return { number, share, telling: share * Math.log((share + SMALL) / (elsewhere + SMALL)) };
    });
    return calls
      .filter(({ share, telling }) => share >= CALLS.share && telling >= CALLS.telling)
      .sort((left, right) => right.telling - left.telling)
      .slice(0, CALLS.most)
      .map(({ number, share }) => ({ number, trust: share }));
  });
}

/** Added to shares, so that a word of no other entry is not told from all others without end. */
const SMALL = 0.01;
