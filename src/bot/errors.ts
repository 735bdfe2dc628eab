// Errors of the Telegram face, made fit for a log: no message's text, no token.

import { BotError, GrammyError, HttpError } from 'grammy';

/** What may be logged of an error. A payload holds what people wrote, a network error may hold the token. */
export function describeError(error: unknown): Readonly<Record<string, unknown>> {
  const cause = causeOf(error);
  if (cause instanceof GrammyError) {
    return { error: 'refused', method: cause.method, code: cause.error_code, reason: cause.description };
  }
  if (cause instanceof HttpError) return { error: 'network', reason: networkCode(cause.error) };
  return cause instanceof Error ? { error: cause.name, stack: cause.stack } : { error: String(cause) };
}

/** Tells whether an error only says that the person blocked the bot or the chat is gone: an outcome, no failure. */
export function isGone(error: unknown): boolean {
  const cause = causeOf(error);
  if (!(cause instanceof GrammyError)) return false;
  return (
    cause.error_code === 403 || (cause.error_code === 400 && cause.description.includes('chat not found'))
  );
}

/** Tells whether trying again may help: not after a refusal, which Telegram would only repeat. */
export function mayPass(error: unknown): boolean {
  const cause = causeOf(error);
  if (!(cause instanceof GrammyError)) return true;
  return cause.error_code === 429 || cause.error_code >= 500;
}

/** Tells whether Telegram refused the token itself: https://core.telegram.org/bots/api#making-requests. */
export function isWrongToken(error: unknown): boolean {
  const cause = causeOf(error);
  return cause instanceof GrammyError && (cause.error_code === 401 || cause.error_code === 404);
}

function causeOf(error: unknown): unknown {
  return error instanceof BotError ? error.error : error;
}

function networkCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'no answer';
}

/** Tells whether the disk failed, and not Telegram. */
export function isStoreError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}
