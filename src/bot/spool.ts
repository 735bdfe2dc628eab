// Updates that take long are written to disk, so that Telegram may be told to go on: it never brings more than
// a hundred from the oldest unfinished one on, and one chat that waits for a minute would stop everybody.

import type { Update } from 'grammy/types';
import type { SpoolStore } from '../store/index.ts';
import type { Log } from './context.ts';
import { describeError } from './errors.ts';
import { chatOf } from './update-person.ts';

/** Keeps track of updates under way, and writes down those that are too old. */
export interface Spool {
  /** What an earlier process left, oldest first; call it once, before all else. */
  readonly left: () => Promise<readonly Update[]>;
  /** Tells whether the update is one that an earlier process left: Telegram may bring it as well. */
  readonly wasLeft: (update: number) => boolean;
  readonly begin: (update: Update) => void;
  /** Resolves once the update would not come back at the next start. Never rejects. */
  readonly finish: (update: number) => Promise<void>;
  /**
   * Writes down all that began before that time, but none before the earlier ones of its chat; tells of each once it
   * is on stable storage. Never rejects.
   */
  readonly keep: (before: number, onKept: (update: number) => void) => Promise<void>;
  /** How many are written down and not yet done. */
  readonly size: () => number;
}

interface Entry {
  readonly update: Update;
  since: number;
  /** Resolves to whether it was written. */
  writing: Promise<boolean> | undefined;
}

/** @param now milliseconds since 1970 UTC */
export function createSpool(store: SpoolStore, log: Log, now: () => number): Spool {
  const entries = new Map<number, Entry>();
  const left = new Set<number>();
  const write = async (entry: Entry): Promise<boolean> => {
    try {
      await store.put(entry.update.update_id, entry.update);
      return true;
    } catch (error) {
      // It stays with Telegram, which brings it again after a kill; tried anew when it has aged once more.
      entry.since = now();
      entry.writing = undefined;
      log.error(describeError(error), 'an update that takes long could not be written down');
      return false;
    }
  };
  return {
    left: async () => {
      const updates = (await store.all()).flatMap((found) => decodeUpdate(found) ?? []);
      for (const update of updates) {
        left.add(update.update_id);
        entries.set(update.update_id, { update, since: now(), writing: Promise.resolve(true) });
      }
      return updates;
    },
    wasLeft: (update) => left.has(update),
    begin: (update) => void entries.set(update.update_id, { update, since: now(), writing: undefined }),
    finish: async (update) => {
      const entry = entries.get(update);
      entries.delete(update);
      if (!entry?.writing || !(await entry.writing)) return;
      await store.drop(update).catch((error: unknown) => {
        log.error({ update, ...describeError(error) }, 'an update that is done could not be dropped');
      });
    },
    keep: async (before, onKept) => {
      const keepLine = async (line: readonly Entry[]): Promise<void> => {
        for (const entry of line) {
          const isDone = entries.get(entry.update.update_id) !== entry;
          if (isDone || entry.writing) continue;
          if (entry.since > before) return;
          entry.writing = write(entry);
          if (!(await entry.writing)) return;
          onKept(entry.update.update_id);
        }
      };
      // Oldest first within a chat: at the next start, a later one on disk would overtake an earlier one at Telegram.
      await Promise.all([...linesOf(entries.values())].map(keepLine));
    },
    size: () => [...entries.values()].filter(({ writing }) => writing).length,
  };
}

/** The entries of each chat, oldest first. */
function linesOf(entries: Iterable<Entry>): Iterable<Entry[]> {
  const lines = new Map<number, Entry[]>();
  for (const entry of entries) {
    const chat = chatOf(entry.update);
    const line = lines.get(chat);
    if (line) line.push(entry);
    else lines.set(chat, [entry]);
  }
  return lines.values();
}

/** Reads an update that came as JSON. Telegram's own types are trusted from here on. */
export function decodeUpdate(value: unknown): Update | undefined {
  const isUpdate =
    typeof value === 'object' &&
    value !== null &&
    'update_id' in value &&
    typeof value.update_id === 'number';
  return isUpdate ? (value as Update) : undefined;
}
