// A screen → Telegram messages: sent, or put in place of an earlier one.

import { type Api, GrammyError } from 'grammy';
import type { InlineKeyboardMarkup, Message } from 'grammy/types';
import { encodeAction, MAX_CAPTION_LENGTH, messagesOf, type Screen, splitHtml } from '../screens/index.ts';
import type { TorapContext } from './context.ts';

// Sources are many; a preview of the first would look like the answer.
const NO_PREVIEW = { link_preview_options: { is_disabled: true }, parse_mode: 'HTML' } as const;

/** Where in a chat a message goes. */
export interface Placement {
  readonly message_thread_id?: number;
  readonly reply_parameters?: { readonly message_id: number; readonly allow_sending_without_reply: boolean };
}

/** Sends a screen to the chat of the update. Returns the message that bears the buttons. */
export async function sendScreen(screen: Screen, context: TorapContext): Promise<Message> {
  const chat = context.chat?.id;
  if (chat === undefined) throw new Error('An update without a chat has no place for a reply.');
  return sendScreenTo(context.api, chat, screen, placeFor(context));
}

/** Sends a screen to a chat. Returns the message that bears the buttons. */
export async function sendScreenTo(
  api: Api,
  chat: number,
  screen: Screen,
  place: Placement = {},
): Promise<Message> {
  const texts = messagesOf(screen);
  const last = texts.pop() ?? screen.html;
  for (const text of texts) await api.sendMessage(chat, text, { ...NO_PREVIEW, ...place });
  return api.sendMessage(chat, last, { ...NO_PREVIEW, ...place, reply_markup: toMarkup(screen) });
}

/** A screen as the words under a picture or a file; undefined where Telegram has no room for all of them. */
export function captionOf(screen: Screen) {
  const [caption = '', ...more] = splitHtml(screen.html, MAX_CAPTION_LENGTH);
  if (more.length > 0) return undefined;
  return { caption, parse_mode: 'HTML', reply_markup: toInlineMarkup(screen) } as const;
}

/** A message of a chat. */
export interface MessagePlace {
  readonly chat: number;
  readonly message: number;
}

/** Puts a screen in place of a message. Returns false where that can't be done: it is gone, too old, or not long enough. */
export async function editScreen(
  api: Api,
  { chat, message }: MessagePlace,
  screen: Screen,
): Promise<boolean> {
  const [text, ...more] = messagesOf(screen);
  if (text === undefined || more.length > 0 || screen.replyKeyboard) return false;
  try {
    await api.editMessageText(chat, message, text, { ...NO_PREVIEW, reply_markup: toInlineMarkup(screen) });
    return true;
  } catch (error) {
    if (isRefusal(error, 'message is not modified')) return true;
    if (EDIT_IMPOSSIBLE.some((reason) => isRefusal(error, reason))) return false;
    throw error;
  }
}

/**
 * Puts a screen in place of the message with the number `message`. Sends it anew where that can't be done:
 * the message is gone or too old, or the screen needs more than one message.
 * Returns the number of the message that now bears the screen.
 */
export async function replaceScreen(message: number, screen: Screen, context: TorapContext): Promise<number> {
  const chat = context.chat?.id;
  const isEdited = chat !== undefined && (await editScreen(context.api, { chat, message }, screen));
  return isEdited ? message : (await sendScreen(screen, context)).message_id;
}

/** Puts a screen in place of the message whose button was pressed; where there is none to edit, sends it. */
export async function showInPlace(screen: Screen, context: TorapContext): Promise<void> {
  const message = context.callbackQuery?.message;
  // A message that is too old comes without its text (date 0) and can't be edited.
  if (!message || message.date === 0) await sendScreen(screen, context);
  else await replaceScreen(message.message_id, screen, context);
}

const EDIT_IMPOSSIBLE = ['message to edit not found', "message can't be edited", 'MESSAGE_ID_INVALID'];

/** Takes those buttons away from the message of the press; the message and its other buttons stay. */
export async function dropButtons(context: TorapContext, goes: (data: string) => boolean): Promise<void> {
  const { message } = context.callbackQuery ?? {};
  const rows = message?.date ? message.reply_markup?.inline_keyboard : undefined;
  if (!message || !rows) return;
  const kept = rows
    .map((row) => row.filter((button) => !('callback_data' in button) || !goes(button.callback_data)))
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

function toMarkup(screen: Screen) {
  const { replyKeyboard } = screen;
  if (replyKeyboard === undefined) return toInlineMarkup(screen);
  if (replyKeyboard === 'remove') return { remove_keyboard: true } as const;
  const { share, texts, placeholder } = replyKeyboard;
  return {
    keyboard: [[{ text: share, request_contact: true }], texts.map((text) => ({ text }))],
    resize_keyboard: true,
    one_time_keyboard: true,
    input_field_placeholder: placeholder,
  };
}

function toInlineMarkup({ keyboard }: Screen): InlineKeyboardMarkup {
  return {
    inline_keyboard: keyboard.map((row) =>
      row.map(({ text, action }) => ({ text, callback_data: encodeAction(action) })),
    ),
  };
}

/** In a group it must be plain to whom Torap speaks; in a private chat a quotation would only be in the way. */
function placeFor({ chat, msg, callbackQuery }: TorapContext): Placement {
  if (chat?.type === 'private' || !msg) return {};
  const thread = msg.is_topic_message ? msg.message_thread_id : undefined;
  const inThread = thread === undefined ? {} : { message_thread_id: thread };
  if (callbackQuery) return inThread;
  return { ...inThread, reply_parameters: { message_id: msg.message_id, allow_sending_without_reply: true } };
}
