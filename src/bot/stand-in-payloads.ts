// What the stand-in reads of the bot's calls: the parameters that it shows, by method.
// https://core.telegram.org/bots/api#available-methods

import { InputFile } from 'grammy';
import { z } from 'zod';
import type { SeenButton, SeenReplyKeyboard } from './seen.ts';

const inlineButton = z
  .looseObject({ text: z.string(), callback_data: z.string().optional(), url: z.string().optional() })
  .transform(
    ({ text, callback_data, url }): SeenButton => ({
      text,
      ...(callback_data !== undefined && { data: callback_data }),
      ...(url !== undefined && { url }),
    }),
  );

const replyButton = z
  .union([
    z.string().transform((text) => ({ text, request_contact: false })),
    z.looseObject({ text: z.string(), request_contact: z.boolean().default(false) }),
  ])
  .transform(({ text, request_contact }) => ({
    text,
    ...(request_contact && { asksContact: true as const }),
  }));

const replyKeyboard = z
  .looseObject({
    keyboard: z.array(z.array(replyButton)),
    one_time_keyboard: z.boolean().default(false),
    input_field_placeholder: z.string().optional(),
  })
  .transform(
    ({ keyboard, one_time_keyboard, input_field_placeholder: placeholder }): SeenReplyKeyboard => ({
      rows: keyboard,
      isOneTime: one_time_keyboard,
      ...(placeholder !== undefined && { placeholder }),
    }),
  );

/** What a message brings: buttons under it, another keyboard in place of the letters, or the end of that. */
export interface SeenMarkup {
  readonly buttons?: readonly (readonly SeenButton[])[];
  readonly reply?: SeenReplyKeyboard | 'removed';
}

const markup = z
  .union([
    z
      .looseObject({ inline_keyboard: z.array(z.array(inlineButton)) })
      .transform(({ inline_keyboard }): SeenMarkup => ({ buttons: inline_keyboard })),
    replyKeyboard.transform((reply): SeenMarkup => ({ reply })),
    z.looseObject({ remove_keyboard: z.literal(true) }).transform((): SeenMarkup => ({ reply: 'removed' })),
    z.looseObject({}).transform((): SeenMarkup => ({})),
  ])
  .optional();

const inChat = z.looseObject({ chat_id: z.number(), reply_markup: markup });
const ofMessage = inChat.extend({ message_id: z.number() });
const caption = { caption: z.string().optional() };

/** A file that the bot uploads, or the name of one that it has. */
const file = z.union([z.instanceof(InputFile), z.string()]);

/** One reader a method. @throws ZodError when the bot's call is no such call */
export const PAYLOADS = {
  sendMessage: inChat.extend({ text: z.string() }),
  editMessageText: ofMessage.extend({ text: z.string() }),
  editMessageReplyMarkup: ofMessage,
  deleteMessage: ofMessage,
  copyMessage: ofMessage.extend({ from_chat_id: z.number(), ...caption }),
  sendPhoto: inChat.extend({ photo: file, ...caption }),
  sendDocument: inChat.extend({ document: file, ...caption }),
  sendVenue: inChat.extend({
    title: z.string(),
    address: z.string(),
    latitude: z.number(),
    longitude: z.number(),
  }),
  answerCallbackQuery: z.looseObject({
    callback_query_id: z.string(),
    text: z.string().optional(),
    show_alert: z.boolean().optional(),
  }),
};
