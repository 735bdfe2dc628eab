// Is a message meant for Torap? In a private chat all are; in a group, mentions and replies to it.

import type { Message } from 'grammy/types';
import type { TorapContext } from './context.ts';

/** The words of a message: its text or its caption. */
export function wordsOf(message: Message): string | undefined {
  return message.text ?? message.caption;
}

/** Tells whether a message is meant for Torap. */
export function isAddressed(context: TorapContext): boolean {
  const message = context.msg;
  if (!message) return false;
  if (message.chat.type === 'private') return true;
  return message.reply_to_message?.from?.id === context.me.id || mentions(message, context).length > 0;
}

/** A message's words without the mention of Torap's name. */
export function questionOf(message: Message, context: TorapContext): string {
  let words = wordsOf(message) ?? '';
  for (const mention of mentions(message, context)) words = words.replace(mention, ' ');
  return words.trim();
}

function mentions(message: Message, context: TorapContext): string[] {
  const words = wordsOf(message) ?? '';
  const entities = message.entities ?? message.caption_entities ?? [];
  return entities
    .filter(({ type }) => type === 'mention')
    .map(({ offset, length }) => words.slice(offset, offset + length))
    .filter((name) => name.toLowerCase() === `@${context.me.username.toLowerCase()}`);
}
