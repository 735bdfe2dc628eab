// What each entry needs of its editors, the most pressing first: from the table of texts and the check's words.

import { type EntryId, parseEntryId, type TableRow } from '../catalog/index.ts';
import { compareDates, LANGUAGES, type PartialDate } from '../language/index.ts';

/** What an entry may need, the most pressing first. */
export const NEEDS = ['error', 'missing', 'draft', 'older', 'due', 'remark'] as const;

/** One of `NEEDS`; `remark`: the check has something to say that is none of the others. */
export type Need = (typeof NEEDS)[number];

/** What the check has found, by entry: see `groupByEntry`. */
export interface Findings<P> {
  readonly errors: readonly P[];
  readonly warnings: readonly P[];
}

/** Lists what an entry needs, in the order of `NEEDS`; nothing when it is in order. */
export function findNeeds(rows: readonly TableRow[], { errors, warnings }: Findings<unknown>): Need[] {
  const states = new Set(rows.flatMap(({ texts }) => LANGUAGES.map((language) => texts[language])));
  const isDue = rows.some((row) => row.isDue);
  const found: Readonly<Record<Need, boolean>> = {
    error: errors.length > 0,
    missing: states.has('missing'),
    draft: states.has('draft'),
    older: states.has('older'),
    due: isDue,
    // Each text that is missing, older or due is a warning too; they must not be told twice.
    remark: warnings.length > 0 && !states.has('missing') && !states.has('older') && !isDue,
  };
  return NEEDS.filter((need) => found[need]);
}

/** Since when an entry has been due for review; undefined when it is not. */
export function dueSince(rows: readonly TableRow[]): PartialDate | undefined {
  const [first] = rows
    .filter((row) => row.isDue)
    .map((row) => row.review)
    .sort(compareDates);
  return first;
}

/** Puts problems together by the entry whose folder they are in; those of other files are left out. */
export function groupByEntry<P extends { readonly path: string | undefined; readonly file: string }>(
  problems: readonly P[],
): ReadonlyMap<EntryId, readonly P[]> {
  const groups = new Map<EntryId, P[]>();
  for (const problem of problems) {
    const id = entryOf(problem.path ?? problem.file);
    if (id) groups.set(id, [...(groups.get(id) ?? []), problem]);
  }
  return groups;
}

/** The entry in whose folder a file lies; undefined for a file of none. */
function entryOf(path: string): EntryId | undefined {
  const [, kind, slug] = path.split('/');
  return parseEntryId(`${kind}/${slug}`);
}
