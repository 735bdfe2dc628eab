// What a person sees: a text and the buttons under it. Screens are functions from values to this value;
// the Telegram face, the browser preview and the shell all show the same ones.

import type { Catalog } from '../catalog/index.ts';
import type { Language, Phrases, Speech } from '../language/index.ts';
import type { Action } from './action.ts';
import { htmlToPlainText, MAX_MESSAGE_LENGTH, splitHtml, visibleLength } from './html.ts';

/** A button: what it says and what it does. */
export interface Button {
  readonly text: string;
  readonly action: Action;
}

/** Buttons in place of the person's keyboard: they send their text, and `share` sends the person's contact. */
export interface ReplyKeyboard {
  readonly share: string;
  readonly texts: readonly string[];
  readonly placeholder: string;
}

/** A message: Telegram HTML, and rows of buttons. */
export interface Screen {
  readonly html: string;
  readonly keyboard: readonly (readonly Button[])[];
  /** How `html` begins; of what one message does not hold, the others begin so as well. */
  readonly head?: string;
  /** In place of `keyboard`; "remove" gives the person their own keyboard back. */
  readonly replyKeyboard?: ReplyKeyboard | 'remove';
}

/** A screen whose every message says what it is about. */
export interface HeadedScreen extends Screen {
  readonly head: string;
}

/** What every screen is made from. */
export interface ScreenContext {
  readonly speech: Speech;
  readonly catalog: Catalog;
}

/** The context for one language. */
export function screenContext(language: Language, phrases: Phrases, catalog: Catalog): ScreenContext {
  return { speech: phrases[language], catalog };
}

const GAP = '\n\n';

/** Joins parts by blank lines; parts that are empty or undefined leave no gap. */
export function joinParts(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(GAP);
}

/** The texts of a screen's messages: more than one where Telegram has no room for all in one, none for a blank one. */
export function messagesOf({ html, head }: Screen): string[] {
  const whole = splitHtml(html);
  if (head === undefined || whole.length < 2) return whole;
  const rest = html.slice(head.length).trimStart();
  const room = MAX_MESSAGE_LENGTH - visibleLength(head) - GAP.length;
  return splitHtml(rest, room).map((text) => joinParts(head, text));
}

/** Puts buttons into rows of `columns`. */
export function rowsOf(buttons: readonly Button[], columns: number): Button[][] {
  const rows: Button[][] = [];
  for (let start = 0; start < buttons.length; start += columns) {
    rows.push(buttons.slice(start, start + columns));
  }
  return rows;
}

/** A screen as a terminal shows it; `withButtons` adds a line for each button. */
export function screenToPlainText(screen: Screen, withButtons: boolean): string {
  const buttons = withButtons ? screen.keyboard.flat().map(({ text }) => `– ${text}`) : [];
  return joinParts(htmlToPlainText(screen.html), buttons.join('\n'));
}
