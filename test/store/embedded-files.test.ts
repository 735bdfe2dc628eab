// Reminders, the spool and the desk's moves as files.

import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fanOut } from '../../src/store/record-folder.ts';
import { filesIn, NOW, type OpenStore, openStore, reopen } from './open-store.ts';

async function plant({ folder }: OpenStore, file: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await writeFile(join(folder, file), text);
}

async function namesIn({ folder }: OpenStore): Promise<string[]> {
  return (await filesIn(folder)).map((file) => relative(folder, file)).sort();
}

const reminderFile = (chat: number): string => fanOut('reminders', String(chat));

describe('reminders', () => {
  it('go on after a restart, the cleared ones do not', async () => {
    const open = await openStore();
    await Promise.all([1, 2, -3].map((chat) => open.store.reminders.set(chat, chat + 10)));
    await open.store.reminders.clear(2);
    await plant(open, `${reminderFile(1)}.new`, '{"ver');
    const again = await reopen(open);
    expect([...again.store.reminders.due(100)].sort()).toEqual([-3, 1]);
    expect(await namesIn(again)).toEqual([reminderFile(-3), reminderFile(1)].sort());
  });

  it('keep the last of those set at once', async () => {
    const open = await openStore();
    const { reminders } = open.store;
    await Promise.all([reminders.set(1, 10), reminders.clear(1), reminders.set(1, 20), reminders.set(1, 30)]);
    const again = await reopen(open);
    expect(again.store.reminders.due(30)).toEqual([]);
    expect(again.store.reminders.due(31)).toEqual([1]);
  });
});

describe('the spool', () => {
  it('leaves no file when all is done', async () => {
    const open = await openStore();
    await Promise.all([1, 2].map((number) => open.store.spool.put(number, { update_id: number })));
    expect(await namesIn(open)).toEqual(['spool/1.json', 'spool/2.json']);
    await Promise.all([1, 2].map((number) => open.store.spool.drop(number)));
    expect(await namesIn(open)).toEqual([]);
  });

  it('gives an update with the same number once, as it came last', async () => {
    const { store } = await openStore();
    await store.spool.put(1, { update_id: 1 });
    await store.spool.put(1, { update_id: 1, message: {} });
    expect(await store.spool.all()).toEqual([{ update_id: 1, message: {} }]);
  });
});

describe('a damaged file', () => {
  it.each([
    ['a reminder', reminderFile(1)],
    ['an update of the spool', 'spool/1.json'],
    ["the desk's record", 'desk.json'],
  ])('(%s) is set aside and reported once, and the rest goes on', async (_, file) => {
    const open = await openStore();
    await open.store.reminders.set(2, 10);
    await open.store.spool.put(2, { update_id: 2 });
    await plant(open, file, '{"version":1,');
    const again = await reopen(open);
    expect(again.store.reminders.due(11)).toEqual([2]);
    expect(await again.store.spool.all()).toEqual([{ update_id: 2 }]);
    expect(again.store.desk.movedTo(-1)).toBeUndefined();
    await again.store.desk.move(-1, -2);
    expect(again.reports.map((report) => basename(report.file))).toEqual([
      `${basename(file)}.damaged-${NOW}`,
    ]);
    const third = await reopen(again);
    await third.store.spool.all();
    expect(third.reports).toEqual([]);
    expect(third.store.desk.movedTo(-1)).toBe(-2);
  });
});
