// `torap` as people run it: a process of its own.

import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { PROJECT_FOLDER } from '../project-catalog.ts';

/** What a run is given beside its arguments. */
export interface RunOptions {
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** How a run ended. */
export interface Run {
  readonly status: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Starts `torap` with its arguments; the caller reads and writes its streams. */
export function startTorap(args: readonly string[], environment: RunOptions['environment'] = {}) {
  return spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...args], {
    cwd: PROJECT_FOLDER,
    env: { PATH: process.env.PATH, ...environment },
  });
}

/** Runs `torap` to its end. */
export async function runTorap(
  args: readonly string[],
  { input = '', environment = {} }: RunOptions = {},
): Promise<Run> {
  const child = startTorap(args, environment);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  child.stdin.end(input);
  const [output, errors, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { status, output, errors };
}
