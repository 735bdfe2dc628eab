// The people of a test: each writes, edits and presses buttons in a chat, and sees what the bot does there.

import type { CallbackQuery, InlineKeyboardButton, Message, Update, User } from 'grammy/types';
import type { MessagePredicate } from './chat-events.ts';
import { addFoundEntities } from './found-entities.ts';
import { asMember, type Telegram } from './methods/index.ts';
import * as media from './person-media.ts';
import type { PressAnswer } from './presses.ts';
import { asRepliedTo, type KnownChat, type MessageContent } from './world.ts';

/** Something a person did. */
export interface Said {
  /** As the bot gets it. */
  readonly message: Message;
  /** The update's number; undefined when the bot did not ask for such updates. */
  readonly updateId: number | undefined;
}

/** A pressed button. */
export interface Pressed {
  /** The number of the callback query. */
  readonly id: string;
  readonly updateId: number | undefined;
  /** Resolves to what the bot answered. @throws Error (rejects) when no answer comes within the deadline */
  readonly answer: (deadlineMs?: number) => Promise<PressAnswer>;
}

/** How a message is sent. */
export interface SayOptions {
  /** The message that this one replies to. */
  readonly replyTo?: Message;
}

/** Which button, by its text or its callback data; or callback data that no button shows any more. */
export type ButtonChoice = string | { readonly data: string };

/** How a button is pressed. */
export interface PressOptions {
  /** The message is so old that the bot gets it without its content (date 0). */
  readonly isInaccessible?: boolean;
}

/** What a person in a chat works with. */
export interface Surroundings {
  readonly telegram: Telegram;
  /** How long `next` and `answer` wait, in milliseconds. */
  readonly deadlineMs: number;
  /** The last calls and violations, for the message of a failed test. */
  readonly describe: () => string;
}

/** What can be seen in a chat. */
export class ChatView {
  protected readonly known: KnownChat;
  protected readonly around: Surroundings;

  constructor(known: KnownChat, around: Surroundings) {
    this.known = known;
    this.around = around;
  }

  /** The chat as its updates show it. */
  get chat() {
    return this.known.chat;
  }

  /** All messages as the chat shows them now: edited ones as they are, deleted ones gone; oldest first. */
  get messages(): readonly Message[] {
    return [...this.known.messages.values()];
  }

  /** The bot's messages only. */
  get answers(): readonly Message[] {
    return this.messages.filter(({ from }) => from?.id === this.around.telegram.world.bot.id);
  }

  /**
   * Resolves to the bot's next message or edit (it has `edit_date`) that was not handed out yet and that fits.
   * @throws Error (rejects) after the deadline, telling what did happen
   */
  next(matches: MessagePredicate = () => true, deadlineMs = this.around.deadlineMs): Promise<Message> {
    return this.known.events.next(matches, { deadlineMs, describe: this.around.describe });
  }

  /** The bot's messages and edits that `next` has not handed out; afterwards there are none. */
  takeUnseen(): Message[] {
    return this.known.events.takeUnseen();
  }
}

/** A person in one chat. */
export class Participant extends ChatView {
  readonly user: User;

  constructor(user: User, known: KnownChat, around: Surroundings) {
    super(known, around);
    this.user = user;
  }

  /** Writes a text; commands and mentions in it are marked as Telegram marks them. */
  say(text: string, options: SayOptions = {}): Said {
    const entities = addFoundEntities(text, []);
    return this.send({ text, ...(entities.length > 0 && { entities }) }, options);
  }

  /** Sends a photo. */
  sendPhoto(caption?: string, options: SayOptions = {}): Said {
    const photo = media.photoContent(this.around.telegram.world);
    if (caption === undefined) return this.send(photo, options);
    const caption_entities = addFoundEntities(caption, []);
    const content = { ...photo, caption, ...(caption_entities.length > 0 && { caption_entities }) };
    return this.send(content, options);
  }

  sendSticker(): Said {
    return this.send(media.stickerContent(this.around.telegram.world));
  }

  sendVoice(): Said {
    return this.send(media.voiceContent(this.around.telegram.world));
  }

  sendLocation(latitude?: number, longitude?: number): Said {
    return this.send(media.locationContent(latitude, longitude));
  }

  sendContact(firstName = 'Айдос'): Said {
    return this.send(media.contactContent(firstName));
  }

  sendPoll(question = '?'): Said {
    return this.send(media.pollContent(question));
  }

  /** Joins the group: the service message that everybody sees. */
  join(): Said {
    return this.send({ new_chat_members: [this.user] });
  }

  /** Sends anything else that a message can hold. */
  send(content: MessageContent, { replyTo }: SayOptions = {}): Said {
    this.known.isMet = true;
    const reply = replyTo && { reply_to_message: asRepliedTo(this.current(replyTo.message_id)) };
    const message = this.around.telegram.world.add(this.known, this.user, { ...content, ...reply });
    const incoming: NonNullable<Update['message']> = { ...message, chat: this.known.chat, from: this.user };
    return { message, updateId: this.push({ message: incoming }, `chat ${this.known.chat.id}`) };
  }

  /** Changes the text (or caption) of a message of this person's own. */
  edit(messageId: number, text: string): Said {
    const before = this.current(messageId);
    if (before.from?.id !== this.user.id)
      throw new Error(`Message ${messageId} is not ${this.user.first_name}'s.`);
    const { entities: _, caption_entities: __, ...rest } = before;
    const entities = addFoundEntities(text, []);
    const isCaption = before.text === undefined;
    const edit_date = this.around.telegram.world.date();
    const edited = isCaption
      ? { ...rest, caption: text, edit_date, ...(entities.length > 0 && { caption_entities: entities }) }
      : { ...rest, text, edit_date, ...(entities.length > 0 && { entities }) };
    const message = this.around.telegram.world.replace(this.known, edited);
    const incoming = { ...message, edit_date, chat: this.known.chat, from: this.user };
    return { message, updateId: this.push({ edited_message: incoming }, `chat ${this.known.chat.id}`) };
  }

  /** Presses a button under a message. @throws Error when there is no such button */
  press(message: Message, choice: ButtonChoice, { isInaccessible = false }: PressOptions = {}): Pressed {
    const shown = this.known.messages.get(message.message_id) ?? message;
    const data = typeof choice === 'string' ? findData(shown, choice) : choice.data;
    const { id, answered } = this.around.telegram.presses.begin();
    const query: CallbackQuery = {
      id,
      from: this.user,
      message: isInaccessible
        ? { chat: shown.chat, message_id: shown.message_id, date: 0 }
        : { ...shown, chat: this.known.chat },
      chat_instance: String(-3_000_000_000_000 - this.known.chat.id),
      data,
    };
    const updateId = this.push({ callback_query: query }, `presses of ${this.user.id}`);
    const { deadlineMs, describe } = this.around;
    return { id, updateId, answer: (limit = deadlineMs) => within(limit, answered, describe) };
  }

  protected push(content: Omit<Update, 'update_id'>, line: string): number | undefined {
    return this.around.telegram.intake.queue.push(content, line);
  }

  private current(messageId: number): Message {
    const message = this.known.messages.get(messageId);
    if (!message) throw new Error(`There is no message ${messageId} in this chat.`);
    return message;
  }
}

/** A person: in the private chat with the bot, and in groups. */
export class Person extends Participant {
  /** The same person in a group; joins it quietly. */
  in(group: Group): Participant {
    return group.withMember(this.user);
  }

  /** Blocks the bot: it can no longer write to this person. */
  block(): void {
    this.setBlocked(true);
  }

  unblock(): void {
    this.setBlocked(false);
  }

  /** Deletes the account, without a word to the bot. */
  deleteAccount(): void {
    this.known.standing = 'deactivated';
  }

  private setBlocked(isBlocked: boolean): void {
    this.known.isMet = true;
    this.known.standing = isBlocked ? 'blocked' : 'open';
    const { world } = this.around.telegram;
    const status = (kicked: boolean) => asMember(world.bot, kicked ? 'kicked' : 'member');
    const my_chat_member = {
      chat: this.known.chat,
      from: this.user,
      date: world.date(),
      old_chat_member: status(!isBlocked),
      new_chat_member: status(isBlocked),
    };
    this.push({ my_chat_member }, `members ${this.user.id}`);
  }
}

/** A group with the bot in it. The bot's privacy mode is off: it gets every message. */
export class Group extends ChatView {
  /** A person as a member of this group. */
  withMember(user: User): Participant {
    if (!this.known.members.has(user.id)) this.known.members.set(user.id, 'member');
    return new Participant(user, this.known, this.around);
  }

  /** Makes somebody an administrator; the bot with its own number. */
  promote(userId: number): void {
    this.known.members.set(userId, 'administrator');
  }

  /** Throws the bot out. */
  kickBot(): void {
    this.known.standing = 'kicked';
  }
}

function findData(message: Message, choice: string): string {
  const buttons = message.reply_markup?.inline_keyboard.flat() ?? [];
  const fits = (button: InlineKeyboardButton) =>
    button.text === choice || ('callback_data' in button && button.callback_data === choice);
  const button = buttons.find(fits);
  if (button && 'callback_data' in button) return button.callback_data;
  const texts = buttons.map(({ text }) => `"${text}"`).join(', ') || 'none';
  throw new Error(`No button to press is called "${choice}". The message's buttons: ${texts}.`);
}

async function within<T>(limitMs: number, promise: Promise<T>, describe: () => string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`The press was not answered within ${limitMs} ms.\n${describe()}`));
    }, limitMs);
  });
  try {
    return await Promise.race([promise, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
