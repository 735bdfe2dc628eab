// Inquiries: a synced file each, and in memory only what lists need.

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { decodeInquiry, type Inquiry, type NewInquiry } from './inquiry.ts';
import { createInquiryIndex, type InquiryIndex } from './inquiry-index.ts';
import { createInquiryNumbers, type InquiryNumbers } from './inquiry-numbers.ts';
import {
  type DamageOptions,
  fanOut,
  type RecordFile,
  type RecordKind,
  recordFile,
  removeRecord,
  visitFolder,
} from './record-folder.ts';
import type { InquiryStore } from './store.ts';
import { createTurns } from './turns.ts';

/** An inquiry's file must tell the number that it is found by. */
function inquiryKind(number: string): RecordKind<Inquiry> {
  const decode = (record: unknown): Inquiry | undefined => {
    const inquiry = decodeInquiry(record);
    return inquiry?.number === number ? inquiry : undefined;
  };
  return { name: 'inquiry', decode, synced: true };
}

const countsSchema = z.object({ version: z.literal(1), counts: z.record(z.string(), z.number().int()) });

const COUNTS: RecordKind<z.output<typeof countsSchema>> = {
  name: "inquiries' counts",
  decode: (record) => countsSchema.safeParse(record).data,
  synced: true,
};

/** What is known of the inquiries in a folder. */
interface Known {
  readonly index: InquiryIndex;
  readonly numbers: InquiryNumbers;
}

/** Opens the inquiries of a data folder; reads each once. */
export async function openInquiries(dataDir: string, damage: DamageOptions): Promise<InquiryStore> {
  const folder = join(dataDir, 'inquiries');
  const countsFile = recordFile(join(dataDir, 'inquiry-counts.json'), COUNTS, damage);
  const numbers = createInquiryNumbers((await countsFile.read())?.counts ?? {});
  const index = createInquiryIndex();
  await visitInquiries(folder, damage, { index, numbers });
  const turns = createTurns<string>();
  const open = (number: string): RecordFile<Inquiry> =>
    recordFile(fanOut(folder, number), inquiryKind(number), damage);
  const read = async (number: string): Promise<Inquiry | undefined> => {
    if (!index.has(number)) return undefined;
    const inquiry = await open(number).read();
    if (inquiry === undefined) index.remove(number);
    return inquiry;
  };
  const write = async (inquiry: Inquiry): Promise<Inquiry> => {
    await open(inquiry.number).write(inquiry);
    index.put(inquiry);
    return inquiry;
  };
  const create = async (inquiry: NewInquiry): Promise<Inquiry> => {
    const known = await read(index.numberOf(inquiry.key) ?? '');
    if (known !== undefined) return known;
    const number = numbers.next(inquiry.openedAt);
    return write({ ...inquiry, number }).catch(async (error: unknown) => {
      // It may be in place without being safe there; nobody is told its number, so it must not turn up later.
      await rm(fanOut(folder, number), { force: true }).catch(() => undefined);
      throw error;
    });
  };
  return {
    // One after the other: two of one draft meet, and no folder is made by one and synced by another.
    create: (inquiry) => turns('create', () => create(inquiry)),
    read,
    update: (number, change) =>
      turns(number, async () => {
        const before = await read(number);
        const after = before && change(before);
        return after === undefined || after === before ? before : write(after);
      }),
    list: index.list,
    erase: (number) =>
      turns(number, async () => {
        if (!index.has(number)) return;
        // Until one goes, the names of the files tell which numbers are taken: a new one costs one synced write.
        await turns('counts', () => countsFile.write({ version: 1, counts: numbers.counts() }));
        await removeRecord(fanOut(folder, number), { synced: true });
        index.remove(number);
      }),
  };
}

async function visitInquiries(
  folder: string,
  damage: DamageOptions,
  { index, numbers }: Known,
): Promise<void> {
  await visitFolder(folder, {
    record: async (file, number) => {
      numbers.note(number);
      const inquiry = await recordFile(file, inquiryKind(number), damage).read();
      if (inquiry !== undefined) index.put(inquiry);
    },
    aside: numbers.note,
  });
}
