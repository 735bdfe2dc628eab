// Whether a text is older than what it says, by the dates that editors give.

import { endOf, startOf } from '../language/index.ts';
import type { AnswerText, UnfinishedAnswer } from './catalog.ts';

/**
 * Tells whether a text was last revised before its newest fact became true.
 * A fact that is known to the year only may be as old as the year; a text without a date is never older.
 */
export function isOlderThanFacts({ written }: AnswerText, asOf: UnfinishedAnswer['asOf']): boolean {
  return written !== undefined && asOf !== undefined && endOf(written) < startOf(asOf.last);
}
