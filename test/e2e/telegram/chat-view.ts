// What can be seen in a chat, and waiting for it.

import type { Message, ReactionType, ReplyKeyboardMarkup } from 'grammy/types';
import type { MessagePredicate } from './chat-events.ts';
import type { Telegram } from './methods/index.ts';
import { isServiceMessage, type KnownChat } from './world.ts';

/** What those in a chat work with. */
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

  /** The bot's messages only, oldest first; none that only say what happened (service messages). */
  get answers(): readonly Message[] {
    const { bot } = this.around.telegram.world;
    return this.messages.filter((message) => message.from?.id === bot.id && !isServiceMessage(message));
  }

  /** The keyboard in place of the letters; undefined when the bot has shown none, or taken it away. */
  get replyKeyboard(): ReplyKeyboardMarkup | undefined {
    return this.known.replyKeyboard;
  }

  /** What the bot has reacted to a message with. */
  reactionsTo(messageId: number): readonly ReactionType[] {
    return this.known.reactions.get(messageId) ?? [];
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
