import { Api } from 'grammy';
import { describe, expect, it } from 'vitest';
import { takeBackMenus } from '../../src/bot/staff-menus.ts';
import { ChatHarness } from './chat-harness.ts';

/** Takes menus back from a Telegram that refuses as the test says; returns what was deleted where. */
async function takeFrom(had: readonly number[], staffChats: readonly number[], refusal?: object) {
  const { store, parts } = new ChatHarness();
  await store.desk.noteStaffMenus(had);
  let writes = 0;
  const desk = {
    staffMenus: store.desk.staffMenus,
    noteStaffMenus: (chats: readonly number[]) => {
      writes += 1;
      return store.desk.noteStaffMenus(chats);
    },
  };
  const deleted: unknown[] = [];
  const api = new Api('1:test');
  api.config.use(async (_previous, method, payload) => {
    if (refusal) return refusal as never;
    deleted.push([method, (payload as { scope: { chat_id: number } }).scope.chat_id]);
    return { ok: true, result: true } as never;
  });
  await takeBackMenus(api, { staffChats, desk, log: parts.log });
  return { deleted, has: store.desk.staffMenus(), writes };
}

describe('takeBackMenus', () => {
  it('takes them, in every language, from those alone who are staff no longer', async () => {
    const { deleted, has } = await takeFrom([1, -100], [-100, 2]);
    expect(deleted).toEqual(Array.from({ length: 4 }, () => ['deleteMyCommands', 1]));
    expect(has).toEqual([-100, 2]);
  });

  it('asks for nothing and writes nothing where nothing changed', async () => {
    expect(await takeFrom([2, -100], [-100, 2])).toEqual({ deleted: [], has: [2, -100], writes: 0 });
  });

  it('tries again at the next start after a failure, and forgets a chat that is gone', async () => {
    const refused = (error_code: number, description: string) => ({ ok: false, error_code, description });
    expect((await takeFrom([1], [2], refused(500, 'Internal Server Error'))).has).toEqual([2, 1]);
    expect((await takeFrom([1], [2], refused(400, 'Bad Request: chat not found'))).has).toEqual([2]);
  });
});
