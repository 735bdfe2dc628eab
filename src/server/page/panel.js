// The side panel: who is writing, and in which language their Telegram is.
// On a phone it is a menu under the header that closes by Escape, by a choice, or by a tap beside it.

import { make } from './dom.js';
import { LANGUAGE_NAMES } from './strings.js';

/** @typedef {import('./server.js').Person} Person */

/**
 * Fills the switcher of people.
 * @param {HTMLElement} place
 * @param {readonly Person[]} people
 * @param {(person: Person) => void} onChoose
 */
export function showPeople(place, people, onChoose) {
  place.replaceChildren(
    ...people.map((person) => {
      const face = make('span', { class: 'face', 'aria-hidden': 'true' }, person.name.slice(0, 1));
      const option = makeOption('person', String(person.id), () => onChoose(person));
      option.append(face, make('span', {}, person.name));
      return option;
    }),
  );
}

/**
 * Fills the switcher of languages: the bot's, and the person's own where it is another.
 * @param {HTMLElement} place
 * @param {string} ownLanguage the person's language code to begin with
 * @param {(code: string) => void} onChoose
 */
export function showLanguages(place, ownLanguage, onChoose) {
  /** @type {Map<string, string>} */
  const names = new Map(Object.entries(LANGUAGE_NAMES));
  if (!names.has(ownLanguage)) names.set(ownLanguage, nameOfLanguage(ownLanguage));
  place.replaceChildren(
    ...[...names].map(([code, name]) => {
      const option = makeOption('language', code, () => onChoose(code));
      option.append(make('span', { lang: code }, name));
      return option;
    }),
  );
}

/**
 * Marks one option of a switcher as chosen.
 * @param {HTMLElement} place
 * @param {string} value
 */
export function checkOption(place, value) {
  for (const input of place.querySelectorAll('input')) input.checked = input.value === value;
}

/**
 * @param {string} name of the group
 * @param {string} value
 * @param {() => void} onChoose
 */
function makeOption(name, value, onChoose) {
  const input = make('input', { type: 'radio', name, value });
  input.addEventListener('change', onChoose);
  return make('label', { class: 'option' }, input);
}

/** @param {string} code */
function nameOfLanguage(code) {
  try {
    return new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/**
 * Makes the panel a menu, as phones see it.
 * @param {HTMLElement} panel
 * @param {HTMLElement} button
 */
export function makeMenu(panel, button) {
  /** @param {boolean} open */
  const toggle = (open) => {
    panel.classList.toggle('open', open);
    button.setAttribute('aria-expanded', String(open));
  };
  const isOpen = () => panel.classList.contains('open');

  button.addEventListener('click', () => {
    toggle(!isOpen());
    const chosen = panel.querySelector('input:checked');
    if (isOpen() && chosen instanceof HTMLElement) chosen.focus();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !isOpen()) return;
    toggle(false);
    button.focus();
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Node && !panel.contains(target) && !button.contains(target)) toggle(false);
  });
  // By the arrow keys one walks through the options, so only a tap ends the choice.
  panel.addEventListener('pointerup', ({ target }) => {
    const chosen = target instanceof Element && target.closest('label, button');
    if (chosen) setTimeout(() => toggle(false));
  });
}
