// Content and interface strings as they stand on disk → what can answer, or what is wrong with them.

import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import {
  assembleCatalog,
  type ContentCounts,
  type ContentFolder,
  ContentFolderError,
  type Problem,
  readContentFolder,
  reviewCatalog,
} from '../catalog/index.ts';
import {
  createPhrases,
  findStringsProblems,
  LocalesError,
  type Phrases,
  readStrings,
  type Strings,
} from '../language/index.ts';
import { makeSearchable, type SearchableCatalog } from '../search/index.ts';

/** Where content and interface strings are. */
export interface ContentFolders {
  readonly contentDir: string;
  readonly localesDir: string;
}

/** What the files hold. `whole` is undefined where `errors` stand in its way. */
export interface ReadContent {
  readonly whole:
    | { readonly catalog: SearchableCatalog; readonly strings: Strings; readonly phrases: Phrases }
    | undefined;
  readonly errors: readonly Problem[];
  readonly warnings: readonly Problem[];
  /** Where there are errors, of what could be read. */
  readonly counts: ContentCounts;
}

/**
 * Reads content whole, or says what is wrong with it.
 * @param now milliseconds since 1970 UTC: what is due for review by then is told in `warnings`
 * @throws ContentFolderError when the content folder can't be read
 * @throws LocalesError when the interface strings can't be read
 */
export async function readContent(folders: ContentFolders, now: number): Promise<ReadContent> {
  return checkContent(await readFiles(folders), folders, now);
}

/** The texts of all files, as they stood at one time. */
export interface ContentFiles {
  readonly folder: ContentFolder;
  readonly strings: Strings;
}

/**
 * Reads all files.
 * @throws ContentFolderError when the content folder can't be read
 * @throws LocalesError when the interface strings can't be read
 */
export async function readFiles({ contentDir, localesDir }: ContentFolders): Promise<ContentFiles> {
  return { folder: readContentFolder(contentDir), strings: await readStrings(localesDir) };
}

/** Tells files from others: the same for the same texts. */
export function fingerprintOf(files: ContentFiles): string {
  const texts = (_: string, value: unknown) => (value instanceof Map ? [...value] : value);
  return createHash('sha256').update(JSON.stringify(files, texts)).digest('hex');
}

/** Checks files, and makes them ready to answer; see `readContent`. */
export async function checkContent(
  { folder, strings }: ContentFiles,
  { localesDir }: ContentFolders,
  now: number,
): Promise<ReadContent> {
  const unequal = findStringsProblems(strings, basename(localesDir));
  // Content is written with these strings, so it can't be looked at before they are whole.
  if (unequal.length > 0) return { whole: undefined, errors: unequal, warnings: [], counts: NOTHING_READ };
  const phrases = await createPhrases(strings);
  const loaded = assembleCatalog(folder, phrases);
  const { counts } = loaded;
  if (!loaded.ok) return { whole: undefined, errors: loaded.problems, warnings: loaded.warnings, counts };
  const warnings = [...loaded.warnings, ...reviewCatalog(loaded.catalog, phrases, now)];
  const whole = { catalog: makeSearchable(loaded.catalog), strings, phrases };
  return { whole, errors: [], warnings, counts };
}

const NOTHING_READ: ContentCounts = { entries: 0, answers: 0, drafts: 0, unfinished: 0, sources: 0 };

/** What stands in the way where nothing could be read at all, as problems of files. */
export function problemsOfFailure(error: unknown, { contentDir }: ContentFolders): readonly Problem[] {
  if (error instanceof LocalesError) return error.problems;
  if (!(error instanceof ContentFolderError)) throw error;
  const remedy = 'Put it back, or set it like this: CONTENT_DIR=./content';
  return [{ file: contentDir, message: "CONTENT_DIR: the content folder can't be read.", remedy }];
}
