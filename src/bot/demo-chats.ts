// Demo people who talk to the bot through the stand-in: what they type and press becomes updates,
// just as Telegram would send them.

import type { Bot } from 'grammy';
import type { Message, Update, User, UserFromGetMe } from 'grammy/types';
import { languageOfTag } from '../language/index.ts';
import { createBot } from './bot.ts';
import { COMMANDS } from './commands.ts';
import type { BotParts, TorapContext } from './context.ts';
import type { SeenFile, SeenMessage, SeenReplyKeyboard, SeenToast } from './seen.ts';
import { createStandIn } from './stand-in.ts';
import { createUpdateQueue } from './update-queue.ts';

/** Somebody whom a visitor of the preview can be. */
export interface DemoPerson {
  readonly id: number;
  readonly name: string;
  /** Telegram's `language_code`. */
  readonly language: string;
}

const PEOPLE: readonly DemoPerson[] = [
  { id: 101, name: 'Айгүл', language: 'kk' },
  { id: 102, name: 'Сергей', language: 'ru' },
  { id: 103, name: 'Emma', language: 'en' },
];

/** What they share when they are asked for it; Telegram writes numbers without "+". */
const PHONES: Readonly<Record<number, string>> = {
  101: '77000000101',
  102: '77000000102',
  103: '447700900103',
};

const BOT_INFO: UserFromGetMe = {
  id: 1,
  is_bot: true,
  first_name: 'Torap',
  username: 'torap_preview_bot',
  can_join_groups: false,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
  can_manage_bots: false,
  supports_join_request_queries: false,
};

/** Chats of the demo people with the bot. Calls reject when the bot failed to handle the update. */
export interface DemoChats {
  readonly people: readonly DemoPerson[];
  readonly commands: (person: number, tag: string) => readonly { command: string; description: string }[];
  readonly transcript: (person: number) => readonly SeenMessage[];
  /** The keyboard in place of the letters, as it is now. */
  readonly replyKeyboard: (person: number) => SeenReplyKeyboard | undefined;
  readonly say: (person: number, tag: string, text: string) => Promise<void>;
  /** Shares the person's own contact. */
  readonly shareContact: (person: number, tag: string) => Promise<void>;
  readonly edit: (person: number, tag: string, message: number, text: string) => Promise<void>;
  readonly press: (
    person: number,
    tag: string,
    message: number,
    data: string,
  ) => Promise<SeenToast | undefined>;
  readonly restart: (person: number) => Promise<void>;
  readonly file: (name: string) => SeenFile | undefined;
}

/** Creates the bot behind a stand-in, and the demo people's chats with it. */
export function createDemoChats(parts: BotParts): DemoChats {
  const standIn = createStandIn(parts.now);
  const bot = createBot(parts, {
    token: 'preview',
    apiRoot: 'https://preview.invalid',
    transformers: [standIn.transformer],
    botInfo: BOT_INFO,
  });
  const deliver = createDelivery(bot, parts.now());
  const nameOf = (id: number): string => PEOPLE.find((person) => person.id === id)?.name ?? 'Guest';
  const userOf = (id: number, tag: string): User => ({
    id,
    is_bot: false,
    first_name: nameOf(id),
    language_code: tag,
  });
  const messageOf = (user: User, seen: SeenMessage): Message & Update.NonChannel => ({
    message_id: seen.id,
    date: seen.date,
    chat: { id: user.id, type: 'private', first_name: user.first_name },
    from: user,
    ...contentOf(seen, user),
  });
  return {
    people: PEOPLE,
    commands: (_person, tag) => {
      const { phrase } = parts.phrases()[languageOfTag(tag)];
      return COMMANDS.map((command) => ({ command, description: phrase(`command.${command}`) }));
    },
    transcript: standIn.messages,
    replyKeyboard: standIn.replyKeyboard,
    say: (person, tag, text) =>
      deliver({ message: messageOf(userOf(person, tag), standIn.write(person, text)) }),
    shareContact: (person, tag) => {
      const seen = standIn.share(person, { name: nameOf(person), phone: PHONES[person] ?? '77000000100' });
      return deliver({ message: messageOf(userOf(person, tag), seen) });
    },
    edit: async (person, tag, message, text) => {
      const seen = standIn.rewrite(person, message, text);
      if (!seen) return;
      const edited = { ...messageOf(userOf(person, tag), seen), edit_date: Math.floor(parts.now() / 1000) };
      await deliver({ edited_message: edited });
    },
    press: async (person, tag, message, data) => {
      const from = userOf(person, tag);
      const seen = standIn.messages(person).find(({ id }) => id === message);
      if (!seen) return undefined;
      const id = `${person}-${message}-${parts.now()}`;
      const pressed = { ...messageOf(from, seen), from: BOT_INFO, ...markupOf(seen) };
      await deliver({ callback_query: { id, from, message: pressed, data, chat_instance: String(person) } });
      return standIn.toast(id);
    },
    restart: async (person) => {
      standIn.forget(person);
      await parts.store.eraseChat(person);
    },
    file: standIn.file,
  };
}

/** The buttons under a message, as Telegram tells them with a press. */
function markupOf({ keyboard }: SeenMessage): Pick<Message, 'reply_markup'> {
  if (!keyboard) return {};
  const inline_keyboard = keyboard.map((row) =>
    row.map(({ text, data, url }) =>
      url === undefined ? { text, callback_data: data ?? '' } : { text, url },
    ),
  );
  return { reply_markup: { inline_keyboard } };
}

/** What a message holds, as Telegram tells it. */
function contentOf(
  { contact, text = '' }: SeenMessage,
  { id }: User,
): Pick<Message, 'text' | 'entities' | 'contact'> {
  if (!contact) return textOf(text);
  return { contact: { phone_number: contact.phone, first_name: contact.name, user_id: id } };
}

/** Text with the command at its start marked, as Telegram marks it. */
function textOf(text: string): Pick<Message.TextMessage, 'text' | 'entities'> {
  const command = /^\/[a-z0-9_]+/i.exec(text)?.[0];
  if (command === undefined) return { text };
  return { text, entities: [{ type: 'bot_command', offset: 0, length: command.length }] };
}

/** Gives updates to the bot in each chat's order; a failure reaches the one who sent the update. */
function createDelivery(
  bot: Bot<TorapContext>,
  now: number,
): (update: Omit<Update, 'update_id'>) => Promise<void> {
  // Larger than what an earlier process has counted: chats remember which updates they have seen.
  let lastUpdate = now;
  const failures = new Map<number, unknown>();
  const queue = createUpdateQueue(async (update) => {
    await bot.handleUpdate(update).catch((error: unknown) => failures.set(update.update_id, error));
  }, PEOPLE.length);
  return async (update) => {
    lastUpdate += 1;
    const id = lastUpdate;
    await queue.push({ ...update, update_id: id });
    const failure = failures.get(id);
    failures.delete(id);
    if (failure !== undefined) throw failure;
  };
}
