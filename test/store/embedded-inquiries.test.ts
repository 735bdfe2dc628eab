import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fanOut } from '../../src/store/record-folder.ts';
import { filesIn, NOW, openStore, reopen } from './open-store.ts';
import { newInquiry, OPENED_AT } from './sample-inquiry.ts';

function inquiryFile(folder: string, number: string): string {
  return fanOut(join(folder, 'inquiries'), number);
}

describe('numbers of inquiries', () => {
  it('go on after a restart where they were', async () => {
    const open = await openStore();
    await open.store.inquiries.create(newInquiry('a'));
    await open.store.inquiries.create(newInquiry('b'));
    const { store } = await reopen(open);
    expect((await store.inquiries.create(newInquiry('c'))).number).toBe('T-2611-0003');
  });

  it('are not given again after the last inquiry was erased and the process was restarted', async () => {
    const open = await openStore();
    await open.store.inquiries.create(newInquiry('a'));
    await open.store.inquiries.create(newInquiry('b'));
    await Promise.all(['T-2611-0001', 'T-2611-0002'].map((number) => open.store.inquiries.erase(number)));
    const { store } = await reopen(open);
    expect(store.inquiries.list()).toEqual([]);
    expect((await store.inquiries.create(newInquiry('c'))).number).toBe('T-2611-0003');
  });

  it('go on past those in the folder when the counts are damaged or older', async () => {
    const open = await openStore();
    for (const key of ['a', 'b', 'c']) await open.store.inquiries.create(newInquiry(key));
    await writeFile(join(open.folder, 'inquiry-counts.json'), '{"version":1,"counts":{"2611":1}}');
    const older = await reopen(open);
    expect((await older.store.inquiries.create(newInquiry('d'))).number).toBe('T-2611-0004');
    await writeFile(join(open.folder, 'inquiry-counts.json'), '{"version":1,');
    const damaged = await reopen(older);
    expect((await damaged.store.inquiries.create(newInquiry('e'))).number).toBe('T-2611-0005');
    expect(damaged.reports.map(({ file }) => basename(file))).toEqual([`inquiry-counts.json.damaged-${NOW}`]);
  });

  it('have as many digits as they need', async () => {
    const open = await openStore();
    await writeFile(join(open.folder, 'inquiry-counts.json'), '{"version":1,"counts":{"2611":9998}}');
    const { store } = await reopen(open);
    for (const key of ['a', 'b']) await store.inquiries.create(newInquiry(key));
    expect(store.inquiries.list().map(({ number }) => number)).toEqual(['T-2611-9999', 'T-2611-10000']);
  });
});

describe('an inquiry that is damaged', () => {
  it.each([
    ['cut off', '{"version":1,"number":"T-2611-0001"'],
    ['of another number', JSON.stringify({ ...newInquiry('x'), number: 'T-2611-0009' })],
    ['of a version yet to come', '{"version":2}'],
  ])('(%s) is set aside at the start, its number stays taken, and the others are there', async (_, text) => {
    const open = await openStore();
    for (const key of ['a', 'b']) await open.store.inquiries.create(newInquiry(key));
    const file = inquiryFile(open.folder, 'T-2611-0002');
    await writeFile(file, text);
    const again = await reopen(open);
    expect(again.reports.map((report) => report.file)).toEqual([`${file}.damaged-${NOW}`]);
    expect(again.store.inquiries.list().map(({ key }) => key)).toEqual(['a']);
    const third = await reopen(again);
    expect(third.reports).toEqual([]);
    expect((await third.store.inquiries.create(newInquiry('b'))).number).toBe('T-2611-0003');
    expect(await readFile(`${file}.damaged-${NOW}`, 'utf8')).toBe(text);
  });

  it('while the process runs is set aside when it is read, and leaves the list', async () => {
    const { folder, store, reports } = await openStore();
    await store.inquiries.create(newInquiry('a'));
    await writeFile(inquiryFile(folder, 'T-2611-0001'), '');
    expect(await store.inquiries.read('T-2611-0001')).toBeUndefined();
    expect(store.inquiries.list()).toEqual([]);
    expect(reports).toHaveLength(1);
    expect((await store.inquiries.create(newInquiry('a'))).number).toBe('T-2611-0002');
  });
});

describe('what a kill left of inquiries', () => {
  it('is removed at the start, and the inquiry is as it was', async () => {
    const open = await openStore();
    const made = await open.store.inquiries.create(newInquiry('a'));
    await writeFile(`${inquiryFile(open.folder, made.number)}.new`, '{"version":1,"num');
    const again = await reopen(open);
    expect(await again.store.inquiries.read(made.number)).toEqual(made);
    expect((await filesIn(open.folder)).map((file) => basename(file))).toEqual([`${made.number}.json`]);
    expect(again.reports).toEqual([]);
  });
});

describe('a write of an inquiry on a full disk', () => {
  it('rejects, leaves disk and memory as they were, and succeeds when there is room again', async () => {
    const { folder, store } = await openStore();
    const made = await store.inquiries.create(newInquiry('a'));
    const file = inquiryFile(folder, made.number);
    // A device of Linux that is always full.
    await symlink('/dev/full', `${file}.new`);
    const change = store.inquiries.update(made.number, (inquiry) => ({ ...inquiry, state: 'closed' }));
    await expect(change).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(await store.inquiries.read(made.number)).toEqual(made);
    expect(store.inquiries.list()[0]?.state).toBe('received');
    expect(await readdir(dirname(file))).toEqual([basename(file)]);
    await store.inquiries.update(made.number, (inquiry) => ({ ...inquiry, state: 'closed' }));
    expect(store.inquiries.list()[0]?.state).toBe('closed');
  });

  it('makes no inquiry; the draft can be sent again', async () => {
    const { folder, store } = await openStore();
    const file = inquiryFile(folder, 'T-2611-0001');
    await mkdir(dirname(file), { recursive: true });
    await symlink('/dev/full', `${file}.new`);
    const attempts = await Promise.allSettled(
      ['a', 'a'].map((key) => store.inquiries.create(newInquiry(key))),
    );
    expect(attempts.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(store.inquiries.list().map(({ number }) => number)).toEqual(['T-2611-0002']);
    expect((await filesIn(folder)).map((path) => basename(path))).toEqual(['T-2611-0002.json']);
  });

  it('erases nothing when the counts can not be saved', async () => {
    const { folder, store } = await openStore();
    const made = await store.inquiries.create(newInquiry('a'));
    await symlink('/dev/full', join(folder, 'inquiry-counts.json.new'));
    await expect(store.inquiries.erase(made.number)).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(await store.inquiries.read(made.number)).toEqual(made);
    await store.inquiries.erase(made.number);
    expect(store.inquiries.list()).toEqual([]);
  });
});

describe('an erased inquiry', () => {
  it('leaves no file but the counts, which name nobody', async () => {
    const { folder, store } = await openStore();
    const { number } = await store.inquiries.create(newInquiry('a'));
    const file = inquiryFile(folder, number);
    await Promise.all([writeFile(`${file}.damaged-1`, '{'), writeFile(`${file}.new`, '{')]);
    await store.inquiries.erase(number);
    expect((await filesIn(folder)).map((path) => basename(path))).toEqual(['inquiry-counts.json']);
    expect(await readFile(join(folder, 'inquiry-counts.json'), 'utf8')).toBe(
      '{"version":1,"counts":{"2611":1}}',
    );
  });

  it('stays away when a change of it comes late', async () => {
    const { store } = await openStore();
    const { number } = await store.inquiries.create(newInquiry('a'));
    const [, late] = await Promise.all([
      store.inquiries.erase(number),
      store.inquiries.update(number, (inquiry) => ({ ...inquiry, state: 'taken' })),
    ]);
    expect(late).toBeUndefined();
    expect(store.inquiries.list()).toEqual([]);
  });
});

describe('the list of inquiries', () => {
  it('is the same after a restart', async () => {
    const open = await openStore();
    for (let place = 0; place < 40; place += 1) {
      const openedAt = OPENED_AT + ((place * 7) % 40) * 1000;
      await open.store.inquiries.create(newInquiry(`key-${place}`, { openedAt }));
    }
    const before = open.store.inquiries.list();
    const again = await reopen(open);
    expect(again.store.inquiries.list()).toEqual(before);
    expect(before.map(({ openedAt }) => (openedAt - OPENED_AT) / 1000)).toEqual([...Array(40).keys()]);
  });

  it('forgets an inquiry whose file is gone', async () => {
    const { folder, store } = await openStore();
    const { number } = await store.inquiries.create(newInquiry('a'));
    await rm(inquiryFile(folder, number));
    expect(await store.inquiries.update(number, (inquiry) => inquiry)).toBeUndefined();
    expect(store.inquiries.list()).toEqual([]);
  });
});
