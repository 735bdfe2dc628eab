// The store of a single process: small JSON files through lowdb, folders fanned out,
// so that a write costs the same however many chats there are.

import { join } from 'node:path';
import { openChats } from './embedded-chats.ts';
import { openDesk } from './embedded-desk.ts';
import { openInquiries } from './embedded-inquiries.ts';
import { openOutcomes } from './embedded-outcomes.ts';
import { openReminders } from './embedded-reminders.ts';
import { openSpool } from './embedded-spool.ts';
import { lockFolder } from './folder-lock.ts';
import { makeFolder, syncFolder } from './folders.ts';
import type { DamageOptions } from './record-folder.ts';
import type { Store } from './store.ts';

/** What the store is told by whoever runs it, and reports to them. */
export type EmbeddedStoreOptions = DamageOptions;

/**
 * Opens the store in a folder and holds that until the store is closed.
 * @throws DataFolderError when another process holds the folder
 */
export async function openEmbeddedStore(folder: string, options: EmbeddedStoreOptions): Promise<Store> {
  const lock = await lockFolder(folder);
  try {
    // Before writes overlap: each syncs only what it made itself.
    for (const name of ['inquiries', 'spool']) await makeFolder(join(folder, name));
    await syncFolder(folder);
    const chats = await openChats(folder, options);
    const inquiries = await openInquiries(folder, options);
    const reminders = await openReminders(folder, options);
    const outcomes = openOutcomes(folder);
    const desk = await openDesk(folder, options);
    return {
      readChat: chats.readChat,
      writeChat: chats.writeChat,
      eraseChat: async (chat) => {
        await reminders.clear(chat);
        await chats.eraseChat(chat);
      },
      inquiries,
      outcomes,
      reminders,
      spool: openSpool(folder, options),
      desk,
      close: async () => {
        await chats.close();
        outcomes.close();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}
