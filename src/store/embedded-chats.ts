// Chats' states: a file each, so that a write costs the same however many chats there are. A state is kept in the journal
// first, and in memory, and reaches its file when the chat has come to rest: who talks writes many states a minute.

import { statSync } from 'node:fs';
import { join } from 'node:path';
import { openChatJournal } from './chat-journal.ts';
import { type ChatState, decodeChatState } from './chat-state.ts';
import { type DamageOptions, fanOut, type RecordKind, recordFile, removeRecord } from './record-folder.ts';
import type { ChatStore } from './store.ts';
import { createTurns } from './turns.ts';

/** Not synced: after a power cut a chat may have forgotten its last message; the fsync would cost most of a reply. */
const CHAT: RecordKind<ChatState> = { name: 'chat state', decode: decodeChatState, synced: false };

/** When nothing was written for so long, states go to their files. */
const REST_MS = 2_000;
/**
 * So do they when there are as many, or as much was written, as memory and the next start can well take. So many that
 * a rush is over before: a file takes the system as long as an answer, and whoever waits for one waits for both.
 */
const MOST_UNSETTLED = 10_000;
const MOST_BYTES = 8 * 1024 * 1024;
/** How many files are written at once when there is nobody to wait for an answer. */
const LANES_AT_CLOSE = 16;

/** Chats' states that are also closed. */
export interface EmbeddedChats extends ChatStore {
  /** Puts all states into their files. What can't be put there stays in the journal. */
  readonly close: () => Promise<void>;
}

/** Opens the chats of a data folder. */
export async function openChats(dataDir: string, damage: DamageOptions): Promise<EmbeddedChats> {
  const journal = await openChatJournal(dataDir, damage);
  const recordOf = (chat: number) => recordFile(chatFile(dataDir, chat), CHAT, damage);
  /** The states that are in the journal and not yet in their files. */
  const unsettled = new Map(journal.left);
  const inTurn = createTurns<number>();

  const settle = (chat: number): Promise<void> =>
    inTurn(chat, async () => {
      const state = unsettled.get(chat);
      if (!state) return;
      try {
        await recordOf(chat).write(state);
      } catch {
        // It stays in the journal, and is tried again with the others; a newer one is there already.
        if (unsettled.get(chat) === state) journal.add(chat, state);
        return;
      }
      // A newer one may have come meanwhile.
      if (unsettled.get(chat) === state) unsettled.delete(chat);
    });

  /** Puts the states of now into their files; then the journal up to now can go. */
  const settleAll = async (lanes: number): Promise<void> => {
    const forget = journal.turn();
    // A list: keys that are added meanwhile would be visited as well, without an end.
    const chats = [...unsettled.keys()].values();
    const lane = async (): Promise<void> => {
      for (const chat of chats) await settle(chat);
    };
    const ended = await Promise.allSettled(Array.from({ length: lanes }, lane));
    // Where the disk takes nothing, all stays in the journal.
    if (ended.every(({ status }) => status === 'fulfilled')) await forget();
  };

  let round: Promise<void> | undefined;
  const startRound = (): void => {
    round ??= settleAll(1)
      .catch(() => undefined)
      .finally(() => {
        round = undefined;
      });
  };
  let rest: NodeJS.Timeout | undefined;
  let isClosed = false;
  const noteWrite = (): void => {
    if (isClosed) return;
    if (rest) rest.refresh();
    else rest = setTimeout(startRound, REST_MS).unref();
    if (unsettled.size >= MOST_UNSETTLED || journal.bytes() >= MOST_BYTES) startRound();
  };
  if (unsettled.size > 0) noteWrite();

  return {
    readChat: async (chat) => {
      const state = unsettled.get(chat);
      if (state) return state;
      // Most that is asked for and not here is not there at all; that is cheaper to see than to fail on.
      return isThere(chatFile(dataDir, chat)) ? recordOf(chat).read() : undefined;
    },
    writeChat: async (chat, state) => {
      journal.add(chat, state);
      unsettled.set(chat, state);
      noteWrite();
      // More come than the disk takes: they wait for it.
      if (unsettled.size >= 2 * MOST_UNSETTLED) await settle(chat);
    },
    eraseChat: (chat) =>
      inTurn(chat, async () => {
        await journal.erase(chat);
        await removeRecord(chatFile(dataDir, chat), CHAT);
        unsettled.delete(chat);
      }),
    close: async () => {
      isClosed = true;
      clearTimeout(rest);
      await round;
      await settleAll(LANES_AT_CLOSE);
      journal.close();
    },
  };
}

function isThere(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false }) !== undefined;
}

/** Where a chat's state is kept. */
export function chatFile(dataDir: string, chat: number): string {
  return fanOut(join(dataDir, 'chats'), String(chat));
}
