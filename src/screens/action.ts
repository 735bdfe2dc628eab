// What a button does, as a value, and as Telegram's callback data: one encoder, one decoder.
// The letters are in chats for years: never give one a new meaning.

import { type AnswerId, type EntryId, parseAnswerId, parseEntryId } from '../catalog/index.ts';
import { DIALOGUE_STEPS, type DialogueStep } from '../desk/index.ts';
import { isLanguage, type Language } from '../language/index.ts';
import { INQUIRY_NUMBER, type Outcome, type Vote } from '../store/index.ts';

/** The lists that a button can open. */
export const MENUS = ['start', 'hubs', 'routes', 'formats', 'guides', 'language', 'privacy'] as const;

/** One of `MENUS`. */
export type Menu = (typeof MENUS)[number];

/** What a person does about an inquiry that was sent. */
export const REQUEST_STEPS = ['show', 'write', 'withdraw', 'solved', 'unsolved'] as const;

/** One of `REQUEST_STEPS`. */
export type RequestStep = (typeof REQUEST_STEPS)[number];

/** What the desk does about an inquiry. */
export const DESK_STEPS = ['take', 'close', 'reopen'] as const;

/** One of `DESK_STEPS`. */
export type DeskStep = (typeof DESK_STEPS)[number];

const VOTES: readonly Vote[] = ['up', 'down'];

/** What a button does. `language` is the one in which the button's message is written. */
export type Action =
  | {
      readonly kind: 'open';
      readonly language: Language;
      readonly answer: AnswerId;
      /** The question that it was offered to. */
      readonly outcome?: Outcome['id'];
    }
  | { readonly kind: 'menu'; readonly language: Language; readonly menu: Menu }
  /** Makes `language` the chat's, and shows the answer (or the greeting) in it. */
  | { readonly kind: 'speak'; readonly language: Language; readonly answer?: AnswerId }
  /** Makes `language` the chat's, and leaves the message as it is but for this button. */
  | { readonly kind: 'adopt'; readonly language: Language }
  | { readonly kind: 'pin'; readonly language: Language; readonly entry: EntryId }
  | { readonly kind: 'erase'; readonly language: Language }
  /** Sends the person all that is kept of the chat. */
  | { readonly kind: 'export'; readonly language: Language }
  /** Begins an inquiry; about an answer, or about the question that was refused. */
  | { readonly kind: 'inquire'; readonly language: Language; readonly answer?: AnswerId }
  | { readonly kind: 'dialogue'; readonly language: Language; readonly step: DialogueStep }
  /** Lists the chat's inquiries. */
  | { readonly kind: 'requests'; readonly language: Language }
  | {
      readonly kind: 'request';
      readonly language: Language;
      readonly step: RequestStep;
      readonly number: string;
    }
  | { readonly kind: 'desk'; readonly language: Language; readonly step: DeskStep; readonly number: string }
  | {
      readonly kind: 'vote';
      readonly language: Language;
      readonly vote: Vote;
      readonly outcome: Outcome['id'];
    };

/** What Telegram allows: https://core.telegram.org/bots/api#inlinekeyboardbutton. */
export const MAX_CALLBACK_BYTES = 64;

/** Writes an action as callback data of at most 64 bytes. */
export function encodeAction(action: Action): string {
  switch (action.kind) {
    case 'open':
      return encodeOpen(action);
    case 'menu':
      return `m:${action.language}:${action.menu}`;
    case 'speak':
      return action.answer === undefined ? `l:${action.language}` : `l:${action.language}:${action.answer}`;
    case 'adopt':
      return `k:${action.language}`;
    case 'pin':
      return `p:${action.language}:${action.entry}`;
    case 'erase':
      return `e:${action.language}`;
    case 'export':
      return `x:${action.language}`;
    case 'inquire':
      return action.answer === undefined ? `i:${action.language}` : `i:${action.language}:${action.answer}`;
    case 'dialogue':
      return `d:${action.language}:${action.step}`;
    case 'requests':
      return `r:${action.language}`;
    case 'request':
      return `q:${action.language}:${action.step}.${action.number}`;
    case 'desk':
      return `t:${action.language}:${action.step}.${action.number}`;
    case 'vote':
      return `v:${action.language}:${action.vote}.${action.outcome}`;
  }
}

/** Telegram's limit may leave no room for the outcome of a question: the answer opens all the same. */
function encodeOpen({ language, answer, outcome }: Action & { kind: 'open' }): string {
  const data = `o:${language}:${answer}`;
  const whole = `${data}:${outcome}`;
  return outcome === undefined || Buffer.byteLength(whole) > MAX_CALLBACK_BYTES ? data : whole;
}

/** Reads callback data. Returns undefined for anything that no button of ours ever held. */
export function decodeAction(data: string): Action | undefined {
  const [letter, language, rest, outcome, ...more] = data.split(':');
  if (!isLanguage(language) || more.length > 0) return undefined;
  if (outcome !== undefined && letter !== 'o') return undefined;
  const answer = rest === undefined ? undefined : parseAnswerId(rest);
  const [verb, object = ''] = rest?.split('.') ?? [];
  switch (letter) {
    case 'o':
      return answer && { kind: 'open', language, answer, ...(outcome && { outcome }) };
    case 'm': {
      const menu = MENUS.find((known) => known === rest);
      return menu && { kind: 'menu', language, menu };
    }
    case 'l':
      if (rest === undefined) return { kind: 'speak', language };
      return answer && { kind: 'speak', language, answer };
    case 'p': {
      const entry = rest === undefined ? undefined : parseEntryId(rest);
      return entry && { kind: 'pin', language, entry };
    }
    case 'k':
      return rest === undefined ? { kind: 'adopt', language } : undefined;
    case 'e':
      return rest === undefined ? { kind: 'erase', language } : undefined;
    case 'x':
      return rest === undefined ? { kind: 'export', language } : undefined;
    case 'i':
      if (rest === undefined) return { kind: 'inquire', language };
      return answer && { kind: 'inquire', language, answer };
    case 'd': {
      const step = DIALOGUE_STEPS.find((known) => known === rest);
      return step && { kind: 'dialogue', language, step };
    }
    case 'r':
      return rest === undefined ? { kind: 'requests', language } : undefined;
    case 'q': {
      const step = REQUEST_STEPS.find((known) => known === verb);
      return step && isNumber(object) ? { kind: 'request', language, step, number: object } : undefined;
    }
    case 't': {
      const step = DESK_STEPS.find((known) => known === verb);
      return step && isNumber(object) ? { kind: 'desk', language, step, number: object } : undefined;
    }
    case 'v': {
      const vote = VOTES.find((known) => known === verb);
      return vote && object ? { kind: 'vote', language, vote, outcome: object } : undefined;
    }
    default:
      return undefined;
  }
}

function isNumber(text: string): boolean {
  return INQUIRY_NUMBER.exec(text)?.[0] === text;
}
