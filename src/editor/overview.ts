// Content at a glance: entries by what they need, and the table answer × language.

import {
  type Catalog,
  contentTable,
  type EntryId,
  groupRows,
  type TableRow,
  type TextState,
} from '../catalog/index.ts';
import { forEachLanguage, LANGUAGES, type Phrases } from '../language/index.ts';
import { writeDate } from './dates.ts';
import { dueSince, findNeeds, groupByEntry } from './needs.ts';

/** A problem as far as entries are told by it. */
interface FiledProblem {
  readonly file: string;
  readonly path: string | undefined;
}

/** What an overview is made of. */
export interface OverviewParts<P extends FiledProblem> {
  readonly catalog: Catalog;
  readonly phrases: Phrases;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  readonly errors: readonly P[];
  readonly warnings: readonly P[];
}

/** Files of content that belong to no entry. */
const SHARED_FILES = [
  'content/sources.yaml',
  'content/places.yaml',
  'content/synonyms.yaml',
  'content/stopwords.yaml',
  'content/outside.yaml',
  'content/desk.yaml',
  'locales/kk.json',
  'locales/ru.json',
  'locales/en.json',
];

/** Lists entries with what they need, and all answers' texts. Pure. */
export function makeOverview<P extends FiledProblem>(parts: OverviewParts<P>) {
  const { catalog, phrases } = parts;
  const rows = contentTable(catalog, parts.now);
  const { entries, sources } = catalog;
  return {
    counts: {
      entries: entries.size,
      answers: rows.length,
      drafts: rows.filter(({ texts }) => LANGUAGES.some((language) => isDraft(texts[language]))).length,
      sources: sources.size,
    },
    entries: listEntries(rows, parts),
    rows: rows.map((row) => ({
      ...row,
      kind: kindOf(row.entry),
      name: entries.get(row.entry)?.name ?? forEachLanguage(() => row.entry),
      topic: forEachLanguage((language) => phrases[language].phrase(`topic.${row.topic}`)),
      checked: writeDate(row.checked),
      review: writeDate(row.review),
    })),
    files: SHARED_FILES,
  };
}

function listEntries<P extends FiledProblem>(
  rows: readonly TableRow[],
  { catalog, errors, warnings }: OverviewParts<P>,
) {
  const errorsOf = groupByEntry(errors);
  const warningsOf = groupByEntry(warnings);
  const rowsOf = groupRows(rows);
  // What is broken from its first day on is in no version yet, and must be found all the same.
  const ids = new Set<EntryId>([...catalog.entries.keys(), ...errorsOf.keys()]);
  return [...ids].map((id) => {
    const own = rowsOf.get(id) ?? [];
    const findings = { errors: errorsOf.get(id) ?? [], warnings: warningsOf.get(id) ?? [] };
    const since = dueSince(own);
    return {
      id,
      kind: kindOf(id),
      name: catalog.entries.get(id)?.name,
      needs: findNeeds(own, findings),
      dueSince: since && writeDate(since),
      problems: [...findings.errors, ...findings.warnings],
    };
  });
}

/** Only a draft may lack a text. */
function isDraft(state: TextState): boolean {
  return state === 'draft' || state === 'missing';
}

function kindOf(entry: EntryId): string {
  return entry.slice(0, entry.indexOf('/'));
}
