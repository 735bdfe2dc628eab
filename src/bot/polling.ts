// Long polling that loses nothing: an update is confirmed to Telegram only when it and all before it are done.
// grammY's own polling confirms an update whose handler threw, and its runner fetches on before a batch is done.

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Bot } from 'grammy';
import type { Update } from 'grammy/types';
import { UPDATE_KINDS } from './bot.ts';
import type { Log, TorapContext } from './context.ts';
import { pause, persist } from './persist.ts';
import type { Spool } from './spool.ts';
import { createUpdateOffset } from './update-offset.ts';

/** What polling works with. */
export interface PollingOptions {
  readonly bot: Bot<TorapContext>;
  /** Resolves once the update is done; never rejects. */
  readonly handle: (update: Update) => Promise<void>;
  readonly spool: Spool;
  /** How many updates are waiting or under way. */
  readonly underWay: () => number;
  readonly log: Log;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
}

/** A running intake. */
export interface Polling {
  /** Settles when fetching has ended: resolves after `close`, rejects when Telegram refuses the token. */
  readonly ended: Promise<void>;
  /** When Telegram last answered a fetch, in milliseconds since 1970 UTC; undefined before the first. */
  readonly lastFetch: () => number | undefined;
  /** Stops fetching; updates under way go on. `confirm` then tells Telegram what is done. */
  readonly close: () => Promise<void>;
  readonly confirm: () => Promise<void>;
}

const FETCH_SECONDS = 30;
/** A fetch that is not answered by then is begun anew: nobody is served meanwhile. */
const FETCH_LIMIT_MS = 60_000;
/** The most that Telegram brings at a time, from the oldest unfinished update on. */
const BATCH = 100;
/**
 * With updates under way, a fetch returns at once with those; this long until the next, unless there is room.
 * The Bot API server answers a repeat of an offset within half a second with one update only.
 */
const UNFINISHED_PAUSE_MS = 600;
/** An update that takes longer is written down, so that those behind it come in. */
const LONG_MS = 5_000;
/** The same where so many are done behind it that hardly any new ones can come in. */
const LONG_IN_CROWD_MS = 500;
const CROWD = 60;
/** With more than this many, no more are taken in: what waits at Telegram costs no memory. */
const MOST_UNDER_WAY = 5_000;

/** Starts fetching updates. */
export function startPolling({ bot, handle, spool, underWay, log, now }: PollingOptions): Polling {
  const offset = createUpdateOffset();
  const stop = new AbortController();
  let lastFetch: number | undefined;
  let wake = (): void => {};
  const fetch = async (): Promise<Update[]> => {
    const options = {
      offset: offset.next(),
      limit: BATCH,
      // The first fetch tells at once whether Telegram answers.
      timeout: lastFetch === undefined ? 0 : FETCH_SECONDS,
      allowed_updates: UPDATE_KINDS,
    };
    const updates = await withLimit(FETCH_LIMIT_MS, stop.signal, (signal) =>
      bot.api.getUpdates(options, grammySignal(signal)),
    );
    lastFetch = now();
    return updates;
  };
  /** The turn in which what came last is begun. The next fetch goes out before, so that it is answered meanwhile. */
  let turn: Promise<void> = Promise.resolve();
  const run = async (update: Update): Promise<void> => {
    spool.begin(update);
    await turn;
    await handle(update);
    await spool.finish(update.update_id);
    offset.finish(update.update_id);
    wake();
  };
  const take = (update: Update): boolean => {
    if (!offset.begin(update.update_id)) return false;
    // It is on disk, and under way or done since the start.
    if (spool.wasLeft(update.update_id)) offset.finish(update.update_id);
    else void run(update);
    return true;
  };
  /** Waits until something is done that makes it so, but no longer than the pause. */
  const until = async (isSo: () => boolean): Promise<void> => {
    if (isSo()) return;
    // Ends the wait itself, so that it leaves neither timer nor listener behind.
    const enough = new AbortController();
    wake = () => {
      if (stop.signal.aborted || isSo()) enough.abort();
    };
    await pause(UNFINISHED_PAUSE_MS, enough.signal);
    wake = () => {};
  };
  const loop = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      const longMs = offset.doneAhead() >= CROWD ? LONG_IN_CROWD_MS : LONG_MS;
      await spool.keep(now() - longMs, offset.finish);
      if (underWay() >= MOST_UNDER_WAY) {
        await until(() => underWay() < MOST_UNDER_WAY);
        continue;
      }
      const updates = (await persist(fetch, { task: 'fetching updates', log, signal: stop.signal })) ?? [];
      turn = nextTurn();
      const isNews = updates.filter(take).length > 0;
      const known = offset.known();
      if (updates.length > 0 && !isNews) await until(() => offset.known() < known);
      // Half a batch of room, or the fetches of a busy bot would bring the same again and again.
      else await until(() => offset.known() <= BATCH / 2);
    }
  };
  const ended = loop();
  return {
    ended,
    lastFetch: () => lastFetch,
    close: async () => {
      stop.abort();
      wake();
      await ended.catch(() => undefined);
      await turn;
    },
    confirm: async () => {
      await bot.api.getUpdates({
        offset: offset.next(),
        limit: 1,
        timeout: 0,
        allowed_updates: UPDATE_KINDS,
      });
    },
  };
}

/** Makes a call with a signal that aborts after the limit, or with `stop`; leaves neither timer nor listener behind. */
async function withLimit<T>(
  limitMs: number,
  stop: AbortSignal,
  call: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const end = new AbortController();
  const abort = (): void => end.abort();
  const timer = setTimeout(abort, limitMs);
  stop.addEventListener('abort', abort);
  try {
    return await call(end.signal);
  } finally {
    clearTimeout(timer);
    stop.removeEventListener('abort', abort);
  }
}

type GrammySignal = NonNullable<Parameters<Bot['api']['getUpdates']>[1]>;

/** grammY's types for Node name the abort-controller package's signal; at run time it takes Node's own. */
function grammySignal(signal: AbortSignal): GrammySignal {
  return signal as unknown as GrammySignal;
}
