// The people, chats and messages that the double knows. It has one count of message numbers for all chats,
// so that a number used in the wrong chat is never right by chance.

import type { Chat, Message, User, UserFromGetMe } from 'grammy/types';
import { ChatEvents } from './chat-events.ts';
import { forbidden, refused } from './refusal.ts';

/** A chat that the bot can meet. */
export type AnyChat = Chat.PrivateChat | Chat.GroupChat | Chat.SupergroupChat;

/** What stands between the bot and a chat. */
export type Standing = 'open' | 'blocked' | 'deactivated' | 'kicked' | 'left';

/** What a person is in a group. */
export type MemberStatus = 'creator' | 'administrator' | 'member' | 'left' | 'kicked';

/** A chat with all that is in it. */
export interface KnownChat {
  readonly chat: AnyChat;
  /** By number; as the chat shows them now. */
  readonly messages: Map<number, Message>;
  readonly members: Map<number, MemberStatus>;
  readonly events: ChatEvents;
  /** Messages with a reply keyboard: they can't be edited. */
  readonly uneditable: Set<number>;
  standing: Standing;
  /** Whether the bot can know of it: a person has written first, or it is a group that the bot is in. */
  isMet: boolean;
}

/** What a message holds besides its number, chat, date and sender. */
export type MessageContent = Omit<Partial<Message>, 'message_id' | 'chat' | 'date' | 'from'>;

/** Everything that exists in this Telegram. */
export class World {
  readonly bot: UserFromGetMe;
  readonly users = new Map<number, User>();
  /** Files that were sent, by their file_id. */
  readonly files = new Map<string, Message['photo']>();
  private readonly chats = new Map<number, KnownChat>();
  private readonly now: () => number;
  private lastMessage = 1000;
  private lastFile = 0;

  /** @param now milliseconds since 1970 UTC */
  constructor(bot: UserFromGetMe, now: () => number) {
    this.bot = bot;
    this.now = now;
  }

  /** Seconds since 1970 UTC, as Telegram dates everything. */
  date(): number {
    return Math.floor(this.now() / 1000);
  }

  /** Adds a chat, or gives the one with that number. */
  open(chat: AnyChat): KnownChat {
    const known = this.chats.get(chat.id);
    if (known) return known;
    const fresh: KnownChat = {
      chat,
      messages: new Map(),
      members: new Map(),
      events: new ChatEvents(),
      uneditable: new Set(),
      standing: 'open',
      isMet: chat.type !== 'private',
    };
    this.chats.set(chat.id, fresh);
    return fresh;
  }

  /** Finds a chat. @throws Refusal when the bot never met it */
  find(id: number | string): KnownChat {
    const number = Number(id);
    const chat =
      typeof id === 'string' && id.startsWith('@')
        ? [...this.chats.values()].find(
            ({ chat }) => chat.type === 'supergroup' && chat.username === id.slice(1),
          )
        : this.chats.get(number);
    if (!chat?.isMet) throw refused('chat not found');
    return chat;
  }

  /** Finds a chat that the bot may write to. @throws Refusal */
  findWritable(id: number | string): KnownChat {
    const known = this.find(id);
    const kind = known.chat.type === 'supergroup' ? 'supergroup' : 'group';
    switch (known.standing) {
      case 'open':
        return known;
      case 'blocked':
        throw forbidden('bot was blocked by the user');
      case 'deactivated':
        throw forbidden('user is deactivated');
      case 'kicked':
        throw forbidden(`bot was kicked from the ${kind} chat`);
      case 'left':
        throw forbidden(`bot is not a member of the ${kind} chat`);
    }
  }

  /** Finds a message of a chat. @throws Refusal with the server's words: "message to edit not found" */
  findMessage({ messages }: KnownChat, id: number, purpose: string): Message {
    const message = messages.get(id);
    if (!message) throw refused(`message to ${purpose} not found`);
    return message;
  }

  /** Adds a message to a chat. */
  add(known: KnownChat, from: User, content: MessageContent): Message {
    this.lastMessage += 1;
    const message: Message = {
      message_id: this.lastMessage,
      from,
      chat: known.chat,
      date: this.date(),
      ...content,
    };
    known.messages.set(message.message_id, message);
    if (from.id === this.bot.id) known.events.record(message);
    return message;
  }

  /** Puts a changed message in place of the one with its number. */
  replace(known: KnownChat, message: Message): Message {
    known.messages.set(message.message_id, message);
    if (message.from?.id === this.bot.id) known.events.record(message);
    return message;
  }

  /** Names for a file that is new to this Telegram. */
  nameFile(): { file_id: string; file_unique_id: string } {
    this.lastFile += 1;
    return { file_id: `AgACAgIAAxkBAAI-${this.lastFile}`, file_unique_id: `AQAD-${this.lastFile}` };
  }
}

/** What a chat's message looks like inside a reply to it: replies are shown one level deep. */
export function asRepliedTo({ reply_to_message: _, ...message }: Message): RepliedTo {
  // grammY's type wants the field there and undefined at once, which no JSON can be.
  return message as RepliedTo;
}

type RepliedTo = NonNullable<Message['reply_to_message']>;
