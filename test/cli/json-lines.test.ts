import { PassThrough, Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Askable } from '../../src/cli/askable.ts';
import { answerLines } from '../../src/cli/json-lines.ts';
import { ask, makeSearchable } from '../../src/search/index.ts';
import { anyText } from '../any-text.ts';
import { smallCatalog } from '../small-catalog.ts';

const catalog = makeSearchable(
  smallCatalog({ 'hubs/khorgos': { topics: { about: { questions: ['where is it'] } } } }),
);

/** Replies with the question itself. */
const echo: Askable = {
  ask: (question, { chatLanguage = 'ru', context } = {}) => ({
    reply: ask(question, { language: chatLanguage, context }, catalog),
    text: question,
  }),
};

/** What comes out when these pieces come in, each line read. */
async function linesFor(
  ...pieces: (string | Buffer)[]
): Promise<{ id?: unknown; text?: string; error?: string }[]> {
  const output = new PassThrough();
  const [, written] = await Promise.all([
    answerLines(Readable.from(pieces, { objectMode: false }), output, echo).finally(() => output.end()),
    text(output),
  ]);
  return written
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

describe('answerLines', () => {
  it('writes a reply a line', async () => {
    expect(await linesFor('{"id":"a","text":"where is it"}\n')).toEqual([
      {
        id: 'a',
        language: 'en',
        decision: 'answer',
        matches: [{ answer: 'hubs/khorgos/about', confidence: expect.any(Number) }],
        text: 'where is it',
      },
    ]);
  });

  it.each([
    ['{"id":1,', { error: 'the line is not valid JSON' }],
    ['[1]', { error: 'the line: give an object with "id" and "text"' }],
    ['{"text":"where"}', { error: 'id: give a string or a number' }],
    ['{"id":{},"text":"where"}', { error: 'id: give a string or a number' }],
    ['{"id":"a"}', { id: 'a', error: 'text: give a string' }],
    ['{"id":7,"text":["where"]}', { id: 7, error: 'text: give a string' }],
    [
      '{"id":"a","text":"where","chat_language":"de"}',
      { id: 'a', error: 'chat_language: give one of kk, ru, en, or leave it out' },
    ],
    ['{"id":"a","text":"where","context":7}', { id: 'a', error: 'context: give the id of an answer' }],
    [
      '{"id":"a","text":"where","context":"khorgos"}',
      { id: 'a', error: 'context: give the id of an answer, such as hubs/khorgos/about' },
    ],
  ])('says what is wrong with %s, and goes on', async (line, expected) => {
    const [bad, good] = await linesFor(`${line}\n{"id":"next","text":"порт"}`);
    expect(bad).toEqual(expected);
    expect(good).toMatchObject({ id: 'next', text: 'порт' });
  });

  it('reads a line that comes in pieces, cut anywhere', async () => {
    const bytes = Buffer.from('{"id":1,"text":"Қорғас 👍"}\n{"id":2,"text":"порт"}');
    const pieces = Array.from(bytes, (byte) => Buffer.from([byte]));
    expect(await linesFor(...pieces)).toMatchObject([
      { id: 1, text: 'Қорғас 👍' },
      { id: 2, text: 'порт' },
    ]);
  });

  it('writes nothing for no lines and for blank ones', async () => {
    expect(await linesFor()).toEqual([]);
    expect(await linesFor('\n \r\n\n')).toEqual([]);
  });

  it('gives one reply for any text in JSON', async () => {
    await fc.assert(
      fc.asyncProperty(anyText(200), async (question) => {
        const lines = await linesFor(`${JSON.stringify({ id: 1, text: question })}\n`);
        expect(lines).toMatchObject([{ id: 1, text: question }]);
      }),
    );
  });

  it('waits for a slow reader instead of piling replies up', async () => {
    let most = 0;
    let count = 0;
    const slow = new Writable({
      highWaterMark: 1000,
      write: (_chunk, _encoding, done) => {
        most = Math.max(most, slow.writableLength);
        count += 1;
        setImmediate(done);
      },
    });
    const input = Array.from({ length: 500 }, (_, id) => `${JSON.stringify({ id, text: 'порт' })}\n`);
    await answerLines(Readable.from(input, { objectMode: false }), slow, echo);
    await new Promise((resolve) => slow.end(resolve));
    expect(count).toBe(500);
    expect(most).toBeLessThan(2000);
  });
});
