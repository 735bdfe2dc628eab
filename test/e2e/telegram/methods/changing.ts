// The methods that change or remove messages, and the answer to a pressed button:
// https://core.telegram.org/bots/api#updating-messages

import type { Message, Update } from 'grammy/types';
import { type AnyMarkup, checkMarkup } from '../keyboards.ts';
import { canDeleteMessages } from '../members.ts';
import { malformed, refused } from '../refusal.ts';
import { MESSAGE_LIMIT, readText } from '../text.ts';
import type { KnownChat, World } from '../world.ts';
import type { CallContext, Handlers } from './context.ts';

/** Does what the edit methods, deleteMessage, setMessageReaction and answerCallbackQuery do. */
export const changing: Handlers<
  | 'editMessageText'
  | 'editMessageReplyMarkup'
  | 'deleteMessage'
  | 'setMessageReaction'
  | 'answerCallbackQuery'
> = {
  editMessageText: (payload, context) => {
    const { text: given = '', parse_mode, entities: givenEntities, link_preview_options: preview } = payload;
    const { text, entities, remarks } = readText(
      { text: given, parse_mode, entities: givenEntities },
      MESSAGE_LIMIT,
    );
    remarks.forEach(context.remark);
    const markup = readInlineMarkup(payload.reply_markup, context);
    const { known, message } = findEditable(payload, context.telegram.world);
    if (message.text === undefined) throw refused('there is no text in the message to edit');
    const { entities: _, link_preview_options: __, ...rest } = withoutMarkup(message);
    const edited = {
      ...rest,
      text,
      ...(entities.length > 0 && { entities: [...entities] }),
      ...(preview && { link_preview_options: preview }),
      ...(markup && { reply_markup: markup }),
    };
    return { ...replace(known, { before: message, after: edited }, context.telegram.world), text };
  },

  editMessageReplyMarkup: (payload, context) => {
    const markup = readInlineMarkup(payload.reply_markup, context);
    const { known, message } = findEditable(payload, context.telegram.world);
    const edited = { ...withoutMarkup(message), ...(markup && { reply_markup: markup }) };
    return replace(known, { before: message, after: edited }, context.telegram.world);
  },

  deleteMessage: ({ chat_id, message_id }, { telegram }) => {
    const { world } = telegram;
    const known = world.findWritable(chat_id);
    const message = world.findMessage(known, message_id, 'delete');
    const isOwn = message.from?.id === world.bot.id;
    if (!isOwn && known.chat.type !== 'private' && !canDeleteMessages(world.botIn(known))) {
      throw refused("message can't be deleted");
    }
    known.messages.delete(message_id);
    return true;
  },

  setMessageReaction: ({ chat_id, message_id, reaction = [] }, { telegram }) => {
    const known = telegram.world.findWritable(chat_id);
    telegram.world.findMessage(known, message_id, 'react');
    if (reaction.length > MOST_REACTIONS) throw malformed('REACTIONS_TOO_MANY');
    if (reaction.some((given) => given.type !== 'emoji' || !REACTIONS.has(given.emoji))) {
      throw malformed('REACTION_INVALID');
    }
    known.reactions.set(message_id, reaction);
    return true;
  },

  answerCallbackQuery: (payload, { telegram }) => telegram.presses.answer(payload),
};

/** What a bot may set on one message. */
const MOST_REACTIONS = 1;

/** https://core.telegram.org/bots/api#reactiontypeemoji */
const REACTIONS: ReadonlySet<string> = new Set(
  '👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡'.split(
    ' ',
  ),
);

interface Target {
  readonly chat_id?: number | string;
  readonly message_id?: number;
}

function findEditable({ chat_id, message_id }: Target, world: World) {
  if (chat_id === undefined || chat_id === '') {
    throw malformed(message_id === undefined ? 'message identifier is not specified' : 'chat_id is empty');
  }
  const known = world.findWritable(chat_id);
  if (message_id === undefined) throw malformed('message to edit not found');
  const message = world.findMessage(known, message_id, 'edit');
  if (message.from?.id !== world.bot.id || known.uneditable.has(message_id)) {
    throw refused("message can't be edited");
  }
  return { known, message };
}

function readInlineMarkup(markup: AnyMarkup | undefined, { remark }: CallContext) {
  const { inline, remarks } = checkMarkup(markup);
  remarks.forEach(remark);
  return inline;
}

function withoutMarkup({ reply_markup: _, ...message }: Message): Message {
  return message;
}

interface Edit {
  readonly before: Message;
  readonly after: Message;
}

function replace(known: KnownChat, { before, after }: Edit, world: World): Message & Update.Edited {
  if (fingerprint(before) === fingerprint(after)) {
    throw refused(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  }
  const edited = { ...after, edit_date: world.date() };
  world.replace(known, edited);
  return edited;
}

function fingerprint({ text, entities, reply_markup, link_preview_options }: Message): string {
  return JSON.stringify([text, entities, reply_markup, link_preview_options]);
}
