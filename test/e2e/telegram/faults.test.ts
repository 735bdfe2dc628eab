// Injected faults, and a Telegram that is down and up again.

import { Api } from 'grammy';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startTelegramDouble } from './double.ts';
import type { Fault } from './faults.ts';
import { callJson } from './test-bot.ts';

async function start() {
  const double = await startTelegramDouble();
  onTestFinished(() => double.close());
  const person = double.user({ id: 42, first_name: 'Айдос' });
  person.say('a');
  const say = (text: string) => callJson(double, 'sendMessage', { chat_id: 42, text });
  return { double, person, say };
}

describe('an injected fault', () => {
  it('meets the next calls that fit, as often as it is told', async () => {
    const { double, person, say } = await start();
    const fault = double.fail('sendMessage', { kind: 'flood', retryAfter: 7 }, 2);
    expect((await callJson(double, 'getMe')).ok).toBe(true);
    const refused = {
      status: 429,
      ok: false,
      error_code: 429,
      description: 'Too Many Requests: retry after 7',
      parameters: { retry_after: 7 },
    };
    expect(await say('one')).toEqual(refused);
    expect(await say('two')).toEqual(refused);
    expect((await say('three')).ok).toBe(true);
    expect(fault.hits()).toBe(2);
    expect(person.answers.map(({ text }) => text)).toEqual(['three']);
    expect(double.violations).toEqual([]);
    expect(double.calls.map(({ fault }) => fault)).toEqual([undefined, 'flood', 'flood', undefined]);
  });

  it('meets only the calls that a function picks, until it is taken back', async () => {
    const { double, say } = await start();
    const fault = double.fail(({ payload }) => payload.text === 'bad', { kind: 'error', status: 500 }, 9);
    expect((await say('good')).ok).toBe(true);
    expect(await say('bad')).toMatchObject({ status: 500, description: 'Internal Server Error' });
    fault.clear();
    expect((await say('bad')).ok).toBe(true);
    double.fail('*', { kind: 'error', status: 400, description: 'Bad Request: BOOM' });
    expect(await say('good')).toMatchObject({ status: 400, description: 'Bad Request: BOOM' });
    double.fail('*', { kind: 'hang' });
    double.clearFaults();
    expect((await say('good')).ok).toBe(true);
  });

  it.each<Exclude<Fault, { kind: 'flood' | 'delay' }>>([
    { kind: 'reset' },
    { kind: 'bad gateway' },
    { kind: 'error', status: 500 },
  ])('of kind $kind leaves the call undone, or done and unknown to the bot', async (fault) => {
    const { double, person } = await start();
    const api = new Api(double.token, { apiRoot: double.apiRoot });
    double.fail('sendMessage', fault);
    await expect(api.sendMessage(42, 'one')).rejects.toThrow();
    expect(person.answers).toEqual([]);
    double.fail('sendMessage', { ...fault, after: true });
    await expect(api.sendMessage(42, 'two')).rejects.toThrow();
    expect(person.answers.map(({ text }) => text)).toEqual(['two']);
  });

  it('sends a page of HTML as a bad gateway does', async () => {
    const { double } = await start();
    double.fail('getMe', { kind: 'bad gateway' });
    const response = await fetch(`${double.apiRoot}/bot${double.token}/getMe`);
    expect([response.status, response.headers.get('content-type')]).toEqual([502, 'text/html']);
    expect(await response.text()).toContain('<title>502 Bad Gateway</title>');
  });

  it('delays the answer, not the effect', async () => {
    const { double, person, say } = await start();
    double.fail('sendMessage', { kind: 'delay', delayMs: 150 });
    const began = performance.now();
    const saying = say('one');
    expect((await person.next()).text).toBe('one');
    expect((await saying).ok).toBe(true);
    expect(performance.now() - began).toBeGreaterThanOrEqual(145);
  });

  it('hangs until the caller gives up', async () => {
    const { double } = await start();
    double.fail('getMe', { kind: 'hang' });
    const signal = AbortSignal.timeout(100);
    await expect(fetch(`${double.apiRoot}/bot${double.token}/getMe`, { signal })).rejects.toThrow();
    expect(double.calls[0]).toMatchObject({ method: 'getMe', response: undefined, fault: 'hang' });
  });
});

describe('faults by chance', () => {
  const outcomesOf = async (seed: number) => {
    const { double, person, say } = await start();
    const faults = double.failRandomly({ rate: 0.5, seed, kinds: ['flood', 'error', 'reset after'] });
    for (let time = 0; time < 40; time += 1) await say(String(time)).catch(() => 'cut');
    return { double, person, say, faults, outcomes: double.calls.map(({ fault }) => fault) };
  };

  it('are the same for the same seed, and about as many as asked for', async () => {
    const { faults, outcomes, person } = await outcomesOf(7);
    expect((await outcomesOf(7)).outcomes).toEqual(outcomes);
    expect((await outcomesOf(8)).outcomes).not.toEqual(outcomes);
    expect(new Set(outcomes)).toEqual(new Set([undefined, 'flood', 'error', 'reset']));
    expect(faults.hits()).toBeGreaterThan(10);
    expect(faults.hits()).toBeLessThan(30);
    // What was cut off after it took effect is there all the same.
    const done = outcomes.filter((fault) => fault === undefined || fault === 'reset');
    expect(person.answers).toHaveLength(done.length);
  });

  it('meet only the methods that they are for, come after what was asked for, and end when cleared', async () => {
    const { double, say } = await start();
    const faults = double.failRandomly({ rate: 1, seed: 1, kinds: ['error'], methods: ['sendMessage'] });
    expect((await callJson(double, 'getMe')).ok).toBe(true);
    expect((await say('one')).status).toBe(500);
    double.fail('sendMessage', { kind: 'flood', retryAfter: 3 });
    expect((await say('two')).status).toBe(429);
    faults.clear();
    expect((await say('three')).ok).toBe(true);
    double.failRandomly({ rate: 1, seed: 1, kinds: ['error'] });
    double.clearFaults();
    expect((await say('four')).ok).toBe(true);
    expect(faults.hits()).toBe(1);
  });
});

describe('a double that is down', () => {
  it('refuses connections, and is up again at the same address with all that it knew', async () => {
    const { double, person, say } = await start();
    const waiting = callJson(double, 'getUpdates', { timeout: 30, offset: 999_999_999 - 100 }).catch(
      () => 'cut',
    );
    await double.down();
    await waiting;
    await expect(say('one')).rejects.toThrow('fetch failed');
    person.say('while it was down');
    await double.up();
    await double.up();
    expect((await say('two')).ok).toBe(true);
    expect(person.messages.map(({ text }) => text)).toEqual(['a', 'while it was down', 'two']);
  });
});

describe('calls', () => {
  it('can be waited for', async () => {
    const { double, say } = await start();
    const waiting = double.call(({ payload }) => payload.text === 'two');
    await say('one');
    await say('two');
    expect(await waiting).toMatchObject({ method: 'sendMessage', response: { ok: true, status: 200 } });
    expect((await double.call('sendMessage')).payload).toEqual({ chat_id: 42, text: 'one' });
    await expect(double.call('getChat', 20)).rejects.toThrow('No such call within 20 ms.');
  });
});
