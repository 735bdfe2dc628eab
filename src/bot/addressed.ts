// Is a message meant for Torap? In a private chat all are; in a group, mentions and replies to it.

import type { Message, UserFromGetMe } from 'grammy/types';
import type { TorapContext } from './context.ts';

/** The words of a message: its text or its caption. */
export function wordsOf(message: Message): string | undefined {
  return message.text ?? message.caption;
}

/** Tells whether a message is meant for Torap. */
export function isAddressed(context: TorapContext): boolean {
  return context.msg !== undefined && isMeantFor(context.me, context.msg);
}

/** Tells whether a message is meant for the bot `me`. */
export function isMeantFor(me: UserFromGetMe, message: Message): boolean {
  if (message.chat.type === 'private') return true;
  return message.reply_to_message?.from?.id === me.id || mentions(message, me).length > 0;
}

/** A message's words without the mention of Torap's name. */
export function questionOf(message: Message, context: TorapContext): string {
  let words = wordsOf(message) ?? '';
  for (const mention of mentions(message, context.me)) words = words.replace(mention, ' ');
  return words.trim();
}

function mentions(message: Message, me: UserFromGetMe): string[] {
  const words = wordsOf(message) ?? '';
  const entities = message.entities ?? message.caption_entities ?? [];
  return entities
    .filter(({ type }) => type === 'mention')
    .map(({ offset, length }) => words.slice(offset, offset + length))
    .filter((name) => name.toLowerCase() === `@${me.username.toLowerCase()}`);
}
