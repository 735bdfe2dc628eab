// Entries that were renamed: their old ids stay known, because buttons that carry them are in chats for years.
// Content itself must use the new ones.

import type { Answer, Catalog, Entry } from './catalog.ts';
import type { ReadEntry } from './entry-texts.ts';
import { type AnswerId, answerIdOf, type EntryId, parseEntryId, splitAnswerId } from './ids.ts';
import { type Problem, suggestName } from './problem.ts';

/** Each former id with the entry that had it. */
export type FormerIds = ReadonlyMap<EntryId, EntryId>;

/** Finds an entry by the id that it has or once had. */
export function findEntry({ entries, formerIds }: Catalog, id: EntryId): Entry | undefined {
  return entries.get(id) ?? entries.get(formerIds.get(id) ?? id);
}

/** Finds an answer by the id that it has, or had before its entry was renamed. */
export function findAnswer(catalog: Catalog, id: AnswerId): Answer | undefined {
  const { entry, topic } = splitAnswerId(id);
  const renamed = catalog.formerIds.get(entry);
  return catalog.answers.get(id) ?? (renamed && catalog.answers.get(answerIdOf(renamed, topic)));
}

/** Collects the former ids; those that can't be are told in `problems`. */
export function collectFormerIds(
  entries: readonly ReadEntry[],
  living: ReadonlySet<EntryId>,
  problems: Problem[],
): FormerIds {
  const owners = new Map<EntryId, EntryId>();
  for (const { id, file, problemAt } of entries) {
    for (const [index, former] of (file.formerly ?? []).entries()) {
      const report = (message: string, remedy: string) =>
        problems.push(problemAt(['formerly', index], message, remedy));
      const owner = owners.get(former);
      if (living.has(former)) {
        report(`"${former}" is the id of an entry, so it can't be a former one.`, 'Remove it here.');
      } else if (owner !== undefined) {
        report(`"${former}" is a former id of ${owner} too.`, 'Keep it where its answers are now.');
      } else owners.set(former, id);
    }
  }
  return owners;
}

/** The ids by which content may and may not name entries. */
export interface EntryNames {
  readonly entries: ReadonlySet<EntryId>;
  readonly formerIds: FormerIds;
}

/** What is wrong with the name of an entry that is not there, and what to do. */
export function describeUnknownEntry(name: string, { entries, formerIds }: EntryNames) {
  const id = parseEntryId(name);
  const renamed = id && formerIds.get(id);
  return renamed
    ? { message: `the entry "${name}" is now "${renamed}".`, remedy: `Write "${renamed}".` }
    : { message: `there is no entry "${name}".`, remedy: suggestName(name, [...entries]) };
}
