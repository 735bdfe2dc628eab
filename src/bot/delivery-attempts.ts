// One attempt at a delivery: it is made and noted; or what its failure means: it can't be made, it is tried again, or the
// desk's group can't be reached, which admins are told once.

import { type Api, GrammyError } from 'grammy';
import { delivered, type Receipt, showNews, undeliverable } from '../desk/index.ts';
import { FALLBACK_LANGUAGE } from '../language/index.ts';
import type { Delivery, Inquiry } from '../store/index.ts';
import { Carrier } from './carrier.ts';
import type { BotParts } from './context.ts';
import { describeError, isGone } from './errors.ts';
import { isRefusal } from './show.ts';

/** A delivery's place in its line. */
export interface Place {
  readonly order: number;
  readonly number: string;
}

/** What came of an attempt: nothing is left to do; this delivery is tried later; the desk can't be reached at all. */
export type Outcome = 'done' | 'later' | 'desk';

/** A delivery that Telegram has taken. */
interface Taken {
  /** The inquiry as it was then: its card may be out of date already. */
  readonly shown: Inquiry;
  readonly receipt: Receipt | undefined;
}

/** Makes deliveries, each in its turn. */
export class Attempts {
  private readonly api: Api;
  private readonly parts: BotParts;
  private readonly carrier: Carrier;
  /** What Telegram has taken but the store has not yet been told. */
  private readonly taken = new Map<number, Taken>();
  private reason: string | undefined;

  constructor({ api, parts }: { readonly api: Api; readonly parts: BotParts }) {
    this.api = api;
    this.parts = parts;
    this.carrier = new Carrier({ api, parts });
  }

  /** Why the desk can't be reached; undefined while it can. */
  get trouble(): string | undefined {
    return this.reason;
  }

  /** Brings a delivery to the desk's group. Never rejects: what fails is logged. */
  async atDesk(place: Place, chat: number): Promise<Outcome> {
    const outcome = await this.attempt(place, (inquiry, delivery) =>
      this.carrier.bringToDesk(inquiry, delivery, chat),
    );
    if (outcome === 'done') this.reason = undefined;
    return outcome;
  }

  /** Brings a delivery to a person. Never rejects: what fails is logged. */
  atPerson(place: Place): Promise<Outcome> {
    return this.attempt(place, (inquiry, delivery) => this.carrier.bringToPerson(inquiry, delivery));
  }

  /** What was delivered but could not be noted would go out again at the next start. */
  async noteTaken(): Promise<void> {
    for (const [order, { shown }] of this.taken) {
      await this.finish(shown.number, order).catch((error: unknown) => {
        const described = { inquiry: shown.number, ...describeError(error) };
        this.parts.log.error(described, 'a delivery could not be noted; it may come twice');
      });
    }
  }

  private async attempt(
    { order, number }: Place,
    bring: (inquiry: Inquiry, delivery: Delivery) => Promise<Receipt | undefined>,
  ): Promise<Outcome> {
    const { parts } = this;
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
    const { parts } = this;
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
    const { parts } = this;
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
    const { parts } = this;
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
    const { api, parts } = this;
    const reason = error instanceof GrammyError ? error.description : String(error);
    this.carrier.forgetGroup();
    if (this.reason !== undefined) return;
    this.reason = reason;
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
