// The messages on the page. Only what changed is built anew, so that an edit happens in place,
// the keyboard's focus stays where it was, and a screen reader reads only what is new.

import { make } from './dom.js';
import { makeMessage } from './message.js';
import { openShortQuotations } from './telegram-html.js';

/** @typedef {import('./message.js').ShownMessage} ShownMessage */
/** @typedef {import('./message.js').MessageContext} MessageContext */
/** @typedef {{ key: string, signature: string, build: () => HTMLElement }} Item */

/** @typedef {Map<string, { signature: string, element: HTMLElement }>} Shown */

/**
 * Makes the transcript.
 * @param {HTMLElement} log the element with role=log
 * @param {HTMLElement} scroller the element that scrolls around it
 */
export function createTranscript(log, scroller) {
  /** @type {Shown} */
  const shown = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let speaking;

  return {
    /**
     * Shows these messages in place of those shown before.
     * @param {readonly ShownMessage[]} messages
     * @param {MessageContext} context
     */
    show(messages, context) {
      const items = listItems(messages, context);
      removeOthers(shown, items, scroller);
      const latest = placeItems(shown, items, log);
      if (latest) bringIntoView(latest, scroller);
      // Screen readers look at the log a moment later.
      clearTimeout(speaking);
      speaking = setTimeout(() => log.setAttribute('aria-live', 'polite'), 200);
    },
    /** Takes all messages away; those shown next are another chat's and are not read out. */
    clear() {
      clearTimeout(speaking);
      shown.clear();
      log.replaceChildren();
      log.setAttribute('aria-live', 'off');
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
 * @param {Shown} shown
 * @param {readonly Item[]} items
 * @param {HTMLElement} log
 * @returns {HTMLElement | undefined} the last element that is new or changed
 */
function placeItems(shown, items, log) {
  let latest;
  for (const [index, { key, signature, build }] of items.entries()) {
    const before = shown.get(key);
    if (before?.signature === signature || isBeingEdited(before?.element)) continue;
    latest = build();
    if (before) replaceKeepingFocus(before.element, latest);
    else log.insertBefore(latest, log.children[index] ?? null);
    openShortQuotations(latest);
    shown.set(key, { signature, element: latest });
  }
  return latest;
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
    if (day !== lastDay) items.push(dayItem(message.date, context));
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
 * @param {MessageContext} context
 * @returns {Item}
 */
function dayItem(date, { strings }) {
  const text = describeDay(new Date(date * 1000), new Date(), strings);
  return {
    key: `day-${new Date(date * 1000).toDateString()}`,
    signature: text,
    build: () => make('p', { class: 'day' }, make('span', {}, text)),
  };
}

/**
 * @param {Date} day
 * @param {Date} now
 * @param {MessageContext['strings']} strings
 */
function describeDay(day, now, strings) {
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  const daysAgo = Math.round((midnight - new Date(day).setHours(0, 0, 0, 0)) / 86_400_000);
  if (daysAgo === 0) return strings.today;
  if (daysAgo === 1) return strings.yesterday;
  // In figures, because browsers don't know the names of the months in Kazakh.
  return new Intl.DateTimeFormat('ru', { day: '2-digit', month: '2-digit', year: 'numeric' }).format(day);
}

/**
 * @param {Shown} shown
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
