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
