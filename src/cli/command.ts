// What a command of the shell is, and how all of them read their options.

import { type ParseArgsConfig, parseArgs } from 'node:util';

/** One command of `torap`. */
export interface Command {
  /** A line for the help. */
  readonly usage: string;
  /**
   * Does the work, writing to standard output.
   * Returns the exit status: 0 done, 1 the answer is no, 2 it could not be done.
   * @throws UsageError when the arguments make no sense
   */
  readonly run: (args: readonly string[]) => Promise<number>;
}

/** Arguments that make no sense; the message says which. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * Reads a command's options and words.
 * @throws UsageError that names the unknown option
 */
export function readOptions<T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: T,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** More would be years: outcomes are kept for a set time only. */
const MOST_DAYS = 3660;

/**
 * Reads the value of `--days`.
 * @throws UsageError when it is no whole number of days
 */
export function readDays(text: string): number {
  const days = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (days < 1 || days > MOST_DAYS) {
    throw new UsageError(
      `--days takes a whole number from 1 to ${MOST_DAYS}, such as --days 30; it was "${text}".`,
    );
  }
  return days;
}
