// What a person sees happen in a chat, in order, and waiting for it: each thing is handed out once,
// so nothing is missed between two waits.

import type { Message } from 'grammy/types';

/** Tells whether a message is the one waited for. */
export type MessagePredicate = (message: Message) => boolean;

interface Waiter {
  readonly matches: MessagePredicate;
  readonly resolve: (message: Message) => void;
}

/** How long a wait lasts, and what it says when nothing came. */
export interface WaitOptions {
  readonly deadlineMs: number;
  readonly describe: () => string;
}

/** The bot's messages and edits in one chat. */
export class ChatEvents {
  private readonly unseen: Message[] = [];
  private readonly waiters: Waiter[] = [];

  /** Tells of a message that was sent or changed. */
  record(message: Message): void {
    this.unseen.push(message);
    const waiter = this.waiters[0];
    if (waiter) this.serve(waiter);
  }

  /**
   * Resolves to the first message or edit that was not handed out yet and that fits; those before it are passed
   * over. Waits in the order they were asked for.
   * @throws Error (rejects) after the deadline, with what did happen
   */
  next(matches: MessagePredicate, { deadlineMs, describe }: WaitOptions): Promise<Message> {
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        matches,
        resolve: (message) => {
          clearTimeout(timer);
          this.waiters.splice(this.waiters.indexOf(waiter), 1);
          resolve(message);
        },
      };
      const passed = [...this.unseen];
      const timer = setTimeout(() => {
        this.waiters.splice(this.waiters.indexOf(waiter), 1);
        const others = passed.map(({ text, caption }) => JSON.stringify(text ?? caption ?? '(no text)'));
        const seen = others.length > 0 ? `\nPassed over: ${others.join(', ')}` : '';
        reject(new Error(`The bot wrote nothing that fits within ${deadlineMs} ms.${seen}\n${describe()}`));
      }, deadlineMs);
      this.waiters.push(waiter);
      if (this.waiters.length === 1) this.serve(waiter);
    });
  }

  /** What was not handed out yet; it is now. */
  takeUnseen(): Message[] {
    return this.unseen.splice(0);
  }

  private serve(waiter: Waiter): void {
    const place = this.unseen.findIndex(waiter.matches);
    if (place < 0) return;
    const [message] = this.unseen.splice(0, place + 1).slice(-1);
    if (!message) return;
    waiter.resolve(message);
    const next = this.waiters[0];
    if (next) this.serve(next);
  }
}
