// What every handler has at hand: the parts of Torap, and the state of the chat that the update is from.

import type { Context } from 'grammy';
import { type AnswerId, findAnswer, parseAnswerId } from '../catalog/index.ts';
import type { Language, Phrases, Speech } from '../language/index.ts';
import { languageOfTag } from '../language/index.ts';
import type { ContentReport, ScreenContext } from '../screens/index.ts';
import { screenContext } from '../screens/index.ts';
import type { SearchableCatalog } from '../search/index.ts';
import type { ChatState, Store } from '../store/index.ts';
import type { DeskLine } from './desk-line.ts';

/** The parts that the Telegram face works with. */
export interface BotParts {
  /** The catalog as of now; another one after a reload. */
  readonly catalog: () => SearchableCatalog;
  /** The interface strings as of now. */
  readonly phrases: () => Phrases;
  /** How content stands, for those who keep it. */
  readonly contentReport: () => Promise<ContentReport>;
  /** Telegram's numbers of those who may ask for it. */
  readonly adminIds: readonly number[];
  readonly store: Store;
  /** The way to the people at the desk. */
  readonly desk: DeskLine;
  /** A new name that nobody can guess, of letters, digits and dashes, for what needs one. */
  readonly newId: () => string;
  /** When the desk works, for somebody who has just written to it; undefined where content says nothing of it. */
  readonly expectation: (speech: Speech) => string | undefined;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  readonly log: Log;
}

/** What the bot tells whoever runs it; never a message's text, never the token. */
export interface Log {
  readonly info: (fields: object, message: string) => void;
  readonly warn: (fields: object, message: string) => void;
  readonly error: (fields: object, message: string) => void;
}

/** grammY's context with Torap's parts and the chat's state. */
export interface TorapContext extends Context {
  parts: BotParts;
  /** Set it to change the chat; it is stored once the handler is done. */
  state: ChatState;
  /** Whether a message went out while the update was handled: then it is not handled again, whatever fails. */
  hasSent: boolean;
  /** The dialogue about an inquiry was shown already; nothing has to bring the person back to it. */
  hasShownDialogue?: boolean;
}

/** Tells whether the update comes from somebody of the staff: from the desk's group, or from an admin in private. */
export function isFromStaff({ chat, from, parts }: TorapContext): boolean {
  if (chat === undefined) return false;
  if (chat.id === parts.desk.chat()) return true;
  return chat.type === 'private' && from !== undefined && parts.adminIds.includes(from.id);
}

/** The chat's language: the one chosen, else the one that Telegram reports. */
export function chatLanguage(context: TorapContext): Language {
  return context.state.language ?? languageOfTag(context.from?.language_code);
}

/** Remembers the answer that the chat is shown. */
export function rememberShown(answer: AnswerId, context: TorapContext): void {
  context.state = { ...context.state, shown: { answer, at: context.parts.now() } };
}

/** Remembers the answer that the chat is offered first to choose from: people go on without choosing. */
export function rememberOffered(answer: AnswerId, context: TorapContext): void {
  context.state = { ...context.state, shown: { answer, at: context.parts.now(), isOffered: true } };
}

/** Nobody means what they read an hour ago by "there". */
const SHOWN_FOR_MS = 60 * 60 * 1000;

/** An answer that the chat was shown, or offered. */
interface LastShown {
  readonly answer: AnswerId;
  readonly isOffered: boolean;
}

/** The answer that the chat was shown, or offered first, lately. */
export function lastShown({ state, parts }: TorapContext): LastShown | undefined {
  const { shown } = state;
  if (!shown || parts.now() - shown.at > SHOWN_FOR_MS) return undefined;
  const id = parseAnswerId(shown.answer);
  const answer = id && findAnswer(parts.catalog(), id)?.id;
  return answer && { answer, isOffered: shown.isOffered === true };
}

/** The context of screens in the chat's own language. */
export function chatScreens(context: TorapContext): ScreenContext {
  return screensIn(chatLanguage(context), context);
}

/** The context of screens in one language. */
export function screensIn(language: Language, context: TorapContext): ScreenContext {
  const { phrases, catalog } = context.parts;
  return screenContext(language, phrases(), catalog());
}
