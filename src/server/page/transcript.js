// The messages on the page. Only what changed is built anew, so that an edit happens in place,
// the keyboard's focus stays where it was, and a screen reader reads only what is new.

import { make } from './dom.js';
import { makeMessage } from './message.js';

/** @typedef {import('./message.js').ShownMessage} ShownMessage */
/** @typedef {import('./message.js').MessageContext} MessageContext */
/** @typedef {{ key: string, signature: string, build: () => HTMLElement }} Item */

/**
 * Makes the transcript.
 * @param {HTMLElement} log the element with role=log
 * @param {HTMLElement} scroller the element that scrolls around it
 */
export function createTranscript(log, scroller) {
  /** @type {Map<string, { signature: string, element: HTMLElement }>} */
  const shown = new Map();

  /** @param {Item} item */
  const place = ({ key, signature, build }) => {
    const before = shown.get(key);
    if (before?.signature === signature || isBeingEdited(before?.element)) return undefined;
    const element = build();
    if (before) replaceKeepingFocus(before.element, element);
    shown.set(key, { signature, element });
    return element;
  };

  return {
    /**
     * Shows these messages in place of those shown before.
     * @param {readonly ShownMessage[]} messages
     * @param {MessageContext} context
     */
    show(messages, context) {
      const items = listItems(messages, context);
      removeOthers(shown, items, scroller);
      let latest;
      for (const [index, item] of items.entries()) {
        latest = place(item) ?? latest;
        const element = shown.get(item.key)?.element;
        if (element && log.children[index] !== element)
          log.insertBefore(element, log.children[index] ?? null);
      }
      if (latest) bringIntoView(latest, scroller);
    },
    /** Takes all messages away without a word, because others are to be read from the start. */
    clear() {
      shown.clear();
      log.replaceChildren();
      log.setAttribute('aria-live', 'off');
      setTimeout(() => log.setAttribute('aria-live', 'polite'), 500);
    },
    /**
     * Shows that a button's press is on its way, or that it is over.
     * @param {number} id of the message
     * @param {string} data of the button
     * @param {'pressed' | 'free'} state
     */
    markButton(id, data, state) {
      const key = findKey(shown.get(`message-${id}`)?.element, data);
      key?.setAttribute('aria-busy', String(state === 'pressed'));
    },
  };
}

/**
 * @param {readonly ShownMessage[]} messages
 * @param {MessageContext} context
 * @returns {Item[]}
 */
function listItems(messages, context) {
  /** @type {Item[]} */
  const items = [];
  let lastDay = '';
  for (const message of messages) {
    const day = new Date(message.date * 1000).toDateString();
    if (day !== lastDay) items.push(dayItem(message.date, context.language));
    lastDay = day;
    items.push({
      key: `message-${message.id}`,
      signature: JSON.stringify([context.language, message]),
      build: () => makeMessage(message, context),
    });
  }
  return items;
}

/**
 * @param {number} date in Unix seconds
 * @param {string} language
 * @returns {Item}
 */
function dayItem(date, language) {
  const text = describeDay(new Date(date * 1000), new Date(), language);
  return {
    key: `day-${new Date(date * 1000).toDateString()}`,
    signature: text,
    build: () => make('p', { class: 'day' }, make('span', {}, text)),
  };
}

/**
 * @param {Date} day
 * @param {Date} now
 * @param {string} language
 */
function describeDay(day, now, language) {
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  const daysAgo = Math.round((midnight - new Date(day).setHours(0, 0, 0, 0)) / 86_400_000);
  if (daysAgo > 1) return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long' }).format(day);
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-daysAgo, 'day');
}

/**
 * @param {Map<string, { element: HTMLElement }>} shown
 * @param {readonly Item[]} items
 * @param {HTMLElement} scroller gets the focus of an element that goes
 */
function removeOthers(shown, items, scroller) {
  const wanted = new Set(items.map(({ key }) => key));
  for (const [key, { element }] of shown) {
    if (wanted.has(key)) continue;
    if (element.contains(document.activeElement)) scroller.focus();
    element.remove();
    shown.delete(key);
  }
}

/** @param {HTMLElement | undefined} element */
function isBeingEdited(element) {
  return element?.querySelector('.editor') != null;
}

/**
 * @param {HTMLElement} before
 * @param {HTMLElement} after
 */
function replaceKeepingFocus(before, after) {
  const focused = before.contains(document.activeElement) ? document.activeElement : undefined;
  before.replaceWith(after);
  if (!(focused instanceof HTMLElement)) return;
  const same = findKey(after, focused.dataset.key);
  // A button that is gone leaves the focus on its message: the next Tab reaches the new buttons.
  (same ?? after).focus({ preventScroll: true });
}

/**
 * @param {HTMLElement | undefined} message
 * @param {string | undefined} key
 */
function findKey(message, key) {
  for (const button of message?.querySelectorAll('button') ?? []) {
    if (key !== undefined && button.dataset.key === key) return button;
  }
  return undefined;
}

/**
 * Scrolls to the message's end, but never past its beginning: people read from there.
 * @param {HTMLElement} element
 * @param {HTMLElement} scroller
 */
function bringIntoView(element, scroller) {
  const outside = scroller.getBoundingClientRect();
  const inside = element.getBoundingClientRect();
  const margin = 16;
  const toEnd = inside.bottom - outside.bottom + margin;
  const toBeginning = inside.top - outside.top - margin;
  if (toEnd > 0 || toBeginning < 0) scroller.scrollBy({ top: Math.min(toEnd, toBeginning) });
}
