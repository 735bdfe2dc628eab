// The lines that outcomes are kept in: one JSON object each, an outcome, or a vote about one, or what was picked.

import { z } from 'zod';
import { type FullOutcome, type Outcome, outcomeSchema, type Vote } from './outcome.ts';

const voteSchema = z.object({ id: z.string(), at: z.number(), vote: z.enum(['up', 'down']) });

const pickSchema = z.object({ id: z.string(), at: z.number(), answer: z.string() });

const lineSchema = z.union([
  z.object({ outcome: outcomeSchema }),
  z.object({ vote: voteSchema }),
  z.object({ pick: pickSchema }),
]);

/** What a line holds. */
export type OutcomeLine = z.output<typeof lineSchema>;

/** The line, with its end. */
export function encodeOutcomeLine(line: OutcomeLine): string {
  return `${JSON.stringify(line)}\n`;
}

/** Reads a line; undefined for one that is torn or of another shape. */
export function decodeOutcomeLine(text: string): OutcomeLine | undefined {
  try {
    return lineSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** The outcomes of lines in the order in which they were written, each with its last pick and the last vote on that; oldest first. */
export function gatherOutcomes(lines: Iterable<OutcomeLine>): readonly FullOutcome[] {
  const outcomes = new Map<string, Outcome>();
  const votes = new Map<string, Vote>();
  const picks = new Map<string, string>();
  for (const line of lines) {
    if ('outcome' in line) outcomes.set(line.outcome.id, line.outcome);
    else if ('vote' in line) votes.set(line.vote.id, line.vote.vote);
    else {
      const { id, answer } = line.pick;
      // What was thought of the answer before says nothing of this one.
      if (picks.has(id) && picks.get(id) !== answer) votes.delete(id);
      picks.set(id, answer);
    }
  }
  const full = [...outcomes.values()].map((outcome): FullOutcome => {
    const vote = votes.get(outcome.id);
    const picked = picks.get(outcome.id);
    return { ...outcome, ...(vote !== undefined && { vote }), ...(picked !== undefined && { picked }) };
  });
  return full.sort((left, right) => left.at - right.at);
}

/** The day of a time (milliseconds since 1970 UTC) as it names the day's file. */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
