import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ChatState, NEW_CHAT, openEmbeddedStore, type Store } from '../../src/store/index.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const KAZAKH: ChatState = { version: 1, language: 'kk', answered: [{ question: 10, answer: 11 }] };
const RUSSIAN: ChatState = { version: 1, language: 'ru', answered: [] };
const NOW = 1_764_000_000_000;

interface OpenStore {
  readonly folder: string;
  readonly store: Store;
  /** What was reported: the names of files that were set aside, and why. */
  readonly reports: { readonly file: string; readonly cause: unknown }[];
}

async function openStore(): Promise<OpenStore> {
  const folder = await temporaryFolder();
  const reports: OpenStore['reports'] = [];
  const onDamaged = (file: string, cause: unknown) => reports.push({ file, cause });
  return { folder, reports, store: openEmbeddedStore(folder, { now: () => NOW, onDamaged }) };
}

/** All files below a folder, by their paths from there. */
async function filesIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Puts a text where the store keeps a chat. */
async function plant({ folder, store }: OpenStore, chat: number, text: string): Promise<string> {
  await store.writeChat(chat, NEW_CHAT);
  const [file = ''] = (await filesIn(folder)).filter((path) => basename(path) === `${chat}.json`);
  await writeFile(file, text);
  return file;
}

describe('openEmbeddedStore', () => {
  it('makes no folder before the first chat is written', async () => {
    const { folder, store } = await openStore();
    expect(await store.readChat(1)).toBeUndefined();
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([1, 5_000_000_000, -1_001_234_567_890])('gives chat %i back as it was written', async (chat) => {
    const { store } = await openStore();
    await store.writeChat(chat, KAZAKH);
    expect(await store.readChat(chat)).toEqual(KAZAKH);
  });

  it('keeps the last state of a chat', async () => {
    const { store } = await openStore();
    await store.writeChat(1, KAZAKH);
    await store.writeChat(1, RUSSIAN);
    expect(await store.readChat(1)).toEqual(RUSSIAN);
  });

  it('ends with the last of 101 writes', async () => {
    const { folder, store } = await openStore();
    for (let answer = 1; answer <= 101; answer += 1) {
      await store.writeChat(1, { ...NEW_CHAT, answered: [{ question: 1, answer }] });
    }
    expect((await store.readChat(1))?.answered).toEqual([{ question: 1, answer: 101 }]);
    expect(await filesIn(folder)).toHaveLength(1);
  });

  it('keeps chats apart, also when they are written at once', async () => {
    const { store } = await openStore();
    const chats = [1, 11, 111, -1];
    await Promise.all(
      chats.map((chat) => store.writeChat(chat, { ...NEW_CHAT, answered: [{ question: chat, answer: 0 }] })),
    );
    for (const chat of chats) expect((await store.readChat(chat))?.answered[0]?.question).toBe(chat);
  });

  it('finds chats again after a restart', async () => {
    const { folder, store } = await openStore();
    await store.writeChat(7, KAZAKH);
    const reopened = openEmbeddedStore(folder, { now: () => NOW, onDamaged: () => undefined });
    expect(await reopened.readChat(7)).toEqual(KAZAKH);
  });

  it('keeps one file a chat, fanned out over folders', async () => {
    const { folder, store } = await openStore();
    const chats = Array.from({ length: 200 }, (_, place) => place + 1);
    await Promise.all(chats.map((chat) => store.writeChat(chat, NEW_CHAT)));
    const files = await filesIn(folder);
    expect(files.map((file) => basename(file)).sort()).toEqual(chats.map((chat) => `${chat}.json`).sort());
    expect(new Set(files.map((file) => dirname(file))).size).toBeGreaterThan(80);
    expect(files.filter((file) => !/\/chats\/[0-9a-f]{2}\/\d+\.json$/.test(file))).toEqual([]);
  });

  it('throws what the system says, and sets nothing aside, where a file cannot be read', async () => {
    const open = await openStore();
    const file = await plant(open, 1, '{}');
    await open.store.eraseChat(1);
    await mkdir(file);
    await expect(open.store.readChat(1)).rejects.toThrow('EISDIR');
    expect(open.reports).toEqual([]);
  });
});

describe('eraseChat', () => {
  it('forgets the chat and no other', async () => {
    const { folder, store } = await openStore();
    await Promise.all([1, 11, 12].map((chat) => store.writeChat(chat, KAZAKH)));
    await store.eraseChat(1);
    expect(await store.readChat(1)).toBeUndefined();
    expect(await store.readChat(11)).toEqual(KAZAKH);
    expect(await filesIn(folder)).toHaveLength(2);
  });

  it('does nothing for a chat that was never seen, or is erased already', async () => {
    const { store } = await openStore();
    await store.eraseChat(1);
    await store.writeChat(1, KAZAKH);
    await store.eraseChat(1);
    await store.eraseChat(1);
    expect(await store.readChat(1)).toBeUndefined();
  });

  it('forgets what was set aside of the chat, too', async () => {
    const open = await openStore();
    await plant(open, 1, '{"version":1,"language":');
    await open.store.readChat(1);
    await open.store.writeChat(1, KAZAKH);
    await open.store.eraseChat(1);
    expect(await filesIn(open.folder)).toEqual([]);
  });
});

describe('a file that is not a chat state', () => {
  it.each([
    ['is cut off', '{"version":1,"language":"kk","answ', 'JSON'],
    ['is empty', '', 'JSON'],
    ['is of a version yet to come', '{"version":2,"tongue":"kk"}', 'it is no chat state of a known version'],
    ['has another shape', '[]', 'it is no chat state of a known version'],
  ])('that %s is set aside and reported, and the chat starts anew', async (_, text, reason) => {
    const open = await openStore();
    const file = await plant(open, 1, text);
    expect(await open.store.readChat(1)).toBeUndefined();
    expect(open.reports.map((report) => report.file)).toEqual([`${file}.damaged-${NOW}`]);
    expect(String(open.reports[0]?.cause)).toContain(reason);
    expect(await readFile(`${file}.damaged-${NOW}`, 'utf8')).toBe(text);
  });

  it('is not overwritten by what comes after, nor reported again', async () => {
    const open = await openStore();
    const file = await plant(open, 1, '{"version":2}');
    await open.store.readChat(1);
    await open.store.writeChat(1, RUSSIAN);
    expect(await open.store.readChat(1)).toEqual(RUSSIAN);
    expect(await readFile(`${file}.damaged-${NOW}`, 'utf8')).toBe('{"version":2}');
    expect(open.reports).toHaveLength(1);
  });
});
