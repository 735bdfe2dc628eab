// Questions in, replies out, a line of JSON each, in order. A bad line gets an error and the rest go on.

import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import { LANGUAGES } from '../language/index.ts';
import type { Askable } from './askable.ts';

const id = z.union([z.string(), z.number()]);

const questionLine = z.object({
  id,
  text: z.string(),
  chat_language: z.enum(LANGUAGES).optional(),
});

/** Answers every line of `input` on `output`. Returns the exit status: 0, also where lines were bad. */
export async function answerLines(input: Readable, output: Writable, askable: Askable): Promise<number> {
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const written = output.write(`${JSON.stringify(answerLine(line, askable))}\n`);
    if (!written) await once(output, 'drain');
  }
  return 0;
}

function answerLine(line: string, askable: Askable): object {
  const parsed = parseJson(line);
  if (parsed === undefined) return { error: 'the line is not valid JSON' };
  const checked = questionLine.safeParse(parsed);
  if (!checked.success) {
    const known = z.object({ id }).safeParse(parsed);
    const [issue] = checked.error.issues;
    const error = `${issue?.path.join('.') || 'the line'}: ${issue?.message}`;
    return known.success ? { id: known.data.id, error } : { error };
  }
  const { reply, text } = askable.ask(checked.data.text, checked.data.chat_language);
  return {
    id: checked.data.id,
    language: reply.language,
    decision: reply.decision.kind,
    matches: reply.matches.map(({ answer, confidence }) => ({
      answer,
      confidence: Number(confidence.toFixed(4)),
    })),
    text,
  };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
