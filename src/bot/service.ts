// The bot as a running service: connects to Telegram, takes updates in by polling or webhook, stops in order.

import type { Bot } from 'grammy';
import type { Update } from 'grammy/types';
import { type BotConnection, CALL_LIMIT_MS, createBot, handleUpdate, UPDATE_KINDS } from './bot.ts';
import type { BotParts, TorapContext } from './context.ts';
import { type Errands, startErrands } from './errands.ts';
import { createGate } from './gate.ts';
import { patientWrites } from './patient-store.ts';
import { persist } from './persist.ts';
import { type Polling, startPolling } from './polling.ts';
import { updateProfile } from './profile.ts';
import { retries } from './retries.ts';
import { createSpool, type Spool } from './spool.ts';
import { takeBackMenus } from './staff-menus.ts';
import { createTransport } from './transport.ts';
import { createUpdateQueue, type UpdateQueue } from './update-queue.ts';
import { createWebhook } from './webhook.ts';

/** How updates come in: fetched, or brought to an address of ours. */
export type UpdateSource =
  | { readonly kind: 'polling' }
  | { readonly kind: 'webhook'; readonly url: string; readonly secret: string };

/** How the service is; `ok: false` means that it takes no updates in, or can't finish one. */
export interface ServiceHealth {
  readonly ok: boolean;
  readonly intake: 'polling' | 'webhook';
  /** Updates waiting or being answered. */
  readonly underWay: number;
  /** How long the oldest of them has been there, in seconds. */
  readonly oldestSeconds: number;
  /** How many of them were written down because they take long. */
  readonly spooled: number;
  /** When Telegram last answered a fetch, as ISO 8601. */
  readonly lastFetch?: string;
  /** Deliveries that wait for the desk, and why, where its group can't be reached. */
  readonly desk?: { readonly waiting: number; readonly trouble?: string };
}

/** A running service. */
export interface TelegramService {
  readonly health: () => ServiceHealth;
  /** Answers webhook requests; undefined when updates are fetched. */
  readonly webhook: ((request: Request) => Promise<Response>) | undefined;
  /** Never resolves while all is well; rejects when Telegram refuses the token. */
  readonly failed: Promise<never>;
  /** Takes nothing more in, finishes what was begun, within 9 seconds. */
  readonly close: () => Promise<void>;
}

/** A chat that waits for Telegram holds its place, so there are many; but their number is bounded. */
const CHATS_AT_ONCE = 256;
/** Stopping ends within 10 s: this long for updates under way, the rest for telling Telegram what is done. */
const FINISH_MS = 7_000;
const CONFIRM_MS = 1_500;
/** A poll takes 30 s; an intake that has heard nothing for three of them is ill. */
const FETCH_OVERDUE_MS = 90_000;
/** Longer than Telegram asks to wait; something keeps this update from ever being done. */
const STUCK_MS = 300_000;

/** Starts the service. It returns at once and connects in the background, for as long as that takes. */
export function startTelegramService(
  given: BotParts,
  connection: Omit<BotConnection, 'transformers'>,
  source: UpdateSource,
): TelegramService {
  const parts = { ...given, store: { ...given.store, writeChat: patientWrites(given.store, given) } };
  const transport = createTransport({ ...connection, limitMs: CALL_LIMIT_MS });
  const bot = createBot(parts, { ...connection, transformers: [transport, retries(parts.log)] });
  const queue = createUpdateQueue((update) => handleUpdate(update, bot, parts), CHATS_AT_ONCE, parts.now);
  const stop = new AbortController();
  const gate = createGate({ bot, queue, parts });
  const intake = new Intake({ bot, queue, gate, parts, source, signal: stop.signal });
  const running = intake.run();
  return {
    health: () => intake.health(),
    webhook:
      source.kind === 'webhook' ? whenReady(createWebhook(source.secret, intake.handle), bot) : undefined,
    failed: running.then(() => new Promise<never>(() => {})),
    close: async () => {
      stop.abort();
      await intake.close();
    },
  };
}

/** Until the bot knows its own name it can't tell what is meant for it; Telegram brings the update again. */
function whenReady(webhook: (request: Request) => Promise<Response>, bot: Bot<TorapContext>) {
  return async (request: Request): Promise<Response> =>
    bot.isInited() ? webhook(request) : new Response('Starting.', { status: 503 });
}

interface IntakeOptions {
  readonly bot: Bot<TorapContext>;
  readonly queue: UpdateQueue;
  /** The way into the queue. */
  readonly gate: (update: Update) => Promise<void>;
  readonly parts: BotParts;
  readonly source: UpdateSource;
  readonly signal: AbortSignal;
}

class Intake {
  private readonly options: IntakeOptions;
  private polling: Polling | undefined;
  private readonly spool: Spool;
  private webhookSet = false;
  private errands: Errands | undefined;

  constructor(options: IntakeOptions) {
    this.options = options;
    const { store, log, now } = options.parts;
    this.spool = createSpool(store.spool, log, now);
  }

  /** Handles an update that Telegram brought; one that an earlier process left is under way already. */
  readonly handle = async (update: Update): Promise<void> => {
    if (!this.spool.wasLeft(update.update_id)) await this.options.gate(update);
  };

  async run(): Promise<void> {
    const { bot, queue, gate, parts, source, signal } = this.options;
    const { log, phrases, now, store } = parts;
    const keepTrying = <T>(task: string, call: () => Promise<T>) => persist(call, { task, log, signal });
    const me = await keepTrying('asking Telegram who the bot is', () => bot.api.getMe());
    if (!me) return;
    const left = await this.spool.left();
    bot.botInfo = me;
    // Before anything newer of the same chats, which comes in from here on.
    for (const update of left) void queue.push(update).then(() => this.spool.finish(update.update_id));
    log.info({ bot: me.username }, 'connected to Telegram');
    const staffChats = [parts.desk.chat() ?? [], ...parts.adminIds].flat();
    void takeBackMenus(bot.api, { staffChats, desk: store.desk, log }).then(() =>
      updateProfile(bot.api, { phrases: phrases(), log, staffChats }),
    );
    this.errands = startErrands({ api: bot.api, parts, queue });
    if (source.kind === 'webhook') {
      const settings = { secret_token: source.secret, allowed_updates: UPDATE_KINDS };
      this.webhookSet =
        (await keepTrying('setting the webhook', () => bot.api.setWebhook(source.url, settings))) ?? false;
      return;
    }
    await keepTrying('ending an old webhook', () => bot.api.deleteWebhook());
    this.polling = startPolling({
      bot,
      handle: gate,
      spool: this.spool,
      underWay: queue.size,
      log,
      now,
    });
    await this.polling.ended;
  }

  health(): ServiceHealth {
    const { queue, source, parts } = this.options;
    const lastFetch = this.polling?.lastFetch();
    const fetches = lastFetch !== undefined && parts.now() - lastFetch <= FETCH_OVERDUE_MS;
    const oldestMs = parts.now() - (queue.oldest() ?? parts.now());
    return {
      ok: (source.kind === 'webhook' ? this.webhookSet : fetches) && oldestMs <= STUCK_MS,
      intake: source.kind,
      underWay: queue.size(),
      oldestSeconds: Math.round(oldestMs / 1000),
      spooled: this.spool.size(),
      ...(lastFetch !== undefined && { lastFetch: new Date(lastFetch).toISOString() }),
      ...(parts.desk.chat() !== undefined && this.errands && { desk: this.errands.health() }),
    };
  }

  async close(): Promise<void> {
    const { queue, parts } = this.options;
    await this.polling?.close();
    const errands = this.errands?.close();
    const isFinished = await within(FINISH_MS, Promise.all([queue.whenIdle(), errands]));
    await within(
      CONFIRM_MS,
      this.polling?.confirm().catch(() => undefined),
    );
    if (isFinished) return;
    parts.log.warn(
      { left: queue.size() },
      'stopped before these updates were done; Telegram brings them again',
    );
  }
}

/** Waits for a promise, but no longer than `milliseconds`. Returns whether it was done. */
async function within(milliseconds: number, promise: Promise<unknown> | undefined): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  const done = await Promise.race([Promise.resolve(promise).then(() => true), tooLate]);
  clearTimeout(timer);
  return done;
}
