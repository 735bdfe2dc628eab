// What became of a question, as it may be kept.

import type { Reply } from '../search/index.ts';
import type { Outcome } from '../store/index.ts';
import { maskPersonal } from './mask.ts';

/** More of a question is not needed to know it again. */
const LONGEST_QUESTION = 300;

/**
 * The outcome of a question: its words without what leads to a person, and what was replied.
 * @param mark a random id, and when it was asked (milliseconds since 1970 UTC)
 */
export function outcomeOf(
  question: string,
  { decision, language, matches }: Reply,
  mark: Pick<Outcome, 'id' | 'at'>,
): Outcome {
  const masked = maskPersonal(question).trim();
  return {
    ...mark,
    language,
    question: beginOf(masked),
    outcome: decision.kind,
    answers: answersOf(decision, matches),
  };
}

function beginOf(text: string): string {
  return text.length <= LONGEST_QUESTION ? text : [...text].slice(0, LONGEST_QUESTION).join('');
}

/** After a refusal, the nearest: they show whoever reads it later where an example question is missing. */
function answersOf(decision: Reply['decision'], matches: Reply['matches']): readonly string[] {
  switch (decision.kind) {
    case 'answer':
      return [decision.answer];
    case 'choose':
      return decision.answers;
    case 'refuse':
      return matches.slice(0, NEAREST).map(({ answer }) => answer);
  }
}

const NEAREST = 3;
