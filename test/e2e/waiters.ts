// Waiting for something that is told of as it happens: a log line, a call.

interface Waiter<T> {
  readonly matches: (value: T) => boolean;
  readonly settle: (outcome: Outcome<T>) => void;
}

type Outcome<T> = { readonly value: T } | { readonly error: Error };

/** How long a wait lasts, and what it rejects with then. */
export interface WaitLimit {
  readonly deadlineMs: number;
  readonly tooLate: () => Error;
}

/** Those who wait for a value of one type. */
export class Waiters<T> {
  private readonly waiting = new Set<Waiter<T>>();

  /** Resolves to the next told value that fits. @throws what the limit says (rejects) after the deadline */
  wait(matches: (value: T) => boolean, { deadlineMs, tooLate }: WaitLimit): Promise<T> {
    return new Promise((resolve, reject) => {
      const waiter: Waiter<T> = {
        matches,
        settle: (outcome) => {
          clearTimeout(timer);
          this.waiting.delete(waiter);
          if ('error' in outcome) reject(outcome.error);
          else resolve(outcome.value);
        },
      };
      const timer = setTimeout(() => waiter.settle({ error: tooLate() }), deadlineMs);
      this.waiting.add(waiter);
    });
  }

  /** Tells of a value. */
  tell(value: T): void {
    for (const waiter of this.waiting) {
      if (waiter.matches(value)) waiter.settle({ value });
    }
  }

  /** Ends all waits: nothing will be told any more. */
  fail(error: Error): void {
    for (const waiter of this.waiting) waiter.settle({ error });
  }
}
