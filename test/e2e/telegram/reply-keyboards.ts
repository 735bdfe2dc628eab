// Keyboards in place of the letters: what Telegram demands of their buttons beyond the published fields
// (https://core.telegram.org/bots/api#replykeyboardmarkup).

import type { KeyboardButton, ReplyKeyboardMarkup } from 'grammy/types';
import { malformed, refused } from './refusal.ts';
import type { AnyChat } from './world.ts';

/** What a message does to the keyboard that a person sees. */
export type KeyboardChange =
  | { readonly kind: 'show'; readonly keyboard: ReplyKeyboardMarkup }
  | { readonly kind: 'remove' }
  | { readonly kind: 'keep' };

const LONGEST_PLACEHOLDER = 64;
/** Clients show no more. */
const MOST_IN_ROW = 12;
const MOST_BUTTONS = 300;

/** Checks a keyboard, whatever the chat. @throws Refusal for a button that Telegram refuses */
export function checkReplyKeyboard(keyboard: ReplyKeyboardMarkup): readonly string[] {
  const { keyboard: rows, input_field_placeholder: placeholder } = keyboard;
  const buttons = rows.flat();
  if (buttons.some((button) => textOf(button) === ''))
    throw malformed('keyboard button text must be non-empty');
  return [
    ...(buttons.length === 0 ? ['the keyboard has no buttons: remove_keyboard is for that'] : []),
    ...(buttons.length > MOST_BUTTONS ? [`the keyboard has more than ${MOST_BUTTONS} buttons`] : []),
    ...(rows.some((row) => row.length > MOST_IN_ROW) ? [`a row has more than ${MOST_IN_ROW} buttons`] : []),
    ...buttons
      .filter(isTwoThings)
      .map((button) => `the button "${textOf(button)}" asks for more than one thing`),
    ...(placeholder !== undefined && (placeholder === '' || placeholder.length > LONGEST_PLACEHOLDER)
      ? [`input_field_placeholder has ${placeholder.length} characters: 1–${LONGEST_PLACEHOLDER}`]
      : []),
  ];
}

/** Refuses what may only be asked of one person. @throws Refusal */
export function checkAllowedIn({ type }: AnyChat, { keyboard }: ReplyKeyboardMarkup): void {
  if (type === 'private') return;
  for (const button of keyboard.flat()) {
    if (asksFor(button, 'request_contact'))
      throw refused('phone number can be requested in private chats only');
    if (asksFor(button, 'request_location')) throw refused('location can be requested in private chats only');
  }
}

/** What a button says. */
export function textOf(button: KeyboardButton): string {
  return (typeof button === 'string' ? button : button.text).trim();
}

type Request = 'request_contact' | 'request_location';

/** Tells whether a button sends more than its text. */
export function asksFor(button: KeyboardButton, request: Request): boolean {
  if (typeof button === 'string') return false;
  return (
    request in button && Object.entries(button).some(([name, value]) => name === request && value === true)
  );
}

function isTwoThings(button: KeyboardButton): boolean {
  return asksFor(button, 'request_contact') && asksFor(button, 'request_location');
}
