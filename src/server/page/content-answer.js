// One answer, its three languages side by side as the bot would send them, and what belongs to it.

import {
  answerAddress,
  createPage,
  fileAddress,
  makeOldNote,
  makeProblems,
  showCrumbs,
} from './content-page.js';
import { ContentRefusal, readAnswer } from './content-server.js';
import { fill, LANGUAGES, writeCount, writeDate } from './content-words.js';
import { find, make } from './dom.js';
import { LANGUAGE_NAMES } from './strings.js';
import { openShortQuotations, renderTelegramHtml } from './telegram-html.js';

/** @typedef {import('./content-server.js').ShownAnswer} ShownAnswer */
/** @typedef {NonNullable<ShownAnswer['texts']['kk']>} ShownText */
/** @typedef {import('./content-page.js').Speech} Speech */
/** @typedef {typeof LANGUAGES[number]} TextLanguage */

const ID = decodeURI(location.pathname).replace(/^\/content\/answers\//, '');

const place = find('answer', HTMLElement);
/** Undefined before it is read; null when there is none. @type {ShownAnswer | null | undefined} */
let answer;
/** The languages whose questions are folded out, which a redraw must leave so. @type {Set<string>} */
const unfolded = new Set();

createPage({
  show: (speech) => {
    if (answer) showAnswer(answer, speech);
    else if (answer === null) showNothing(speech);
  },
  refresh: async () => {
    try {
      answer = await readAnswer(ID);
    } catch (error) {
      if (!(error instanceof ContentRefusal)) throw error;
      answer = null;
    }
  },
});

/** @param {Speech} speech */
function showNothing({ strings }) {
  document.title = `${ID} · ${strings.name}`;
  showCrumbs([{ text: strings.overviewTitle, href: '/content' }, { text: ID }]);
  place.replaceChildren(make('p', { class: 'note bad' }, strings.notThere));
}

/**
 * @param {ShownAnswer} shown
 * @param {Speech} speech
 */
function showAnswer(shown, speech) {
  const { strings, language } = speech;
  const name = shown.name[language];
  document.title = `${name}: ${shown.topic[language]} · ${strings.name}`;
  showCrumbs([{ text: strings.overviewTitle, href: '/content' }, { text: name }]);
  place.replaceChildren(
    make('h1', {}, name),
    ...makeTopics(shown, speech),
    make('div', { role: 'status' }, ...makeOldNote(shown.standing, strings)),
    makeFacts(shown, speech),
    ...makeCheck(shown, strings),
    make('div', { class: 'languages-beside' }, ...LANGUAGES.map((of) => makeText(shown, of, speech))),
  );
  openShortQuotations(place);
}

/**
 * @param {ShownAnswer} shown
 * @param {Speech} speech
 */
function makeTopics({ id, siblings }, { strings, language }) {
  if (siblings.length < 2) return [];
  const links = siblings.map((other) => {
    const state = other.id === id ? { 'aria-current': 'page' } : undefined;
    return make('a', { href: answerAddress(other.id), ...state }, other.topic[language]);
  });
  return [make('nav', { class: 'tabs', 'aria-label': strings.topics }, ...links)];
}

/**
 * @param {ShownAnswer} shown
 * @param {Speech} speech
 */
function makeFacts({ isDraft, isDue, checked, review, files }, { strings, language }) {
  const line = make('p', { class: 'facts' });
  if (isDraft) line.append(make('span', { class: 'mark' }, strings.draftNote));
  if (isDue) line.append(make('span', { class: 'mark' }, strings.due));
  line.append(
    make('span', {}, `${strings.checked}: ${writeDate(checked, language)}`),
    make('span', {}, `${strings.review}: ${writeDate(review, language)}`),
    make('a', { href: fileAddress(files.entry) }, strings.editFacts),
  );
  return line;
}

/**
 * @param {ShownAnswer} shown
 * @param {import('./content-page.js').ContentStrings} strings
 */
function makeCheck({ problems }, strings) {
  if (problems.length === 0) return [];
  return [make('section', { class: 'note' }, make('h2', {}, strings.checkSays), ...makeProblems(problems))];
}

/**
 * @param {ShownAnswer} shown
 * @param {TextLanguage} of
 * @param {Speech} speech
 */
function makeText(shown, of, speech) {
  const { strings, language } = speech;
  const text = shown.texts[of];
  const column = make('section', { class: 'in-language', 'aria-label': LANGUAGE_NAMES[of] });
  const head = make('header', {}, make('h2', { lang: of }, LANGUAGE_NAMES[of]));
  const edit = text ? strings.edit : strings.writeText;
  head.append(make('a', { class: 'main-button', href: fileAddress(shown.files.texts[of]) }, edit));
  column.append(head);
  if (!text) {
    column.append(make('p', { class: 'note bad' }, strings.noText));
    return column;
  }
  const facts = [fill(strings.length, { count: writeCount(text.length, language) })];
  if (text.written !== undefined)
    facts.push(fill(strings.written, { date: writeDate(text.written, language) }));
  column.append(
    make('p', { class: 'soft' }, facts.join(' · ')),
    makeMessage(text, of, speech),
    makeQuestions(text, of, speech),
  );
  return column;
}

/**
 * @param {ShownText} text
 * @param {TextLanguage} of
 * @param {Speech} speech
 */
function makeMessage({ html, keyboard }, of, { strings }) {
  const text = make('div', { class: 'text', lang: of });
  text.append(renderTelegramHtml(html, { strings, onCommand: () => {} }));
  const rows = keyboard.map((row) =>
    make(
      'div',
      { class: 'keyboard-row' },
      ...row.map((name) => make('span', { class: 'key', lang: of }, name)),
    ),
  );
  return make(
    'div',
    { class: 'message bot' },
    make('div', { class: 'bubble' }, text),
    make('div', { class: 'keyboard inert', role: 'group', 'aria-label': strings.buttons }, ...rows),
  );
}

/**
 * @param {ShownText} text
 * @param {TextLanguage} of
 * @param {Speech} speech
 */
function makeQuestions({ questions }, of, { strings }) {
  const title = fill(strings.questions, { count: questions.length });
  const list = make('ul', { lang: of }, ...questions.map((question) => make('li', {}, question)));
  const fold = make('details', { class: 'questions' }, make('summary', {}, title), list);
  fold.open = unfolded.has(of);
  fold.addEventListener('toggle', () => (fold.open ? unfolded.add(of) : unfolded.delete(of)));
  return fold;
}
