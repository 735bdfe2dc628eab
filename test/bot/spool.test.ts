import type { Update } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { createSpool } from '../../src/bot/spool.ts';
import type { SpoolStore } from '../../src/store/index.ts';
import { createMemoryStore } from '../memory-store.ts';

const update = (update_id: number): Update => ({ update_id });

function spoolOver(store: SpoolStore = createMemoryStore().spool) {
  const clock = { now: 0 };
  const logged: string[] = [];
  const note = (_: object, message: string) => void logged.push(message);
  const log = { info: () => {}, warn: () => {}, error: note };
  return { spool: createSpool(store, log, () => clock.now), store, clock, logged };
}

describe('the spool', () => {
  it('writes down what takes long, and only that', async () => {
    const { spool, store, clock } = spoolOver();
    spool.begin(update(1));
    clock.now = 100;
    spool.begin(update(2));
    const kept: number[] = [];
    await spool.keep(50, (number) => kept.push(number));
    await spool.keep(50, (number) => kept.push(number));
    expect(kept).toEqual([1]);
    expect(await store.all()).toEqual([update(1)]);
    expect(spool.size()).toBe(1);
  });

  it('drops it when it is done, also when it is done while it is written', async () => {
    let write = (): void => {};
    const { spool: kept } = createMemoryStore();
    const put = async (number: number, value: unknown) => {
      await new Promise<void>((resolve) => {
        write = resolve;
      });
      await kept.put(number, value);
    };
    const { spool } = spoolOver({ ...kept, put });
    spool.begin(update(1));
    const keeping = spool.keep(0, () => {});
    const finished = spool.finish(1);
    write();
    await Promise.all([keeping, finished]);
    expect(await kept.all()).toEqual([]);
    expect(spool.size()).toBe(0);
  });

  it('gives back what an earlier process left, and drops it once it is done', async () => {
    const { spool, store } = spoolOver();
    await store.put(5, update(5));
    await store.put(4, update(4));
    await store.put(9, 'no update');
    expect(await spool.left()).toEqual([update(4), update(5)]);
    expect([spool.wasLeft(4), spool.wasLeft(6)]).toEqual([true, false]);
    await spool.finish(4);
    expect(await store.all()).toEqual([update(5), 'no update']);
    expect(spool.wasLeft(4)).toBe(true);
  });

  it('writes down none before the earlier ones of its chat, whose place it would take at the next start', async () => {
    const { spool: kept } = createMemoryStore();
    const begun: number[] = [];
    let fail = (): void => {};
    const put = async (number: number, value: unknown) => {
      begun.push(number);
      if (number === 1)
        await new Promise((_, reject) => {
          fail = () => reject(new Error('ENOSPC'));
        });
      await kept.put(number, value);
    };
    const { spool, clock } = spoolOver({ ...kept, put });
    const inChat = (update_id: number, id: number): Update =>
      ({ update_id, message: { chat: { id } } }) as Update;
    for (const one of [inChat(1, 701), inChat(2, 702), inChat(3, 701)]) spool.begin(one);
    clock.now = 10;
    const keeping = spool.keep(5, () => {});
    expect(begun).toEqual([1, 2]);
    fail();
    await keeping;
    // The first is to age anew; until then the third waits for it.
    await spool.keep(5, () => {});
    expect(begun).toEqual([1, 2]);
    expect(await kept.all()).toEqual([inChat(2, 702)]);
  });

  it('does not count as kept what could not be written, says so, and tries anew when it has aged again', async () => {
    const { spool, clock, logged } = spoolOver({
      ...createMemoryStore().spool,
      put: () => Promise.reject(new Error('ENOSPC')),
    });
    spool.begin(update(1));
    const kept: number[] = [];
    clock.now = 10;
    await spool.keep(5, (number) => kept.push(number));
    await spool.keep(5, (number) => kept.push(number));
    expect(logged).toHaveLength(1);
    await spool.keep(10, (number) => kept.push(number));
    expect(logged).toHaveLength(2);
    expect(kept).toEqual([]);
    await spool.finish(1);
  });
});
