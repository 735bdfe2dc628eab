// Calls without which the bot can't work are tried until Telegram answers, and the log says so.

import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from './context.ts';
import { describeError, isWrongToken } from './errors.ts';

/** What a persistent call is, for the log, and when to give up. */
export interface PersistOptions {
  /** Such as "fetching updates". */
  readonly task: string;
  readonly log: Log;
  readonly signal: AbortSignal;
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Makes a call until it succeeds, with growing pauses.
 * Returns undefined when the signal ends it.
 * @throws GrammyError when Telegram refuses the token: trying again can't help
 */
export async function persist<T>(
  call: () => Promise<T>,
  { task, log, signal }: PersistOptions,
): Promise<T | undefined> {
  for (let failures = 0; !signal.aborted; failures += 1) {
    try {
      const result = await call();
      if (failures > 0) log.info({ task, failures }, 'Telegram answers again');
      return result;
    } catch (error) {
      if (signal.aborted) return undefined;
      if (isWrongToken(error)) throw error;
      log.warn({ task, ...describeError(error) }, 'Telegram is out of reach or refuses; it is tried again');
      await pause(growingPauseMs(failures), signal);
    }
  }
  return undefined;
}

/** How long to wait after the first, second, … failure (counted from 0): a second, doubled up to half a minute. */
export function growingPauseMs(failures: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures);
}

/** Waits; a signal ends the wait early. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await delay(milliseconds, undefined, { signal }).catch(() => undefined);
}
