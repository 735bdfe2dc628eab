// A sentence of the intake itself to the person of an update, in the chat's language.

import type { Bot } from 'grammy';
import type { Update } from 'grammy/types';
import { languageOfTag, type Speech } from '../language/index.ts';
import type { BotParts, TorapContext } from './context.ts';
import { describeError } from './errors.ts';
import { chatOf, isForBot, personOf } from './update-person.ts';

/** Sends the sentence that `say` picks in the chat's language. Never throws: who can't be told is only logged. */
export async function tellPerson(
  say: (speech: Speech) => string,
  update: Update,
  { bot, parts }: { readonly bot: Bot<TorapContext>; readonly parts: BotParts },
): Promise<void> {
  const chat = chatOf(update);
  // In a group only who spoke to Torap waits for it.
  if (chat === 0 || !isForBot(bot.botInfo, update)) return;
  try {
    const text = say(parts.phrases()[await languageIn(chat, update, parts)]);
    await bot.api.sendMessage(chat, text, replyIn(update));
  } catch (error) {
    parts.log.warn({ update: update.update_id, ...describeError(error) }, 'the person could not be told');
  }
}

/** The chat may be the very thing that can't be read. */
async function languageIn(chat: number, update: Update, { store }: BotParts) {
  const state = await store.readChat(chat).catch(() => undefined);
  return state?.language ?? languageOfTag(personOf(update)?.language_code);
}

function replyIn({ message, edited_message }: Update) {
  const written = message ?? edited_message;
  if (!written || written.chat.type === 'private') return {};
  return { reply_parameters: { message_id: written.message_id, allow_sending_without_reply: true } };
}
