// Outgoing calls that Telegram asks to repeat later, or that don't reach it, are repeated.
// @grammyjs/auto-retry does it for 429 and 5xx; for a broken network it would pause for up to an hour, so here
// the pause is capped: when Telegram is back, replies go out within half a minute.

import { setTimeout as delay } from 'node:timers/promises';
import { autoRetry } from '@grammyjs/auto-retry';
import { HttpError, type Transformer } from 'grammy';
import type { Log } from './context.ts';
import { describeError } from './errors.ts';
import { growingPauseMs } from './persist.ts';

/** A chat that waits holds nobody else up; but a person who waits longer than this asks again. */
const LONGEST_WAIT_SECONDS = 240;
const MOST_ATTEMPTS = 5;
/** With pauses that grow to half a minute, about ten minutes without a network. */
const MOST_NETWORK_FAILURES = 24;

/**
 * Repeats calls after 429 (as long as Telegram asks, up to four minutes), 5xx and network errors; then they fail.
 * Fetching updates and asking who the bot is have their own ways to try again, which also tell the log.
 */
export function retries(log: Log): Transformer {
  const retry = autoRetry({
    maxDelaySeconds: LONGEST_WAIT_SECONDS,
    maxRetryAttempts: MOST_ATTEMPTS,
    rethrowHttpErrors: true,
  });
  return async (previous, method, payload, signal) => {
    if (method === 'getUpdates' || method === 'getMe') return previous(method, payload, signal);
    for (let failures = 0; ; failures += 1) {
      try {
        return await retry(previous, method, payload, signal);
      } catch (error) {
        if (!(error instanceof HttpError) || failures >= MOST_NETWORK_FAILURES) throw error;
        log.warn(
          { method, failures: failures + 1, ...describeError(error) },
          'a call did not reach Telegram',
        );
        await delay(growingPauseMs(failures));
      }
    }
  };
}
