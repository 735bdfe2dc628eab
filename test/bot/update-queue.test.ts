import type { Update } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { createUpdateQueue } from '../../src/bot/update-queue.ts';

let updates = 0;

function messageIn(chat: number): Update {
  updates += 1;
  return {
    update_id: updates,
    message: {
      message_id: updates,
      date: 0,
      chat: { id: chat, type: 'private', first_name: 'A' },
      from: { id: chat, is_bot: false, first_name: 'A' },
      text: 'x',
    },
  };
}

/** A handler whose updates stay under way until they are let go. */
function heldHandler() {
  const begun: number[] = [];
  const letGo = new Map<number, () => void>();
  const handle = (update: Update): Promise<void> => {
    begun.push(update.update_id);
    return new Promise((resolve) => letGo.set(update.update_id, resolve));
  };
  const finish = async (update: Update, done: Promise<void>): Promise<void> => {
    letGo.get(update.update_id)?.();
    await done;
  };
  return { begun, handle, finish };
}

/** Lets everything that is ready to run, run. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('the update queue', () => {
  it("runs one chat's updates one after another", async () => {
    const { begun, handle, finish } = heldHandler();
    const queue = createUpdateQueue(handle, 10);
    const [first, second] = [messageIn(1), messageIn(1)];
    const [firstDone, secondDone] = [queue.push(first), queue.push(second)];
    await settle();
    expect(begun).toEqual([first.update_id]);
    await finish(first, firstDone);
    await settle();
    expect(begun).toEqual([first.update_id, second.update_id]);
    await finish(second, secondDone);
  });

  it('runs chats side by side', async () => {
    const { begun, handle, finish } = heldHandler();
    const queue = createUpdateQueue(handle, 10);
    const [slow, quick] = [messageIn(1), messageIn(2)];
    const slowDone = queue.push(slow);
    const quickDone = queue.push(quick);
    await settle();
    expect(begun).toEqual([slow.update_id, quick.update_id]);
    await finish(quick, quickDone);
    await finish(slow, slowDone);
  });

  it('keeps no more under way than its limit', async () => {
    const { begun, handle, finish } = heldHandler();
    const queue = createUpdateQueue(handle, 2);
    const all = [1, 2, 3, 4].map(messageIn);
    const done = all.map((update) => queue.push(update));
    await settle();
    expect(begun).toHaveLength(2);
    for (const [place, update] of all.entries()) {
      await finish(update, done[place] ?? Promise.resolve());
      await settle();
    }
    expect(begun).toEqual(all.map(({ update_id }) => update_id));
  });

  it('goes on after an update that failed', async () => {
    const handled: number[] = [];
    const queue = createUpdateQueue(async ({ update_id }) => {
      handled.push(update_id);
      if (handled.length === 1) throw new Error('broken');
    }, 1);
    const [bad, good] = [messageIn(1), messageIn(1)];
    const outcomes = await Promise.allSettled([queue.push(bad), queue.push(good)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(handled).toEqual([bad.update_id, good.update_id]);
  });

  it('tells when nothing is left', async () => {
    const { handle, finish } = heldHandler();
    const queue = createUpdateQueue(handle, 1);
    await queue.whenIdle();
    const update = messageIn(1);
    const done = queue.push(update);
    const idle = queue.whenIdle();
    expect(queue.size()).toBe(1);
    await settle();
    await finish(update, done);
    await idle;
    expect(queue.size()).toBe(0);
  });

  it("runs other work in a chat's order", async () => {
    const { begun, handle, finish } = heldHandler();
    const queue = createUpdateQueue(handle, 10);
    const first = messageIn(1);
    const firstDone = queue.push(first);
    const ran: string[] = [];
    const reminder = queue.run(1, async () => {
      ran.push('reminder');
      return 'reminded';
    });
    const second = messageIn(1);
    const secondDone = queue.push(second);
    await queue.run(2, async () => void ran.push('elsewhere'));
    expect(ran).toEqual(['elsewhere']);
    await finish(first, firstDone);
    expect(await reminder).toBe('reminded');
    await settle();
    expect(begun).toEqual([first.update_id, second.update_id]);
    await finish(second, secondDone);
  });

  it('tells since when its oldest is there', async () => {
    const { handle, finish } = heldHandler();
    let now = 100;
    const queue = createUpdateQueue(handle, 1, () => now);
    expect(queue.oldest()).toBeUndefined();
    const [first, second] = [messageIn(1), messageIn(1)];
    const firstDone = queue.push(first);
    now = 200;
    const secondDone = queue.push(second);
    await settle();
    expect(queue.oldest()).toBe(100);
    await finish(first, firstDone);
    expect(queue.oldest()).toBe(200);
    await settle();
    await finish(second, secondDone);
    expect(queue.oldest()).toBeUndefined();
  });
});
