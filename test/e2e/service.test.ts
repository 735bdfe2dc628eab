// The process as whoever runs it meets it: start, faults of Telegram, stop, kill, webhook, settings.

import { describe, expect, it } from 'vitest';
import { setUpEndToEnd } from './setup.ts';

const { startTelegram, startTorap } = setUpEndToEnd();

const ASK = 'где находится Хоргос';

describe('the service', () => {
  it.each([
    ['429', { kind: 'flood', retryAfter: 1 }],
    ['500', { kind: 'error', status: 500 }],
    ['502 with HTML', { kind: 'bad gateway' }],
    ['a cut connection', { kind: 'reset' }],
  ] as const)('answers in spite of %s', async (_name, fault) => {
    const telegram = await startTelegram();
    await startTorap({ env: telegram.env });
    telegram.fail('sendMessage', fault);
    const person = telegram.user({ id: 601, first_name: 'A', language_code: 'ru' });
    person.say(ASK);
    expect((await person.next(undefined, 40_000)).text).toContain('Хоргос');
  });

  it('answers others while one chat waits, and each chat in its order', async () => {
    const telegram = await startTelegram();
    await startTorap({ env: telegram.env });
    const slow = telegram.user({ id: 602, first_name: 'Slow', language_code: 'ru' });
    const quick = telegram.user({ id: 603, first_name: 'Quick', language_code: 'ru' });
    const held = telegram.fail(({ payload }) => payload.chat_id === 602, { kind: 'flood', retryAfter: 3 });
    slow.say('/hubs');
    slow.say('/privacy');
    quick.say(ASK);
    await quick.next();
    expect(slow.answers).toHaveLength(0);
    const texts = [await slow.next(), await slow.next()].map(({ text }) => text ?? '');
    expect(held.hits()).toBe(1);
    expect(texts[0]).toContain('Пять трансграничных хабов');
    expect(texts[1]).toContain('Что я храню');
  });

  it('tells the person when an update fails, and goes on', async () => {
    const telegram = await startTelegram();
    const torap = await startTorap({ env: telegram.env });
    const person = telegram.user({ id: 604, first_name: 'A', language_code: 'ru' });
    telegram.fail('sendMessage', { kind: 'error', status: 400, description: 'Bad Request: something odd' });
    person.say(ASK);
    expect((await person.next()).text).toContain('ответить не получилось');
    const line = await torap.waitForLine(({ fields }) => fields.msg === 'an update failed');
    expect(line.text).not.toContain(ASK);
    expect(line.text).not.toContain(telegram.token);
    person.say(ASK);
    expect((await person.next()).text).toContain('Хоргос');
  });

  it('finishes what was begun on SIGTERM, and answers nothing twice afterwards', async () => {
    const telegram = await startTelegram();
    const torap = await startTorap({ env: telegram.env });
    const person = telegram.user({ id: 605, first_name: 'A', language_code: 'ru' });
    telegram.fail('sendMessage', { kind: 'delay', delayMs: 1500 });
    person.say(ASK);
    await expect
      .poll(() => telegram.calls.some(({ method }) => method === 'sendMessage'), { timeout: 40_000 })
      .toBe(true);
    const { code, milliseconds } = await torap.stop('SIGTERM');
    expect(code).toBe(0);
    expect(milliseconds).toBeLessThan(10_000);
    expect(telegram.unconfirmed()).toEqual([]);
    await startTorap({ env: { ...telegram.env, DATA_DIR: torap.dataDir } });
    person.say('/hubs');
    await person.next(({ text }) => text?.includes('Пять') ?? false);
    expect(person.answers).toHaveLength(2);
  });

  it('finishes on Ctrl-C, which npm sends a second time', async () => {
    const telegram = await startTelegram();
    const torap = await startTorap({ env: telegram.env });
    process.kill(torap.pid, 'SIGINT');
    const { code } = await torap.stop('SIGINT');
    expect(code).toBe(0);
    expect(torap.lines.at(-1)?.fields.msg).toBe('stopped');
  });

  it('answers after a kill what it had not answered before', async () => {
    const telegram = await startTelegram();
    const torap = await startTorap({ env: telegram.env });
    const person = telegram.user({ id: 606, first_name: 'A', language_code: 'ru' });
    telegram.fail('sendMessage', { kind: 'hang' });
    person.say(ASK);
    await expect
      .poll(() => telegram.calls.some(({ method }) => method === 'sendMessage'), { timeout: 40_000 })
      .toBe(true);
    await torap.kill();
    await startTorap({ env: { ...telegram.env, DATA_DIR: torap.dataDir } });
    expect((await person.next()).text).toContain('Хоргос');
  });

  it('says that Telegram is out of reach, goes on trying, and says that it is back', async () => {
    const telegram = await startTelegram();
    await telegram.down();
    const torap = await startTorap({ env: telegram.env });
    await torap.waitForLine(({ fields }) => String(fields.msg).includes('out of reach'));
    expect((await fetch(`${torap.url}/health`)).status).toBe(503);
    await telegram.up();
    await torap.waitForLine(({ fields }) => fields.msg === 'connected to Telegram', 40_000);
    await expect.poll(async () => (await fetch(`${torap.url}/health`)).status, { timeout: 40_000 }).toBe(200);
  });

  it('says that a token is wrong, and ends', async () => {
    const telegram = await startTelegram();
    const env = { ...telegram.env, BOT_TOKEN: '1:wrong-token-of-many-letters' };
    const torap = await startTorap({ env });
    expect((await torap.exited).code).toBe(2);
    expect(torap.lines.at(-1)?.text).toContain('BOT_TOKEN');
  });

  it('asks Telegram to bring an update again that comes before it is ready', async () => {
    const telegram = await startTelegram();
    await telegram.down();
    const port = await freePort();
    const WEBHOOK_URL = `http://127.0.0.1:${port}/telegram`;
    const secret = 'a-secret-of-many-letters';
    await startTorap({ env: { ...telegram.env, WEBHOOK_URL, WEBHOOK_SECRET: secret, PORT: String(port) } });
    const headers = { 'x-telegram-bot-api-secret-token': secret };
    const early = await fetch(WEBHOOK_URL, { method: 'POST', headers, body: '{"update_id":1}' });
    expect(early.status).toBe(503);
  });

  it('takes updates in by webhook, each answered once it is done', async () => {
    const telegram = await startTelegram();
    const port = await freePort();
    const WEBHOOK_URL = `http://127.0.0.1:${port}/telegram`;
    const env = {
      ...telegram.env,
      WEBHOOK_URL,
      WEBHOOK_SECRET: 'a-secret-of-many-letters',
      PORT: String(port),
    };
    await startTorap({ env });
    const person = telegram.user({ id: 607, first_name: 'A', language_code: 'en' });
    person.say('where is Khorgos');
    expect((await person.next()).text).toContain('Khorgos');
    await expect.poll(() => telegram.unconfirmed().length).toBe(0);
    const forged = await fetch(WEBHOOK_URL, { method: 'POST', body: '{"update_id":1}' });
    expect(forged.status).toBe(401);
  });
});

describe('a wrong setting', () => {
  it.each([
    [{ PORT: 'eighty' }, 'PORT'],
    [{ BOT_TOKEN: 'hello' }, 'BOT_TOKEN'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    [{ CONTENT_DIR: '/nowhere' }, 'CONTENT_DIR'],
    [{ DATA_DIR: '/dev/null/data' }, 'DATA_DIR'],
    [{ DATABASE_URL: 'postgres://localhost/torap' }, 'DATABASE_URL'],
  ])('%j stops the start with one line and exit status 2', async (env, name) => {
    const torap = await startTorap({ env, ready: null });
    expect((await torap.exited).code).toBe(2);
    const said = torap.lines.filter(({ stream }) => stream === 'stderr');
    expect(said).toHaveLength(1);
    expect(said[0]?.text).toContain(name);
  });
});

describe('a second process on the same DATA_DIR', () => {
  it('is refused with one line and exit status 2, and the first goes on', async () => {
    const first = await startTorap({ env: {} });
    const second = await startTorap({ env: { DATA_DIR: first.dataDir }, ready: null });
    expect((await second.exited).code).toBe(2);
    const said = second.lines.filter(({ stream }) => stream === 'stderr');
    expect(said.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^DATA_DIR: .* is in use by another Torap process \(pid \d+\)\. Stop it, or set/),
    ]);
    expect((await fetch(`${first.url}/health`)).status).toBe(200);
  });
});

async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
