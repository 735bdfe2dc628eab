// Outcomes of questions: lines added to a file a day. They survive a kill; they are not worth an fsync each.

import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { namesIn } from './folders.ts';
import { LineFile } from './line-file.ts';
import {
  dayOf,
  decodeOutcomeLine,
  encodeOutcomeLine,
  gatherOutcomes,
  type OutcomeLine,
} from './outcome-lines.ts';
import type { OutcomeStore } from './store.ts';
import { isMissing } from './system-error.ts';

/** Outcomes that are also closed. */
export interface EmbeddedOutcomes extends OutcomeStore {
  /** Lets go of the day's file; what is added later opens it anew. */
  readonly close: () => void;
}

/** Opens the outcomes of a data folder. */
export function openOutcomes(dataDir: string): EmbeddedOutcomes {
  const folder = join(dataDir, 'outcomes');
  const { append, close } = createAppender(folder);
  return {
    add: (outcome) => append(dayOf(outcome.at), encodeOutcomeLine({ outcome })),
    vote: (id, at, vote) => append(dayOf(at), encodeOutcomeLine({ vote: { id, at, vote } })),
    pick: (id, at, answer) => append(dayOf(at), encodeOutcomeLine({ pick: { id, at, answer } })),
    since: async (time) => {
      const days = (await daysIn(folder)).filter((day) => day >= dayOf(time));
      const lines: OutcomeLine[] = [];
      for (const day of days) for (const line of await readDay(fileOf(folder, day))) lines.push(line);
      return gatherOutcomes(lines).filter(({ at }) => at >= time);
    },
    forget: async (before) => {
      const days = (await daysIn(folder)).filter((day) => day < dayOf(before));
      await Promise.all(days.map((day) => rm(fileOf(folder, day), { force: true })));
      // Lest lines go into a file that is gone.
      close();
    },
    close,
  };
}

const fileOf = (folder: string, day: string): string => join(folder, `${day}.jsonl`);

/** The days that have a file, oldest first. */
async function daysIn(folder: string): Promise<string[]> {
  const names = await namesIn(folder);
  return names.flatMap((name) => /^(\d{4}-\d{2}-\d{2})\.jsonl$/.exec(name)?.[1] ?? []).sort();
}

async function readDay(file: string): Promise<OutcomeLine[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    // The day was forgotten in the meantime.
    if (isMissing(error)) return '';
    throw error;
  });
  return text.split('\n').flatMap((line) => decodeOutcomeLine(line) ?? []);
}

/** Adds lines to the file of their day. */
function createAppender(folder: string) {
  let current: { readonly day: string; readonly lines: LineFile } | undefined;
  const close = (): void => current?.lines.close();
  const append = async (day: string, line: string): Promise<void> => {
    if (current?.day !== day) {
      close();
      current = { day, lines: new LineFile(fileOf(folder, day)) };
    }
    current.lines.append(line);
  };
  return { append, close };
}
