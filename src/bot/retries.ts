// Outgoing calls that Telegram asks to repeat later, or that don't reach it, are repeated (@grammyjs/auto-retry).

import { autoRetry } from '@grammyjs/auto-retry';
import type { Transformer } from 'grammy';

/** Longer waits than this are not worth holding a chat up for; the call then fails. */
const LONGEST_WAIT_SECONDS = 60;
const MOST_ATTEMPTS = 5;

/**
 * Repeats calls after 429 (as long as Telegram asks), 5xx and network errors.
 * Fetching updates and asking who the bot is have their own ways to try again, which also tell the log.
 */
export function retries(): Transformer {
  const retry = autoRetry({ maxDelaySeconds: LONGEST_WAIT_SECONDS, maxRetryAttempts: MOST_ATTEMPTS });
  return (previous, method, payload, signal) =>
    method === 'getUpdates' || method === 'getMe'
      ? previous(method, payload, signal)
      : retry(previous, method, payload, signal);
}
