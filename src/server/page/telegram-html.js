// Telegram HTML → DOM, by copying what is on the list and nothing else.
// Parsed text runs no script: https://developer.mozilla.org/docs/Web/API/DOMParser/parseFromString
// The tags: https://core.telegram.org/bots/api#html-style

import { make } from './dom.js';

/**
 * @typedef {object} RenderOptions
 * @property {import('./strings.js').Strings} strings
 * @property {(command: string) => void} onCommand called when a /command in the text is pressed
 */

/** Telegram's tag → ours. Other tags vanish, their text stays. */
const TAGS = /** @type {const} */ ({
  b: 'strong',
  strong: 'strong',
  i: 'em',
  em: 'em',
  u: 'u',
  ins: 'u',
  s: 's',
  strike: 's',
  del: 's',
  code: 'code',
  pre: 'pre',
});

/** Tags whose content is no text for people. */
const SILENT_TAGS = new Set(['script', 'style', 'template', 'iframe', 'object', 'svg', 'math', 'noscript']);

const LINK_PROTOCOLS = new Set(['http:', 'https:', 'tg:', 'mailto:', 'tel:']);

/** An address, or a command at the start of a word: both become pressable in Telegram as well. */
const PRESSABLE = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]»]|(?<![^\s(«“])\/[a-z][a-z0-9_]{0,31}(?![\w/])/g;

/** Elements in which Telegram leaves text as it is. */
const PLAIN_INSIDE = 'a, code, pre';

/**
 * Renders a message's HTML.
 * @param {string} html
 * @param {RenderOptions} options
 * @returns {DocumentFragment}
 */
export function renderTelegramHtml(html, options) {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const fragment = document.createDocumentFragment();
  copyChildren(parsed.body, fragment, options);
  return fragment;
}

/**
 * The address if people may be led there, else nothing.
 * @param {string | null | undefined} address
 * @returns {string | undefined}
 */
export function safeAddress(address) {
  if (!address || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  return LINK_PROTOCOLS.has(url.protocol) ? url.href : undefined;
}

/**
 * @param {Node} from
 * @param {Element | DocumentFragment} to
 * @param {RenderOptions} options
 */
function copyChildren(from, to, options) {
  for (const child of from.childNodes) {
    if (child instanceof Text) to.append(...copyText(child, options));
    else if (child instanceof Element) copyElement(child, to, options);
  }
}

/**
 * @param {Element} element
 * @param {Element | DocumentFragment} to
 * @param {RenderOptions} options
 */
function copyElement(element, to, options) {
  const name = element.localName;
  if (SILENT_TAGS.has(name)) return;
  const copy = makeCopy(element, name, options);
  copyChildren(element, copy ?? to, options);
  if (copy === undefined) return;
  to.append(copy);
  if (copy.classList.contains('folded')) to.append(makeUnfolder(copy, options));
}

/**
 * @param {Element} element
 * @param {string} name
 * @param {RenderOptions} options
 * @returns {HTMLElement | undefined} nothing when only the element's content is wanted
 */
function makeCopy(element, name, options) {
  if (name === 'a') return makeLink(element.getAttribute('href'));
  if (name === 'blockquote') {
    return make('blockquote', element.hasAttribute('expandable') ? { class: 'folded' } : {});
  }
  if (name === 'tg-spoiler' || (name === 'span' && element.classList.contains('tg-spoiler'))) {
    return makeSpoiler(options);
  }
  const tag = Object.entries(TAGS).find(([telegram]) => telegram === name)?.[1];
  return tag && make(tag);
}

/** @param {string | null} href */
function makeLink(href) {
  const address = safeAddress(href);
  if (address === undefined) return undefined;
  return make('a', { href: address, target: '_blank', rel: 'noopener noreferrer' });
}

/** @param {RenderOptions} options */
function makeSpoiler({ strings }) {
  const spoiler = make('span', {
    class: 'spoiler',
    role: 'button',
    tabindex: '0',
    'aria-label': strings.spoiler,
  });
  const reveal = () => {
    spoiler.className = '';
    for (const name of ['role', 'tabindex', 'aria-label']) spoiler.removeAttribute(name);
  };
  spoiler.addEventListener('click', reveal);
  spoiler.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    reveal();
  });
  return spoiler;
}

/**
 * @param {HTMLElement} quote
 * @param {RenderOptions} options
 */
function makeUnfolder(quote, { strings }) {
  const button = make('button', { type: 'button', class: 'unfold', 'aria-expanded': 'false' }, strings.more);
  /** @param {boolean} folded */
  const fold = (folded) => {
    quote.classList.toggle('folded', folded);
    button.textContent = folded ? strings.more : strings.less;
    button.setAttribute('aria-expanded', String(!folded));
  };
  button.addEventListener('click', () => fold(!quote.classList.contains('folded')));
  // Who tabs to a link in the folded part must see it.
  quote.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element && target.matches(':focus-visible')) fold(false);
  });
  return button;
}

/**
 * Opens the quotations that are short enough to be seen whole; call it when they are on the page.
 * @param {HTMLElement} element what was rendered
 */
export function openShortQuotations(element) {
  for (const quote of element.querySelectorAll('.folded')) {
    if (quote.scrollHeight > quote.clientHeight + 1) continue;
    quote.classList.remove('folded');
    quote.nextElementSibling?.remove();
  }
}

/**
 * @param {Text} node
 * @param {RenderOptions} options
 * @returns {(Node | string)[]}
 */
function copyText(node, { onCommand }) {
  const text = afterBlock(node) ? node.data.replace(/^\n/, '') : node.data;
  if (node.parentElement?.closest(PLAIN_INSIDE)) return [text];
  const pieces = [];
  let end = 0;
  for (const match of text.matchAll(PRESSABLE)) {
    pieces.push(text.slice(end, match.index), makePressable(match[0], onCommand));
    end = match.index + match[0].length;
  }
  return [...pieces, text.slice(end)];
}

/**
 * A block ends its line by itself, so a line break right after it would leave an empty line.
 * @param {Text} node
 */
function afterBlock(node) {
  return node.previousSibling instanceof Element && node.previousSibling.matches('pre, blockquote');
}

/**
 * @param {string} found
 * @param {(command: string) => void} onCommand
 */
function makePressable(found, onCommand) {
  if (!found.startsWith('/')) {
    const link = makeLink(found);
    link?.append(found);
    return link ?? found;
  }
  const button = make('button', { type: 'button', class: 'command' }, found);
  button.addEventListener('click', () => onCommand(found));
  return button;
}
