// The table answer × language: which texts are there, and what state they are in.

import { answerAddress, fileAddress } from './content-page.js';
import { LANGUAGES, writeDate } from './content-words.js';
import { make } from './dom.js';
import { LANGUAGE_NAMES } from './strings.js';

/** @typedef {import('./content-server.js').Overview['rows'][number]} Row */
/** @typedef {import('./content-page.js').Speech} Speech */
/**
 * @typedef {object} TableOptions
 * @property {Speech} speech
 * @property {string} kind the kind to show, or "all"
 * @property {boolean} onlyWork leaves out what is in order
 */

/** Each state at a glance; its word stands beside it. */
const MARKS = { there: '✓', draft: '✎', missing: '–', older: '↻' };

/**
 * Shows the rows that are asked for.
 * @param {HTMLElement} place
 * @param {readonly Row[]} rows
 * @param {TableOptions} options
 */
export function showTable(place, rows, { speech, kind, onlyWork }) {
  const { strings } = speech;
  const shown = rows.filter(
    (row) => (kind === 'all' || row.kind === kind) && (!onlyWork || row.isDue || needsWork(row)),
  );
  if (shown.length === 0) {
    place.replaceChildren(make('p', { class: 'soft' }, strings.nothing));
    return;
  }
  const titles = [
    strings.answer,
    ...LANGUAGES.map((language) => LANGUAGE_NAMES[language]),
    strings.checked,
    strings.review,
  ];
  const head = make('tr', {}, ...titles.map((title) => make('th', { scope: 'col' }, title)));
  const body = make('tbody', {}, ...shown.map((row) => makeRow(row, speech)));
  place.replaceChildren(make('table', { class: 'texts' }, make('thead', {}, head), body));
}

/** @param {Row} row */
function needsWork({ texts }) {
  return LANGUAGES.some((language) => texts[language] !== 'there');
}

/**
 * @param {Row} row
 * @param {Speech} speech
 */
function makeRow(row, { strings, language }) {
  const { answer, name, topic, checked, review, isDue } = row;
  const title = make(
    'th',
    { scope: 'row' },
    make('a', { href: answerAddress(answer) }, name[language]),
    make('span', { class: 'soft' }, topic[language]),
  );
  const until = make('td', { class: isDue ? 'date is-due' : 'date' }, writeDate(review, language));
  if (isDue) until.append(make('span', { class: 'mark' }, strings.due));
  return make(
    'tr',
    {},
    title,
    ...LANGUAGES.map((of) => makeCell(row, of, strings)),
    make('td', { class: 'date' }, writeDate(checked, language)),
    until,
  );
}

/**
 * @param {Row} row
 * @param {typeof LANGUAGES[number]} language
 * @param {import('./content-page.js').ContentStrings} strings
 */
function makeCell({ answer, texts }, language, strings) {
  const state = texts[language];
  const link = make(
    'a',
    { href: fileAddress(`content/${answer}.${language}.md`) },
    make('span', { class: 'visually-hidden' }, `${LANGUAGE_NAMES[language]}: `),
    make('span', { 'aria-hidden': 'true' }, `${MARKS[state]} `),
    make('span', { class: 'word' }, strings.states[state]),
  );
  return make('td', { class: `state is-${state}` }, link);
}
