// What a button does, as a value, and as Telegram's callback data: one encoder, one decoder.
// The letters are in chats for years: never give one a new meaning.

import { type AnswerId, type EntryId, parseAnswerId, parseEntryId } from '../catalog/index.ts';
import { isLanguage, type Language } from '../language/index.ts';

/** The lists that a button can open. */
export const MENUS = ['start', 'hubs', 'routes', 'formats', 'guides', 'language', 'privacy'] as const;

/** One of `MENUS`. */
export type Menu = (typeof MENUS)[number];

/** What a button does. `language` is the one in which the button's message is written. */
export type Action =
  | { readonly kind: 'open'; readonly language: Language; readonly answer: AnswerId }
  | { readonly kind: 'menu'; readonly language: Language; readonly menu: Menu }
  /** Makes `language` the chat's, and shows the answer (or the greeting) in it. */
  | { readonly kind: 'speak'; readonly language: Language; readonly answer?: AnswerId }
  /** Makes `language` the chat's, and leaves the message as it is but for this button. */
  | { readonly kind: 'adopt'; readonly language: Language }
  | { readonly kind: 'pin'; readonly language: Language; readonly entry: EntryId }
  | { readonly kind: 'erase'; readonly language: Language };

/** What Telegram allows: https://core.telegram.org/bots/api#inlinekeyboardbutton. */
export const MAX_CALLBACK_BYTES = 64;

/** Writes an action as callback data of at most 64 bytes. */
export function encodeAction(action: Action): string {
  switch (action.kind) {
    case 'open':
      return `o:${action.language}:${action.answer}`;
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
  }
}

/** Reads callback data. Returns undefined for anything that no button of ours ever held. */
export function decodeAction(data: string): Action | undefined {
  const [letter, language, rest, ...more] = data.split(':');
  if (!isLanguage(language) || more.length > 0) return undefined;
  const answer = rest === undefined ? undefined : parseAnswerId(rest);
  switch (letter) {
    case 'o':
      return answer && { kind: 'open', language, answer };
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
    default:
      return undefined;
  }
}
