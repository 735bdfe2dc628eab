// Updates that Telegram brings over HTTP. Each is answered only when it is done: Telegram keeps what was not
// answered and brings it again, so Telegram itself is the queue that survives a crash.

import { createHash, timingSafeEqual } from 'node:crypto';
import type { Update } from 'grammy/types';
import { decodeUpdate } from './spool.ts';

/** How many updates are remembered as done, for Telegram's repeats of one whose answer got lost. */
const REMEMBERED = 10_000;

/**
 * Creates the handler of webhook requests.
 * @param secret what Telegram sends in X-Telegram-Bot-Api-Secret-Token (core.telegram.org/bots/api#setwebhook)
 * @param handle resolves once the update is done; never rejects
 */
export function createWebhook(
  secret: string,
  handle: (update: Update) => Promise<void>,
): (request: Request) => Promise<Response> {
  const underWay = new Map<number, Promise<void>>();
  const done = new Set<number>();
  const handleOnce = async (update: Update): Promise<void> => {
    const number = update.update_id;
    if (done.has(number)) return;
    // A repeat that comes while the first is under way waits for it instead of running it twice.
    const handling = underWay.get(number) ?? handle(update);
    underWay.set(number, handling);
    await handling;
    underWay.delete(number);
    done.add(number);
    const [oldest] = done;
    if (done.size > REMEMBERED && oldest !== undefined) done.delete(oldest);
  };
  return async (request) => {
    if (!isSame(request.headers.get('x-telegram-bot-api-secret-token') ?? '', secret)) {
      return new Response('The secret token is wrong.', { status: 401 });
    }
    const update = decodeUpdate(await request.json().catch(() => undefined));
    if (!update) return new Response('The body is no update.', { status: 400 });
    await handleOnce(update);
    return new Response(null, { status: 200 });
  };
}

/** Compares without telling by its time how much agrees. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
