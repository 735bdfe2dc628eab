// The people of a test: each writes, edits and presses buttons in a chat, and sees what the bot does there.

import type { BotCommand, CallbackQuery, Message, Update, User } from 'grammy/types';
import { answerWithin, findData } from './buttons.ts';
import { ChatView, type Surroundings } from './chat-view.ts';
import { addFoundEntities } from './found-entities.ts';
import type { Group } from './groups.ts';
import { asMember, MEMBER, type Member } from './members.ts';
import * as media from './person-media.ts';
import type { PressAnswer } from './presses.ts';
import { asksFor, textOf } from './reply-keyboards.ts';
import { addTopic, changeTopic, inTopic, readTopicName, type Topic } from './topics.ts';
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

interface ParticipantSurroundings extends Surroundings {
  /** The topic that this person writes in. */
  readonly threadId?: number;
}

/** A person in one chat. */
export class Participant extends ChatView {
  readonly user: User;
  private readonly threadId: number | undefined;

  constructor(user: User, known: KnownChat, around: ParticipantSurroundings) {
    super(known, around);
    this.user = user;
    this.threadId = around.threadId;
  }

  /** The same person in a topic of the forum. @throws Error when there is no such topic */
  inTopic(threadId: number): Participant {
    this.topic(threadId);
    return new Participant(this.user, this.known, { ...this.around, threadId });
  }

  /** Writes a text; commands and mentions in it are marked as Telegram marks them. */
  say(text: string, options: SayOptions = {}): Said {
    const entities = addFoundEntities(text, []);
    return this.send({ text, ...(entities.length > 0 && { entities }) }, options);
  }

  /** Sends a photo. */
  sendPhoto(caption?: string, options: SayOptions = {}): Said {
    const photo = media.photoContent(this.around.telegram.world);
    return this.send({ ...photo, ...media.captionContent(caption) }, options);
  }

  /** Sends a file. */
  sendDocument(name: string, { caption, ...options }: SayOptions & { readonly caption?: string } = {}): Said {
    const document = media.documentContent(name, this.around.telegram.world);
    return this.send({ ...document, ...media.captionContent(caption) }, options);
  }

  /** Sends photos as an album, one for each caption: each comes as a message of its own, with the album's number. */
  sendAlbum(captions: readonly (string | undefined)[]): Said[] {
    const { world } = this.around.telegram;
    const media_group_id = world.nameAlbum();
    return captions.map((caption) =>
      this.send({ media_group_id, ...media.photoContent(world), ...media.captionContent(caption) }),
    );
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

  /** Sends a contact from the phone's book: of somebody who is not in Telegram. */
  sendContact(firstName = 'Айдос'): Said {
    return this.send(media.contactContent(firstName));
  }

  /** Sends the contact of somebody in Telegram: this person's own, or of the one with that number. */
  shareContact(phone: string, { userId = this.user.id }: { readonly userId?: number } = {}): Said {
    const { first_name, last_name } = this.around.telegram.world.users.get(userId) ?? { first_name: 'Дана' };
    const name = { first_name, ...(last_name !== undefined && { last_name }) };
    return this.send({ contact: { phone_number: phone, ...name, user_id: userId } });
  }

  /**
   * Taps a button of the keyboard in place of the letters: sends its text, or this person's own contact or place
   * where it asks for one. @throws Error when no such button is shown
   */
  tap(text: string, { phone = '77015550100' }: { readonly phone?: string } = {}): Said {
    const buttons = this.replyKeyboard?.keyboard.flat() ?? [];
    const button = buttons.find((shown) => textOf(shown) === text);
    if (!button) {
      const texts = buttons.map((shown) => `"${textOf(shown)}"`).join(', ') || 'none';
      throw new Error(`No button to tap is called "${text}". The keyboard's buttons: ${texts}.`);
    }
    if (this.replyKeyboard?.one_time_keyboard) this.known.replyKeyboard = undefined;
    if (asksFor(button, 'request_contact')) return this.shareContact(phone);
    if (asksFor(button, 'request_location')) return this.sendLocation();
    return this.say(text);
  }

  /** The commands that this person's menu shows in this chat. */
  menu(languageCode = this.user.language_code): readonly BotCommand[] {
    const member = this.known.members.get(this.user.id) ?? MEMBER;
    const { chat } = this.known;
    return this.around.telegram.profile.menuOf({ chat, user: this.user.id, member, languageCode });
  }

  /** Begins a topic of the forum. */
  createTopic(name: string): Topic & Said {
    const { topic, message } = addTopic(this.act(), { name: readTopicName(name) });
    return { ...topic, ...this.tell(message) };
  }

  /** Renames the topic, closes or reopens it. */
  changeTopic(threadId: number, change: { readonly name?: string; readonly isClosed?: boolean }): Said {
    return this.tell(changeTopic(this.act(), { topic: this.topic(threadId), ...change }));
  }

  /** Deletes a topic with all that is in it, which no bot is told. */
  deleteTopic(threadId: number): void {
    this.known.topics.delete(this.topic(threadId).threadId);
    for (const { message_id, message_thread_id } of this.messages) {
      if (message_thread_id === threadId) this.known.messages.delete(message_id);
    }
  }

  /** Deletes a message for everybody, which no bot is told. */
  delete(messageId: number): void {
    this.known.messages.delete(this.current(messageId).message_id);
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
    const replied = replyTo && this.current(replyTo.message_id);
    const threadId = replied?.is_topic_message ? replied.message_thread_id : undefined;
    const message = this.around.telegram.world.add(this.known, this.user, {
      ...inTopic(this.known, this.threadId ?? threadId),
      ...content,
      ...(replied && { reply_to_message: asRepliedTo(replied) }),
    });
    return this.tell(message);
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
    return { id, updateId, answer: (limit = deadlineMs) => answerWithin(limit, answered, describe) };
  }

  protected push(content: Omit<Update, 'update_id'>, line: string): number | undefined {
    return this.around.telegram.intake.queue.push(content, line);
  }

  /** Lets the bot know of a message. */
  private tell(message: Message): Said {
    const incoming: NonNullable<Update['message']> = { ...message, chat: this.known.chat, from: this.user };
    return { message, updateId: this.push({ message: incoming }, `chat ${this.known.chat.id}`) };
  }

  private act() {
    return { known: this.known, from: this.user, world: this.around.telegram.world };
  }

  private topic(threadId: number): Topic {
    const topic = this.known.topics.get(threadId);
    if (!topic) throw new Error(`There is no topic ${threadId} in this chat.`);
    return topic;
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
    const status = (kicked: boolean) => {
      const member: Member = { status: kicked ? 'kicked' : 'member' };
      return asMember(world.bot, member, this.known.chat.type);
    };
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
