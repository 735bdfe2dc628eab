// Brings what inquiries' outboxes hold to the desk and to persons: in order, until it is done, across restarts.
// A delivery leaves its outbox once Telegram has taken it; after a kill in between it goes out again.

import type { Api } from 'grammy';
import type { Inquiry } from '../store/index.ts';
import type { BotParts } from './context.ts';
import { Attempts, type Outcome, type Place } from './delivery-attempts.ts';
import { describeError } from './errors.ts';
import { growingPauseMs, pause } from './persist.ts';

/** What the courier works with. */
export interface CourierOptions {
  readonly api: Api;
  readonly parts: BotParts;
  /** Persons get their deliveries in their chat's order, between their own updates. */
  readonly queue: ChatQueue;
}

/** Does something in a chat's order. */
export interface ChatQueue {
  readonly run: (chat: number, task: () => Promise<void>) => Promise<void>;
}

/** A running courier. */
export interface Courier {
  /** Deliveries that wait for the desk, and why, where it can't be reached. */
  readonly health: () => { readonly waiting: number; readonly trouble?: string };
  /** Begins nothing more; resolves once what is under way is done. */
  readonly close: () => Promise<void>;
}

/** Starts delivering, beginning with what the last process left. */
export function startCourier(options: CourierOptions): Courier {
  const courier = new RunningCourier(options);
  const running = courier.run();
  return {
    health: () => courier.health(),
    close: async () => {
      courier.stop();
      await running;
    },
  };
}

class RunningCourier {
  private readonly options: CourierOptions;
  private readonly attempts: Attempts;
  private readonly stopping = new AbortController();
  private readonly known = new Set<number>();
  private readonly toDesk: Place[] = [];
  private readonly toPersons = new Map<number, Place[]>();
  private readonly underWay = new Set<Promise<void>>();
  /** Inquiries of which a delivery to the desk failed for a reason of its own: the others go on meanwhile. */
  private readonly resting = new Map<string, { readonly failures: number; readonly until: number }>();
  private wake: () => void = () => {};

  constructor(options: CourierOptions) {
    this.options = options;
    this.attempts = new Attempts(options);
  }

  async run(): Promise<void> {
    const { parts } = this.options;
    parts.desk.onDeliveries((inquiry) => this.take([inquiry]));
    this.take(await this.readWaiting());
    await this.serveDesk();
    await Promise.all(this.underWay);
    await this.attempts.noteTaken();
  }

  stop(): void {
    this.stopping.abort();
    this.wake();
  }

  health(): { readonly waiting: number; readonly trouble?: string } {
    const { trouble } = this.attempts;
    return { waiting: this.toDesk.length, ...(trouble !== undefined && { trouble }) };
  }

  /** What the last process left. One that can't be read is told, and keeps no other back. */
  private async readWaiting(): Promise<Inquiry[]> {
    const { store, log } = this.options.parts;
    const waiting: Inquiry[] = [];
    for (const { number, outbox } of store.inquiries.list()) {
      if (outbox.length === 0) continue;
      try {
        const inquiry = await store.inquiries.read(number);
        if (inquiry) waiting.push(inquiry);
      } catch (error) {
        log.error({ inquiry: number, ...describeError(error) }, 'an inquiry could not be read');
      }
    }
    return waiting;
  }

  private take(inquiries: readonly Inquiry[]): void {
    const deliveries = inquiries
      .flatMap(({ number, chat, outbox }) => outbox.map(({ order, to }) => ({ order, to, number, chat })))
      .filter(({ order }) => !this.known.has(order))
      .sort((left, right) => left.order - right.order);
    for (const { order, to, number, chat } of deliveries) {
      this.known.add(order);
      if (to === 'desk') insert({ order, number }, this.toDesk);
      else this.takeForPerson({ order, number }, chat);
    }
    this.wake();
  }

  private takeForPerson(place: Place, chat: number): void {
    const line = this.toPersons.get(chat);
    if (line) {
      insert(place, line);
      return;
    }
    this.toPersons.set(chat, [place]);
    const serving = this.servePerson(chat).finally(() => this.underWay.delete(serving));
    this.underWay.add(serving);
  }

  /** One delivery after the other, over all inquiries: the desk sees them in the order in which they came. */
  private async serveDesk(): Promise<void> {
    const { signal } = this.stopping;
    for (let failures = 0; !signal.aborted; ) {
      const chat = this.options.parts.desk.chat();
      const next = this.nextForDesk();
      if (chat === undefined || !next) {
        await this.untilWoken();
        continue;
      }
      const outcome = await this.attempts.atDesk(next, chat);
      if (outcome === 'done') {
        remove(next, this.toDesk);
        this.known.delete(next.order);
        this.resting.delete(next.number);
        failures = 0;
      } else if (outcome === 'later') {
        this.rest(next.number);
      } else {
        await pause(growingPauseMs(failures), signal);
        failures += 1;
      }
    }
  }

  /** The first of an inquiry that does not rest: within an inquiry the order stays. */
  private nextForDesk(): Place | undefined {
    const now = this.options.parts.now();
    return this.toDesk.find(({ number }) => (this.resting.get(number)?.until ?? 0) <= now);
  }

  private rest(number: string): void {
    const { failures } = this.resting.get(number) ?? { failures: 0 };
    const until = this.options.parts.now() + growingPauseMs(failures);
    this.resting.set(number, { failures: failures + 1, until });
  }

  /** Until something is to be delivered, or an inquiry has rested. */
  private async untilWoken(): Promise<void> {
    const woken = new AbortController();
    this.wake = () => woken.abort();
    const rested = Math.min(...[...this.resting.values()].map(({ until }) => until));
    const milliseconds = Number.isFinite(rested) ? Math.max(0, rested - this.options.parts.now()) : IDLE_MS;
    await pause(milliseconds, AbortSignal.any([woken.signal, this.stopping.signal]));
  }

  private async servePerson(chat: number): Promise<void> {
    const { signal } = this.stopping;
    const line = this.toPersons.get(chat) ?? [];
    for (let failures = 0; !signal.aborted; ) {
      const [first] = line;
      if (!first) break;
      let outcome: Outcome = 'later';
      await this.options.queue.run(chat, async () => {
        outcome = await this.attempts.atPerson(first);
      });
      if (isDone(outcome)) {
        remove(first, line);
        this.known.delete(first.order);
        failures = 0;
      } else {
        await pause(growingPauseMs(failures), signal);
        failures += 1;
      }
    }
    this.toPersons.delete(chat);
  }
}

/** Nothing is waited for that long without a look. */
const IDLE_MS = 3_600_000;

/** A function, because the compiler does not see that a task changes a variable of its surroundings. */
function isDone(outcome: Outcome): boolean {
  return outcome === 'done';
}

function remove(place: Place, line: Place[]): void {
  const at = line.indexOf(place);
  if (at >= 0) line.splice(at, 1);
}

function insert(place: Place, line: Place[]): void {
  const before = line.findLastIndex(({ order }) => order < place.order);
  line.splice(before + 1, 0, place);
}
