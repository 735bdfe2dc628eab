// A new name for an entry or a fact, in the texts of content: only names change, comments and layout stay. Pure.

import { basename } from 'node:path';
import type { Catalog } from './catalog.ts';
import type { ContentFolder, EntryFolder, TextFile } from './folder.ts';
import { describeUnknownEntry } from './former-ids.ts';
import { withFormerIds } from './former-ids-edit.ts';
import { type EntryId, fitsButtons, ID_RULE } from './ids.ts';
import {
  findMentions,
  isOf,
  mentionsInEntryFile,
  mentionsInText,
  type Named,
  parseNamed,
} from './mentions.ts';
import { suggestName } from './problem.ts';

/** What is to be renamed: two ids of entries, or two names of a fact, `entry#fact`. */
export interface RenameWish {
  readonly from: string;
  readonly to: string;
}

/** A rename that can be tried. */
export type Rename =
  | {
      readonly kind: 'entry';
      readonly from: EntryId;
      readonly to: EntryId;
      /** The entry's former ids from then on. */
      readonly formerly: readonly EntryId[];
    }
  | { readonly kind: 'fact'; readonly entry: EntryId; readonly from: string; readonly to: string };

/** Understands a wish, or says why it can't be. */
export function planRename(
  wish: RenameWish,
  folder: ContentFolder,
  catalog: Catalog,
): Rename | { readonly reason: string } {
  const from = parseNamed(wish.from);
  const to = parseNamed(wish.to);
  if (from?.kind === 'entry' && to?.kind === 'entry') return planEntry(from.entry, to.entry, catalog);
  if (from?.kind === 'fact' && to?.kind === 'fact' && from.entry === to.entry) {
    return planFact({ kind: 'fact', entry: from.entry, from: from.fact, to: to.fact }, folder);
  }
  return {
    reason: `Name two ids of entries, or two facts of one entry: hubs/khorgos#area hubs/khorgos#land. ${ID_RULE}`,
  };
}

function planEntry(from: EntryId, to: EntryId, { entries, formerIds }: Catalog): Rename | { reason: string } {
  if (!entries.has(from)) {
    const { message, remedy } = describeUnknownEntry(from, { entries: new Set(entries.keys()), formerIds });
    return { reason: `${message.charAt(0).toUpperCase()}${message.slice(1)} ${remedy}` };
  }
  if (entries.has(to)) return { reason: `There is already an entry "${to}".` };
  if (!fitsButtons(to)) return { reason: `"${to}" can't be an id. ${ID_RULE}` };
  const own = [...formerIds].filter(([, entry]) => entry === from).map(([former]) => former);
  return { kind: 'entry', from, to, formerly: [...own.filter((former) => former !== to), from] };
}

function planFact(rename: Rename & { kind: 'fact' }, folder: ContentFolder): Rename | { reason: string } {
  const { entry, from, to } = rename;
  const facts = findMentions(folder).flatMap(({ named, isDefinition }) =>
    isDefinition && named.kind === 'fact' && named.entry === entry ? [named.fact] : [],
  );
  if (!facts.includes(from)) {
    return { reason: `The fact "${from}" is not in ${entry}/entry.yaml. ${suggestName(from, facts)}` };
  }
  return facts.includes(to) ? { reason: `There is already a fact "${to}" in ${entry}.` } : rename;
}

/** The content folder as it would be read after the rename. */
export function renameInFolder(folder: ContentFolder, rename: Rename): ContentFolder {
  return { ...folder, entries: folder.entries.map((entry) => renameInEntry(entry, rename)) };
}

function renameInEntry(entry: EntryFolder, rename: Rename): EntryFolder {
  const id = idAfter(entry.id, rename);
  const folder = entry.folder.slice(0, -entry.id.length) + id;
  const change = (file: TextFile): TextFile => ({
    file: `${folder}/${basename(file.file)}`,
    text: renameInText(file, entry.id, rename),
  });
  const answers = [...entry.answers].map(
    ([topic, texts]) =>
      [topic, new Map([...texts].map(([language, file]) => [language, file && change(file)]))] as const,
  );
  return { id, folder, entry: entry.entry && change(entry.entry), answers: new Map(answers) };
}

/** The id that an entry has after the rename. */
export function idAfter(id: EntryId, rename: Rename): EntryId {
  return rename.kind === 'entry' && rename.from === id ? rename.to : id;
}

/** A file's text after the rename; `id` is the entry that it belongs to before. */
export function renameInText(file: TextFile, id: EntryId, rename: Rename): string {
  const isEntryFile = file.file.endsWith('.yaml');
  const mentions = (isEntryFile ? mentionsInEntryFile : mentionsInText)(file, id);
  const renamed: Named =
    rename.kind === 'entry'
      ? { kind: 'entry', entry: rename.from }
      : { kind: 'fact', entry: rename.entry, fact: rename.from };
  let { text } = file;
  for (const { start, end } of mentions.filter(({ named }) => isOf(named, renamed)).reverse()) {
    text = text.slice(0, start) + rename.to + text.slice(end);
  }
  const isOwn = isEntryFile && rename.kind === 'entry' && rename.from === id;
  return isOwn ? withFormerIds(text, rename.formerly) : text;
}
