// Updates that Telegram brings over HTTP. Each is answered only when it is done: Telegram keeps what was not
// answered and brings it again, so Telegram itself is the queue that survives a crash.

import { createHash, timingSafeEqual } from 'node:crypto';
import type { Update } from 'grammy/types';
import type { UpdateQueue } from './update-queue.ts';

/** How many updates are remembered as done, for Telegram's repeats of one whose answer got lost. */
const REMEMBERED = 10_000;

/**
 * Creates the handler of webhook requests.
 * @param secret what Telegram sends in X-Telegram-Bot-Api-Secret-Token (core.telegram.org/bots/api#setwebhook)
 */
export function createWebhook(secret: string, queue: UpdateQueue): (request: Request) => Promise<Response> {
  const handled = new Map<number, Promise<void>>();
  return async (request) => {
    if (!isSame(request.headers.get('x-telegram-bot-api-secret-token') ?? '', secret)) {
      return new Response('The secret token is wrong.', { status: 401 });
    }
    const update = decodeUpdate(await request.json().catch(() => undefined));
    if (!update) return new Response('The body is no update.', { status: 400 });
    // A repeat that comes while the first is under way waits for it instead of running it twice.
    const handling = handled.get(update.update_id) ?? queue.push(update);
    handled.set(update.update_id, handling);
    await handling;
    for (const oldest of handled.keys()) {
      if (handled.size <= REMEMBERED) break;
      handled.delete(oldest);
    }
    return new Response(null, { status: 200 });
  };
}

function decodeUpdate(body: unknown): Update | undefined {
  const isUpdate =
    typeof body === 'object' && body !== null && 'update_id' in body && typeof body.update_id === 'number';
  // Telegram's own types are trusted from here on: the secret says that it is Telegram.
  return isUpdate ? (body as Update) : undefined;
}

/** Compares without telling by its time how much agrees. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
