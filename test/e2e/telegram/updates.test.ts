// getUpdates: offsets, long polling, conflicts, kinds of update.

import { describe, expect, it, onTestFinished } from 'vitest';
import { type DoubleOptions, startTelegramDouble } from './double.ts';
import { callJson } from './test-bot.ts';

async function start(options?: DoubleOptions) {
  const double = await startTelegramDouble(options);
  onTestFinished(() => double.close());
  const person = double.user({ id: 42, first_name: 'Айдос' });
  const fetch = (payload: object = {}) => callJson(double, 'getUpdates', payload);
  const ids = async (payload: object = {}) => idsOf((await fetch(payload)).result);
  return { double, person, fetch, ids };
}

function idsOf(result: unknown): number[] {
  return Array.isArray(result) ? result.map(({ update_id }) => update_id) : [];
}

/** Says something a few times; returns the updates' numbers. */
function say(person: { say: (text: string) => { updateId: number | undefined } }, times: number): number[] {
  return Array.from({ length: times }, (_, place) => person.say(`message ${place}`).updateId ?? 0);
}

describe('getUpdates', () => {
  it('returns updates until an offset above them confirms them', async () => {
    const { double, person, ids } = await start();
    const [first = 0, second = 0, third = 0] = say(person, 3);
    expect(second).toBe(first + 1);
    expect(await ids()).toEqual([first, second, third]);
    expect(await ids({ offset: first })).toEqual([first, second, third]);
    expect(double.unconfirmed().map(({ update_id }) => update_id)).toEqual([first, second, third]);
    expect(await ids({ offset: third })).toEqual([third]);
    expect(double.unconfirmed().map(({ update_id }) => update_id)).toEqual([third]);
    expect(await ids({ offset: third + 1 })).toEqual([]);
    expect(double.unconfirmed()).toEqual([]);
    // What is confirmed is forgotten for ever.
    const [fourth] = say(person, 1);
    expect(await ids({ offset: first })).toEqual([fourth]);
  });

  it('returns no more than the limit', async () => {
    const { person, ids } = await start();
    const [first = 0, second = 0] = say(person, 150);
    expect(await ids({ limit: 2 })).toEqual([first, second]);
    expect(await ids({ offset: first })).toHaveLength(100);
  });

  it('with a negative offset forgets all but that many from the end', async () => {
    const { double, person, ids } = await start();
    const [, , third, fourth] = say(person, 4);
    expect(await ids({ offset: -2 })).toEqual([third, fourth]);
    expect(double.unconfirmed()).toHaveLength(2);
  });

  it('reads an offset far ahead as a mistake: everything is returned, nothing forgotten', async () => {
    const { double, person, ids } = await start();
    const all = say(person, 2);
    expect(await ids({ offset: (all.at(-1) ?? 0) + 100 })).toEqual(all);
    expect(double.unconfirmed()).toHaveLength(2);
  });

  it('returns no more than one update when the same offset comes again within half a second', async () => {
    const { person, ids } = await start();
    const [first = 0, second = 0] = say(person, 2);
    expect(await ids({ offset: first })).toEqual([first, second]);
    expect(await ids({ offset: first })).toEqual([first]);
  });

  it('makes the same offset wait when it comes again within three seconds and there is nothing', async () => {
    const { person, ids } = await start();
    await ids();
    const waiting = ids();
    const [first] = say(person, 1);
    expect(await waiting).toEqual([first]);
  });

  it('waits for an update when there is none, and returns at once when there is one', async () => {
    const { person, ids } = await start();
    const waiting = ids({ timeout: 30 });
    const [first] = say(person, 1);
    expect(await waiting).toEqual([first]);
    expect(await ids({ timeout: 30 })).toEqual([first]);
  });

  it('returns nothing when its time is up', async () => {
    const { ids } = await start();
    expect(await ids({ timeout: 1 })).toEqual([]);
  });

  it('is ended by another one that waits', async () => {
    const { double, person, fetch } = await start();
    const first = fetch({ timeout: 30 });
    await expect.poll(() => double.calls.length).toBe(1);
    const second = fetch({ timeout: 30, offset: 1 });
    expect(await first).toMatchObject({
      status: 409,
      error_code: 409,
      description:
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    });
    const [update] = say(person, 1);
    expect(idsOf((await second).result)).toEqual([update]);
  });

  it('forgets a caller that hung up', async () => {
    const { double, person, ids } = await start();
    const hangUp = new AbortController();
    const url = `${double.apiRoot}/bot${double.token}/getUpdates?timeout=30`;
    const gone = fetch(url, { signal: hangUp.signal }).catch(() => 'gone');
    await expect.poll(() => double.calls.length).toBe(1);
    hangUp.abort();
    expect(await gone).toBe('gone');
    await expect.poll(() => double.calls[0]?.response).toBeDefined();
    const [first] = say(person, 1);
    expect(await ids({ offset: 1 })).toEqual([first]);
  });

  it('brings the kinds that were asked for, from then on', async () => {
    const { double, person, ids } = await start();
    const [first = 0] = say(person, 1);
    await ids({ allowed_updates: ['edited_message'] });
    expect(person.say('a').updateId).toBeUndefined();
    const { message } = person.say('b');
    const edited = person.edit(message.message_id, 'c').updateId;
    // The setting stays when it is not given again.
    expect(await ids({ offset: 1 })).toEqual([first, edited]);
    await ids({ offset: 2, allowed_updates: [] });
    expect(person.say('d').updateId).toBeDefined();
    expect(double.violations).toEqual([]);
  });

  it('records figures and kinds that are not published', async () => {
    const { double, fetch, person } = await start();
    say(person, 1);
    await fetch({ limit: 101, timeout: 60, allowed_updates: ['messages'] });
    expect(double.takeViolations().map(({ problem }) => problem)).toEqual([
      'limit is 101: 1–100 are accepted',
      'timeout is 60: Telegram waits 0–50 seconds',
      'allowed_updates names "messages", which is no kind of update',
    ]);
  });
});
