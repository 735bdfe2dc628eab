// One message as an element: bubble with text, picture or place, and the keyboard under it.
// It is built anew whenever the message changes; transcript.js puts it in its place.

import { make, makeIcon } from './dom.js';
import { makeEditor } from './editor.js';
import { guessLanguage } from './message-language.js';
import { renderTelegramHtml, safeAddress } from './telegram-html.js';

/** @typedef {import('../preview-chat.ts').PreviewMessage} Message */
/** @typedef {import('../preview-chat.ts').PreviewButton} Button */
/**
 * A message on the page; one that the server hasn't confirmed yet is `unsent`.
 * @typedef {Message & { readonly unsent?: boolean }} ShownMessage
 */
/**
 * @typedef {object} MessageContext
 * @property {import('./strings.js').Strings} strings
 * @property {string} language of the page
 * @property {(message: ShownMessage, data: string) => void} onPress
 * @property {(message: ShownMessage, text: string) => void} onEdit
 * @property {(command: string) => void} onCommand
 */

/**
 * @param {ShownMessage} message
 * @param {MessageContext} context
 * @returns {HTMLElement}
 */
export function makeMessage(message, context) {
  // What is unsent is read out once the server has it, together with the answer.
  const state = message.unsent
    ? { class: `message ${message.from} unsent`, 'aria-hidden': 'true' }
    : undefined;
  const element = make('article', state ?? { class: `message ${message.from}`, tabindex: '-1' });
  element.append(makeBubble(message, context));
  if (message.keyboard?.length) element.append(makeKeyboard(message, context));
  return element;
}

/**
 * @param {ShownMessage} message
 * @param {MessageContext} context
 */
function makeBubble(message, context) {
  const { strings } = context;
  const bubble = make('div', { class: 'bubble' });
  const author = message.from === 'bot' ? strings.name : strings.you;
  bubble.append(make('span', { class: 'visually-hidden' }, `${author}: `));
  const text = makeText(message, context);
  if (message.picture) bubble.append(makePicture(message.picture.file, text?.textContent || strings.picture));
  if (message.document) bubble.append(makeDocument(message.document, context));
  if (message.contact) bubble.append(makeContact(message.contact, context));
  if (message.venue) bubble.append(makeVenue(message.venue, context));
  if (text) bubble.append(text);
  bubble.append(makeFooter(message, context, text));
  return bubble;
}

/**
 * @param {ShownMessage} message
 * @param {MessageContext} context
 */
function makeText(message, context) {
  if (!message.html && !message.text) return undefined;
  const text = make('div', { class: 'text' });
  text.append(message.html ? renderTelegramHtml(message.html, context) : (message.text ?? ''));
  text.lang = guessLanguage(text.textContent ?? '', context.language);
  return text;
}

/**
 * @param {string} file
 * @param {string} description
 */
function makePicture(file, description) {
  const address = `/preview/files/${encodeURIComponent(file)}`;
  const image = make('img', { src: address, alt: description });
  return make('a', { class: 'picture', href: address, target: '_blank', rel: 'noopener' }, image);
}

/**
 * @param {NonNullable<Message['document']>} document
 * @param {MessageContext} context
 */
function makeDocument({ file, name, bytes }, { strings, language }) {
  const href = `/preview/files/${encodeURIComponent(file)}`;
  const size = describeSize(bytes, language);
  const link = make('a', { class: 'attachment', href, download: name });
  link.append(
    make('span', { class: 'attachment-icon', 'aria-hidden': 'true' }, makeIcon('file')),
    make(
      'span',
      { class: 'attachment-text' },
      make('strong', {}, name),
      make('span', {}, `${strings.download} · ${size}`),
    ),
  );
  return link;
}

/**
 * @param {number} bytes
 * @param {string} language of the page
 */
function describeSize(bytes, language) {
  const units = language === 'en' ? ['B', 'KB', 'MB'] : ['Б', 'КБ', 'МБ'];
  const power = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), units.length - 1);
  // Kazakh figures are written as Russian ones; browsers don't know all of Kazakh.
  const figure = new Intl.NumberFormat(language === 'en' ? 'en' : 'ru', { maximumFractionDigits: 1 });
  return `${figure.format(bytes / 1024 ** power)} ${units[power]}`;
}

/**
 * @param {NonNullable<Message['contact']>} contact
 * @param {MessageContext} context
 */
function makeContact({ name, phone }, { strings }) {
  const contact = make('div', { class: 'attachment' });
  contact.append(
    make('span', { class: 'attachment-icon', 'aria-hidden': 'true' }, makeIcon('phone')),
    make(
      'span',
      { class: 'attachment-text' },
      make('span', { class: 'visually-hidden' }, `${strings.contact}: `),
      make('strong', {}, name),
      make('span', {}, `+${phone}`),
    ),
  );
  return contact;
}

/**
 * @param {NonNullable<Message['venue']>} venue
 * @param {MessageContext} context
 */
function makeVenue({ title, address, latitude, longitude }, { strings, language }) {
  const href = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=12/${latitude}/${longitude}`;
  const text = make('div', { class: 'venue-text' });
  text.lang = guessLanguage(`${title} ${address}`, language);
  text.append(make('strong', {}, title), make('span', {}, address));
  text.append(make('span', { class: 'coordinates' }, `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`));
  const link = make('a', { href, target: '_blank', rel: 'noopener noreferrer' }, strings.openMap);
  const pin = make('div', { class: 'venue-map', 'aria-hidden': 'true' }, makeIcon('pin'));
  return make('div', { class: 'venue' }, pin, text, link);
}

/**
 * @param {ShownMessage} message
 * @param {MessageContext} context
 * @param {HTMLElement | undefined} text
 */
function makeFooter(message, context, text) {
  const { strings } = context;
  const sent = new Date(message.date * 1000);
  const time = new Intl.DateTimeFormat('ru', { hour: '2-digit', minute: '2-digit' }).format(sent);
  const footer = make('div', { class: 'footer' });
  if (message.from === 'person' && !message.unsent && text) {
    footer.append(makePencil(message, context, text));
  }
  if (message.edited) footer.append(make('span', { class: 'edited' }, strings.edited));
  footer.append(make('time', { datetime: sent.toISOString() }, time));
  return footer;
}

/**
 * @param {ShownMessage} message
 * @param {MessageContext} context
 * @param {HTMLElement} text
 */
function makePencil(message, { strings, onEdit }, text) {
  const pencil = make('button', {
    type: 'button',
    class: 'pencil',
    'aria-label': strings.edit,
    'data-key': 'edit',
  });
  pencil.append(makeIcon('pencil'));
  pencil.addEventListener('click', () => {
    const editor = makeEditor(message.text ?? '', strings, (changed) => {
      editor.replaceWith(text);
      pencil.hidden = false;
      pencil.focus();
      if (changed !== undefined) onEdit(message, changed);
    });
    pencil.hidden = true;
    text.replaceWith(editor);
    editor.querySelector('textarea')?.focus();
  });
  return pencil;
}

/**
 * @param {ShownMessage} message
 * @param {MessageContext} context
 */
function makeKeyboard(message, context) {
  const keyboard = make('div', { class: 'keyboard' });
  for (const buttons of message.keyboard ?? []) {
    keyboard.append(
      make('div', { class: 'keyboard-row' }, ...buttons.map((button) => makeKey(button, message, context))),
    );
  }
  return keyboard;
}

/**
 * @param {Button} button
 * @param {ShownMessage} message
 * @param {MessageContext} context
 */
function makeKey({ text, data, url }, message, { language, onPress }) {
  const lang = guessLanguage(text, language);
  const address = safeAddress(url);
  if (address !== undefined) {
    const link = make(
      'a',
      { class: 'key', href: address, target: '_blank', rel: 'noopener noreferrer', lang },
      text,
    );
    link.append(makeIcon('out'));
    return link;
  }
  const key = make('button', { type: 'button', class: 'key', lang }, text);
  key.disabled = data === undefined;
  if (data !== undefined) {
    key.dataset.key = data;
    key.addEventListener('click', () => onPress(message, data));
  }
  return key;
}
