// Every call that the bot made, and everything about them that the published Bot API forbids.

import { Waiters } from '../waiters.ts';
import type { Values } from './payload.ts';

/** A call and how it ended. */
export interface Call {
  /** The method as published; as written in the address when there is no such method. */
  readonly method: string;
  /** Its parameters, decoded: a keyboard is an object however it travelled. */
  readonly payload: Values;
  /** Milliseconds since 1970 UTC. */
  readonly time: number;
  /**
   * What the call led to; undefined while it is under way, and for ever when it was cut off before it took effect.
   * After a fault with `after`, this is what the bot never got to know.
   */
  readonly response: CallResponse | undefined;
  /** The fault that was injected into this call. */
  readonly fault: string | undefined;
}

/** What was sent back. */
export interface CallResponse {
  /** The HTTP status. */
  readonly status: number;
  readonly ok: boolean;
  readonly result?: unknown;
  readonly description?: string;
}

/** Something that the published Bot API forbids. */
export interface Violation {
  readonly method: string;
  readonly problem: string;
  readonly payload: Values;
}

/** A call that is being recorded. */
export interface OpenCall {
  /** Tells that a part of the call is against the published rules. */
  readonly violate: (problem: string) => void;
  readonly respond: (response: CallResponse) => void;
}

/** Records calls in the order they came. */
export class CallLog {
  private readonly recorded: Call[] = [];
  private readonly found: Violation[] = [];
  private readonly waiters = new Waiters<Call>();

  /** Every call so far. */
  calls(): readonly Call[] {
    return this.recorded;
  }

  /** Every violation so far that was not taken. */
  violations(): readonly Violation[] {
    return this.found;
  }

  /** Gives the violations so far and forgets them: the test expected them. */
  takeViolations(): Violation[] {
    return this.found.splice(0);
  }

  /** Begins a call. */
  begin(call: Omit<Call, 'response'>): OpenCall {
    const place = this.recorded.push({ ...call, response: undefined }) - 1;
    return {
      violate: (problem) => {
        this.found.push({ method: call.method, problem, payload: call.payload });
      },
      respond: (response) => {
        // What it led to stays, also when a fault then spoils the answer.
        if (this.recorded[place]?.response) return;
        const answered = { ...call, response };
        this.recorded[place] = answered;
        this.waiters.tell(answered);
      },
    };
  }

  /**
   * Resolves to the first answered call that fits, past ones included.
   * @throws Error (rejects) after the deadline
   */
  find(matches: (call: Call) => boolean, deadlineMs: number): Promise<Call> {
    const past = this.recorded.find((call) => call.response !== undefined && matches(call));
    if (past) return Promise.resolve(past);
    const tooLate = () => new Error(`No such call within ${deadlineMs} ms.\n${this.describe()}`);
    return this.waiters.wait(matches, { deadlineMs, tooLate });
  }

  /** The last calls and all violations, for the message of a failed test. */
  describe(): string {
    const calls = this.recorded.slice(-12).map(({ method, response, fault }) => {
      const outcome = response ? `${response.status} ${response.description ?? 'ok'}` : 'no response yet';
      return `  ${method}: ${outcome}${fault ? ` (injected: ${fault})` : ''}`;
    });
    const problems = this.found.map(({ method, problem }) => `  ${method}: ${problem}`);
    return [
      `The last calls of ${this.recorded.length}:`,
      ...(calls.length > 0 ? calls : ['  none']),
      ...(problems.length > 0 ? ['Violations:', ...problems] : []),
    ].join('\n');
  }
}
