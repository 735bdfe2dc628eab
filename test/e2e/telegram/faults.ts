// What can go wrong between a bot and Telegram, injected into chosen calls.

/** Which calls a fault meets: a method, all of them, or those that a function picks. */
export type FaultMatcher =
  | string
  | ((call: { readonly method: string; readonly payload: Readonly<Record<string, unknown>> }) => boolean);

/**
 * What happens to a call. `after: true` lets the call take effect before its answer is lost or spoilt:
 * a message is sent, and the bot does not know.
 */
export type Fault =
  /** 429 with retry_after in seconds. */
  | { readonly kind: 'flood'; readonly retryAfter: number }
  /** A JSON error with that HTTP status; 500 is Telegram's "Internal Server Error". */
  | {
      readonly kind: 'error';
      readonly status: number;
      readonly description?: string;
      readonly after?: boolean;
    }
  /** 502 with a page of HTML, as a proxy before Telegram sends it. */
  | { readonly kind: 'bad gateway'; readonly after?: boolean }
  /** The connection is cut. */
  | { readonly kind: 'reset'; readonly after?: boolean }
  /** The answer comes that much later; the call takes effect at once. */
  | { readonly kind: 'delay'; readonly delayMs: number }
  /** No answer ever comes. */
  | { readonly kind: 'hang'; readonly after?: boolean };

/** An injected fault. */
export interface InjectedFault {
  /** How many calls it has met. */
  readonly hits: () => number;
  /** Ends it. */
  readonly clear: () => void;
}

interface Rule {
  readonly matcher: FaultMatcher;
  readonly fault: Fault;
  left: number;
  hits: number;
}

/** The faults that wait for their calls. */
export class Faults {
  private readonly rules: Rule[] = [];

  /** Adds a fault for the next `times` calls that fit. */
  add(matcher: FaultMatcher, fault: Fault, times: number): InjectedFault {
    const rule: Rule = { matcher, fault, left: times, hits: 0 };
    this.rules.push(rule);
    return {
      hits: () => rule.hits,
      clear: () => {
        rule.left = 0;
      },
    };
  }

  /** The fault that meets a call, which uses it up. */
  take(method: string, payload: Readonly<Record<string, unknown>>): Fault | undefined {
    const rule = this.rules.find(({ matcher, left }) => left > 0 && fits(matcher, method, payload));
    if (!rule) return undefined;
    rule.left -= 1;
    rule.hits += 1;
    return rule.fault;
  }

  /** Ends all of them. */
  clear(): void {
    this.rules.length = 0;
  }
}

function fits(matcher: FaultMatcher, method: string, payload: Readonly<Record<string, unknown>>): boolean {
  if (typeof matcher === 'function') return matcher({ method, payload });
  return matcher === '*' || matcher === method;
}

/** Tells whether the call takes effect although its answer fails. */
export function takesEffect(fault: Fault): boolean {
  return fault.kind === 'delay' || ('after' in fault && fault.after === true);
}
