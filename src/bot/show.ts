// A screen → Telegram messages: sent, or put in place of an earlier one.

import { GrammyError } from 'grammy';
import type { InlineKeyboardMarkup, Message } from 'grammy/types';
import { encodeAction, type Screen, splitHtml } from '../screens/index.ts';
import type { TorapContext } from './context.ts';

// Sources are many; a preview of the first would look like the answer.
const NO_PREVIEW = { link_preview_options: { is_disabled: true }, parse_mode: 'HTML' } as const;

/** Sends a screen to the chat of the update. Returns the message that bears the buttons. */
export async function sendScreen(screen: Screen, context: TorapContext): Promise<Message> {
  const texts = splitHtml(screen.html);
  const last = texts.pop() ?? screen.html;
  for (const text of texts) await context.reply(text, { ...NO_PREVIEW, ...replyIn(context) });
  return context.reply(last, { ...NO_PREVIEW, ...replyIn(context), reply_markup: toMarkup(screen) });
}

/**
 * Puts a screen in place of the message with the number `message`. Sends it anew where that can't be done:
 * the message is gone or too old, or the screen needs more than one message.
 * Returns the number of the message that now bears the screen.
 */
export async function replaceScreen(message: number, screen: Screen, context: TorapContext): Promise<number> {
  const [text, ...more] = splitHtml(screen.html);
  const chat = context.chat?.id;
  if (text === undefined || more.length > 0 || chat === undefined) {
    return (await sendScreen(screen, context)).message_id;
  }
  try {
    await context.api.editMessageText(chat, message, text, { ...NO_PREVIEW, reply_markup: toMarkup(screen) });
    return message;
  } catch (error) {
    if (isRefusal(error, 'message is not modified')) return message;
    if (!EDIT_IMPOSSIBLE.some((reason) => isRefusal(error, reason))) throw error;
    return (await sendScreen(screen, context)).message_id;
  }
}

const EDIT_IMPOSSIBLE = ['message to edit not found', "message can't be edited", 'MESSAGE_ID_INVALID'];

/** Takes the pressed button away; the message and its other buttons stay. */
export async function dropPressedButton(context: TorapContext): Promise<void> {
  const { message, data } = context.callbackQuery ?? {};
  const rows = message?.date ? message.reply_markup?.inline_keyboard : undefined;
  if (!message || !rows) return;
  const kept = rows
    .map((row) => row.filter((button) => !('callback_data' in button) || button.callback_data !== data))
    .filter((row) => row.length > 0);
  try {
    const markup = { reply_markup: { inline_keyboard: kept } };
    await context.api.editMessageReplyMarkup(message.chat.id, message.message_id, markup);
  } catch (error) {
    if (!EDIT_IMPOSSIBLE.concat('message is not modified').some((reason) => isRefusal(error, reason)))
      throw error;
  }
}

/** Ends the waiting state of a pressed button, with a short notice where one is given. */
export async function answerPress(context: TorapContext, notice?: string): Promise<void> {
  try {
    await context.answerCallbackQuery(notice === undefined ? {} : { text: notice });
  } catch (error) {
    // Pressed while Torap was down: the person no longer waits for this.
    if (!isRefusal(error, 'query is too old')) throw error;
  }
}

/** Tells whether an error is Telegram's refusal with that reason. */
export function isRefusal(error: unknown, reason: string): boolean {
  return error instanceof GrammyError && error.description.includes(reason);
}

function toMarkup({ keyboard }: Screen): InlineKeyboardMarkup {
  return {
    inline_keyboard: keyboard.map((row) =>
      row.map(({ text, action }) => ({ text, callback_data: encodeAction(action) })),
    ),
  };
}

/** In a group it must be plain to whom Torap speaks; in a private chat a quotation would only be in the way. */
function replyIn(context: TorapContext) {
  const question = context.msg;
  if (context.chat?.type === 'private' || !question || context.callbackQuery) return {};
  return { reply_parameters: { message_id: question.message_id, allow_sending_without_reply: true } };
}
