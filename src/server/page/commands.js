// The list of commands over the message field: opened by its button or by typing "/".
// Arrow keys walk through it, Escape leads back to the field.

import { make } from './dom.js';

/** @typedef {import('./server.js').Command} Command */

/**
 * @param {{ field: HTMLTextAreaElement, button: HTMLElement, list: HTMLElement, onChoose: (text: string) => void }} parts
 */
export function createCommandList({ field, button, list, onChoose }) {
  /** @type {readonly Command[]} */
  let commands = [];

  const close = () => toggle(list, button, false);
  /** @param {string} start what the commands must start with */
  const open = (start) => {
    const fitting = commands.filter(({ command }) => `/${command}`.startsWith(start));
    list.replaceChildren(...fitting.map((command) => makeItem(command, choose)));
    toggle(list, button, fitting.length > 0);
  };
  /** @param {string} text */
  const choose = (text) => {
    close();
    field.focus();
    onChoose(text);
  };

  button.addEventListener('click', () => {
    if (!list.hidden) return close();
    open('/');
    focusItem(list, 0);
  });
  field.addEventListener('input', () => {
    if (/^\/\S*$/.test(field.value)) open(field.value.toLowerCase());
    else close();
  });
  field.addEventListener('keydown', (event) => {
    if (list.hidden || !isWalking(event.key)) return;
    event.preventDefault();
    if (event.key === 'Escape') close();
    else focusItem(list, event.key === 'ArrowDown' ? 0 : -1);
  });
  list.addEventListener('keydown', (event) => {
    if (!isWalking(event.key)) return;
    event.preventDefault();
    if (event.key === 'Escape') {
      close();
      field.focus();
    } else {
      focusItem(list, indexOfFocus(list) + (event.key === 'ArrowDown' ? 1 : -1));
    }
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Node && ![field, button, list].some((part) => part.contains(target))) close();
  });

  return {
    /** @param {readonly Command[]} given */
    set: (given) => {
      commands = given;
      close();
    },
    close,
  };
}

/**
 * @param {Command} command
 * @param {(text: string) => void} onChoose
 */
function makeItem({ command, description }, onChoose) {
  const button = make(
    'button',
    { type: 'button' },
    make('b', {}, `/${command}`),
    make('span', {}, description),
  );
  button.addEventListener('click', () => onChoose(`/${command}`));
  return make('li', {}, button);
}

/**
 * @param {HTMLElement} list
 * @param {HTMLElement} button
 * @param {boolean} open
 */
function toggle(list, button, open) {
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
