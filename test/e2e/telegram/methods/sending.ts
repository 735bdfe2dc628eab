// The methods that send a message: https://core.telegram.org/bots/api#sendmessage and its like.

import type { Location, Message, Opts } from 'grammy/types';
import { checkMarkup } from '../keyboards.ts';
import { readPicture } from '../pictures.ts';
import { malformed, refused } from '../refusal.ts';
import { CAPTION_LIMIT, MESSAGE_LIMIT, readText } from '../text.ts';
import { asRepliedTo, type KnownChat, type MessageContent, type World } from '../world.ts';
import type { CallContext, Handlers } from './context.ts';

/** Does what the send methods do. */
export const sending: Handlers<
  'sendMessage' | 'sendPhoto' | 'sendVenue' | 'sendLocation' | 'sendChatAction'
> = {
  sendMessage: (payload, context) => {
    const formatted = readText(payload, MESSAGE_LIMIT);
    formatted.remarks.forEach(context.remark);
    const { text, entities } = formatted;
    const { link_preview_options } = payload;
    const content = {
      text,
      ...(entities.length > 0 && { entities: [...entities] }),
      ...(link_preview_options && { link_preview_options }),
    };
    return { ...send(payload, content, context), text };
  },

  sendPhoto: (payload, context) => {
    const { caption = '', parse_mode, caption_entities: entities } = payload;
    const formatted = readText({ text: caption, parse_mode, entities }, CAPTION_LIMIT);
    formatted.remarks.forEach(context.remark);
    const photo = readPicture(payload.photo, context.telegram.world);
    const content = {
      photo,
      ...(formatted.text !== '' && { caption: formatted.text }),
      ...(formatted.entities.length > 0 && { caption_entities: [...formatted.entities] }),
      ...(payload.has_spoiler && { has_media_spoiler: true as const }),
      ...(payload.show_caption_above_media && { show_caption_above_media: true as const }),
    };
    return { ...send(payload, content, context), photo };
  },

  sendVenue: (payload, context) => {
    const { title, address, foursquare_id, foursquare_type, google_place_id, google_place_type } = payload;
    const location = readLocation(payload, 'wrong venue location specified');
    const venue = {
      location,
      title,
      address,
      ...(foursquare_id !== undefined && { foursquare_id }),
      ...(foursquare_type !== undefined && { foursquare_type }),
      ...(google_place_id !== undefined && { google_place_id }),
      ...(google_place_type !== undefined && { google_place_type }),
    };
    if (title.trim() === '' || address.trim() === '') {
      throw malformed(`parameter "${title.trim() === '' ? 'title' : 'address'}" is required`);
    }
    return { ...send(payload, { venue, location }, context), venue, location };
  },

  sendLocation: (payload, context) => {
    const location: Location = readLocation(payload, 'invalid location specified');
    const { horizontal_accuracy: accuracy, live_period: period, heading } = payload;
    if (accuracy !== undefined) {
      if (accuracy < 0 || accuracy > 1500) context.remark(`horizontal_accuracy is ${accuracy}: 0–1500`);
      location.horizontal_accuracy = accuracy;
    }
    if (period !== undefined) {
      const isForEver = period === 0x7fffffff;
      if (!isForEver && (period < 60 || period > 86_400))
        throw malformed('wrong live location period specified');
      location.live_period = period;
    }
    if (heading !== undefined) location.heading = heading;
    return { ...send(payload, { location }, context), location };
  },

  sendChatAction: ({ chat_id }, { telegram }) => {
    telegram.world.findWritable(chat_id);
    return true;
  },
};

type Sending = Pick<
  Opts<'sendMessage'>,
  'chat_id' | 'message_thread_id' | 'protect_content' | 'reply_parameters' | 'reply_markup'
>;

function send(payload: Sending, content: MessageContent, { telegram, remark }: CallContext): Message {
  const { world } = telegram;
  const markup = checkMarkup(payload.reply_markup);
  markup.remarks.forEach(remark);
  const known = world.findWritable(payload.chat_id);
  if (payload.message_thread_id !== undefined) throw refused('message thread not found');
  const replied = findRepliedTo(payload, known, world);
  const message = world.add(known, botAsUser(world), {
    ...(replied && { reply_to_message: asRepliedTo(replied) }),
    ...content,
    ...(payload.protect_content && { has_protected_content: true }),
    ...(markup.inline && { reply_markup: markup.inline }),
  });
  if (!markup.isInline) known.uneditable.add(message.message_id);
  return message;
}

/** The bot as messages show their sender: without what only getMe tells. */
function botAsUser({ bot }: World) {
  return { id: bot.id, is_bot: true, first_name: bot.first_name, username: bot.username };
}

function findRepliedTo(
  { reply_parameters: reply }: Sending,
  known: KnownChat,
  world: World,
): Message | undefined {
  if (reply?.message_id === undefined) return undefined;
  const chat = reply.chat_id === undefined ? known : world.find(reply.chat_id);
  const message = chat.messages.get(reply.message_id);
  if (!message && !reply.allow_sending_without_reply) throw refused('message to be replied not found');
  if (
    message &&
    reply.quote !== undefined &&
    !(message.text ?? message.caption ?? '').includes(reply.quote)
  ) {
    throw refused('QUOTE_TEXT_INVALID');
  }
  return message;
}

interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

function readLocation({ latitude, longitude }: Place, refusal: string): Location {
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) throw malformed(refusal);
  return { latitude, longitude };
}
