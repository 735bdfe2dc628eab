// The people, chats and messages that the double knows. It has one count of message numbers for all chats,
// so that a number used in the wrong chat is never right by chance.

import type {
  Chat,
  Document,
  Message,
  PhotoSize,
  ReactionType,
  ReplyKeyboardMarkup,
  User,
  UserFromGetMe,
} from 'grammy/types';
import { ChatEvents } from './chat-events.ts';
import { MEMBER, type Member } from './members.ts';
import { forbidden, refused, upgraded } from './refusal.ts';
import type { Topic } from './topics.ts';

/** A chat that the bot can meet. */
export type AnyChat = Chat.PrivateChat | Chat.GroupChat | Chat.SupergroupChat;

/** What stands between the bot and a chat. */
export type Standing = 'open' | 'blocked' | 'deactivated' | 'kicked' | 'left';

/** A file that was sent, by what it was sent as: Telegram does not take one for the other. */
export type KnownFile =
  | { readonly kind: 'Photo'; readonly sizes: PhotoSize[] }
  | { readonly kind: 'Document'; readonly document: Document; readonly bytes: Uint8Array };

/** A chat with all that is in it. */
export interface KnownChat {
  readonly chat: AnyChat;
  /** By number; as the chat shows them now. */
  readonly messages: Map<number, Message>;
  /** Everybody who was ever in it, the bot too. */
  readonly members: Map<number, Member>;
  /** A forum's topics by message_thread_id, oldest first. */
  readonly topics: Map<number, Topic>;
  /** The bot's reactions by message number. */
  readonly reactions: Map<number, readonly ReactionType[]>;
  readonly events: ChatEvents;
  /** Messages with a reply keyboard: they can't be edited. */
  readonly uneditable: Set<number>;
  /** The keyboard in place of the letters, which the last message with one brought. */
  replyKeyboard: ReplyKeyboardMarkup | undefined;
  /** Who is no administrator may not write. */
  areMembersMuted: boolean;
  /** The supergroup that this group became. */
  upgradedTo: number | undefined;
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
  readonly files = new Map<string, KnownFile>();
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
      topics: new Map(),
      reactions: new Map(),
      uneditable: new Set(),
      replyKeyboard: undefined,
      areMembersMuted: false,
      upgradedTo: undefined,
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

  /** Finds a chat that the bot may read: out of a supergroup it sees nothing of it. @throws Refusal */
  findReadable(id: number | string): KnownChat {
    const known = this.find(id);
    return known.chat.type === 'supergroup' ? this.findWritable(id) : known;
  }

  /** What the bot is in a chat. */
  botIn({ members }: KnownChat): Member {
    return members.get(this.bot.id) ?? MEMBER;
  }

  /** Finds a chat that the bot may write to. @throws Refusal */
  findWritable(id: number | string): KnownChat {
    const known = this.find(id);
    if (known.upgradedTo !== undefined) throw upgraded(known.upgradedTo);
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
    this.tell(known, message);
    return message;
  }

  /** The bot as messages show their sender: without what only getMe tells. */
  botAsUser(): User {
    const { id, first_name, username } = this.bot;
    return { id, is_bot: true, first_name, username };
  }

  /** Puts a changed message in place of the one with its number. */
  replace(known: KnownChat, message: Message): Message {
    known.messages.set(message.message_id, message);
    this.tell(known, message);
    return message;
  }

  private tell({ events }: KnownChat, message: Message): void {
    if (message.from?.id === this.bot.id && !isServiceMessage(message)) events.record(message);
  }

  /** Names for a file that is new to this Telegram. */
  nameFile(): { file_id: string; file_unique_id: string } {
    this.lastFile += 1;
    return { file_id: `AgACAgIAAxkBAAI-${this.lastFile}`, file_unique_id: `AQAD-${this.lastFile}` };
  }

  /** A number for an album that is new to this Telegram. */
  nameAlbum(): string {
    this.lastFile += 1;
    return String(13_500_000_000_000_000 + this.lastFile);
  }

  /** Finds a file by its file_id. @throws Refusal when it is unknown or was sent as something else */
  findFile<K extends KnownFile['kind']>(id: string, kind: K): Extract<KnownFile, { readonly kind: K }> {
    const known = this.files.get(id);
    if (!known) throw refused('wrong remote file identifier specified: Wrong character in the string');
    if (!isOfKind(known, kind)) throw refused(`can't use file of type ${known.kind} as ${kind}`);
    return known;
  }
}

function isOfKind<K extends KnownFile['kind']>(
  file: KnownFile,
  kind: K,
): file is Extract<KnownFile, { readonly kind: K }> {
  return file.kind === kind;
}

const SERVICE_FIELDS = [
  'forum_topic_created',
  'forum_topic_edited',
  'forum_topic_closed',
  'forum_topic_reopened',
  'migrate_to_chat_id',
  'migrate_from_chat_id',
  'new_chat_members',
];

/** Tells whether a message only says that something happened: nobody wrote it. */
export function isServiceMessage(message: Message): boolean {
  return SERVICE_FIELDS.some((field) => field in message);
}

/** What a chat's message looks like inside a reply to it: replies are shown one level deep. */
export function asRepliedTo({ reply_to_message: _, ...message }: Message): RepliedTo {
  // grammY's type wants the field there and undefined at once, which no JSON can be.
  return message as RepliedTo;
}

type RepliedTo = NonNullable<Message['reply_to_message']>;
