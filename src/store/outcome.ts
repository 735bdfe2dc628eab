// What became of a question, without the person who asked it: no name, no number, no contact.

import { z } from 'zod';
import { LANGUAGES } from '../language/index.ts';

/** How long outcomes are kept, in days. */
export const OUTCOMES_KEPT_DAYS = 180;

export const outcomeSchema = z.object({
  /** Random; the buttons under the answer name it. */
  id: z.string(),
  /** Milliseconds since 1970 UTC. */
  at: z.number(),
  language: z.enum(LANGUAGES),
  /** The question's words; addresses and numbers that lead to a person are masked. */
  question: z.string(),
  outcome: z.enum(['answer', 'choose', 'refuse']),
  /** What was answered, or offered, best first; after a refusal the nearest. */
  answers: z.array(z.string()).readonly(),
});

/** A question's outcome. */
export type Outcome = z.output<typeof outcomeSchema>;

/** What the person thought of an answer. */
export type Vote = 'up' | 'down';

/** An outcome with what the person made of it. */
export interface FullOutcome extends Outcome {
  /** The last vote, where there were several. */
  readonly vote?: Vote;
  /** Which of the answers that were offered was opened; the last, where there were several. */
  readonly picked?: string;
}
