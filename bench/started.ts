// Processes of a bench: the Bot API, and a bot that talks to it.

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Load, Told } from './bot-api.ts';

/** The Bot API in a process of its own. */
export interface Api {
  readonly url: string;
  /** Offers updates, and resolves to the milliseconds from the end of the warm-up until the last answer. */
  readonly answer: (load: Load) => Promise<number>;
  readonly close: () => void;
}

/** The token of the bots that are started here. */
export const BENCH_TOKEN = '7012345678:AAF-token_of_the_bench_0123456789_ab';

/** Starts a Bot API: the fast one, or the strict double of the tests. */
export async function startApi(program = 'bench/bot-api.ts'): Promise<Api> {
  const child = fork(program, { execArgv: ['--import', 'tsx'] });
  const next = async (): Promise<Told> => (await once(child, 'message'))[0];
  const first = await next();
  return {
    url: first.kind === 'listening' ? first.url : '',
    answer: async (load) => {
      child.send(load);
      const told = await next();
      return told.kind === 'answered' ? told.milliseconds : Number.NaN;
    },
    close: () => void child.kill(),
  };
}

/** A bot in a process of its own. */
export interface StartedBot {
  readonly child: ChildProcess;
  /** Ends it on the spot and removes what it stored. */
  readonly close: () => Promise<void>;
}

/** Starts a bot with an empty data folder. */
export function startBot(entry: string, api: Api, nodeOptions: readonly string[] = []): StartedBot {
  const dataDir = mkdtempSync(join(tmpdir(), 'torap-bench-'));
  const env = {
    PATH: process.env.PATH,
    BOT_TOKEN: BENCH_TOKEN,
    TELEGRAM_API_ROOT: api.url,
    DATA_DIR: dataDir,
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'warn',
  };
  const child = fork(entry, { env, execArgv: ['--import', 'tsx', ...nodeOptions] });
  // Else the bench would wait for answers for ever.
  const onEarlyEnd = () => {
    throw new Error(`${entry} ended before the bench did`);
  };
  child.once('exit', onEarlyEnd);
  return {
    child,
    close: async () => {
      child.off('exit', onEarlyEnd);
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
