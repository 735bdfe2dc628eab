// A bot with the project's own content, a store in memory, and calls that are recorded instead of sent.

import type { Bot, Transformer } from 'grammy';
import type { Chat, Message, MessageEntity, Update, UserFromGetMe } from 'grammy/types';
import { createBot } from '../../src/bot/bot.ts';
import type { BotParts, TorapContext } from '../../src/bot/context.ts';
import { createDeskLine } from '../../src/bot/desk-line.ts';
import { handleWithTries } from '../../src/bot/handling.ts';
import { type Catalog, loadCatalog } from '../../src/catalog/index.ts';
import { loadPhrases } from '../../src/language/index.ts';
import type { ContentReport } from '../../src/screens/index.ts';
import { makeSearchable } from '../../src/search/index.ts';
import type { ChatState, Store } from '../../src/store/index.ts';
import { createMemoryStore } from '../memory-store.ts';

/** A call that the bot made. */
export interface Call {
  readonly method: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** The number of the desk's group. */
export const DESK = -1009;

const ME: UserFromGetMe = {
  id: 99,
  is_bot: true,
  first_name: 'Torap',
  username: 'torap_test_bot',
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
  can_manage_bots: false,
  supports_join_request_queries: false,
};

const phrases = await loadPhrases('locales');
const loaded = loadCatalog('content', phrases);
if (!loaded.ok) throw new Error('The content is not in order.');
const catalog = makeSearchable(loaded.catalog);

/** Talks to a bot and records what it calls. */
export class ChatHarness {
  readonly calls: Call[] = [];
  readonly stored = new Map<number, ChatState>();
  readonly logged: { readonly level: string; readonly fields: object; readonly message: string }[] = [];
  /** Answers a call in place of the canned success, or fails it (an Error); undefined leaves it at that. */
  fault: (call: Call) => object | undefined = () => undefined;
  now = Date.UTC(2026, 10, 24);
  /** The person's number is 7. */
  readonly adminIds: number[] = [];
  /** What /content tells those who keep content. */
  contentReport: ContentReport = {
    version: 3,
    loadedAt: Date.UTC(2026, 10, 24, 7, 30),
    commit: '5ab3e38 (2026-11-24)',
    errors: [],
    warnings: [],
  };
  readonly bot: Bot<TorapContext>;
  readonly parts: BotParts;
  /** Where chats are kept; a test may break it. */
  readonly store: { -readonly [Name in keyof Store]: Store[Name] } = createMemoryStore(this.stored);
  private number = 0;
  private latest: Update | undefined;

  /** @param formerIds ids that entries had before they were renamed, each with the one that it has now */
  constructor(formerIds: Catalog['formerIds'] = new Map()) {
    const log = (level: string) => (fields: object, message: string) =>
      void this.logged.push({ level, fields, message });
    this.parts = {
      catalog: () => ({ ...catalog, formerIds }),
      phrases: () => phrases,
      contentReport: async () => this.contentReport,
      adminIds: this.adminIds,
      store: this.store,
      desk: createDeskLine({ store: this.store, staffChat: DESK, now: () => this.now }),
      newId: () => `id${++this.number}`,
      expectation: () => undefined,
      now: () => this.now,
      log: { info: log('info'), warn: log('warn'), error: log('error') },
    };
    const connection = { token: '1:test', apiRoot: 'https://double.invalid', transformers: [this.record()] };
    this.bot = createBot(this.parts, { ...connection, botInfo: ME });
  }

  /** A message in the private chat of a person whose Telegram speaks `language`. */
  async say(text: string, language = 'ru', extra: Partial<Message> = {}): Promise<Message> {
    return this.message({ text, ...commandEntity(text), ...extra }, language);
  }

  /** Any message; in the person's private chat unless `fields` has another. */
  async message(fields: Partial<Message>, language = 'ru'): Promise<Message> {
    const message = this.build(fields, language);
    await this.give({ message: message as Message & Update.NonChannel });
    return message;
  }

  /** The person changes the words of a message. */
  async edit(message: Message, text: string): Promise<void> {
    const edited = { ...message, text, edit_date: this.seconds() };
    await this.give({ edited_message: edited as Message & Update.Edited & Update.NonChannel });
  }

  /** The person presses the button with that text under the bot's latest message with buttons. */
  async press(text: string, language = 'ru'): Promise<void> {
    const data = this.buttons().find((button) => button.text === text)?.callback_data;
    if (data === undefined)
      throw new Error(`No button "${text}" among: ${this.buttons().map((b) => b.text)}`);
    await this.pressData(data, language);
  }

  /** The person presses a button that holds `data`, under a message with the number 500. */
  async pressData(data: string, language = 'ru', fields: Partial<Message> = {}): Promise<void> {
    const message = { ...this.build({ text: 'earlier' }, language), message_id: 500, from: ME, ...fields };
    await this.give({
      callback_query: { id: `q${this.number}`, from: person(language), message, data, chat_instance: '1' },
    });
  }

  /** Telegram brings the latest update again. */
  async repeat(): Promise<void> {
    if (this.latest) await handleWithTries(this.latest, { ...this, pausesMs: [1, 1, 1] });
  }

  /** The number of the latest update. */
  latestUpdate(): number | undefined {
    return this.latest?.update_id;
  }

  /** The calls of one method. */
  callsOf(method: string): readonly Call[] {
    return this.calls.filter((call) => call.method === method);
  }

  /** The text of the latest message sent or edited. */
  text(): string {
    const latest = this.calls
      .filter(({ payload }) => typeof payload.text === 'string' && 'chat_id' in payload)
      .at(-1);
    return String(latest?.payload.text ?? '');
  }

  /** The buttons of the latest message that had any. */
  buttons(): readonly { readonly text: string; readonly callback_data: string }[] {
    const latest = this.calls.filter(({ payload }) => payload.reply_markup !== undefined).at(-1);
    const markup = latest?.payload.reply_markup as { inline_keyboard: [] } | undefined;
    return markup?.inline_keyboard.flat() ?? [];
  }

  private async give(update: Omit<Update, 'update_id'>): Promise<void> {
    this.number += 1;
    this.latest = { ...update, update_id: this.number };
    await this.repeat();
  }

  private build(fields: Partial<Message>, language: string): Message {
    this.number += 1;
    const from = person(language);
    const chat: Chat.PrivateChat = { id: from.id, type: 'private', first_name: from.first_name };
    return { message_id: this.number, date: this.seconds(), chat, from, ...fields } as Message;
  }

  private seconds(): number {
    return Math.floor(this.now / 1000);
  }

  private record(): Transformer {
    return async (_previous, method, payload) => {
      const call = { method, payload: { ...payload } };
      this.calls.push(call);
      const faulty = this.fault(call);
      if (faulty instanceof Error) throw faulty;
      if (faulty) return faulty as never;
      const message = {
        message_id: 1000 + this.calls.length,
        date: this.seconds(),
        chat: { id: 7, type: 'private' },
      };
      return { ok: true, result: method === 'answerCallbackQuery' ? true : message } as never;
    };
  }
}

/** A group, as `fields` of a message. */
export const GROUP: Partial<Message> = { chat: { id: -1007, type: 'supergroup', title: 'Carriers' } };

function person(language: string) {
  return { id: 7, is_bot: false, first_name: 'Daniyar', language_code: language };
}

function commandEntity(text: string): { entities?: MessageEntity[] } {
  const command = /^\/\S+/.exec(text)?.[0];
  return command ? { entities: [{ type: 'bot_command', offset: 0, length: command.length }] } : {};
}
