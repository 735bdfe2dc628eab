// Updates that were confirmed to Telegram before they were done: a synced file each, until they are.

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type DamageOptions, type RecordKind, recordFile, visitFolder } from './record-folder.ts';
import type { SpoolStore } from './store.ts';

const spooledSchema = z.object({
  version: z.literal(1),
  number: z.number().int(),
  /** As Telegram sent it. */
  update: z.unknown(),
});

const SPOOLED: RecordKind<z.output<typeof spooledSchema>> = {
  name: 'update',
  decode: (record) => spooledSchema.safeParse(record).data,
  synced: true,
};

/** Opens the spool of a data folder. */
export function openSpool(dataDir: string, damage: DamageOptions): SpoolStore {
  // Few at a time, and each for a short while: one folder does.
  const folder = join(dataDir, 'spool');
  const fileOf = (number: number): string => join(folder, `${number}.json`);
  return {
    put: (number, update) =>
      recordFile(fileOf(number), SPOOLED, damage).write({ version: 1, number, update }),
    drop: (number) => rm(fileOf(number), { force: true }),
    all: async () => {
      const found: z.output<typeof spooledSchema>[] = [];
      await visitFolder(folder, {
        record: async (file) => {
          const spooled = await recordFile(file, SPOOLED, damage).read();
          if (spooled !== undefined) found.push(spooled);
        },
      });
      return found.sort((left, right) => left.number - right.number).map(({ update }) => update);
    },
  };
}
