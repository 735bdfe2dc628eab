// Questions in, replies out, a line of JSON each, in order. A bad line gets an error and the rest go on.

import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import { parseAnswerId } from '../catalog/index.ts';
import { LANGUAGES } from '../language/index.ts';
import type { Askable } from './askable.ts';

const id = z.union([z.string(), z.number()], 'give a string or a number');

const questionLine = z.object(
  {
    id,
    text: z.string('give a string'),
    chat_language: z.enum(LANGUAGES, `give one of ${LANGUAGES.join(', ')}, or leave it out`).optional(),
    context: z
      .string('give the id of an answer')
      .transform((text, { addIssue }) => {
        const answer = parseAnswerId(text);
        if (answer) return answer;
        addIssue({ code: 'custom', message: 'give the id of an answer, such as hubs/khorgos/about' });
        return z.NEVER;
      })
      .optional(),
  },
  'give an object with "id" and "text"',
);

/** Answers every line of `input` on `output`. Returns the exit status: 0, also where lines were bad. */
export async function answerLines(input: Readable, output: Writable, askable: Askable): Promise<number> {
  for await (const line of linesOf(input)) {
    if (line.trim() === '') continue;
    const written = output.write(`${JSON.stringify(answerLine(line, askable))}\n`);
    if (!written) await once(output, 'drain');
  }
  return 0;
}

/**
 * Lines end with a line feed only. (From Node 24 on, node:readline ends them at U+2028 too, which may stand
 * in a JSON string: github.com/nodejs/node/issues/62785.)
 */
async function* linesOf(input: Readable): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of input.setEncoding('utf8')) {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  yield rest;
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
  const { text: question, chat_language: chatLanguage, context } = checked.data;
  const { reply, text } = askable.ask(question, { chatLanguage, context });
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
