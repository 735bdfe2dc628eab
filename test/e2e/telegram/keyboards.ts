// Keyboards under messages: what Telegram demands of a button beyond its published fields
// (https://core.telegram.org/bots/api#inlinekeyboardbutton).

import type { InlineKeyboardButton, InlineKeyboardMarkup, Opts } from 'grammy/types';
import { checkLink, findMentionedUser, hasScheme } from './links.ts';
import { malformed } from './refusal.ts';
import { checkReplyKeyboard, type KeyboardChange } from './reply-keyboards.ts';

/** What the send methods take as reply_markup. */
export type AnyMarkup = NonNullable<Opts<'sendMessage'>['reply_markup']>;

/** A keyboard as Telegram keeps it. */
export interface CheckedMarkup {
  /** The buttons under the message; undefined when there are none. */
  readonly inline: InlineKeyboardMarkup | undefined;
  /** A message with another kind of markup can't be edited. */
  readonly isInline: boolean;
  /** What becomes of the keyboard in place of the letters. */
  readonly change: KeyboardChange;
  readonly remarks: readonly string[];
}

/** Exactly one of these makes a button what it is. */
const ACTIONS = [
  'url',
  'callback_data',
  'web_app',
  'login_url',
  'disabled',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'copy_text',
  'callback_game',
  'pay',
];

const MOST_DATA_BYTES = 64;
const MOST_COPIED = 256;
/** Clients squeeze or cut what is more. */
const MOST_IN_ROW = 8;
const MOST_BUTTONS = 100;
/** What the server takes of all buttons together: REPLY_MARKUP_TOO_LONG. */
const MOST_BYTES = 10 * 1024;

/** Checks a keyboard. @throws Refusal for a button that Telegram refuses */
export function checkMarkup(markup: AnyMarkup | undefined): CheckedMarkup {
  if (markup === undefined) return { inline: undefined, isInline: true, change: KEEP, remarks: [] };
  if (!('inline_keyboard' in markup)) return { inline: undefined, isInline: false, ...checkOther(markup) };
  const rows = markup.inline_keyboard;
  const buttons = rows.flat();
  if (Buffer.byteLength(JSON.stringify(rows)) > MOST_BYTES) throw malformed('reply markup is too long');
  const remarks = buttons.flatMap(checkButton);
  if (rows.some((row) => row.length === 0)) remarks.push('a row of the keyboard is empty');
  if (rows.some((row) => row.length > MOST_IN_ROW))
    remarks.push(`a row has more than ${MOST_IN_ROW} buttons`);
  if (buttons.length > MOST_BUTTONS) remarks.push(`the keyboard has more than ${MOST_BUTTONS} buttons`);
  const kept = rows.filter((row) => row.length > 0).map((row) => row.map(keep));
  return {
    inline: kept.length > 0 ? { inline_keyboard: kept } : undefined,
    isInline: true,
    change: KEEP,
    remarks,
  };
}

const KEEP: KeyboardChange = { kind: 'keep' };

function checkOther(
  markup: Exclude<AnyMarkup, InlineKeyboardMarkup>,
): Pick<CheckedMarkup, 'change' | 'remarks'> {
  if ('keyboard' in markup) {
    return { change: { kind: 'show', keyboard: markup }, remarks: checkReplyKeyboard(markup) };
  }
  return { change: 'remove_keyboard' in markup ? { kind: 'remove' } : KEEP, remarks: [] };
}

function checkButton(button: InlineKeyboardButton): string[] {
  const { text } = button;
  if (text.trim() === '') throw malformed('inline keyboard button text must be non-empty');
  const actions = ACTIONS.filter((action) => action in button);
  const isEmpty = actions.every((action) => isEmptyText(button, action));
  if (isEmpty) {
    throw malformed("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
  }
  if ('callback_data' in button) checkData(button.callback_data);
  if ('url' in button) checkUrl(button.url);
  if ('web_app' in button) checkSecureUrl(button.web_app.url, 'Web App');
  if ('login_url' in button) checkSecureUrl(button.login_url.url, 'login');
  if ('copy_text' in button) checkCopied(button.copy_text.text);
  return [
    ...(actions.length > 1
      ? [`the button "${text}" has ${actions.join(' and ')}: exactly one is allowed`]
      : []),
    ...('url' in button && !hasScheme(button.url)
      ? [`the button "${text}" has an address without a scheme`]
      : []),
  ];
}

/** The server takes an empty address or callback for none at all. */
function isEmptyText(button: InlineKeyboardButton, action: string): boolean {
  if (action === 'url') return 'url' in button && button.url === '';
  return action === 'callback_data' && 'callback_data' in button && button.callback_data === '';
}

function checkData(data: string): void {
  if (Buffer.byteLength(data) > MOST_DATA_BYTES) throw malformed('BUTTON_DATA_INVALID');
}

function checkCopied(text: string): void {
  if (text === '' || text.length > MOST_COPIED) throw malformed('BUTTON_COPY_TEXT_INVALID');
}

function checkUrl(url: string): void {
  if (findMentionedUser(url) !== undefined) return;
  const link = checkLink(url);
  if (!link.ok) throw malformed(`inline keyboard button URL '${url}' is invalid: ${link.problem}`);
  const { protocol, hostname } = parseUrl(link.url);
  const isPublic = /\.[a-z][a-z0-9-]*$/i.test(hostname) && hostname !== 'localhost';
  if (/^https?:$/.test(protocol) && !isPublic) throw malformed('BUTTON_URL_INVALID');
}

function parseUrl(url: string): URL {
  try {
    return new URL(url);
  } catch {
    throw malformed('BUTTON_URL_INVALID');
  }
}

function checkSecureUrl(url: string, name: string): void {
  const link = checkLink(url);
  const problem = link.ok ? 'Only HTTPS links are allowed' : link.problem;
  if (!url.toLowerCase().startsWith('https://') || !link.ok) {
    throw malformed(`inline keyboard button ${name} URL '${url}' is invalid: ${problem}`);
  }
}

function keep(button: InlineKeyboardButton): InlineKeyboardButton {
  if (!('url' in button)) return button;
  const link = checkLink(button.url);
  return link.ok ? { ...button, url: link.url } : button;
}
