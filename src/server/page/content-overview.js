// The overview of content: how it stands, what needs work, the table answer × language, other files.

import { makeNewEntryForm, showNewEntryKinds } from './content-new-entry.js';
import { answerAddress, createPage, fileAddress, makeProblems } from './content-page.js';
import { readOverview } from './content-server.js';
import { showTable } from './content-table.js';
import { fill, writeDate, writeTime } from './content-words.js';
import { find, make } from './dom.js';

/** @typedef {import('./content-server.js').Overview} Overview */
/** @typedef {Overview['entries'][number]} Entry */
/** @typedef {import('./content-page.js').Speech} Speech */

/** The groups in their order, the most pressing first; an entry stands in the first that fits. */
const GROUPS = /** @type {const} */ (['error', 'missing', 'draft', 'older', 'due', 'remark', 'none']);

const place = {
  standing: find('standing', HTMLElement),
  todo: find('todo', HTMLElement),
  table: find('table', HTMLElement),
  files: find('files', HTMLElement),
  kind: find('kind', HTMLSelectElement),
  onlyWork: find('only-work', HTMLInputElement),
};

/** @type {Overview | undefined} */
let overview;
/** The groups that the visitor has opened or closed, which a redraw must leave so. @type {Map<string, boolean>} */
const folded = new Map();

const page = createPage({
  show: (speech) => overview && showOverview(overview, speech),
  refresh: async () => {
    overview = await readOverview();
  },
});
for (const control of [place.kind, place.onlyWork]) control.addEventListener('change', page.draw);
makeNewEntryForm(page.reaching);
find('filter', HTMLFormElement).addEventListener('submit', (event) => event.preventDefault());

/**
 * @param {Overview} found
 * @param {Speech} speech
 */
function showOverview(found, speech) {
  const { strings } = speech;
  document.title = `${strings.title} · ${strings.name}`;
  place.standing.replaceChildren(...makeStanding(found, speech));
  place.todo.replaceChildren(...GROUPS.flatMap((need) => makeGroup(need, found.entries, speech)));
  showKinds(speech);
  showNewEntryKinds(strings);
  showTable(place.table, found.rows, {
    speech,
    kind: place.kind.value,
    onlyWork: place.onlyWork.checked,
  });
  place.files.replaceChildren(...found.files.map((path) => makeFile(path, speech)));
}

/**
 * @param {Overview} found
 * @param {Speech} speech
 */
function makeStanding({ standing, counts, commit }, { strings, language }) {
  const { errors, version, loadedAt } = standing;
  const facts = [
    `${fill(strings.answering, { version })}, ${fill(strings.loaded, { time: writeTime(loadedAt, language) })}`,
    fill(strings.counts, counts),
    ...(commit === undefined ? [] : [fill(strings.commit, { commit })]),
  ];
  const lines = facts.map((fact) => make('p', { class: 'soft' }, fact));
  if (errors.length === 0) {
    return [
      make('div', { class: 'note good' }, make('p', { class: 'note-title' }, strings.inOrder), ...lines),
    ];
  }
  const banner = make(
    'div',
    { class: 'note bad' },
    make('p', { class: 'note-title' }, fill(strings.broken, { count: errors.length })),
    make('p', {}, fill(strings.brokenHint, { version })),
    ...makeProblems(errors),
  );
  return [banner, make('div', { class: 'note' }, ...lines)];
}

/**
 * @param {typeof GROUPS[number]} need
 * @param {readonly Entry[]} entries
 * @param {Speech} speech
 */
function makeGroup(need, entries, speech) {
  const { strings } = speech;
  const members = entries.filter(({ needs }) => (needs[0] ?? 'none') === need);
  if (members.length === 0) return [];
  const title = make(
    'h3',
    {},
    strings.needs[need],
    ' ',
    make('span', { class: 'count' }, String(members.length)),
  );
  const group = make('details', { class: `group need-${need}` }, make('summary', {}, title));
  group.open = folded.get(need) ?? need !== 'none';
  group.addEventListener('toggle', () => folded.set(need, group.open));
  group.append(
    make('p', { class: 'soft' }, strings.needHints[need]),
    make('ul', { class: 'cards' }, ...members.map((entry) => makeCard(entry, speech))),
  );
  return [group];
}

/**
 * @param {Entry} entry
 * @param {Speech} speech
 */
function makeCard({ id, kind, name, needs, dueSince, problems }, { strings, language }) {
  const title = name ? make('a', { href: answerAddress(`${id}/about`) }, name[language]) : make('b', {}, id);
  const card = make(
    'li',
    { class: 'card' },
    title,
    make('span', { class: 'soft' }, `${nameOfKind(kind, strings)} · ${id}`),
  );
  const others = needs.slice(1).map((need) => strings.needs[need]);
  if (dueSince !== undefined) {
    const since = fill(strings.since, { date: writeDate(dueSince, language) });
    card.append(make('span', { class: 'mark' }, `${strings.due}, ${since}`));
  }
  for (const other of others) {
    if (other !== strings.needs.due) card.append(make('span', { class: 'mark' }, other));
  }
  card.append(...makeFoldedProblems(problems, strings));
  return card;
}

/** More would make a card so long that the others are lost from sight. */
const MOST_PROBLEMS = 3;

/**
 * @param {Entry['problems']} problems
 * @param {import('./content-page.js').ContentStrings} strings
 */
function makeFoldedProblems(problems, strings) {
  const list = makeProblems(problems);
  if (problems.length <= MOST_PROBLEMS) return list;
  const title = make('summary', {}, fill(strings.checkCount, { count: problems.length }));
  return [make('details', {}, title, ...list)];
}

/**
 * @param {string} kind
 * @param {import('./content-page.js').ContentStrings} strings
 */
function nameOfKind(kind, strings) {
  return Object.entries(strings.kinds).find(([known]) => known === kind)?.[1] ?? kind;
}

/** @param {Speech} speech */
function showKinds({ strings }) {
  const chosen = place.kind.value || 'all';
  place.kind.replaceChildren(
    ...Object.entries(strings.kinds).map(([value, name]) => make('option', { value }, name)),
  );
  place.kind.value = chosen;
}

/**
 * @param {string} path
 * @param {Speech} speech
 */
function makeFile(path, { strings }) {
  const name = Object.entries(strings.fileNames).find(([known]) => known === path)?.[1] ?? path;
  const link = make('a', { href: fileAddress(path) }, name);
  return make('li', { class: 'card' }, link, make('span', { class: 'soft place' }, path));
}
