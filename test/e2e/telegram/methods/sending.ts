// The methods that send a message: https://core.telegram.org/bots/api#sendmessage and its like.

import type { Location, Message, MessageEntity, Opts, ParseMode } from 'grammy/types';
import { copyContent } from '../copying.ts';
import { readDocument } from '../documents.ts';
import { checkMarkup } from '../keyboards.ts';
import { readPicture } from '../pictures.ts';
import { malformed, refused } from '../refusal.ts';
import { checkAllowedIn } from '../reply-keyboards.ts';
import { checkMaySend } from '../send-rights.ts';
import { CAPTION_LIMIT, MESSAGE_LIMIT, readText } from '../text.ts';
import { findThread, inTopic, isForum } from '../topics.ts';
import { asRepliedTo, type KnownChat, type MessageContent, type World } from '../world.ts';
import type { CallContext, Handlers } from './context.ts';

/** Does what the send methods do. */
export const sending: Handlers<
  | 'sendMessage'
  | 'sendPhoto'
  | 'sendDocument'
  | 'copyMessage'
  | 'sendVenue'
  | 'sendLocation'
  | 'sendChatAction'
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
    const caption = readCaption(payload, context);
    const photo = readPicture(payload.photo, context.telegram.world);
    const content = {
      photo,
      ...caption,
      ...(payload.has_spoiler && { has_media_spoiler: true as const }),
      ...(payload.show_caption_above_media && { show_caption_above_media: true as const }),
    };
    return { ...send(payload, content, context), photo };
  },

  sendDocument: (payload, context) => {
    const caption = readCaption(payload, context);
    const document = readDocument(payload.document, context.telegram.world);
    return { ...send(payload, { document, ...caption }, context), document };
  },

  copyMessage: (payload, context) => {
    const { world } = context.telegram;
    const caption = payload.caption === undefined ? undefined : readCaption(payload, context);
    const source = world.findMessage(world.findReadable(payload.from_chat_id), payload.message_id, 'copy');
    const content = copyContent(source, caption);
    if (caption && !content.photo && !content.document)
      context.remark('a caption is given for a copy that has none');
    return { message_id: send(payload, content, context).message_id };
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

  sendChatAction: ({ chat_id, message_thread_id: given }, { telegram: { world }, remark }) => {
    const known = world.findWritable(chat_id);
    findGivenThread({ known, world, remark }, given);
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
  const given = findGivenThread({ known, world, remark }, payload.message_thread_id);
  const replied = findRepliedTo(payload, known, world);
  checkMaySend(known, content, world);
  if (markup.change.kind === 'show') checkAllowedIn(known.chat, markup.change.keyboard);
  const message = world.add(known, world.botAsUser(), {
    ...inTopic(known, given ?? findThreadOf(replied, known, world)),
    ...(replied && { reply_to_message: asRepliedTo(replied) }),
    ...content,
    ...(payload.protect_content && { has_protected_content: true }),
    ...(markup.inline && { reply_markup: markup.inline }),
  });
  if (!markup.isInline) known.uneditable.add(message.message_id);
  if (markup.change.kind === 'show') known.replyKeyboard = markup.change.keyboard;
  if (markup.change.kind === 'remove') known.replyKeyboard = undefined;
  return message;
}

interface Destination {
  readonly known: KnownChat;
  readonly world: World;
  readonly remark: (problem: string) => void;
}

/** Where there are no topics, Telegram pays no heed to the number of one; a person's chat has none. */
function findGivenThread({ known, world, remark }: Destination, given: number | undefined) {
  if (given === undefined) return undefined;
  if (isForum(known) || known.chat.type === 'private') return findThread({ known, world }, given);
  remark('message_thread_id is given, but the chat is not a forum: Telegram ignores it');
  return undefined;
}

/** A reply goes to the topic of what it replies to. */
function findThreadOf(replied: Message | undefined, known: KnownChat, world: World): number | undefined {
  const threadId = replied?.is_topic_message === true ? replied.message_thread_id : undefined;
  return threadId === undefined ? undefined : findThread({ known, world }, threadId);
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

interface Captioned {
  readonly caption?: string;
  readonly parse_mode?: ParseMode;
  readonly caption_entities?: MessageEntity[];
}

type Caption = Pick<Message, 'caption' | 'caption_entities'>;

function readCaption(
  { caption = '', parse_mode, caption_entities }: Captioned,
  { remark }: CallContext,
): Caption {
  const { text, entities, remarks } = readText(
    { text: caption, parse_mode, entities: caption_entities },
    CAPTION_LIMIT,
  );
  remarks.forEach(remark);
  return {
    ...(text !== '' && { caption: text }),
    ...(entities.length > 0 && { caption_entities: [...entities] }),
  };
}
