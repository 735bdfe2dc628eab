// Fetching against a Telegram of a few lines, which keeps what lies at or above the offset.

import type { Update } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { startPolling } from '../../src/bot/polling.ts';
import { createSpool } from '../../src/bot/spool.ts';
import { createUpdateQueue } from '../../src/bot/update-queue.ts';
import { createMemoryStore } from '../memory-store.ts';

interface Request {
  readonly offset: number;
  readonly limit: number;
}

const log = { info: () => {}, warn: () => {}, error: () => {} };

/** Updates of chats, numbered from 1. */
function updatesOf(chats: readonly number[]): Update[] {
  return chats.map((chat, place) => ({
    update_id: place + 1,
    message: { message_id: place, date: 0, chat: { id: chat, type: 'private', first_name: 'A' } },
  })) as Update[];
}

/** Polls a Telegram with those updates; each is under way until it is let go, or done at once. */
function poll(updates: Update[], holds: (update: Update) => boolean) {
  const handled: number[] = [];
  const events: ('fetch' | 'handle')[] = [];
  const held = new Map<number, () => void>();
  let now = 0;
  let offset = 0;
  let fetches = 0;
  const getUpdates = async (request: Request): Promise<Update[]> => {
    offset = request.offset;
    fetches += 1;
    events.push('fetch');
    await new Promise((resolve) => setTimeout(resolve, 5));
    return updates.filter(({ update_id }) => update_id >= request.offset).slice(0, request.limit);
  };
  const handle = async (update: Update): Promise<void> => {
    handled.push(update.update_id);
    events.push('handle');
    if (holds(update)) await new Promise<void>((resolve) => held.set(update.update_id, resolve));
  };
  const queue = createUpdateQueue(handle, 10, () => now);
  const { spool: stored } = createMemoryStore();
  const spool = createSpool(stored, log, () => now);
  const polling = startPolling({
    bot: { api: { getUpdates } } as never,
    handle: queue.push,
    spool,
    underWay: queue.size,
    log,
    now: () => now,
  });
  return {
    handled,
    /** What was done, in order. */
    events,
    /** The numbers of the updates that are written down. */
    stored: async () => (await stored.all()).map((update) => (update as Update).update_id),
    letGo: (number: number) => held.get(number)?.(),
    offset: () => offset,
    fetches: () => fetches,
    age: (milliseconds: number) => {
      now += milliseconds;
    },
    /** Ends it, and tells the offset that Telegram hears last. */
    end: async () => {
      await polling.close();
      await polling.confirm();
      return offset;
    },
  };
}

describe('polling', () => {
  it('confirms nothing past an update under way, whatever is done behind it', async () => {
    const run = poll(updatesOf([1, 2, 3]), ({ update_id }) => update_id === 1);
    await expect.poll(() => run.handled).toEqual([1, 2, 3]);
    expect(await run.end()).toBe(1);
  });

  it('confirms nothing before it is handled', async () => {
    const run = poll(updatesOf([1]), () => true);
    await expect.poll(() => run.handled).toEqual([1]);
    expect(run.offset()).toBeLessThanOrEqual(1);
    run.letGo(1);
    await expect.poll(run.offset).toBe(2);
    expect(await run.stored()).toEqual([]);
    await run.end();
  });

  it('asks for more before it handles what came, so that nobody waits for Telegram in between', async () => {
    const run = poll(updatesOf([1, 2]), () => false);
    await expect.poll(() => run.handled).toEqual([1, 2]);
    expect(run.events.slice(0, 4)).toEqual(['fetch', 'fetch', 'handle', 'handle']);
    await run.end();
  });

  it('has begun what came when it is closed', async () => {
    const run = poll(updatesOf([1]), () => true);
    await expect.poll(run.fetches).toBe(2);
    await run.end();
    expect(run.handled).toEqual([1]);
  });

  it('is not held up by one chat with a hundred updates behind it', async () => {
    const chats = [1, ...Array.from({ length: 150 }, () => 2), 3];
    const run = poll(updatesOf(chats), ({ update_id }) => update_id === 1);
    await expect.poll(() => run.handled.length).toBeGreaterThan(90);
    expect(run.handled).not.toContain(152);
    run.age(600);
    await expect.poll(() => run.handled.includes(152), { timeout: 5_000 }).toBe(true);
    expect(await run.stored()).toEqual([1]);
    run.letGo(1);
    await expect.poll(run.stored).toEqual([]);
    expect(await run.end()).toBe(153);
  });

  it('writes down one that takes five seconds, where nothing else presses', async () => {
    const run = poll(updatesOf([1, 2]), ({ update_id }) => update_id === 1);
    await expect.poll(() => run.handled).toEqual([1, 2]);
    run.age(4_999);
    const before = run.fetches();
    await expect.poll(run.fetches, { timeout: 5_000 }).toBeGreaterThan(before + 1);
    expect(await run.stored()).toEqual([]);
    run.age(1);
    await expect.poll(run.offset, { timeout: 5_000 }).toBe(3);
    expect(await run.stored()).toEqual([1]);
    await run.end();
    expect(await run.stored()).toEqual([1]);
  });
});
