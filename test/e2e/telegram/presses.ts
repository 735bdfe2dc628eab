// Pressed buttons that wait for an answer (https://core.telegram.org/bots/api#callbackquery): each can be
// answered once, and not for long.

import type { Opts } from 'grammy/types';
import { malformed, refused } from './refusal.ts';

/** What the person who pressed sees: a notice at the top, or an alert. */
export interface PressAnswer {
  readonly text: string | undefined;
  readonly isAlert: boolean;
}

interface Press {
  readonly pressedAt: number;
  readonly resolve: (answer: PressAnswer) => void;
}

/** Longer than Telegram waits for an answer in practice; nobody publishes the figure. */
const LIFETIME_MS = 30_000;
const LONGEST_ANSWER = 200;

/** The presses that nobody has answered. */
export class Presses {
  private readonly waiting = new Map<string, Press>();
  private readonly now: () => number;
  private lastId = 0;

  /** @param now milliseconds since 1970 UTC */
  constructor(now: () => number) {
    this.now = now;
  }

  /** Begins a press. Returns its number and a promise of the answer, which may never come. */
  begin(): { readonly id: string; readonly answered: Promise<PressAnswer> } {
    this.lastId += 1;
    const id = String(4_382_000_000_000_000_000n + BigInt(this.lastId));
    const answered = new Promise<PressAnswer>((resolve) => {
      this.waiting.set(id, { pressedAt: this.now(), resolve });
    });
    return { id, answered };
  }

  /** answerCallbackQuery. @throws Refusal when the press is unknown, answered or too old, or the text too long */
  answer(payload: Opts<'answerCallbackQuery'>): true {
    const { callback_query_id: id, text, show_alert = false } = payload;
    if (text !== undefined && text.length > LONGEST_ANSWER) throw malformed('MESSAGE_TOO_LONG');
    const press = this.waiting.get(id);
    if (!press || this.now() - press.pressedAt > LIFETIME_MS) {
      throw refused('query is too old and response timeout expired or query ID is invalid');
    }
    this.waiting.delete(id);
    press.resolve({ text: text || undefined, isAlert: show_alert });
    return true;
  }

  /** The presses that nobody has answered yet, by number. */
  unanswered(): readonly string[] {
    return [...this.waiting.keys()];
  }

  /** Makes all of them too old to be answered. */
  expire(): void {
    this.waiting.clear();
  }
}
