// Brings what inquiries' outboxes hold to the desk and to persons: in order, until it is done, across restarts.
// A delivery leaves its outbox once Telegram has taken it; after a kill in between it goes out again.

import { type Api, GrammyError } from 'grammy';
import { delivered, type Receipt, showNews, undeliverable } from '../desk/index.ts';
import { FALLBACK_LANGUAGE } from '../language/index.ts';
import type { Delivery, Inquiry } from '../store/index.ts';
import { Carrier } from './carrier.ts';
import type { BotParts } from './context.ts';
import { describeError, isGone } from './errors.ts';
import { growingPauseMs, pause } from './persist.ts';
import { isRefusal } from './show.ts';

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

/** A delivery's place in its line. */
interface Place {
  readonly order: number;
  readonly number: string;
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
  private readonly carrier: Carrier;
  private readonly stopping = new AbortController();
  private readonly known = new Set<number>();
  private readonly toDesk: Place[] = [];
  private readonly toPersons = new Map<number, Place[]>();
  private readonly underWay = new Set<Promise<void>>();
  /** What Telegram has taken but the store has not yet been told. */
  private readonly taken = new Map<number, Taken>();
  /** Inquiries of which a delivery to the desk failed for a reason of its own: the others go on meanwhile. */
  private readonly resting = new Map<string, { readonly failures: number; readonly until: number }>();
  private wake: () => void = () => {};
  private trouble: string | undefined;

  constructor(options: CourierOptions) {
    this.options = options;
    this.carrier = new Carrier(options);
  }

  async run(): Promise<void> {
    const { parts } = this.options;
    parts.desk.onDeliveries((inquiry) => this.take([inquiry]));
    this.take(await this.readWaiting());
    await this.serveDesk();
    await Promise.all(this.underWay);
    await this.noteTaken();
  }

  /** What was delivered but could not be noted would go out again at the next start. */
  private async noteTaken(): Promise<void> {
    for (const [order, { shown }] of this.taken) {
      await this.finish(shown.number, order).catch((error: unknown) => {
        const described = { inquiry: shown.number, ...describeError(error) };
        this.options.parts.log.error(described, 'a delivery could not be noted; it may come twice');
      });
    }
  }

  stop(): void {
    this.stopping.abort();
    this.wake();
  }

  health(): { readonly waiting: number; readonly trouble?: string } {
    return { waiting: this.toDesk.length, ...(this.trouble !== undefined && { trouble: this.trouble }) };
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
      const outcome = await this.attempt(next, (inquiry, delivery) =>
        this.carrier.bringToDesk(inquiry, delivery, chat),
      );
      if (outcome === 'done') {
        remove(next, this.toDesk);
        this.known.delete(next.order);
        this.resting.delete(next.number);
        failures = 0;
        this.trouble = undefined;
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
        outcome = await this.attempt(first, (inquiry, delivery) =>
          this.carrier.bringToPerson(inquiry, delivery),
        );
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

  /** Tries to make a delivery and to note that it is made. Never rejects: what fails is logged and tried again. */
  private async attempt(
    { order, number }: Place,
    bring: (inquiry: Inquiry, delivery: Delivery) => Promise<Receipt | undefined>,
  ): Promise<Outcome> {
    const { parts } = this.options;
    try {
      if (!this.taken.has(order)) {
        const inquiry = await parts.store.inquiries.read(number);
        const delivery = inquiry?.outbox.find((one) => one.order === order);
        if (!inquiry || !delivery) return 'done';
        this.taken.set(order, { shown: inquiry, receipt: await bring(inquiry, delivery) });
      }
      await this.finish(number, order);
      return 'done';
    } catch (error) {
      return this.settle({ order, number }, error).catch((cause: unknown): Outcome => {
        parts.log.error({ inquiry: number, ...describeError(cause) }, 'a delivery could not be noted');
        return 'later';
      });
    }
  }

  private async finish(number: string, order: number): Promise<void> {
    const { parts } = this.options;
    const taken = this.taken.get(order);
    const changed = await parts.desk.change(number, (inquiry, moment) => {
      const left = delivered(inquiry, order, taken?.receipt);
      const delivery = inquiry.outbox.find((one) => one.order === order);
      const isCard = delivery?.content.kind === 'card' || delivery?.content.kind === 'refresh';
      return taken && isCard ? showNews(left, taken.shown, moment) : left;
    });
    this.taken.delete(order);
    this.carrier.noteStored(number);
    if (changed?.after.erased && changed.after.outbox.length === 0) await parts.store.inquiries.erase(number);
  }

  /** What a failure means: the delivery can't be made; or the desk, or this delivery, must be tried again. */
  private async settle({ order, number }: Place, error: unknown): Promise<Outcome> {
    const { parts } = this.options;
    const inquiry = await parts.store.inquiries.read(number);
    const delivery = inquiry?.outbox.find((one) => one.order === order);
    if (delivery?.to === 'desk') {
      const outcome = await this.settleAtDesk(number, delivery, error);
      if (outcome) return outcome;
    }
    if (!isFinal(error)) {
      parts.log.warn({ inquiry: number, ...describeError(error) }, 'a delivery failed; it is tried again');
      return 'later';
    }
    const reason = delivery?.to === 'person' && isGone(error) ? 'blocked' : 'undelivered';
    parts.log.warn({ inquiry: number, reason, ...describeError(error) }, "a delivery can't be made");
    await parts.desk.change(number, (one, moment) => undeliverable(one, order, { reason, moment }));
    return 'done';
  }

  /** Undefined for a failure that has nothing to do with the desk's group. */
  private async settleAtDesk(
    number: string,
    { content }: Delivery,
    error: unknown,
  ): Promise<Outcome | undefined> {
    const { parts } = this.options;
    const moved = migrationOf(error);
    if (moved !== undefined) {
      parts.log.info({ inquiry: number }, "the desk's group became a supergroup; it is followed");
      await parts.desk.move(moved);
      return 'later';
    }
    if (TOPIC_GONE.some((reason) => isRefusal(error, reason))) {
      // Somebody deleted the topic: the next attempt begins a new one.
      await parts.desk.change(number, ({ desk: _, ...rest }) => rest);
      return 'later';
    }
    // Of a copy, "chat not found" may speak of the person's chat.
    const isCopy = content.kind === 'copy' && isRefusal(error, 'chat not found');
    if (!isCopy && isUnreachable(error)) {
      await this.tellAdmins(error);
      return 'desk';
    }
    // Without its card the desk would never see the inquiry: that is never given up.
    if (content.kind !== 'card' || !isFinal(error)) return undefined;
    this.carrier.forgetGroup();
    parts.log.error({ inquiry: number, ...describeError(error) }, 'a card is refused; it is tried again');
    return 'later';
  }

  /** Once until the desk is reached again. */
  private async tellAdmins(error: unknown): Promise<void> {
    const { api, parts } = this.options;
    const reason = error instanceof GrammyError ? error.description : String(error);
    this.carrier.forgetGroup();
    if (this.trouble !== undefined) return;
    this.trouble = reason;
    parts.log.error({ reason }, "inquiries can't be delivered to the desk; they wait");
    for (const admin of parts.adminIds) {
      try {
        const { language = FALLBACK_LANGUAGE } = (await parts.store.readChat(admin)) ?? {};
        await api.sendMessage(admin, parts.phrases()[language].phrase('deskTrouble', { reason }));
      } catch (cause) {
        parts.log.warn({ admin, ...describeError(cause) }, 'an admin could not be told');
      }
    }
  }
}

/** What came of an attempt: nothing is left to do; this delivery is tried later; the desk can't be reached at all. */
type Outcome = 'done' | 'later' | 'desk';

/** A delivery that Telegram has taken. */
interface Taken {
  /** The inquiry as it was then: its card may be out of date already. */
  readonly shown: Inquiry;
  readonly receipt: Receipt | undefined;
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

function migrationOf(error: unknown): number | undefined {
  return error instanceof GrammyError ? error.parameters.migrate_to_chat_id : undefined;
}

/** The group is gone, or the bot may not do there what it must: that has to be mended by somebody. */
function isUnreachable(error: unknown): boolean {
  return isGone(error) || UNREACHABLE.some((reason) => isRefusal(error, reason));
}

const UNREACHABLE = [
  'not enough rights to send text messages',
  'not enough rights to create a topic',
  'have no rights to send a message',
  'need administrator rights',
  'CHAT_WRITE_FORBIDDEN',
  'CHAT_SEND_PLAIN_FORBIDDEN',
  'CHAT_RESTRICTED',
  'CHAT_ADMIN_REQUIRED',
  'group chat was deactivated',
];

const TOPIC_GONE = ['message thread not found', 'TOPIC_DELETED', 'TOPIC_ID_INVALID', 'chat is not a forum'];

/** Trying again would be refused again. */
function isFinal(error: unknown): boolean {
  return error instanceof GrammyError && (error.error_code === 400 || error.error_code === 403);
}
