// Nothing is lost on the way in, and nothing is answered twice: kills, repeats, chats that wait, floods.

import { readdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AT_ONCE } from '../../src/bot/flood.ts';
import { setUpEndToEnd } from './setup.ts';
import type { Person, Said } from './telegram/index.ts';

const { startTelegram, startTorap } = setUpEndToEnd();

const ASK = 'где находится Хоргос';

describe('updates that are fetched', () => {
  it('are answered once each after a kill: what was done stays done, what was under way is answered', async () => {
    const telegram = await startTelegram();
    const torap = await startTorap({ env: telegram.env });
    const person = (id: number) => telegram.user({ id, first_name: 'A', language_code: 'ru' });
    const [held, done, poisoned] = [person(701), person(702), person(703)];
    telegram.fail(({ method, payload }) => method === 'sendMessage' && payload.chat_id === 701, {
      kind: 'hang',
    });
    telegram.fail(({ method, payload }) => method === 'sendMessage' && payload.chat_id === 703, {
      kind: 'error',
      status: 400,
      description: 'Bad Request: something odd',
    });
    held.say(ASK);
    done.say(ASK);
    poisoned.say(ASK);
    await done.next();
    expect((await poisoned.next()).text).toContain('ответить не получилось');
    // The held one is the oldest: Telegram keeps all three, and brings them again.
    expect(telegram.unconfirmed()).toHaveLength(3);
    // They reach their files when nothing is written for some seconds.
    await expect.poll(() => statesIn(torap.dataDir), { timeout: 20_000 }).toHaveLength(2);
    await torap.kill();
    await startTorap({ env: { ...telegram.env, DATA_DIR: torap.dataDir } });
    expect((await held.next(undefined, 40_000)).text).toContain('Хоргос');
    await expect.poll(() => telegram.unconfirmed(), { timeout: 40_000 }).toEqual([]);
    expect([held, done, poisoned].map(({ answers }) => answers.length)).toEqual([1, 1, 1]);
  });

  it('come in past a chat that waits for a minute, which is answered in its order, also after a kill', async () => {
    const telegram = await startTelegram();
    const torap = await startTorap({ env: telegram.env });
    const person = (id: number) => telegram.user({ id, first_name: 'A', language_code: 'ru' });
    const slow = person(704);
    const wait = telegram.fail(
      ({ payload }) => payload.chat_id === 704,
      { kind: 'flood', retryAfter: 60 },
      9,
    );
    slow.say('/hubs');
    slow.say('/privacy');
    const others = Array.from({ length: 120 }, (_, place) => person(1000 + place));
    for (const other of others) other.say('/help');
    await Promise.all(others.map((other) => other.next(undefined, 60_000)));
    await expect.poll(() => readdir(join(torap.dataDir, 'spool')), { timeout: 20_000 }).toHaveLength(2);
    await expect.poll(() => telegram.unconfirmed(), { timeout: 20_000 }).toEqual([]);
    const health = await (await fetch(`${torap.url}/health`)).json();
    expect(health).toMatchObject({ ok: true, underWay: 2, spooled: 2 });
    await torap.kill();
    wait.clear();
    await startTorap({ env: { ...telegram.env, DATA_DIR: torap.dataDir } });
    slow.say('/formats');
    const texts = await nextTexts(slow, 3);
    expect(texts[0]).toContain('Пять трансграничных хабов');
    expect(texts[1]).toContain('Что я храню');
    expect(others.every(({ answers }) => answers.length === 1)).toBe(true);
    await expect.poll(() => readdir(join(torap.dataDir, 'spool')), { timeout: 20_000 }).toEqual([]);
  });

  it('are answered by twos rather than not at all where nobody knows whether the answer arrived', async () => {
    const telegram = await startTelegram();
    await startTorap({ env: telegram.env });
    const person = telegram.user({ id: 705, first_name: 'A', language_code: 'ru' });
    telegram.fail('sendMessage', { kind: 'reset', after: true });
    person.say(ASK);
    const texts = await nextTexts(person, 2);
    expect(texts[1]).toBe(texts[0]);
    // One who floods is told once, and nobody else notices.
    const other = telegram.user({ id: 706, first_name: 'B', language_code: 'ru' });
    for (let count = 0; count < 300; count += 1) person.say('/help');
    other.say(ASK);
    expect((await other.next(undefined, 40_000)).text).toContain('Хоргос');
    await person.next(({ text }) => text?.includes('слишком много сообщений') ?? false, 40_000);
    await expect.poll(() => telegram.unconfirmed(), { timeout: 40_000 }).toEqual([]);
    const told = person.answers.filter(({ text }) => text?.includes('слишком много сообщений'));
    expect(told).toHaveLength(1);
    expect(person.answers.length).toBeLessThan(AT_ONCE + 20);
  });
});

describe('updates that are brought', () => {
  it('are answered once, repeated while the first runs and after a kill', async () => {
    const telegram = await startTelegram();
    const port = await freePort();
    const secret = 'a-secret-of-many-letters';
    const webhook = { WEBHOOK_URL: `http://127.0.0.1:${port}/telegram`, WEBHOOK_SECRET: secret };
    const env = { ...telegram.env, ...webhook, PORT: String(port) };
    const person = telegram.user({ id: 707, first_name: 'A', language_code: 'ru' });
    const bring = async ({ updateId, message }: Said): Promise<number> => {
      const headers = { 'x-telegram-bot-api-secret-token': secret };
      const body = JSON.stringify({ update_id: updateId, message });
      return (await fetch(webhook.WEBHOOK_URL, { method: 'POST', headers, body })).status;
    };
    const torap = await startTorap({ env });
    telegram.fail('sendMessage', { kind: 'delay', delayMs: 1500 });
    const said = person.say(ASK);
    await expect
      .poll(() => telegram.calls.some(({ method }) => method === 'sendMessage'), { timeout: 40_000 })
      .toBe(true);
    expect(await bring(said)).toBe(200);
    expect(person.answers).toHaveLength(1);
    await torap.kill();
    const again = await startTorap({ env: { ...env, DATA_DIR: torap.dataDir } });
    await again.waitForLine(({ fields }) => fields.msg === 'connected to Telegram', 40_000);
    expect(await bring(said)).toBe(200);
    expect(person.answers).toHaveLength(1);
  });
});

async function nextTexts(person: Person, count: number): Promise<string[]> {
  const texts: string[] = [];
  while (texts.length < count) texts.push((await person.next(undefined, 60_000)).text ?? '');
  return texts;
}

/** The chats that have a file. */
async function statesIn(dataDir: string): Promise<string[]> {
  const found = await readdir(join(dataDir, 'chats'), { recursive: true }).catch(() => []);
  return found.filter((name) => name.endsWith('.json'));
}

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
