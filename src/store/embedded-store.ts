// The store of a single process: a JSON file a chat through lowdb, folders fanned out,
// so that a write costs the same however many chats there are.

import { createHash } from 'node:crypto';
import { readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Low } from 'lowdb';
import { decodeChatState } from './chat-state.ts';
import { DurableJsonFile, isMissing } from './durable-json-file.ts';
import type { Store } from './store.ts';

/** What the store reports to whoever runs it. */
export interface EmbeddedStoreOptions {
  /** A file that could not be read was set aside under the name given; its chat starts anew. */
  readonly onDamaged: (asideFile: string, cause: unknown) => void;
  /** Milliseconds since 1970 UTC; names files that are set aside. */
  readonly now: () => number;
}

/** Opens the store in a folder, which is made when the first chat is written. */
export function openEmbeddedStore(folder: string, options: EmbeddedStoreOptions): Store {
  const fileOf = (chat: number): string => join(folder, 'chats', fanOut(chat), `${chat}.json`);
  const setAside = async (file: string, cause: unknown): Promise<undefined> => {
    const aside = `${file}.damaged-${options.now()}`;
    await rename(file, aside);
    options.onDamaged(aside, cause);
    return undefined;
  };
  return {
    readChat: async (chat) => {
      const file = fileOf(chat);
      const low = new Low<unknown>(new DurableJsonFile(file), null);
      try {
        await low.read();
      } catch (error) {
        if (error instanceof SyntaxError) return setAside(file, error);
        throw error;
      }
      if (low.data === null) return undefined;
      return decodeChatState(low.data) ?? setAside(file, new Error('it is no chat state of a known version'));
    },
    writeChat: (chat, state) => new Low<unknown>(new DurableJsonFile(fileOf(chat)), state).write(),
    eraseChat: async (chat) => {
      // What was set aside of the chat goes as well: it is data about it.
      const folder = dirname(fileOf(chat));
      const names = (await namesIn(folder)).filter((name) => name.startsWith(`${chat}.json`));
      await Promise.all(names.map((name) => rm(join(folder, name), { force: true })));
    },
  };
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
}

/** Two hexadecimal digits: 256 folders, evenly filled whatever the numbers of chats are. */
function fanOut(chat: number): string {
  return createHash('sha256').update(String(chat)).digest('hex').slice(0, 2);
}
