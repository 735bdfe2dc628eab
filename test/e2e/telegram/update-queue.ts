// Updates that wait for the bot, and getUpdates over them (https://core.telegram.org/bots/api#getupdates),
// with what the page leaves unsaid and the server does: see `limitFor` and `select`.

import type { Update } from 'grammy/types';
import { conflict } from './refusal.ts';

/** An update's kind. */
export type UpdateKind = Exclude<keyof Update, 'update_id'>;

/** An update and the line it stands in: a webhook gets the updates of one line one after the other. */
export interface QueuedUpdate {
  readonly update: Update;
  /** Messages stand in line by chat, presses by person: the two may come at once. */
  readonly line: string;
}

/** The parameters of getUpdates. */
export interface FetchOptions {
  readonly offset?: number;
  readonly limit?: number;
  /** Seconds. */
  readonly timeout?: number;
}

interface LongPoll {
  readonly offset: number;
  readonly limit: number;
  readonly resolve: (updates: Update[]) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

/** Kinds that are sent only when asked for by name. */
const NOT_BY_DEFAULT: ReadonlySet<string> = new Set([
  'chat_member',
  'message_reaction',
  'message_reaction_count',
]);

const LONGEST_POLL_SECONDS = 50;
const MOST_UPDATES = 100;
/** An offset further ahead than this is taken for a mistake and read as "from the beginning". */
const FURTHEST_AHEAD = 10;
/** The same offset again within this time is slowed down. */
const SAME_OFFSET_MS = 3_000;
const SAME_OFFSET_AT_ONCE_MS = 500;
/** A second conflict within this time is told after it. */
const CONFLICT_PAUSE_MS = 3_000;
/** The server gathers what comes together before it wakes a long poll. */
const GATHER_MS = 2;

/** The queue of one bot. */
export class UpdateQueue {
  private readonly waiting: QueuedUpdate[] = [];
  private readonly now: () => number;
  private allowed: ReadonlySet<string> | undefined;
  private lastId: number;
  private poll: LongPoll | undefined;
  private previous = { offset: Number.NaN, time: 0 };
  private nextConflict = 0;
  private readonly listeners = new Set<() => void>();
  private readonly timers = new Set<NodeJS.Timeout>();

  /** @param now milliseconds since 1970 UTC; @param firstId the number of the first update */
  constructor(now: () => number, firstId: number) {
    this.now = now;
    this.lastId = firstId - 1;
  }

  /** Adds an update. Returns its number, or undefined when the bot did not ask for that kind. */
  push(content: Omit<Update, 'update_id'>, line: string): number | undefined {
    const [kind = ''] = Object.keys(content);
    if (this.allowed ? !this.allowed.has(kind) : NOT_BY_DEFAULT.has(kind)) return undefined;
    this.lastId += 1;
    // As it is now: a later edit does not change an update that waits.
    const update: Update = structuredClone({ update_id: this.lastId, ...content });
    this.waiting.push({ update, line });
    this.later(() => this.wake(), GATHER_MS);
    for (const listener of this.listeners) listener();
    return this.lastId;
  }

  /** Which kinds come from now on; an empty list stands for the default, undefined leaves it as it is. */
  allow(kinds: readonly string[] | undefined): void {
    if (kinds) this.allowed = kinds.length === 0 ? undefined : new Set(kinds);
  }

  /** The kinds that were asked for; undefined for the default. */
  allowedKinds(): readonly string[] | undefined {
    return this.allowed && [...this.allowed];
  }

  /** Every update that the bot has not confirmed, oldest first. */
  all(): readonly QueuedUpdate[] {
    return this.waiting;
  }

  /** Forgets one update: a webhook took it. */
  confirm(id: number): void {
    const place = this.waiting.findIndex(({ update }) => update.update_id === id);
    if (place >= 0) this.waiting.splice(place, 1);
  }

  /** Forgets all updates. */
  clear(): void {
    this.waiting.length = 0;
  }

  /** Calls `listener` on each new update, until the function it returns is called. */
  onPush(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /**
   * getUpdates. Resolves to updates at once when there are some, else when there are or the time is up.
   * @param gone aborts when the caller hangs up
   * @throws Refusal 409 (rejects) when another getUpdates or setWebhook ends this one
   */
  fetch(options: FetchOptions, gone: AbortSignal): Promise<Update[]> {
    const { offset = 0 } = options;
    const { limit, timeoutMs } = this.limitFor(options);
    const updates = this.select(offset, limit);
    if (updates.length > 0 || timeoutMs === 0) return Promise.resolve(updates);
    this.endPoll('terminated by other getUpdates request; make sure that only one bot instance is running');
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.finishPoll([]), timeoutMs);
      const poll: LongPoll = { offset, limit, resolve, reject, timer };
      this.poll = poll;
      gone.addEventListener('abort', () => {
        if (this.poll === poll) this.finishPoll([]);
      });
    });
  }

  /** Ends a waiting getUpdates with 409; the next within three seconds is told so three seconds later. */
  endPoll(reason: string): void {
    const { poll } = this;
    if (!poll) return;
    this.poll = undefined;
    clearTimeout(poll.timer);
    const isFirst = this.now() >= this.nextConflict;
    if (isFirst) this.nextConflict = this.now() + CONFLICT_PAUSE_MS;
    this.later(() => poll.reject(conflict(reason)), isFirst ? 0 : CONFLICT_PAUSE_MS);
  }

  /** Lets a waiting getUpdates end with nothing. */
  close(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.finishPoll([]);
  }

  private later(act: () => void, milliseconds: number): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      act();
    }, milliseconds);
    this.timers.add(timer);
  }

  /**
   * Who asks again with the offset of a moment ago is slowed down by the server: within three seconds a short
   * poll waits three, and within half a second no more than one update is returned.
   */
  private limitFor({ offset = 0, limit = MOST_UPDATES, timeout = 0 }: FetchOptions) {
    const now = this.now();
    const since = offset === this.previous.offset ? now - this.previous.time : Number.POSITIVE_INFINITY;
    this.previous = { offset, time: now };
    const seconds = Math.min(Math.max(timeout, 0), LONGEST_POLL_SECONDS);
    const timeoutMs = seconds * 1000;
    return {
      timeoutMs: since < SAME_OFFSET_MS ? Math.max(timeoutMs, SAME_OFFSET_MS) : timeoutMs,
      limit: since < SAME_OFFSET_AT_ONCE_MS ? 1 : Math.min(Math.max(limit, 1), MOST_UPDATES),
    };
  }

  /** Forgets what lies before the offset and returns what begins there. */
  private select(offset: number, limit: number): Update[] {
    if (offset < 0) this.waiting.splice(0, Math.max(0, this.waiting.length + offset));
    const isAhead = offset > this.lastId + 1 + FURTHEST_AHEAD;
    if (offset > 0 && !isAhead) {
      const kept = this.waiting.findIndex(({ update }) => update.update_id >= offset);
      this.waiting.splice(0, kept === -1 ? this.waiting.length : kept);
    }
    return this.waiting.slice(0, limit).map(({ update }) => update);
  }

  private wake(): void {
    if (!this.poll) return;
    const updates = this.select(this.poll.offset, this.poll.limit);
    if (updates.length > 0) this.finishPoll(updates);
  }

  private finishPoll(updates: Update[]): void {
    const { poll } = this;
    if (!poll) return;
    this.poll = undefined;
    clearTimeout(poll.timer);
    poll.resolve(updates);
  }
}
