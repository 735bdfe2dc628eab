import { mkdir, readFile, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chatFile } from '../../src/store/embedded-chats.ts';
import { type ChatState, NEW_CHAT } from '../../src/store/index.ts';
import { filesIn, NOW, type OpenStore, openStore, reopen } from './open-store.ts';

const KAZAKH: ChatState = { version: 1, language: 'kk', answered: [{ question: 10, answer: 11 }] };
const RUSSIAN: ChatState = { version: 1, language: 'ru', answered: [] };

/** Puts a text where the store keeps a chat. */
async function plant({ folder }: OpenStore, chat: number, text: string): Promise<string> {
  const file = chatFile(folder, chat);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  return file;
}

describe('chats', () => {
  it('end with the last of 101 writes', async () => {
    const { folder, store } = await openStore();
    for (let answer = 1; answer <= 101; answer += 1) {
      await store.writeChat(1, { ...NEW_CHAT, answered: [{ question: 1, answer }] });
    }
    expect((await store.readChat(1))?.answered).toEqual([{ question: 1, answer: 101 }]);
    await store.close();
    expect(await filesIn(folder)).toEqual([chatFile(folder, 1)]);
    expect((await store.readChat(1))?.answered).toEqual([{ question: 1, answer: 101 }]);
  });

  it('stay apart, also when they are written at once', async () => {
    const { store } = await openStore();
    const chats = [1, 11, 111, -1];
    await Promise.all(
      chats.map((chat) => store.writeChat(chat, { ...NEW_CHAT, answered: [{ question: chat, answer: 0 }] })),
    );
    for (const chat of chats) expect((await store.readChat(chat))?.answered[0]?.question).toBe(chat);
  });

  it('have one file each, fanned out over folders', async () => {
    const { folder, store } = await openStore();
    const chats = Array.from({ length: 200 }, (_, place) => place + 1);
    await Promise.all(chats.map((chat) => store.writeChat(chat, NEW_CHAT)));
    await store.close();
    const files = await filesIn(folder);
    expect(files.map((file) => basename(file)).sort()).toEqual(chats.map((chat) => `${chat}.json`).sort());
    expect(new Set(files.map((file) => dirname(file))).size).toBeGreaterThan(80);
    expect(files.filter((file) => !/\/chats\/[0-9a-f]{2}\/\d+\.json$/.test(file))).toEqual([]);
  });

  it('are not hurt by what a killed process has left half written', async () => {
    const before = await openStore();
    await before.store.writeChat(1, KAZAKH);
    const open = await reopen(before);
    await writeFile(`${chatFile(open.folder, 1)}.new`, '{"version":1,"lang');
    expect(await open.store.readChat(1)).toEqual(KAZAKH);
    await open.store.writeChat(1, RUSSIAN);
    expect(await open.store.readChat(1)).toEqual(RUSSIAN);
    await open.store.close();
    expect(await filesIn(open.folder)).toHaveLength(1);
    expect(open.reports).toEqual([]);
  });

  it('throw what the system says, and nothing is set aside, where a file cannot be read', async () => {
    const open = await openStore();
    await mkdir(chatFile(open.folder, 1), { recursive: true });
    await expect(open.store.readChat(1)).rejects.toThrow('EISDIR');
    expect(open.reports).toEqual([]);
  });
});

describe('erasing a chat', () => {
  it('takes with it what was set aside and what was left half written', async () => {
    const open = await openStore();
    await plant(open, 1, '{"version":1,"language":');
    await open.store.readChat(1);
    await open.store.writeChat(1, KAZAKH);
    await writeFile(`${chatFile(open.folder, 1)}.new`, '{"version":1,"lang');
    await open.store.eraseChat(1);
    await open.store.close();
    expect(await filesIn(open.folder)).toEqual([]);
  });
});

describe("a chat's file that cannot be written", () => {
  it('holds no other chat up, and its state stays in the journal', async () => {
    const open = await openStore();
    const inTheWay = chatFile(open.folder, 1);
    await mkdir(inTheWay, { recursive: true });
    for (const chat of [1, 2, 3]) await open.store.writeChat(chat, KAZAKH);
    const again = await reopen(open);
    expect(await filesIn(again.folder)).toHaveLength(3);
    expect(await again.store.readChat(1)).toEqual(KAZAKH);
    expect(await again.store.readChat(3)).toEqual(KAZAKH);
    await rmdir(inTheWay);
    await again.store.close();
    expect((await filesIn(again.folder)).sort()).toEqual(
      [1, 2, 3].map((chat) => chatFile(open.folder, chat)).sort(),
    );
  });
});

describe('a file that is not a chat state', () => {
  it.each([
    ['is cut off', '{"version":1,"language":"kk","answ', 'JSON'],
    ['is empty', '', 'JSON'],
    ['holds nothing', 'null', 'JSON'],
    ['is of zeros, as after a power cut', '\0\0\0\0', 'JSON'],
    ['is of a version yet to come', '{"version":2,"tongue":"kk"}', 'it is no chat state of a known version'],
    ['has another shape', '[]', 'it is no chat state of a known version'],
  ])('that %s is set aside and reported, and the chat starts anew', async (_, text, reason) => {
    const open = await openStore();
    const file = await plant(open, 1, text);
    expect(await open.store.readChat(1)).toBeUndefined();
    expect(open.reports.map((report) => report.file)).toEqual([`${file}.damaged-${NOW}`]);
    expect(String(open.reports[0]?.cause)).toContain(reason);
    // A person's words must not reach the log.
    expect(String(open.reports[0]?.cause)).not.toContain('answ');
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

  it('is reported once when two read it at the same time', async () => {
    const open = await openStore();
    await plant(open, 1, '{');
    expect(await Promise.all([open.store.readChat(1), open.store.readChat(1)])).toEqual([
      undefined,
      undefined,
    ]);
    expect(open.reports).toHaveLength(1);
  });
});
