// What do people call an entry? The words that their questions on it hold and few others do: "and how do I get there"
// is then compared with examples as if it named the entry that was shown.

import type { Language } from '../language/index.ts';
import { eachOnce } from './postings.ts';
import { CALLS } from './tuning.ts';
import type { QuestionTerm } from './weighted-index.ts';

/** What an entry is called in a language, the most telling first; `trust` is the share of its questions that say so. */
export type Calls = Readonly<Record<Language, readonly QuestionTerm[]>>;

/** An entry's example questions, each as the numbers of its stems. */
export type EntryQuestions = readonly (readonly number[])[];

/** Finds what each entry is called, by its number, in the questions of one language. */
export function learnCalls(entries: readonly EntryQuestions[]): QuestionTerm[][] {
  const counts = entries.map(countQuestions);
  const all = new Map<number, number>();
  for (const own of counts) for (const [stem, count] of own) all.set(stem, (all.get(stem) ?? 0) + count);
  const total = entries.reduce((sum, questions) => sum + questions.length, 0);
  return counts.map((own, entry) => {
    const size = entries[entry]?.length ?? 0;
    const calls = [...own].map(([number, count]) => {
      const share = count / size;
      const elsewhere = ((all.get(number) ?? 0) - count) / Math.max(1, total - size);
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

/** In how many questions each stem stands. */
function countQuestions(questions: EntryQuestions): Map<number, number> {
  const counts = new Map<number, number>();
  for (const question of questions) {
    for (const stem of eachOnce(question)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return counts;
}
