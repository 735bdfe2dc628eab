// Updates in order within a chat, chats side by side, a bounded number under way.

import type { Update } from 'grammy/types';

/** Takes updates and runs them. */
export interface UpdateQueue {
  /** Resolves once the update has been handled. */
  readonly push: (update: Update) => Promise<void>;
  /** How many updates are waiting or under way. */
  readonly size: () => number;
  /** Resolves once nothing is left. */
  readonly whenIdle: () => Promise<void>;
}

/**
 * Creates a queue.
 * @param handle handles one update; must not throw
 * @param limit how many chats' updates are under way at once, at least 1
 */
export function createUpdateQueue(handle: (update: Update) => Promise<void>, limit: number): UpdateQueue {
  const lastOfChat = new Map<number, Promise<void>>();
  const waiting: (() => void)[] = [];
  const idle: (() => void)[] = [];
  let running = 0;
  let size = 0;
  const enter = async (): Promise<void> => {
    if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
  };
  const leave = (): void => {
    const next = waiting.shift();
    // A place that is handed on stays taken.
    if (next) next();
    else running -= 1;
  };
  const run = async (update: Update, before: Promise<void> | undefined): Promise<void> => {
    await before?.catch(() => undefined);
    await enter();
    try {
      await handle(update);
    } finally {
      leave();
    }
  };
  return {
    push: async (update) => {
      const chat = chatOf(update);
      size += 1;
      const done = run(update, lastOfChat.get(chat));
      lastOfChat.set(chat, done);
      try {
        await done;
      } finally {
        size -= 1;
        if (lastOfChat.get(chat) === done) lastOfChat.delete(chat);
        if (size === 0) for (const resolve of idle.splice(0)) resolve();
      }
    },
    size: () => size,
    whenIdle: () => (size === 0 ? Promise.resolve() : new Promise((resolve) => idle.push(resolve))),
  };
}

/** The chat that an update belongs to; those without one share a place. */
function chatOf({ message, edited_message, callback_query }: Update): number {
  const source = message ?? edited_message ?? callback_query?.message;
  return source?.chat.id ?? callback_query?.from.id ?? 0;
}
