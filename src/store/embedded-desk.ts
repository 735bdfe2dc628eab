// Where the desk's group went, and who has the menu of staff: one small file.

import { join } from 'node:path';
import { z } from 'zod';
import { type DamageOptions, type RecordKind, recordFile } from './record-folder.ts';
import type { DeskStore } from './store.ts';
import { createTurns } from './turns.ts';

const deskSchema = z.object({
  version: z.literal(1),
  /** The groups' former and present numbers. */
  moves: z.array(z.object({ from: z.number().int(), to: z.number().int() })).readonly(),
  /** The chats that have the menu of staff; records from before have none. */
  staffMenus: z.array(z.number().int()).readonly().default([]),
});

type DeskRecord = z.output<typeof deskSchema>;

const DESK: RecordKind<DeskRecord> = {
  name: "record of the desk's group",
  decode: (record) => deskSchema.safeParse(record).data,
  synced: true,
};

/** Opens what a data folder keeps of the desk. */
export async function openDesk(dataDir: string, damage: DamageOptions): Promise<DeskStore> {
  const file = recordFile(join(dataDir, 'desk.json'), DESK, damage);
  const turns = createTurns<'desk'>();
  let record: DeskRecord = (await file.read()) ?? { version: 1, moves: [], staffMenus: [] };
  const change = (make: (before: DeskRecord) => DeskRecord): Promise<void> =>
    turns('desk', async () => {
      const after = make(record);
      await file.write(after);
      record = after;
    });
  return {
    movedTo: (chat) => record.moves.find(({ from }) => from === chat)?.to,
    move: (from, to) =>
      change((before) => ({
        ...before,
        moves: [...before.moves.filter((known) => known.from !== from), { from, to }],
      })),
    staffMenus: () => record.staffMenus,
    noteStaffMenus: (chats) => change((before) => ({ ...before, staffMenus: chats })),
  };
}
