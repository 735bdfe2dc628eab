// The list of commands over the message field: opened by its button or by typing "/".
// Arrow keys walk through it, Escape leads back to the field.

import { make } from './dom.js';

/** @typedef {import('./server.js').Command} Command */

/**
 * @typedef {object} Parts
 * @property {HTMLTextAreaElement} field
 * @property {HTMLElement} button
 * @property {HTMLElement} list
 * @property {(text: string) => void} onChoose
 */

/**
 * @param {Parts} parts
 */
export function createCommandList(parts) {
  const { field, button, list } = parts;
  /** @type {readonly Command[]} */
  let commands = [];

  /** @param {string} start what the commands must start with */
  const open = (start) => {
    const fitting = commands.filter(({ command }) => `/${command}`.startsWith(start));
    list.replaceChildren(...fitting.map((command) => makeItem(command, parts)));
    toggle(parts, fitting.length > 0);
  };

  button.addEventListener('click', () => {
    if (!list.hidden) return toggle(parts, false);
    open('/');
    focusItem(list, 0);
  });
  field.addEventListener('input', () => {
    if (/^\/\S*$/.test(field.value)) open(field.value.toLowerCase());
    else toggle(parts, false);
  });
  listenToKeys(parts);
  document.addEventListener('pointerdown', ({ target }) => {
    const isOutside = target instanceof Node && ![field, button, list].some((part) => part.contains(target));
    if (isOutside) toggle(parts, false);
  });

  return {
    /** @param {readonly Command[]} given */
    set: (given) => {
      commands = given;
      toggle(parts, false);
    },
  };
}

/** @param {Parts} parts */
function listenToKeys(parts) {
  const { field, list } = parts;
  field.addEventListener('keydown', (event) => {
    if (list.hidden || !isWalking(event.key)) return;
    event.preventDefault();
    if (event.key === 'Escape') toggle(parts, false);
    else focusItem(list, event.key === 'ArrowDown' ? 0 : -1);
  });
  list.addEventListener('keydown', (event) => {
    if (!isWalking(event.key)) return;
    event.preventDefault();
    if (event.key !== 'Escape')
      return focusItem(list, indexOfFocus(list) + (event.key === 'ArrowDown' ? 1 : -1));
    toggle(parts, false);
    field.focus();
  });
}

/**
 * @param {Command} command
 * @param {Parts} parts
 */
function makeItem({ command, description }, parts) {
  const button = make(
    'button',
    { type: 'button' },
    make('b', {}, `/${command}`),
    make('span', {}, description),
  );
  button.addEventListener('click', () => {
    toggle(parts, false);
    parts.field.focus();
    parts.onChoose(`/${command}`);
  });
  return make('li', {}, button);
}

/**
 * @param {Parts} parts
 * @param {boolean} open
 */
function toggle({ list, button }, open) {
  list.hidden = !open;
  button.setAttribute('aria-expanded', String(open));
}

/** @param {string} key */
function isWalking(key) {
  return key === 'ArrowDown' || key === 'ArrowUp' || key === 'Escape';
}

/** @param {HTMLElement} list */
function indexOfFocus(list) {
  return [...list.children].findIndex((item) => item.contains(document.activeElement));
}

/**
 * @param {HTMLElement} list
 * @param {number} index counted round: -1 is the last
 */
function focusItem(list, index) {
  const buttons = [...list.querySelectorAll('button')];
  buttons.at(index % buttons.length)?.focus();
}
