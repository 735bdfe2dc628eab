// The editor of one file: a text, what the check says of it as saved, and saving it.
// Somebody else's change is never overwritten unasked, and unsaved text never thrown away.

import {
  answerAddress,
  createPage,
  describeRefusal,
  fileAddress,
  makeProblems,
  showCrumbs,
} from './content-page.js';
import { ContentRefusal, readFile, saveFile } from './content-server.js';
import { createSheet } from './content-sheet.js';
import { fill } from './content-words.js';
import { find, make } from './dom.js';
import { LANGUAGE_NAMES } from './strings.js';

/** @typedef {import('./content-server.js').FileAnswer} FileAnswer */
/** @typedef {import('./content-server.js').EditedFile} EditedFile */
/** @typedef {import('./content-server.js').Standing} Standing */
/** @typedef {import('./content-page.js').Speech} Speech */
/** @typedef {import('./content-page.js').ContentStrings} ContentStrings */

/** What the line beside the save button tells. @typedef {'' | 'saving' | 'saved' | 'renewed' | 'failed'} Told */

const PATH = decodeURI(location.pathname).replace(/^\/content\/files\//, '');
/** content/kind/entry/topic.language.md */
const [, ENTRY, TOPIC] =
  /^content\/([^/]+\/[^/]+)\/(?:([a-z-]+)\.[a-z]{2}\.md|entry\.yaml)$/.exec(PATH) ?? [];

const place = {
  refusal: find('refusal', HTMLElement),
  editor: find('editor', HTMLFormElement),
  save: find('save', HTMLButtonElement),
  restore: find('restore', HTMLButtonElement),
  state: find('state', HTMLElement),
  conflict: find('conflict', HTMLElement),
  theirs: find('theirs', HTMLButtonElement),
  mine: find('mine', HTMLButtonElement),
  back: find('back', HTMLButtonElement),
  check: find('check', HTMLElement),
};
const sheet = createSheet();

/** The file as it was when the page was opened; undefined until it is read. @type {EditedFile | undefined} */
let opened;
/** The file that the text on the page is based on. @type {EditedFile | undefined} */
let base;
/** What somebody else has saved meanwhile. @type {EditedFile | undefined} */
let theirs;
/** The visitor's own text, kept while the other's is shown. @type {string | undefined} */
let mine;
/** @type {Standing | undefined} */
let standing;
/** Why the file is not opened or not saved. @type {unknown} */
let refusal;
/** @type {Told} */
let told = '';

const page = createPage({ show, refresh });
document.title = PATH;

sheet.field.addEventListener('input', () => {
  if (told !== 'saving') told = '';
  page.draw();
});
place.editor.addEventListener('submit', (event) => {
  event.preventDefault();
  save();
});
document.addEventListener('keydown', (event) => {
  // By the key's place: on Kazakh and Russian keyboards the key says «ы».
  if (event.code !== 'KeyS' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
  event.preventDefault();
  save();
});
place.restore.addEventListener('click', () => setText(opened?.text ?? ''));
place.theirs.addEventListener('click', () => {
  mine = sheet.text();
  useFile(theirs);
});
place.mine.addEventListener('click', () => {
  base = theirs;
  save();
});
place.back.addEventListener('click', () => {
  const text = mine ?? '';
  mine = undefined;
  setText(text);
});
window.addEventListener('beforeunload', (event) => {
  if (isUnsaved()) event.preventDefault();
});

/** @param {string} text */
function setText(text) {
  sheet.setText(text);
  sheet.field.focus();
  told = '';
  page.draw();
}

/** @param {EditedFile | undefined} file */
function useFile(file) {
  base = file;
  theirs = undefined;
  setText(file?.text ?? '');
}

function isUnsaved() {
  return base !== undefined && sheet.text() !== base.text;
}

/** Reads the file, at first and after each look at the files. */
async function refresh() {
  // What is being saved comes back by itself.
  if (told === 'saving') return;
  try {
    receive(await readFile(PATH));
  } catch (error) {
    if (!(error instanceof ContentRefusal)) throw error;
    refusal = error;
  }
}

/** @param {FileAnswer} answer */
function receive(answer) {
  standing = answer.standing;
  const { file } = answer;
  if (opened === undefined || base === undefined) {
    opened = file;
    base = file;
    sheet.setText(file.text);
    place.editor.hidden = false;
    page.draw();
    const line = Number(new URLSearchParams(location.search).get('line'));
    if (line > 0) sheet.goTo(line);
    else sheet.field.setSelectionRange(0, 0);
    return;
  }
  if (file.hash === base.hash || told === 'saving') return;
  if (isUnsaved() && sheet.text() !== file.text) {
    theirs = file;
    return;
  }
  base = file;
  theirs = undefined;
  sheet.setText(file.text);
  told = 'renewed';
}

async function save() {
  if (base === undefined || told === 'saving') return;
  const text = sheet.text();
  told = 'saving';
  refusal = undefined;
  page.draw();
  const draft = { path: PATH, text, basedOn: base.hash };
  await page.reaching(async () => {
    try {
      const answer = await saveFile(draft);
      base = answer.file;
      standing = answer.standing;
      theirs = undefined;
      mine = undefined;
      told = 'saved';
    } catch (error) {
      told = 'failed';
      if (!(error instanceof ContentRefusal)) throw error;
      if (error.reason === 'changed') theirs = error.file;
      else refusal = error;
    }
  });
  page.draw();
}

/** @param {Speech} speech */
function show({ strings }) {
  const parts = PATH.split('/');
  showCrumbs([
    { text: strings.overviewTitle, href: '/content' },
    ...(ENTRY ? [{ text: ENTRY, href: answerAddress(`${ENTRY}/${TOPIC ?? 'about'}`) }] : []),
    { text: parts.at(-1) ?? PATH },
  ]);
  find('file-name', HTMLElement).textContent = PATH;
  showBeside(strings);
  place.refusal.hidden = refusal === undefined;
  if (refusal !== undefined) place.refusal.textContent = describeRefusal(refusal, strings);
  if (base === undefined) return;
  showState(strings);
  showConflict(strings);
  showCheck(strings);
}

/** @param {ContentStrings} strings */
function showBeside(strings) {
  const beside = find('beside', HTMLElement);
  beside.hidden = !ENTRY;
  if (!ENTRY) return;
  const texts = Object.entries(LANGUAGE_NAMES).map(([language, name]) => ({
    path: `content/${ENTRY}/${TOPIC ?? 'about'}.${language}.md`,
    name,
  }));
  const files = [...texts, { path: `content/${ENTRY}/entry.yaml`, name: strings.editFacts }];
  beside.replaceChildren(
    make('a', { href: answerAddress(`${ENTRY}/${TOPIC ?? 'about'}`) }, strings.seeAnswer),
    ...files.map(({ path, name }) =>
      make('a', { href: fileAddress(path), ...(path === PATH && { 'aria-current': 'page' }) }, name),
    ),
  );
}

/** @param {ContentStrings} strings */
function showState(strings) {
  const { state } = place;
  const text = describeState(strings);
  // Said anew only when it differs: a screen reader reads each change.
  if (state.textContent !== text) state.textContent = text;
  state.className = stateName();
  place.restore.hidden = sheet.text() === opened?.text;
  place.save.disabled = told === 'saving';
}

/** @param {ContentStrings} strings */
function describeState(strings) {
  const version = standing?.version ?? '';
  const count = standing?.errors.length ?? 0;
  switch (stateName()) {
    case 'saving':
      return strings.saving;
    case 'unsaved':
      return strings.unsaved;
    case 'live':
      return fill(strings.savedLive, { version });
    case 'not-live':
      return fill(strings.savedNotLive, { count, version });
    case 'renewed':
      return strings.renewed;
    case 'new':
      return strings.newFile;
    default:
      return '';
  }
}

function stateName() {
  if (told === 'saving') return 'saving';
  if (isUnsaved() || told === 'failed') return 'unsaved';
  if (told === 'saved') return standing?.errors.length === 0 ? 'live' : 'not-live';
  if (told === 'renewed') return 'renewed';
  return base?.hash === '' ? 'new' : '';
}

/** @param {ContentStrings} strings */
function showConflict(strings) {
  place.conflict.hidden = theirs === undefined && mine === undefined;
  find('conflict-text', HTMLElement).textContent = theirs ? strings.conflict : strings.theirsShown;
  place.theirs.hidden = theirs === undefined;
  place.mine.hidden = theirs === undefined;
  place.back.hidden = theirs !== undefined || mine === undefined;
}

/** @param {ContentStrings} strings */
function showCheck(strings) {
  const problems = [...(standing?.errors ?? []), ...(standing?.warnings ?? [])];
  const own = problems.filter(({ path }) => path === PATH);
  const others = (standing?.errors ?? []).filter(({ path }) => path !== PATH);
  const isBroken = standing?.errors.some(({ path }) => path === PATH) ?? false;
  find('lines', HTMLElement).classList.toggle('calm', !isBroken);
  sheet.markLines(own.flatMap(({ line }) => line ?? []));
  const list =
    own.length === 0
      ? make('p', { class: 'soft' }, strings.fileInOrder)
      : make('ul', { class: 'problems' }, ...own.map((problem) => makeOwnProblem(problem, strings)));
  place.check.replaceChildren(list);
  if (others.length > 0) place.check.append(make('h3', {}, strings.otherFiles), ...makeProblems(others));
}

/**
 * @param {import('./content-server.js').Problem} problem
 * @param {ContentStrings} strings
 */
function makeOwnProblem(problem, strings) {
  const { line } = problem;
  const words = make('span', { lang: 'en' }, `${problem.message} ${problem.remedy}`);
  if (line === undefined) return make('li', {}, words);
  const button = make('button', { type: 'button', class: 'place' }, fill(strings.line, { line }));
  button.addEventListener('click', () => sheet.goTo(line));
  return make('li', {}, button, ' ', words);
}
