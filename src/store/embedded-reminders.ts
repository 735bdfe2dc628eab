// Which chats have an unfinished draft: a small file a chat, and all of them in memory.

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type DamageOptions, fanOut, type RecordKind, recordFile, visitFolder } from './record-folder.ts';
import type { ReminderStore } from './store.ts';
import { createTurns } from './turns.ts';

const reminderSchema = z.object({
  version: z.literal(1),
  chat: z.number().int(),
  /** Milliseconds since 1970 UTC. */
  touchedAt: z.number(),
});

/** Not synced, as the draft itself is not. */
const REMINDER: RecordKind<z.output<typeof reminderSchema>> = {
  name: 'reminder',
  decode: (record) => reminderSchema.safeParse(record).data,
  synced: false,
};

/** Opens the reminders of a data folder; reads each once. */
export async function openReminders(dataDir: string, damage: DamageOptions): Promise<ReminderStore> {
  const folder = join(dataDir, 'reminders');
  const touched = new Map<number, number>();
  const turns = createTurns<number>();
  const fileOf = (chat: number): string => fanOut(folder, String(chat));
  await visitFolder(folder, {
    record: async (file) => {
      const reminder = await recordFile(file, REMINDER, damage).read();
      if (reminder !== undefined) touched.set(reminder.chat, reminder.touchedAt);
    },
  });
  return {
    set: (chat, touchedAt) =>
      turns(chat, async () => {
        await recordFile(fileOf(chat), REMINDER, damage).write({ version: 1, chat, touchedAt });
        touched.set(chat, touchedAt);
      }),
    clear: (chat) =>
      turns(chat, async () => {
        // Most chats never have one: that costs nothing.
        if (!touched.has(chat)) return;
        await rm(fileOf(chat), { force: true });
        touched.delete(chat);
      }),
    due: (before) => [...touched].filter(([, touchedAt]) => touchedAt < before).map(([chat]) => chat),
  };
}
