// The two ways for a bot to get its updates, of which one excludes the other: getUpdates and the webhook
// (https://core.telegram.org/bots/api#getting-updates).

import type { Opts, Update, WebhookInfo } from 'grammy/types';
import { conflict, malformed, tooManyRequests } from './refusal.ts';
import { type UpdateKind, UpdateQueue } from './update-queue.ts';
import { type DeliveryAttempt, WebhookDelivery, type WebhookSettings } from './webhook.ts';

/** What the intake works with. */
export interface IntakeOptions {
  readonly now: () => number;
  readonly firstUpdateId: number;
  readonly webhookPauseUnitMs: number;
  /** Told of a method call in the answer to a delivered update. */
  readonly onReply: (body: Record<string, unknown>) => void;
}

/** setWebhook with an address may be called once in this time. */
const SET_WEBHOOK_PAUSE_MS = 1_000;
const DEFAULT_CONNECTIONS = 40;
const MOST_CONNECTIONS = 100;
const LONGEST_SECRET = 256;

/** The updates of one bot on their way to it. */
export class Intake {
  readonly queue: UpdateQueue;
  /** Every attempt to deliver an update to the webhook, oldest first. */
  readonly attempts: DeliveryAttempt[] = [];
  private readonly options: IntakeOptions;
  private settings: WebhookSettings | undefined;
  private delivery: WebhookDelivery | undefined;
  private lastError: { readonly date: number; readonly message: string } | undefined;
  private nextSetting = 0;

  constructor(options: IntakeOptions) {
    this.options = options;
    this.queue = new UpdateQueue(options.now, options.firstUpdateId);
  }

  /** getUpdates. @throws Refusal 409 while a webhook is set or when another one ends it */
  fetch(payload: Opts<'getUpdates'>, gone: AbortSignal): Promise<Update[]> {
    if (this.settings) {
      throw conflict(
        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    this.queue.allow(payload.allowed_updates);
    return this.queue.fetch(payload, gone);
  }

  /** setWebhook. @throws Refusal for an address or secret that Telegram refuses, or when called too soon again */
  setWebhook(payload: Opts<'setWebhook'>): true {
    const { url, secret_token: secret = '', max_connections = DEFAULT_CONNECTIONS } = payload;
    if (url === '') return this.deleteWebhook(payload);
    if (this.options.now() < this.nextSetting) throw tooManyRequests(1);
    this.nextSetting = this.options.now() + SET_WEBHOOK_PAUSE_MS;
    // A local server, as this one is for the bot, takes http too.
    if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) throw malformed('invalid webhook URL specified');
    if (secret.length > LONGEST_SECRET) throw malformed('secret token is too long');
    if (!/^[\w-]*$/.test(secret)) throw malformed('secret token contains unallowed characters');
    this.queue.allow(payload.allowed_updates);
    this.queue.endPoll('terminated by setWebhook request');
    if (payload.drop_pending_updates) this.queue.clear();
    const maxConnections = Math.min(Math.max(max_connections, 1), MOST_CONNECTIONS);
    this.deliverTo({ url, secret, maxConnections }, payload.drop_pending_updates ?? false);
    return true;
  }

  /** deleteWebhook. */
  deleteWebhook({ drop_pending_updates }: Opts<'deleteWebhook'>): true {
    this.delivery?.close();
    this.delivery = undefined;
    this.settings = undefined;
    if (drop_pending_updates) this.queue.clear();
    return true;
  }

  /** getWebhookInfo. */
  webhookInfo(): WebhookInfo {
    const allowed = this.queue.allowedKinds();
    return {
      url: this.settings?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: this.queue.all().length,
      ...(this.settings && { max_connections: this.settings.maxConnections, ip_address: '127.0.0.1' }),
      ...(this.lastError && {
        last_error_date: this.lastError.date,
        last_error_message: this.lastError.message,
      }),
      ...(allowed && { allowed_updates: allowed.filter(isUpdateKind) }),
    };
  }

  /** What the webhook is set to; undefined while there is none. */
  webhook(): WebhookSettings | undefined {
    return this.settings;
  }

  /** Ends long polls and deliveries. */
  close(): void {
    this.delivery?.close();
    this.queue.close();
  }

  /** The same settings again change nothing: pauses between attempts go on. */
  private deliverTo(settings: WebhookSettings, isFresh: boolean): void {
    if (!isFresh && JSON.stringify(settings) === JSON.stringify(this.settings)) return;
    this.delivery?.close();
    this.settings = settings;
    this.lastError = undefined;
    this.delivery = new WebhookDelivery({
      ...settings,
      queue: this.queue,
      pauseUnitMs: this.options.webhookPauseUnitMs,
      onReply: this.options.onReply,
      onAttempt: (attempt) => {
        this.attempts.push(attempt);
        if (attempt.problem === undefined) return;
        this.lastError = { date: Math.floor(this.options.now() / 1000), message: attempt.problem };
      },
    });
  }
}

/** The kinds of update that are published: https://core.telegram.org/bots/api#update */
const UPDATE_KINDS = {
  message: true,
  edited_message: true,
  channel_post: true,
  edited_channel_post: true,
  business_connection: true,
  business_message: true,
  edited_business_message: true,
  deleted_business_messages: true,
  guest_message: true,
  stopped_message_generation: true,
  message_reaction: true,
  message_reaction_count: true,
  inline_query: true,
  chosen_inline_result: true,
  callback_query: true,
  shipping_query: true,
  pre_checkout_query: true,
  purchased_paid_media: true,
  poll: true,
  poll_answer: true,
  my_chat_member: true,
  chat_member: true,
  chat_join_request: true,
  chat_boost: true,
  removed_chat_boost: true,
  managed_bot: true,
  subscription: true,
} satisfies Record<UpdateKind, true>;

/** Tells whether a kind of update is published. */
export function isUpdateKind(name: string): name is UpdateKind {
  return Object.hasOwn(UPDATE_KINDS, name);
}

/** What the published rules forbid in the parameters of getUpdates and setWebhook, though Telegram takes it. */
export function findIntakeFaults(
  payload: Opts<'getUpdates'> & { readonly max_connections?: number },
): string[] {
  const { limit = 1, timeout = 0, max_connections = 1, allowed_updates = [] } = payload;
  const unknown = allowed_updates.filter((kind) => !isUpdateKind(kind));
  return [
    ...(limit < 1 || limit > 100 ? [`limit is ${limit}: 1–100 are accepted`] : []),
    ...(timeout < 0 || timeout > 50 ? [`timeout is ${timeout}: Telegram waits 0–50 seconds`] : []),
    ...(max_connections < 1 || max_connections > 100 ? [`max_connections is ${max_connections}: 1–100`] : []),
    ...unknown.map((kind) => `allowed_updates names "${kind}", which is no kind of update`),
  ];
}
