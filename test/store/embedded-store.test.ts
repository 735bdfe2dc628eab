import { describe, expect, it } from 'vitest';
import { NEW_CHAT } from '../../src/store/index.ts';
import { filesIn, openStore, reopen } from './open-store.ts';
import { newInquiry, OPENED_AT } from './sample-inquiry.ts';
import { describeStore } from './store-contract.ts';

describeStore('the embedded store', async () => (await openStore()).store);

describe('openEmbeddedStore', () => {
  it('makes no file before something is stored', async () => {
    const { folder, store } = await openStore();
    expect(await store.readChat(1)).toBeUndefined();
    expect(await store.spool.all()).toEqual([]);
    expect(await store.outcomes.since(0)).toEqual([]);
    expect(await filesIn(folder)).toEqual([]);
  });

  it('finds everything again after a restart', async () => {
    const open = await openStore();
    const { store } = open;
    await store.writeChat(7, { ...NEW_CHAT, language: 'kk' });
    await store.reminders.set(7, 10);
    await store.spool.put(5, { update_id: 5 });
    await store.desk.move(-1, -1001);
    const made = await store.inquiries.create(newInquiry('a'));
    const asked = { id: 'q', at: OPENED_AT, language: 'kk', question: 'Қорғас қайда?' } as const;
    await store.outcomes.add({ ...asked, outcome: 'refuse', answers: [] });
    await store.outcomes.vote('q', OPENED_AT, 'down');
    const again = (await reopen(open)).store;
    expect((await again.readChat(7))?.language).toBe('kk');
    expect(again.reminders.due(11)).toEqual([7]);
    expect(await again.spool.all()).toEqual([{ update_id: 5 }]);
    expect(again.desk.movedTo(-1)).toBe(-1001);
    expect(await again.inquiries.create(newInquiry('a'))).toEqual(made);
    expect(again.inquiries.list().map(({ number }) => number)).toEqual([made.number]);
    expect((await again.outcomes.since(0)).map(({ id, vote }) => `${id} ${vote}`)).toEqual(['q down']);
  });

  it('lets go of the folder on close, also when that comes twice', async () => {
    const { folder, store } = await openStore();
    await store.close();
    await store.close();
    await openStore(folder);
  });
});
