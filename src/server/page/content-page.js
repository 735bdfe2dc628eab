// What the content pages share: the page's language, its header, notices, problems as links into the editor.

import { ContentRefusal, listenForNews } from './content-server.js';
import { CONTENT_STRINGS, fill } from './content-words.js';
import { find, make } from './dom.js';
import { ServerGone } from './server.js';
import { loadSettings, saveSettings } from './settings.js';
import { LANGUAGE_NAMES, labelPage, pageLanguageOf } from './strings.js';

/** @typedef {import('./content-words.js').PageLanguage} PageLanguage */
/** @typedef {import('./content-words.js').ContentStrings} ContentStrings */
/** @typedef {import('./content-server.js').Problem} Problem */
/** @typedef {{ strings: ContentStrings, language: PageLanguage }} Speech */
/**
 * @typedef {object} PageParts
 * @property {(speech: Speech) => void} show draws what is known, in the page's language
 * @property {() => Promise<void>} refresh reads anew what the page shows
 */

/**
 * Sets a page up: language, header, and a refresh whenever content has changed.
 * @param {PageParts} parts
 */
export function createPage({ show, refresh }) {
  const settings = loadSettings();
  let language = pageLanguageOf(settings.page ?? navigator.language);
  /** @type {string | undefined} */
  let stamp;
  const gone = find('gone', HTMLElement);

  const speech = () => ({ strings: CONTENT_STRINGS[language], language });
  const draw = () => {
    document.documentElement.lang = language;
    labelPage(CONTENT_STRINGS[language]);
    keepFocus(() => show(speech()));
  };
  /** @param {() => Promise<void>} task */
  const reaching = async (task) => {
    try {
      await task();
      gone.hidden = true;
    } catch (error) {
      if (!(error instanceof ServerGone)) throw error;
      gone.hidden = false;
    }
  };
  const read = () =>
    reaching(async () => {
      await refresh();
      draw();
    });

  makeLanguageChoice(language, (chosen) => {
    language = chosen;
    saveSettings(Object.assign(settings, { page: chosen }));
    draw();
  });
  find('retry', HTMLElement).addEventListener('click', read);
  draw();
  read();
  listenForNews(
    (news) => {
      gone.hidden = true;
      const isNew = stamp !== undefined && stamp !== news.stamp;
      stamp = news.stamp;
      if (isNew) read();
    },
    () => {
      gone.hidden = false;
    },
  );
  return { speech, draw, reaching };
}

/**
 * Who walks through the page by keyboard stays where they are while it is drawn anew.
 * @param {() => void} draw
 */
function keepFocus(draw) {
  const focused = document.activeElement;
  draw();
  if (!(focused instanceof HTMLElement) || focused.isConnected) return;
  const isSame = (/** @type {HTMLElement} */ other) =>
    focused.hasAttribute('href')
      ? other.getAttribute('href') === focused.getAttribute('href')
      : other.textContent === focused.textContent;
  for (const other of document.querySelectorAll(focused.localName)) {
    if (!(other instanceof HTMLElement) || !isSame(other)) continue;
    other.focus({ preventScroll: true });
    // The same link may stand in a folded part too, where it takes no focus.
    if (document.activeElement === other) return;
  }
}

/**
 * @param {PageLanguage} chosen
 * @param {(language: PageLanguage) => void} onChoose
 */
function makeLanguageChoice(chosen, onChoose) {
  const choice = find('page-language', HTMLSelectElement);
  for (const [code, name] of Object.entries(LANGUAGE_NAMES)) {
    choice.append(make('option', { value: code, lang: code }, name));
  }
  choice.value = chosen;
  choice.addEventListener('change', () => onChoose(pageLanguageOf(choice.value)));
}

/**
 * The address of a file in the editor.
 * @param {string} path
 * @param {number} [line] from 1
 */
export function fileAddress(path, line) {
  return `/content/files/${path}${line === undefined ? '' : `?line=${line}`}`;
}

/**
 * The address of an answer's page.
 * @param {string} id
 */
export function answerAddress(id) {
  return `/content/answers/${id}`;
}

/**
 * Makes what the check says of a file, with a link to the place.
 * @param {Problem} problem
 */
export function makeProblem({ file, path, line, message, remedy }) {
  const place = line === undefined ? file : `${file}:${line}`;
  const name =
    path === undefined
      ? make('span', { class: 'place' }, place)
      : make('a', { class: 'place', href: fileAddress(path, line) }, place);
  return make('li', {}, name, ' ', make('span', { lang: 'en' }, `${message} ${remedy}`));
}

/**
 * Makes the list of what the check says; nothing when it says nothing.
 * @param {readonly Problem[]} problems
 */
export function makeProblems(problems) {
  return problems.length === 0 ? [] : [make('ul', { class: 'problems' }, ...problems.map(makeProblem))];
}

/**
 * What to tell of a refusal.
 * @param {unknown} error
 * @param {ContentStrings} strings
 */
export function describeRefusal(error, strings) {
  if (!(error instanceof ContentRefusal)) throw error;
  return Object.entries(strings.refusals).find(([reason]) => reason === error.reason)?.[1] ?? strings.failed;
}

/**
 * Makes the way back: links, then where one is.
 * @param {readonly { text: string, href?: string }[]} steps
 */
export function showCrumbs(steps) {
  find('crumbs', HTMLElement).replaceChildren(
    ...steps.map(({ text, href }) =>
      make(
        'li',
        {},
        href === undefined ? make('span', { 'aria-current': 'page' }, text) : make('a', { href }, text),
      ),
    ),
  );
}

/**
 * The red sentence above a page whose files as saved have mistakes; nothing when they have none.
 * @param {import('./content-server.js').Standing} standing
 * @param {ContentStrings} strings
 */
export function makeOldNote({ errors, version }, strings) {
  if (errors.length === 0) return [];
  const text = fill(strings.shownOld, { version });
  return [
    make('p', { class: 'note bad' }, `${text} `, make('a', { href: '/content' }, strings.overviewTitle)),
  ];
}
