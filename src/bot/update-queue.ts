// Work in order within a chat, chats side by side, a bounded number under way.

import type { Update } from 'grammy/types';
import { chatOf } from './update-person.ts';

/** Takes updates, and other work in a chat, and runs them. */
export interface UpdateQueue {
  /** Resolves once the update has been handled. */
  readonly push: (update: Update) => Promise<void>;
  /**
   * Runs other work in a chat's order: after what was pushed before, and before what comes later.
   * A task that waits for another of its own chat waits for ever.
   */
  readonly run: <T>(chat: number, task: () => Promise<T>) => Promise<T>;
  /** How many are waiting or under way. */
  readonly size: () => number;
  /** When the oldest of them came, in milliseconds since 1970 UTC; undefined when there is none. */
  readonly oldest: () => number | undefined;
  /** Resolves once nothing is left. */
  readonly whenIdle: () => Promise<void>;
}

/**
 * Creates a queue.
 * @param handle handles one update; must not throw
 * @param limit how many chats' work is under way at once, at least 1
 * @param now milliseconds since 1970 UTC
 */
export function createUpdateQueue(
  handle: (update: Update) => Promise<void>,
  limit: number,
  now: () => number = Date.now,
): UpdateQueue {
  const lastOfChat = new Map<number, Promise<unknown>>();
  const places = createPlaces(limit);
  /** When each came, in that order. */
  const unfinished = new Set<{ readonly since: number }>();
  const idle: (() => void)[] = [];
  const runAfter = async <T>(before: Promise<unknown> | undefined, task: () => Promise<T>): Promise<T> => {
    await before?.catch(() => undefined);
    await places.enter();
    try {
      return await task();
    } finally {
      places.leave();
    }
  };
  const run = async <T>(chat: number, task: () => Promise<T>): Promise<T> => {
    const entry = { since: now() };
    unfinished.add(entry);
    const done = runAfter(lastOfChat.get(chat), task);
    lastOfChat.set(chat, done);
    try {
      return await done;
    } finally {
      unfinished.delete(entry);
      if (lastOfChat.get(chat) === done) lastOfChat.delete(chat);
      if (unfinished.size === 0) for (const resolve of idle.splice(0)) resolve();
    }
  };
  return {
    push: (update) => run(chatOf(update), () => handle(update)),
    run,
    size: () => unfinished.size,
    oldest: () => unfinished.values().next().value?.since,
    whenIdle: () =>
      unfinished.size === 0 ? Promise.resolve() : new Promise((resolve) => idle.push(resolve)),
  };
}

/** A number of places; who finds none free waits in line. */
function createPlaces(limit: number) {
  const waiting: (() => void)[] = [];
  let taken = 0;
  return {
    enter: async (): Promise<void> => {
      if (taken >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
      else taken += 1;
    },
    leave: (): void => {
      const next = waiting.shift();
      // A place that is handed on stays taken.
      if (next) next();
      else taken -= 1;
    },
  };
}
