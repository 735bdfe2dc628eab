// Where the desk's group went: one small file.

import { join } from 'node:path';
import { z } from 'zod';
import { type DamageOptions, type RecordKind, recordFile } from './record-folder.ts';
import type { DeskStore } from './store.ts';
import { createTurns } from './turns.ts';

const deskSchema = z.object({
  version: z.literal(1),
  /** The groups' former and present numbers. */
  moves: z.array(z.object({ from: z.number().int(), to: z.number().int() })).readonly(),
});

const DESK: RecordKind<z.output<typeof deskSchema>> = {
  name: "record of the desk's group",
  decode: (record) => deskSchema.safeParse(record).data,
  synced: true,
};

/** Opens what a data folder keeps of the desk. */
export async function openDesk(dataDir: string, damage: DamageOptions): Promise<DeskStore> {
  const file = recordFile(join(dataDir, 'desk.json'), DESK, damage);
  const turns = createTurns<'desk'>();
  let moves = (await file.read())?.moves ?? [];
  return {
    movedTo: (chat) => moves.find(({ from }) => from === chat)?.to,
    move: (from, to) =>
      turns('desk', async () => {
        const moved = [...moves.filter((known) => known.from !== from), { from, to }];
        await file.write({ version: 1, moves: moved });
        moves = moved;
      }),
  };
}
