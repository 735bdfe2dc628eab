// What can go wrong between a bot and Telegram, injected into chosen calls or by chance.

import { createRandom } from '../../random.ts';

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

/** What chance chooses from; `… after` takes effect before it fails. */
const RANDOM_FAULTS = {
  flood: { kind: 'flood', retryAfter: 1 },
  error: { kind: 'error', status: 500 },
  'bad gateway': { kind: 'bad gateway' },
  'bad gateway after': { kind: 'bad gateway', after: true },
  reset: { kind: 'reset' },
  'reset after': { kind: 'reset', after: true },
  delay: { kind: 'delay', delayMs: 150 },
} as const satisfies Readonly<Record<string, Fault>>;

/** What can happen by chance. */
export type RandomFaultKind = keyof typeof RANDOM_FAULTS;

/** Those that fail without a trace: whoever tries again till it works does each thing once. */
export const HARMLESS_FAULTS = [
  'flood',
  'error',
  'bad gateway',
  'reset',
] as const satisfies RandomFaultKind[];

/** Faults by chance. */
export interface RandomFaults {
  /** The share of the calls that fail, 0–1. */
  readonly rate: number;
  /** The same seed meets the same calls in the same way, as long as they come in the same order. */
  readonly seed: number;
  /** What happens to them, each as often; everything if left out. */
  readonly kinds?: readonly RandomFaultKind[];
  /** The methods that fail; all of them if left out, getUpdates too. */
  readonly methods?: readonly string[];
}

/** An injected fault. */
export interface InjectedFault {
  /** How many calls it has met. */
  readonly hits: () => number;
  /** Ends it. */
  readonly clear: () => void;
}

interface Rule {
  readonly matcher: FaultMatcher;
  /** What happens to the next call that fits; nothing for undefined. */
  readonly draw: () => Fault | undefined;
  readonly isChance: boolean;
  left: number;
  hits: number;
}

const CHANCES = 1_000_000;
const ALL_KINDS: readonly RandomFaultKind[] = [
  'flood',
  'error',
  'bad gateway',
  'bad gateway after',
  'reset',
  'reset after',
  'delay',
];

/** The faults that wait for their calls. */
export class Faults {
  private readonly rules: Rule[] = [];

  /** Adds a fault for the next `times` calls that fit. */
  add(matcher: FaultMatcher, fault: Fault, times: number): InjectedFault {
    return this.addRule({ matcher, draw: () => fault, isChance: false, left: times, hits: 0 });
  }

  /** Adds faults by chance, until they are taken back. */
  addRandom({ rate, seed, kinds = ALL_KINDS, methods }: RandomFaults): InjectedFault {
    const random = createRandom(seed);
    return this.addRule({
      matcher: methods ? ({ method }) => methods.includes(method) : '*',
      draw: () => (random.below(CHANCES) < rate * CHANCES ? RANDOM_FAULTS[random.pick(kinds)] : undefined),
      isChance: true,
      left: Number.POSITIVE_INFINITY,
      hits: 0,
    });
  }

  /** The fault that meets a call, which uses it up. Those that were told apart come before chance. */
  take(method: string, payload: Readonly<Record<string, unknown>>): Fault | undefined {
    const rules = this.rules.filter(({ matcher, left }) => left > 0 && fits(matcher, method, payload));
    const rule = rules.find(({ isChance }) => !isChance) ?? rules[0];
    const fault = rule?.draw();
    if (!rule || !fault) return undefined;
    rule.left -= 1;
    rule.hits += 1;
    return fault;
  }

  private addRule(rule: Rule): InjectedFault {
    this.rules.push(rule);
    return {
      hits: () => rule.hits,
      clear: () => {
        rule.left = 0;
      },
    };
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
