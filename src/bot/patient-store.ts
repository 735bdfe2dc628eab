// Chats' states on a disk that fails: the person has the answer already, so the write is tried a few times,
// and then whoever runs Torap is told.

import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { ChatStore } from '../store/index.ts';
import type { Log } from './context.ts';
import { describeError } from './errors.ts';

/** What a patient store works with. */
export interface PatienceOptions {
  readonly log: Log;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  /** How long to wait before the second, third, … try, in milliseconds. */
  readonly pausesMs?: readonly number[];
}

const PAUSES_MS = [50, 200, 500];
/** A full disk fails with every message; the log tells it this often. */
const LOG_EVERY_MS = 60_000;

/** The store's writing of a chat, tried again where it fails. It never rejects. */
export function patientWrites(
  { writeChat }: Pick<ChatStore, 'writeChat'>,
  { log, now, pausesMs = PAUSES_MS }: PatienceOptions,
): ChatStore['writeChat'] {
  let lastLog = Number.NEGATIVE_INFINITY;
  return async (chat, state) => {
    for (let failures = 0; ; failures += 1) {
      try {
        await writeChat(chat, state);
        return;
      } catch (error) {
        const pauseMs = pausesMs[failures];
        if (pauseMs !== undefined) {
          await delay(pauseMs);
          continue;
        }
        if (now() - lastLog < LOG_EVERY_MS) return;
        lastLog = now();
        log.error(describeDiskError(error), "chats can't be stored; people are answered, but not remembered");
        return;
      }
    }
  };
}

/** The system's name of the error, such as ENOSPC, and the folder that it met. */
function describeDiskError(error: unknown): object {
  if (!(error instanceof Error) || !('code' in error)) return describeError(error);
  const folder = 'path' in error && typeof error.path === 'string' ? { folder: dirname(error.path) } : {};
  return { error: String(error.code), ...folder };
}
