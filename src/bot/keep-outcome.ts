// What became of a question is kept beside the answer, never in its way.

import type { BotParts } from './context.ts';
import { describeError } from './errors.ts';

/** Waits until it is kept; what can't be kept is no reason to fail an answer that was given, and goes to the log. */
export async function keepIfPossible(keeping: Promise<void>, { log }: Pick<BotParts, 'log'>): Promise<void> {
  try {
    await keeping;
  } catch (error) {
    log.error(describeError(error), "a question's outcome could not be kept");
  }
}
