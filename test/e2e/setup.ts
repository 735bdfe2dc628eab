// For the top of a file of end-to-end tests: what is started in a test ends with it, whatever happens,
// and a call that the published Bot API forbids fails it.

import { afterEach } from 'vitest';
import { startTorap, type TorapOptions, type TorapProcess } from './process.ts';
import { type DoubleOptions, startTelegramDouble, type TelegramDouble } from './telegram/index.ts';

/** Starts things that end with the test. */
export interface EndToEnd {
  readonly startTelegram: (options?: DoubleOptions) => Promise<TelegramDouble>;
  readonly startTorap: (options?: TorapOptions) => Promise<TorapProcess>;
}

/**
 * Registers the cleaning up after each test; call it once, outside of `describe`. A test whose bot broke a rule of
 * the Bot API fails, unless it took the violations (`takeViolations`).
 */
export function setUpEndToEnd(): EndToEnd {
  const doubles: TelegramDouble[] = [];
  // Promises, because a test may be over while its program still starts.
  const started: Promise<TorapProcess>[] = [];
  afterEach(async () => {
    const ended = doubles.splice(0);
    const starts = await Promise.allSettled(started.splice(0));
    const processes = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
    // All end before any data goes: two may share a DATA_DIR, and one that runs would write it anew.
    await Promise.all(processes.map((torap) => torap.kill()));
    await Promise.all(processes.map((torap) => torap.close()));
    await Promise.all(ended.map((double) => double.close()));
    ended.forEach(assertNoViolations);
  });
  return {
    startTelegram: async (options) => {
      const double = await startTelegramDouble(options);
      doubles.push(double);
      return double;
    },
    startTorap: (options) => {
      const starting = startTorap(options);
      started.push(starting);
      return starting;
    },
  };
}

/** @throws Error that lists what the bot did against the Bot API, if anything */
export function assertNoViolations(double: TelegramDouble): void {
  if (double.violations.length > 0)
    throw new Error(`The bot broke rules of the Bot API.\n${double.describe()}`);
}
