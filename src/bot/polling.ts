// Long polling that loses nothing: an update is confirmed to Telegram only when it and all before it are done.
// grammY's own polling confirms an update whose handler threw, and its runner fetches on before a batch is done.

import type { Bot } from 'grammy';
import type { Update } from 'grammy/types';
import { UPDATE_KINDS } from './bot.ts';
import type { Log, TorapContext } from './context.ts';
import { pause, persist } from './persist.ts';
import { createUpdateOffset } from './update-offset.ts';
import type { UpdateQueue } from './update-queue.ts';

/** What polling works with. */
export interface PollingOptions {
  readonly bot: Bot<TorapContext>;
  readonly queue: UpdateQueue;
  readonly log: Log;
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
const BATCH = 100;
/**
 * With updates under way, a fetch returns at once with those; this long until the next, unless one is done.
 * The Bot API server answers a repeat of an offset within half a second with one update only.
 */
const UNFINISHED_PAUSE_MS = 600;

/** Starts fetching updates into the queue. */
export function startPolling({ bot, queue, log, now }: PollingOptions): Polling {
  const offset = createUpdateOffset();
  const stop = new AbortController();
  let lastFetch: number | undefined;
  let onDone = (): void => {};
  const fetch = async (): Promise<Update[]> => {
    const updates = await bot.api.getUpdates(
      {
        offset: offset.next(),
        limit: BATCH,
        // The first fetch tells at once whether Telegram answers.
        timeout: lastFetch === undefined ? 0 : FETCH_SECONDS,
        allowed_updates: UPDATE_KINDS,
      },
      grammySignal(stop.signal),
    );
    lastFetch = now();
    return updates;
  };
  const take = (update: Update): boolean => {
    if (!offset.begin(update.update_id)) return false;
    void queue.push(update).then(() => {
      offset.finish(update.update_id);
      onDone();
    });
    return true;
  };
  const loop = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      const updates = (await persist(fetch, { task: 'fetching updates', log, signal: stop.signal })) ?? [];
      const taken = updates.filter(take);
      if (updates.length > 0 && taken.length === 0) {
        // Ends the wait itself, so that it leaves neither timer nor listener behind.
        const done = new AbortController();
        onDone = () => done.abort();
        await pause(UNFINISHED_PAUSE_MS, AbortSignal.any([stop.signal, done.signal]));
      }
    }
  };
  const ended = loop();
  return {
    ended,
    lastFetch: () => lastFetch,
    close: async () => {
      stop.abort();
      await ended.catch(() => undefined);
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

type GrammySignal = NonNullable<Parameters<Bot['api']['getUpdates']>[1]>;

/** grammY's types for Node name the abort-controller package's signal; at run time it takes Node's own. */
function grammySignal(signal: AbortSignal): GrammySignal {
  return signal as unknown as GrammySignal;
}
