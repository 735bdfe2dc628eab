// Chats' states as they come, a line each, in files that are added to: a few microseconds a state, where replacing
// a chat's own file takes a millisecond (ext4 flushes what a rename replaces, auto_da_alloc in ext4(5)).
// The files are numbered. States stay here until they are in the chats' own files; then the files go.

import { open, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ChatState, decodeChatState } from './chat-state.ts';
import { makeFolder, namesIn } from './folders.ts';
import { LineFile } from './line-file.ts';
import type { DamageOptions } from './record-folder.ts';
import { isMissing } from './system-error.ts';

/** States that are on their way to the chats' own files. */
export interface ChatJournal {
  /** What the last process left, the newest state of each chat. */
  readonly left: ReadonlyMap<number, ChatState>;
  /** Adds a state. It survives a kill then. @throws what the system says; nothing of it is kept then */
  readonly add: (chat: number, state: ChatState) => void;
  /** How much was added since `turn`, in bytes. */
  readonly bytes: () => number;
  /** Begins a new file. Returns what removes those before, for when their states are elsewhere. */
  readonly turn: () => () => Promise<void>;
  /** Wipes out what is said of a chat, whatever file it is in. */
  readonly erase: (chat: number) => Promise<void>;
  /** Lets go of the file; what is added later opens it anew. */
  readonly close: () => void;
}

/** Opens the journal of a data folder. Lines that can't be read are set aside together, a file a file. */
export async function openChatJournal(dataDir: string, damage: DamageOptions): Promise<ChatJournal> {
  const folder = join(dataDir, 'journal');
  await makeFolder(folder);
  const fileOf = (number: number): string => join(folder, `${number}.jsonl`);
  const numbers = await numbersIn(folder);
  const left = new Map<number, ChatState>();
  for (const number of numbers) {
    for (const { chat, state } of await readLines(fileOf(number), damage)) left.set(chat, state);
  }
  let number = 1 + (numbers.at(-1) ?? 0);
  let current = new LineFile(fileOf(number));
  return {
    left,
    add: (chat, state) => current.append(`${beginOf(chat)}"state":${JSON.stringify(state)}}\n`),
    bytes: () => current.bytes,
    turn: () => {
      current.close();
      number += 1;
      current = new LineFile(fileOf(number));
      const before = number;
      return async () => {
        // Oldest first: killed in between, what is left must be the newest.
        for (const old of await numbersIn(folder)) if (old < before) await rm(fileOf(old), { force: true });
      };
    },
    erase: async (chat) => {
      for (const name of await namesIn(folder)) {
        await wipe(join(folder, name), (line) => line.startsWith(beginOf(chat)));
      }
    },
    close: () => current.close(),
  };
}

/** A line's beginning tells whose it is, also of a torn one. */
const beginOf = (chat: number): string => `{"chat":${chat},`;

/** The numbers of the files, smallest first. */
async function numbersIn(folder: string): Promise<number[]> {
  const names = await namesIn(folder);
  return names
    .flatMap((name) => /^(\d+)\.jsonl$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((left, right) => left - right);
}

interface ChatLine {
  readonly chat: number;
  readonly state: ChatState;
}

/** What lines hold, in their order. Behind the last end of line is what a kill has torn: nobody was told that it is kept. */
async function readLines(file: string, damage: DamageOptions): Promise<ChatLine[]> {
  const decoded: ChatLine[] = [];
  const damaged: string[] = [];
  for (const line of (await readFile(file, 'utf8')).split('\n').slice(0, -1).filter(isWritten)) {
    const found = decodeLine(line);
    if (found) decoded.push(found);
    else damaged.push(line);
  }
  if (damaged.length > 0) await setAside(file, damaged, damage);
  return decoded;
}

/** What was wiped out is blank. */
const isWritten = (line: string): boolean => line.trim() !== '';

function decodeLine(line: string): ChatLine | undefined {
  try {
    const { chat, state: record } = JSON.parse(line);
    const state = decodeChatState(record);
    return Number.isSafeInteger(chat) && state ? { chat, state } : undefined;
  } catch {
    return undefined;
  }
}

/** Moves lines to a file of their own, so that the next start does not come upon them again. */
async function setAside(
  file: string,
  lines: readonly string[],
  { now, onDamaged }: DamageOptions,
): Promise<void> {
  const aside = `${file}.damaged-${now()}`;
  await writeFile(aside, `${lines.join('\n')}\n`);
  const known = new Set(lines);
  await wipe(file, (line) => known.has(line));
  onDamaged(aside, new Error(`${lines.length} of its lines held no chat state of a known version`));
}

/** Overwrites lines with blanks, in their place: whatever else is in the file, or being added to it, stays. */
async function wipe(file: string, goes: (line: string) => boolean): Promise<void> {
  const handle = await open(file, 'r+').catch((error: unknown) => {
    // Its states reached the chats' own files in the meantime.
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (!handle) return;
  try {
    const bytes = await handle.readFile();
    for (let start = 0; start < bytes.length; ) {
      const found = bytes.indexOf('\n', start);
      const end = found === -1 ? bytes.length : found;
      if (goes(bytes.toString('utf8', start, end))) {
        await handle.write(Buffer.alloc(end - start, ' '), 0, end - start, start);
      }
      start = end + 1;
    }
  } finally {
    await handle.close();
  }
}
