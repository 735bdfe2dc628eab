// Chats' states on their way to their files.

import { appendFile, cp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chatFile } from '../../src/store/embedded-chats.ts';
import type { ChatState } from '../../src/store/index.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { filesIn, NOW, type OpenStore, openStore, reopen } from './open-store.ts';

const state = (at: number): ChatState => ({
  version: 1,
  answered: [],
  shown: { answer: 'hubs/khorgos', at },
});

/** What a killed process leaves, as it would be now. */
async function leftByKill({ folder }: OpenStore): Promise<string> {
  const copy = await temporaryFolder();
  await cp(folder, copy, { recursive: true, filter: (file) => basename(file) !== 'lock' });
  return copy;
}

const shownAt = async ({ store }: OpenStore, chat: number) => (await store.readChat(chat))?.shown?.at;

const journalOf = (folder: string): Promise<string[]> => readdir(join(folder, 'journal'));

async function textsIn(folder: string): Promise<string> {
  const files = await filesIn(folder);
  return (await Promise.all(files.map((file) => readFile(file, 'utf8')))).join('\n');
}

describe('chats that were written', () => {
  it('are as they were written last after a kill, and after the next', async () => {
    const open = await openStore();
    for (const at of [1, 2, 3]) for (const chat of [7, -8]) await open.store.writeChat(chat, state(at));
    const second = await openStore(await leftByKill(open));
    expect(await shownAt(second, 7)).toBe(3);
    await second.store.writeChat(7, state(4));
    const third = await openStore(await leftByKill(second));
    expect(await shownAt(third, 7)).toBe(4);
    expect(await shownAt(third, -8)).toBe(3);
    expect(third.reports).toEqual([]);
  });

  it('reach their files when nothing was written for a while, and the journal goes', async () => {
    const open = await openStore();
    for (const chat of [1, 2, 3]) await open.store.writeChat(chat, state(chat));
    await expect.poll(() => journalOf(open.folder), { timeout: 20_000 }).toEqual([]);
    const files = [1, 2, 3].map((chat) => chatFile(open.folder, chat));
    expect((await filesIn(open.folder)).sort()).toEqual(files.sort());
    expect(await shownAt(open, 2)).toBe(2);
  });

  it('reach their files when they are many, while others are written', async () => {
    const open = await openStore();
    for (let chat = 1; chat <= 12_000; chat += 1) await open.store.writeChat(chat, state(chat));
    await open.store.close();
    expect(await journalOf(open.folder)).toEqual([]);
    expect(await filesIn(open.folder)).toHaveLength(12_000);
    const again = await openStore(open.folder);
    for (const chat of [1, 6_000, 12_000]) expect(await shownAt(again, chat)).toBe(chat);
  }, 60_000);

  it('are rejected on a full disk, and taken again when there is room', async () => {
    const open = await openStore();
    await open.store.writeChat(1, state(1));
    const again = await reopen(open);
    const journal = join(again.folder, 'journal', '1.jsonl');
    // A device of Linux that is always full.
    await symlink('/dev/full', journal);
    await expect(again.store.writeChat(1, state(2))).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(await shownAt(again, 1)).toBe(1);
    await rm(journal);
    await again.store.writeChat(1, state(3));
    expect(await shownAt(await reopen(again), 1)).toBe(3);
  });
});

describe('a journal', () => {
  it('whose last line was torn by a kill is read up to there', async () => {
    const open = await openStore();
    await open.store.writeChat(1, state(1));
    const left = await leftByKill(open);
    await appendFile(join(left, 'journal', '1.jsonl'), '{"chat":1,"state":{"version":1,"ans');
    const again = await openStore(left);
    expect(await shownAt(again, 1)).toBe(1);
    expect(again.reports).toEqual([]);
  });

  it('with lines that are damaged or of a version yet to come sets those aside, once', async () => {
    const open = await openStore();
    await open.store.writeChat(1, state(1));
    const left = await leftByKill(open);
    const file = join(left, 'journal', '1.jsonl');
    const damaged = ['{"chat":2,"state":{"version":2}}', '\0\0\0', '{"chat":"3","state":{}}', 'null'];
    await writeFile(file, `${damaged.join('\n')}\n${await readFile(file, 'utf8')}`);
    const again = await openStore(left);
    expect(await shownAt(again, 1)).toBe(1);
    expect(await shownAt(again, 2)).toBeUndefined();
    const aside = `${file}.damaged-${NOW}`;
    expect(again.reports.map((report) => report.file)).toEqual([aside]);
    expect(String(again.reports[0]?.cause)).toContain('4 of its lines');
    expect(await readFile(aside, 'utf8')).toBe(`${damaged.join('\n')}\n`);
    const third = await openStore(await leftByKill(again));
    expect(third.reports).toEqual([]);
    expect(await shownAt(third, 1)).toBe(1);
  });
});

describe('erasing a chat', () => {
  it('leaves nothing of it in any file, at once, and all of the others', async () => {
    const open = await openStore();
    await open.store.writeChat(1, state(11_111));
    const left = await leftByKill(open);
    const file = join(left, 'journal', '1.jsonl');
    await appendFile(
      file,
      '{"chat":1,"state":{"version":2,"shown":11111}}\n{"chat":1,"state":{"shown":{"at":11111',
    );
    const again = await openStore(left);
    for (const at of [1, 2]) {
      await again.store.writeChat(1, state(11_111));
      await again.store.writeChat(11, state(at));
    }
    await again.store.eraseChat(1);
    expect(await again.store.readChat(1)).toBeUndefined();
    expect(await textsIn(left)).not.toContain('11111');
    const third = await openStore(await leftByKill(again));
    expect(await third.store.readChat(1)).toBeUndefined();
    expect(await shownAt(third, 11)).toBe(2);
    expect(third.reports).toEqual([]);
  });

  it('holds while states go to their files', async () => {
    const open = await openStore();
    for (let chat = 1; chat <= 200; chat += 1) await open.store.writeChat(chat, state(chat));
    const closed = open.store.close();
    const erased = [3, 100, 199];
    await Promise.all(erased.map((chat) => open.store.eraseChat(chat)));
    await closed;
    const again = await openStore(open.folder);
    for (const chat of erased) expect(await again.store.readChat(chat)).toBeUndefined();
    expect(await shownAt(again, 101)).toBe(101);
  });
});
