// The content as a table for a terminal: a row an entry, how its texts stand in each language, what is due.

import { groupRows, type TableRow, type TextState } from '../catalog/index.ts';
import { formatDate, LANGUAGES, type Language, type Phrases, startOf } from '../language/index.ts';
import { alignColumns } from './columns.ts';

/** Which rows are shown. */
export interface SummaryOptions {
  /** All answers, a row each; otherwise a row an entry, and only entries that need something. */
  readonly everyAnswer: boolean;
}

/** Writes the table with a heading, and a line for all of content at its end. */
export function summarizeContent(
  rows: readonly TableRow[],
  phrases: Phrases,
  { everyAnswer }: SummaryOptions,
): string[] {
  const groups = everyAnswer
    ? rows.map((row): [string, readonly TableRow[]] => [row.answer, [row]])
    : [...groupRows(rows)].filter(([, own]) => own.some(needsSomething));
  const heading = ['', ...LANGUAGES, 'due since'];
  const cells = everyAnswer ? statesOf : cellsOf;
  const lines = groups.map(([name, own]) => [name, ...cells(own), dueSince(own, phrases)]);
  const due = rows.filter(({ isDue }) => isDue).length;
  return alignColumns([heading, ...lines, ['all', ...cellsOf(rows), due === 0 ? '' : `${due} due`]]);
}

function needsSomething({ texts, isDue }: TableRow): boolean {
  return isDue || LANGUAGES.some((language) => texts[language] !== 'there');
}

/** One answer's row: its state in words. */
function statesOf(rows: readonly TableRow[]): string[] {
  return LANGUAGES.map((language) => rows.map(({ texts }) => texts[language]).join(', '));
}

function cellsOf(rows: readonly TableRow[]): string[] {
  return LANGUAGES.map((language) => cellOf(rows, language));
}

/** How many texts stand how: "7, 2 drafts, 1 older". */
function cellOf(rows: readonly TableRow[], language: Language): string {
  const counts = STATES.map((state) => ({
    state,
    count: rows.filter(({ texts }) => texts[language] === state).length,
  }));
  const parts = counts
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${count}${WORDS[state](count)}`);
  return parts.join(', ');
}

const STATES = ['there', 'draft', 'missing', 'older'] as const;

const WORDS: Readonly<Record<TextState, (count: number) => string>> = {
  there: () => '',
  draft: (count) => (count === 1 ? ' draft' : ' drafts'),
  missing: () => ' missing',
  older: () => ' older',
};

/** The day of the oldest review that is due. */
function dueSince(rows: readonly TableRow[], phrases: Phrases): string {
  const due = rows.filter(({ isDue }) => isDue).map(({ review }) => review);
  const [first] = due.sort((left, right) => startOf(left) - startOf(right));
  return first ? formatDate(first, 'plain', phrases.en) : '';
}
