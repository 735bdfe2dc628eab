// A rename on disk: what it would make of content is checked in memory first, then all files are written or none.

import { mkdir, rename as moveFile, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Phrases } from '../language/index.ts';
import { type ContentFolder, type EntryFolder, readContentFolder, type TextFile } from './folder.ts';
import type { EntryId } from './ids.ts';
import { assembleCatalog } from './load.ts';
import type { Problem } from './problem.ts';
import {
  idAfter,
  planRename,
  type Rename,
  type RenameWish,
  renameInFolder,
  renameInText,
} from './rename-plan.ts';
import { writeFiles } from './write-files.ts';

/** The files that were changed, as problems name them, or why none was. */
export type RenameResult =
  | { readonly ok: true; readonly changed: readonly string[] }
  | { readonly ok: false; readonly reason: string; readonly problems: readonly Problem[] };

/**
 * Renames an entry or a fact in all content files. An entry's old id stays as a former one.
 * @throws ContentFolderError when the content folder can't be read
 * @throws Error when a file can't be written; then none is changed
 */
export async function renameInContent(
  contentDir: string,
  wish: RenameWish,
  phrases: Phrases,
): Promise<RenameResult> {
  const folder = readContentFolder(contentDir);
  const loaded = assembleCatalog(folder, phrases);
  if (!loaded.ok) return refuse('Content has mistakes; mend them first.', loaded.problems);
  const rename = planRename(wish, folder, loaded.catalog);
  if ('reason' in rename) return refuse(rename.reason);
  const checked = assembleCatalog(renameInFolder(folder, rename), phrases);
  if (!checked.ok) return refuse('Content would then have mistakes.', checked.problems);
  return { ok: true, changed: await write(contentDir, folder, rename) };
}

function refuse(reason: string, problems: readonly Problem[] = []): RenameResult {
  return { ok: false, reason, problems };
}

/** Makes the change in the files as they stand on disk: their line ends and letters stay theirs. */
async function write(contentDir: string, folder: ContentFolder, rename: Rename): Promise<string[]> {
  const changes: { readonly place: string; readonly text: string }[] = [];
  for (const { id, file } of folder.entries.flatMap(filesOf)) {
    if (renameInText(file, id, rename) === file.text) continue;
    const name = basename(file.file);
    const before = await readFile(join(contentDir, id, name), 'utf8');
    const text = renameInText({ file: file.file, text: before }, id, rename);
    changes.push({ place: `${idAfter(id, rename)}/${name}`, text });
  }
  const { from, to } = rename;
  if (rename.kind === 'entry') await moveFolder(contentDir, from, to);
  try {
    await writeFiles(changes.map(({ place, text }) => ({ path: join(contentDir, place), text })));
  } catch (error) {
    if (rename.kind === 'entry') await moveFolder(contentDir, to, from);
    throw error;
  }
  return changes.map(({ place }) => `${basename(contentDir)}/${place}`);
}

function filesOf({ id, entry, answers }: EntryFolder): { readonly id: EntryId; readonly file: TextFile }[] {
  const texts = [...answers.values()].flatMap((byLanguage) => [...byLanguage.values()]);
  return [entry, ...texts].flatMap((file) => (file ? [{ id, file }] : []));
}

async function moveFolder(contentDir: string, from: string, to: string): Promise<void> {
  await mkdir(dirname(join(contentDir, to)), { recursive: true });
  await moveFile(join(contentDir, from), join(contentDir, to));
}
