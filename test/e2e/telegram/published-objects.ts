// The objects that parameters hold, as published (https://core.telegram.org/bots/api#available-types).
// The types of grammy/types are the published tables; the compiler holds these to them, field by field.

import type {
  BotCommand,
  CopyTextButton,
  ForceReply,
  InlineKeyboardButton,
  InlineKeyboardMarkup,
  KeyboardButton,
  LinkPreviewOptions,
  LoginUrl,
  MessageEntity,
  ReactionTypeEmoji,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
  ReplyParameters,
  SwitchInlineQueryChosenChat,
  WebAppInfo,
} from 'grammy/types';
import {
  boolean,
  chatId,
  type Field,
  type Fields,
  integer,
  type Kind,
  list,
  object,
  oneOf,
  optional,
  required,
  string,
  union,
  unsupported,
} from './published-kinds.ts';

/** The keys of all arms of a union. */
type KeysOfUnion<T> = T extends T ? keyof T : never;

/** "HTML" and the other two, written exactly so. */
export const parseMode: Kind = oneOf('HTML', 'Markdown', 'MarkdownV2');

const entityFields = {
  type: required(string),
  offset: required(integer),
  length: required(integer),
  url: optional(string),
  user: optional(unsupported),
  language: optional(string),
  custom_emoji_id: optional(string),
  unix_time: optional(integer),
  date_time_format: optional(string),
} satisfies Record<KeysOfUnion<MessageEntity>, Field>;

/** https://core.telegram.org/bots/api#messageentity */
export const messageEntities: Kind = list(object('MessageEntity', entityFields));

/** https://core.telegram.org/bots/api#linkpreviewoptions */
export const linkPreviewOptions: Kind = object('LinkPreviewOptions', {
  is_disabled: optional(boolean),
  url: optional(string),
  prefer_small_media: optional(boolean),
  prefer_large_media: optional(boolean),
  show_above_text: optional(boolean),
} satisfies Fields<LinkPreviewOptions>);

/** https://core.telegram.org/bots/api#replyparameters */
export const replyParameters: Kind = object('ReplyParameters', {
  message_id: optional(integer),
  chat_id: optional(chatId),
  ephemeral_message_id: optional(unsupported),
  checklist_task_id: optional(unsupported),
  poll_option_id: optional(unsupported),
  allow_sending_without_reply: optional(boolean),
  quote: optional(string),
  quote_parse_mode: optional(unsupported),
  quote_entities: optional(unsupported),
  quote_position: optional(integer),
} satisfies Fields<ReplyParameters>);

const webApp = object('WebAppInfo', { url: required(string) } satisfies Fields<WebAppInfo>);
const copyText = object('CopyTextButton', { text: required(string) } satisfies Fields<CopyTextButton>);
const loginUrl = object('LoginUrl', {
  url: required(string),
  forward_text: optional(string),
  bot_username: optional(string),
  request_write_access: optional(boolean),
} satisfies Fields<LoginUrl>);
const chosenChat = object('SwitchInlineQueryChosenChat', {
  query: optional(string),
  allow_user_chats: optional(boolean),
  allow_bot_chats: optional(boolean),
  allow_group_chats: optional(boolean),
  allow_channel_chats: optional(boolean),
} satisfies Fields<SwitchInlineQueryChosenChat>);
const style = oneOf('danger', 'success', 'primary');

const inlineButton = object('InlineKeyboardButton', {
  text: required(string),
  icon_custom_emoji_id: optional(string),
  style: optional(style),
  url: optional(string),
  callback_data: optional(string),
  web_app: optional(webApp),
  login_url: optional(loginUrl),
  disabled: optional(object('DisabledButton', {})),
  switch_inline_query: optional(string),
  switch_inline_query_current_chat: optional(string),
  switch_inline_query_chosen_chat: optional(chosenChat),
  copy_text: optional(copyText),
  callback_game: optional(unsupported),
  pay: optional(unsupported),
} satisfies Record<KeysOfUnion<InlineKeyboardButton>, Field>);

/** https://core.telegram.org/bots/api#inlinekeyboardmarkup */
export const inlineKeyboardMarkup: Kind = object('InlineKeyboardMarkup', {
  inline_keyboard: required(list(list(inlineButton))),
  force_reply: optional(boolean),
} satisfies Fields<InlineKeyboardMarkup>);

const buttonObject = object('KeyboardButton', {
  text: required(string),
  icon_custom_emoji_id: optional(string),
  style: optional(style),
  request_users: optional(unsupported),
  request_chat: optional(unsupported),
  request_contact: optional(boolean),
  request_location: optional(boolean),
  request_poll: optional(object('KeyboardButtonPollType', { type: optional(oneOf('quiz', 'regular')) })),
  request_managed_bot: optional(unsupported),
  web_app: optional(webApp),
} satisfies Record<KeysOfUnion<Exclude<KeyboardButton, string>>, Field>);

/** A button that only sends its text may be written as that text. */
const replyButton: Kind = {
  ...buttonObject,
  inspect: (value, path) => (typeof value === 'string' ? [] : buttonObject.inspect(value, path)),
};

const replyKeyboardMarkup = object('ReplyKeyboardMarkup', {
  keyboard: required(list(list(replyButton))),
  is_persistent: optional(boolean),
  resize_keyboard: optional(boolean),
  one_time_keyboard: optional(boolean),
  input_field_placeholder: optional(string),
  selective: optional(boolean),
  force_reply: optional(boolean),
} satisfies Fields<ReplyKeyboardMarkup>);

const replyKeyboardRemove = object('ReplyKeyboardRemove', {
  remove_keyboard: required(boolean),
  selective: optional(boolean),
} satisfies Fields<ReplyKeyboardRemove>);

const forceReply = object('ForceReply', {
  force_reply: required(boolean),
  input_field_placeholder: optional(string),
  selective: optional(boolean),
} satisfies Fields<ForceReply>);

/** What the send methods take as reply_markup. */
export const anyReplyMarkup: Kind = union(
  'InlineKeyboardMarkup or ReplyKeyboardMarkup or ReplyKeyboardRemove or ForceReply',
  (value) => {
    if ('inline_keyboard' in value) return inlineKeyboardMarkup;
    if ('keyboard' in value) return replyKeyboardMarkup;
    if ('remove_keyboard' in value) return replyKeyboardRemove;
    return 'force_reply' in value ? forceReply : undefined;
  },
);

const reactionKinds: Readonly<Record<string, Kind>> = {
  emoji: object('ReactionTypeEmoji', {
    type: required(string),
    emoji: required(string),
  } satisfies Fields<ReactionTypeEmoji>),
  custom_emoji: unsupported,
  paid: unsupported,
};

/** https://core.telegram.org/bots/api#reactiontype */
export const reactions: Kind = list(union('ReactionType', ({ type }) => reactionKinds[String(type)]));

/** https://core.telegram.org/bots/api#botcommand */
export const botCommands: Kind = list(
  object('BotCommand', {
    command: required(string),
    description: required(string),
    is_ephemeral: optional(unsupported),
  } satisfies Fields<BotCommand>),
);

const scopeOf = (type: string, fields = {}) =>
  object('BotCommandScope', { type: required(oneOf(type)), ...fields });
const scopes: Readonly<Record<string, Kind>> = {
  default: scopeOf('default'),
  all_private_chats: scopeOf('all_private_chats'),
  all_group_chats: scopeOf('all_group_chats'),
  all_chat_administrators: scopeOf('all_chat_administrators'),
  chat: scopeOf('chat', { chat_id: required(chatId) }),
  chat_administrators: scopeOf('chat_administrators', { chat_id: required(chatId) }),
  chat_member: scopeOf('chat_member', { chat_id: required(chatId), user_id: required(integer) }),
};

/** https://core.telegram.org/bots/api#botcommandscope */
export const botCommandScope: Kind = union('BotCommandScope', ({ type }) => scopes[String(type)]);

const menuButtons: Readonly<Record<string, Kind>> = {
  default: object('MenuButton', { type: required(string) }),
  commands: object('MenuButton', { type: required(string) }),
  web_app: object('MenuButton', {
    type: required(string),
    text: required(string),
    web_app: required(webApp),
  }),
};

/** https://core.telegram.org/bots/api#menubutton */
export const menuButton: Kind = union('MenuButton', ({ type }) => menuButtons[String(type)]);
