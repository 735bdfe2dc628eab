// What lies in a data folder, for programs beside the bot: nothing is written, locked or set aside, so that they may look
// while the bot runs. A file that is being replaced is read as it was before or is after.

import { join } from 'node:path';
import { DurableJsonFile } from './durable-json-file.ts';
import { openOutcomes } from './embedded-outcomes.ts';
import { namesIn } from './folders.ts';
import { decodeInquiry, type Inquiry } from './inquiry.ts';
import type { FullOutcome } from './outcome.ts';

/**
 * Reads the outcomes of questions since a time (milliseconds since 1970 UTC), oldest first.
 * @param dataDir the data folder; where it isn't there, there are none
 */
export async function readOutcomes(dataDir: string, since = 0): Promise<readonly FullOutcome[]> {
  return openOutcomes(dataDir).since(since);
}

/**
 * Reads all inquiries, oldest first. Files that hold none are passed over: whoever runs the bot is told of them by it.
 * @param dataDir the data folder; where it isn't there, there are none
 */
export async function readInquiries(dataDir: string): Promise<readonly Inquiry[]> {
  const folder = join(dataDir, 'inquiries');
  const inquiries: Inquiry[] = [];
  for (const part of (await namesIn(folder)).filter((name) => FAN_OUT.test(name))) {
    for (const name of (await namesIn(join(folder, part))).filter((name) => name.endsWith('.json'))) {
      const inquiry = decodeInquiry(await readRecord(join(folder, part, name)));
      if (inquiry) inquiries.push(inquiry);
    }
  }
  return inquiries.sort(
    (left, right) => left.openedAt - right.openedAt || left.number.localeCompare(right.number),
  );
}

/** The folders over which records are spread. */
const FAN_OUT = /^[0-9a-f]{2}$/;

async function readRecord(file: string): Promise<unknown> {
  try {
    return await new DurableJsonFile(file).read();
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
