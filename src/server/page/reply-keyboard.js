// The keyboard beside the message field, which the bot shows and takes away: its buttons answer in one's stead.

import { make, makeIcon } from './dom.js';
import { guessLanguage } from './message-language.js';

/** @typedef {import('../preview-chat.ts').PreviewReplyKeyboard} ReplyKeyboard */
/** @typedef {import('../preview-chat.ts').PreviewReplyButton} ReplyButton */
/**
 * @typedef {object} ReplyKeyboardContext
 * @property {import('./strings.js').Strings} strings
 * @property {string} language of the page
 */
/**
 * @typedef {object} ReplyKeyboardParts
 * @property {HTMLElement} place the group that holds the buttons
 * @property {HTMLTextAreaElement} field the message field
 * @property {(text: string) => void} onSay
 * @property {() => void} onShareContact
 */

/**
 * Makes the keyboard; there are no buttons until some are shown.
 * @param {ReplyKeyboardParts} parts
 */
export function createReplyKeyboard({ place, field, onSay, onShareContact }) {
  let shown = '';
  /** @param {ReplyButton} button */
  const use = ({ text, asksContact }) => {
    // The buttons may go with the answer: who used one goes on in the field.
    field.focus();
    if (asksContact) onShareContact();
    else onSay(text);
  };
  return {
    /**
     * Shows this keyboard, or none, in place of the one before.
     * @param {ReplyKeyboard | undefined} keyboard
     * @param {ReplyKeyboardContext} context
     */
    show(keyboard, context) {
      field.placeholder = keyboard?.placeholder ?? context.strings.field;
      place.hidden = keyboard === undefined;
      const signature = JSON.stringify([context.language, keyboard?.rows]);
      if (signature === shown) return;
      shown = signature;
      if (place.contains(document.activeElement)) field.focus();
      place.replaceChildren(...(keyboard?.rows ?? []).map((row) => makeRow(row, context, use)));
    },
  };
}

/**
 * @param {readonly ReplyButton[]} buttons
 * @param {ReplyKeyboardContext} context
 * @param {(button: ReplyButton) => void} onUse
 */
function makeRow(buttons, context, onUse) {
  const keys = buttons.map((button) => {
    const key = makeKey(button, context);
    key.addEventListener('click', () => onUse(button));
    return key;
  });
  return make('div', { class: 'keyboard-row' }, ...keys);
}

/**
 * @param {ReplyButton} button
 * @param {ReplyKeyboardContext} context
 */
function makeKey({ text, asksContact }, { strings, language }) {
  const key = make('button', { type: 'button', class: 'key', lang: guessLanguage(text, language) }, text);
  if (asksContact) {
    key.append(
      makeIcon('phone'),
      make('span', { class: 'visually-hidden', lang: language }, ` (${strings.sharesContact})`),
    );
  }
  return key;
}
