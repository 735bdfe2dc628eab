// The parameters of each method, as published (https://core.telegram.org/bots/api#available-methods).
// The types of grammy/types are the published tables; the compiler holds these to them, parameter by parameter.

import type { ApiMethods, Opts } from 'grammy/types';
import {
  boolean,
  chatId,
  type Fields,
  type FieldTable,
  file,
  float,
  integer,
  list,
  oneOf,
  optional,
  required,
  string,
  unsupported,
} from './published-kinds.ts';
import {
  anyReplyMarkup,
  botCommandScope,
  botCommands,
  inlineKeyboardMarkup,
  linkPreviewOptions,
  menuButton,
  messageEntities,
  parseMode,
  reactions,
  replyParameters,
} from './published-objects.ts';

/** Names that grammY's types still carry, but the Bot API no longer publishes. */
type NoLongerPublished = 'reply_to_message_id';

type Published<M extends keyof ApiMethods> = Fields<Omit<Opts<M>, NoLongerPublished>>;

const sending = {
  business_connection_id: optional(unsupported),
  chat_id: required(chatId),
  message_thread_id: optional(integer),
  direct_messages_topic_id: optional(unsupported),
  ephemeral_message_parameters: optional(unsupported),
  disable_notification: optional(boolean),
  protect_content: optional(boolean),
  allow_paid_broadcast: optional(unsupported),
  suggested_post_parameters: optional(unsupported),
  message_effect_id: optional(unsupported),
  reply_parameters: optional(replyParameters),
  reply_markup: optional(anyReplyMarkup),
};

const placing = { latitude: required(float), longitude: required(float) };

const editing = {
  business_connection_id: optional(unsupported),
  chat_id: optional(chatId),
  message_id: optional(integer),
  inline_message_id: optional(unsupported),
  reply_markup: optional(inlineKeyboardMarkup),
};

const chatActions = oneOf(
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
);

const inTopic = { chat_id: required(chatId), message_thread_id: required(integer) };

const inLanguage = { language_code: optional(string) };
const inScope = { ...inLanguage, scope: optional(botCommandScope) };

const methods = {
  getMe: {} satisfies Published<'getMe'>,
  getUpdates: {
    offset: optional(integer),
    limit: optional(integer),
    timeout: optional(integer),
    allowed_updates: optional(list(string)),
  } satisfies Published<'getUpdates'>,
  setWebhook: {
    url: required(string),
    certificate: optional(unsupported),
    ip_address: optional(unsupported),
    max_connections: optional(integer),
    allowed_updates: optional(list(string)),
    drop_pending_updates: optional(boolean),
    secret_token: optional(string),
  } satisfies Published<'setWebhook'>,
  deleteWebhook: { drop_pending_updates: optional(boolean) } satisfies Published<'deleteWebhook'>,
  getWebhookInfo: {} satisfies Published<'getWebhookInfo'>,
  sendMessage: {
    ...sending,
    text: required(string),
    parse_mode: optional(parseMode),
    entities: optional(messageEntities),
    link_preview_options: optional(linkPreviewOptions),
  } satisfies Published<'sendMessage'>,
  sendPhoto: {
    ...sending,
    photo: required(file),
    caption: optional(string),
    parse_mode: optional(parseMode),
    caption_entities: optional(messageEntities),
    show_caption_above_media: optional(boolean),
    has_spoiler: optional(boolean),
  } satisfies Published<'sendPhoto'>,
  sendDocument: {
    ...sending,
    document: required(file),
    thumbnail: optional(unsupported),
    caption: optional(string),
    parse_mode: optional(parseMode),
    caption_entities: optional(messageEntities),
    disable_content_type_detection: optional(boolean),
  } satisfies Published<'sendDocument'>,
  copyMessage: {
    chat_id: required(chatId),
    message_thread_id: optional(integer),
    direct_messages_topic_id: optional(unsupported),
    from_chat_id: required(chatId),
    message_id: required(integer),
    video_start_timestamp: optional(unsupported),
    caption: optional(string),
    parse_mode: optional(parseMode),
    caption_entities: optional(messageEntities),
    show_caption_above_media: optional(boolean),
    disable_notification: optional(boolean),
    protect_content: optional(boolean),
    allow_paid_broadcast: optional(unsupported),
    message_effect_id: optional(unsupported),
    suggested_post_parameters: optional(unsupported),
    reply_parameters: optional(replyParameters),
    reply_markup: optional(anyReplyMarkup),
  } satisfies Published<'copyMessage'>,
  setMessageReaction: {
    chat_id: required(chatId),
    message_id: required(integer),
    reaction: optional(reactions),
    is_big: optional(boolean),
  } satisfies Published<'setMessageReaction'>,
  sendVenue: {
    ...sending,
    ...placing,
    title: required(string),
    address: required(string),
    foursquare_id: optional(string),
    foursquare_type: optional(string),
    google_place_id: optional(string),
    google_place_type: optional(string),
  } satisfies Published<'sendVenue'>,
  sendLocation: {
    ...sending,
    ...placing,
    horizontal_accuracy: optional(float),
    live_period: optional(integer),
    heading: optional(integer),
    proximity_alert_radius: optional(integer),
  } satisfies Published<'sendLocation'>,
  sendChatAction: {
    business_connection_id: optional(unsupported),
    chat_id: required(chatId),
    message_thread_id: optional(integer),
    action: required(chatActions),
  } satisfies Published<'sendChatAction'>,
  editMessageText: {
    ...editing,
    text: optional(string),
    parse_mode: optional(parseMode),
    entities: optional(messageEntities),
    link_preview_options: optional(linkPreviewOptions),
    rich_message: optional(unsupported),
  } satisfies Published<'editMessageText'>,
  editMessageReplyMarkup: editing satisfies Published<'editMessageReplyMarkup'>,
  deleteMessage: {
    chat_id: required(chatId),
    message_id: required(integer),
  } satisfies Published<'deleteMessage'>,
  answerCallbackQuery: {
    callback_query_id: required(string),
    text: optional(string),
    show_alert: optional(boolean),
    url: optional(unsupported),
    cache_time: optional(integer),
  } satisfies Published<'answerCallbackQuery'>,
  setMyCommands: { ...inScope, commands: required(botCommands) } satisfies Published<'setMyCommands'>,
  getMyCommands: inScope satisfies Published<'getMyCommands'>,
  deleteMyCommands: inScope satisfies Published<'deleteMyCommands'>,
  setMyName: { ...inLanguage, name: optional(string) } satisfies Published<'setMyName'>,
  getMyName: inLanguage satisfies Published<'getMyName'>,
  setMyDescription: {
    ...inLanguage,
    description: optional(string),
  } satisfies Published<'setMyDescription'>,
  getMyDescription: inLanguage satisfies Published<'getMyDescription'>,
  setMyShortDescription: {
    ...inLanguage,
    short_description: optional(string),
  } satisfies Published<'setMyShortDescription'>,
  getMyShortDescription: inLanguage satisfies Published<'getMyShortDescription'>,
  setChatMenuButton: {
    chat_id: optional(integer),
    menu_button: optional(menuButton),
  } satisfies Published<'setChatMenuButton'>,
  getChatMenuButton: { chat_id: optional(integer) } satisfies Published<'getChatMenuButton'>,
  getChat: { chat_id: required(chatId) } satisfies Published<'getChat'>,
  getChatMember: {
    chat_id: required(chatId),
    user_id: required(integer),
  } satisfies Published<'getChatMember'>,
  getChatAdministrators: {
    chat_id: required(chatId),
    return_bots: optional(boolean),
  } satisfies Published<'getChatAdministrators'>,
  createForumTopic: {
    chat_id: required(chatId),
    name: required(string),
    icon_color: optional(integer),
    icon_custom_emoji_id: optional(unsupported),
  } satisfies Published<'createForumTopic'>,
  editForumTopic: {
    ...inTopic,
    name: optional(string),
    icon_custom_emoji_id: optional(unsupported),
  } satisfies Published<'editForumTopic'>,
  closeForumTopic: inTopic satisfies Published<'closeForumTopic'>,
  reopenForumTopic: inTopic satisfies Published<'reopenForumTopic'>,
  leaveChat: { chat_id: required(chatId) } satisfies Published<'leaveChat'>,
};

/** A method that the double knows. */
export type Method = keyof typeof methods;

/** Each method's parameters. */
export const PUBLISHED_METHODS: Readonly<Record<Method, FieldTable>> = methods;

/** Finds a method by its name; Telegram does not mind the case of its letters. */
export function findMethod(name: string): Method | undefined {
  return METHODS.find((method) => method.toLowerCase() === name.toLowerCase());
}

const METHODS = Object.keys(methods).filter((name): name is Method => name in methods);
