// Delivers updates to the bot's address (https://core.telegram.org/bots/api#setwebhook): one line of updates
// strictly in order, lines side by side, each update again and again until it is answered with 2xx.

import type { QueuedUpdate, UpdateQueue } from './update-queue.ts';

/** What setWebhook said. */
export interface WebhookSettings {
  readonly url: string;
  readonly secret: string;
  readonly maxConnections: number;
}

/** What the deliverer works with. */
export interface WebhookOptions extends WebhookSettings {
  readonly queue: UpdateQueue;
  /** The unit of the pauses between attempts, in milliseconds: none, then 2, 4, 8 … 60 units. Telegram's is 1000. */
  readonly pauseUnitMs: number;
  /** Told of each attempt. */
  readonly onAttempt: (attempt: DeliveryAttempt) => void;
  /** Told of a method call in the answer's body. */
  readonly onReply: (body: Record<string, unknown>) => void;
}

/** One attempt to deliver an update. */
export interface DeliveryAttempt {
  readonly updateId: number;
  /** The HTTP status; undefined when the connection failed. */
  readonly status: number | undefined;
  readonly problem?: string;
}

const LONGEST_PAUSE_UNITS = 60;

/** Delivers a queue's updates until it is closed. */
export class WebhookDelivery {
  private readonly options: WebhookOptions;
  private readonly busyLines = new Set<string>();
  private readonly stop = new AbortController();
  private readonly stopListening: () => void;
  private connections = 0;

  constructor(options: WebhookOptions) {
    this.options = options;
    this.stopListening = options.queue.onPush(() => this.deliverWhatCanBe());
    this.deliverWhatCanBe();
  }

  /** Ends all deliveries; what was not answered stays in the queue. */
  close(): void {
    this.stopListening();
    this.stop.abort();
  }

  private deliverWhatCanBe(): void {
    if (this.stop.signal.aborted) return;
    for (const queued of this.options.queue.all()) {
      if (this.connections >= this.options.maxConnections) return;
      if (this.busyLines.has(queued.line)) continue;
      this.busyLines.add(queued.line);
      this.connections += 1;
      void this.deliver(queued);
    }
  }

  private async deliver({ update, line }: QueuedUpdate): Promise<void> {
    let failures = 0;
    for (;;) {
      const attempt = await this.post(update);
      if (this.stop.signal.aborted) return;
      this.options.onAttempt(attempt);
      if (attempt.status !== undefined && attempt.status >= 200 && attempt.status <= 299) break;
      // A line that waits keeps no connection from the others.
      this.connections -= 1;
      this.deliverWhatCanBe();
      await this.pause(attempt.retryAfterSeconds ? attempt.retryAfterSeconds * 1000 : this.pauseMs(failures));
      if (this.stop.signal.aborted) return;
      this.connections += 1;
      failures += 1;
    }
    this.options.queue.confirm(update.update_id);
    this.busyLines.delete(line);
    this.connections -= 1;
    this.deliverWhatCanBe();
  }

  private async post(
    update: QueuedUpdate['update'],
  ): Promise<DeliveryAttempt & { retryAfterSeconds?: number }> {
    const { url, secret } = this.options;
    const updateId = update.update_id;
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(secret && { 'x-telegram-bot-api-secret-token': secret }),
        },
        body: JSON.stringify(update),
        redirect: 'manual',
        signal: this.stop.signal,
      });
      const body = await response.text();
      if (response.ok) this.readReply(body);
      return {
        updateId,
        status: response.status,
        retryAfterSeconds: Number(response.headers.get('retry-after')) || 0,
        ...(!response.ok && {
          problem: `Wrong response from the webhook: ${response.status} ${response.statusText}`,
        }),
      };
    } catch (error) {
      return { updateId, status: undefined, problem: error instanceof Error ? error.message : String(error) };
    }
  }

  private readReply(body: string): void {
    if (!body.startsWith('{')) return;
    const reply: Record<string, unknown> = JSON.parse(body);
    if (typeof reply.method === 'string') this.options.onReply(reply);
  }

  private pauseMs(failures: number): number {
    const units = failures === 0 ? 0 : Math.min(2 ** failures, LONGEST_PAUSE_UNITS);
    return units * this.options.pauseUnitMs;
  }

  private pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.stop.signal.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
