// Content and interface strings as they stand on disk → one version that can answer, or what is wrong with them.

import { basename } from 'node:path';
import { ContentFolderError, loadCatalog, type Problem, reviewCatalog } from '../catalog/index.ts';
import {
  createPhrases,
  findStringsProblems,
  LocalesError,
  type Phrases,
  readStrings,
} from '../language/index.ts';
import { makeSearchable, type SearchableCatalog } from '../search/index.ts';

/** Where content and interface strings are. */
export interface ContentFolders {
  readonly contentDir: string;
  readonly localesDir: string;
}

/** What answers: content and interface strings that were loaded together. */
export interface Content {
  readonly catalog: SearchableCatalog;
  readonly phrases: Phrases;
}

/** What a look at the files found. `content` is undefined where `errors` stand in its way. */
export interface LoadedContent {
  readonly content: Content | undefined;
  readonly errors: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/**
 * Loads content whole, or says what is wrong with it.
 * @param now milliseconds since 1970 UTC: what is due for review by then is told in `warnings`
 * @throws Error only for what no file is to blame for
 */
export async function loadContent(folders: ContentFolders, now: number): Promise<LoadedContent> {
  try {
    const strings = await readStrings(folders.localesDir);
    const unequal = findStringsProblems(strings, basename(folders.localesDir));
    if (unequal.length > 0) return { content: undefined, errors: unequal, warnings: [] };
    const phrases = await createPhrases(strings);
    const loaded = loadCatalog(folders.contentDir, phrases);
    if (!loaded.ok) return { content: undefined, errors: loaded.problems, warnings: [] };
    const warnings = reviewCatalog(loaded.catalog, phrases, now);
    return { content: { catalog: makeSearchable(loaded.catalog), phrases }, errors: [], warnings };
  } catch (error) {
    return { content: undefined, errors: problemsOf(error, folders), warnings: [] };
  }
}

function problemsOf(error: unknown, { contentDir }: ContentFolders): readonly Problem[] {
  if (error instanceof LocalesError) return error.problems;
  if (!(error instanceof ContentFolderError)) throw error;
  return [{ file: contentDir, message: error.message, remedy: '' }];
}
