// What an update says of itself before it is handled: its kind, its chat, who wrote it, and to whom.

import type { Update, User, UserFromGetMe } from 'grammy/types';
import { isMeantFor, wordsOf } from './addressed.ts';

/** The update's kind, such as "message". */
export function kindOf(update: Update): string {
  return Object.keys(update).find((key) => key !== 'update_id') ?? 'unknown';
}

/** The chat that an update belongs to; those without one share a place. */
export function chatOf({ message, edited_message, callback_query }: Update): number {
  const source = message ?? edited_message ?? callback_query?.message;
  return source?.chat.id ?? callback_query?.from.id ?? 0;
}

/** Who wrote or pressed; undefined for a post in the name of a group. */
export function personOf({ message, edited_message, callback_query }: Update): User | undefined {
  return (message ?? edited_message ?? callback_query)?.from;
}

/** Tells whether an update asks something of the bot `me`: most of what is written in a group does not. */
export function isForBot(me: UserFromGetMe, { message, edited_message, callback_query }: Update): boolean {
  if (callback_query) return true;
  const written = message ?? edited_message;
  if (!written) return false;
  return isMeantFor(me, written) || (wordsOf(written)?.startsWith('/') ?? false);
}
