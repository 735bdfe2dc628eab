// Content and interface strings as they stand on disk → what can answer, or what is wrong with them.

import { basename } from 'node:path';
import { ContentFolderError, loadCatalog, type Problem, reviewCatalog } from '../catalog/index.ts';
import {
  createPhrases,
  findStringsProblems,
  LocalesError,
  readStrings,
  type Strings,
} from '../language/index.ts';
import { makeSearchable, type SearchableCatalog } from '../search/index.ts';

/** Where content and interface strings are. */
export interface ContentFolders {
  readonly contentDir: string;
  readonly localesDir: string;
}

/** What the files hold: plain data, which goes from thread to thread. `whole` is undefined where `errors` stand in its way. */
export interface ReadContent {
  readonly whole: { readonly catalog: SearchableCatalog; readonly strings: Strings } | undefined;
  readonly errors: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/**
 * Reads content whole, or says what is wrong with it.
 * @param now milliseconds since 1970 UTC: what is due for review by then is told in `warnings`
 * @throws Error only for what no file is to blame for
 */
export async function readContent(
  { contentDir, localesDir }: ContentFolders,
  now: number,
): Promise<ReadContent> {
  try {
    const strings = await readStrings(localesDir);
    const unequal = findStringsProblems(strings, basename(localesDir));
    if (unequal.length > 0) return { whole: undefined, errors: unequal, warnings: [] };
    const phrases = await createPhrases(strings);
    const loaded = loadCatalog(contentDir, phrases);
    if (!loaded.ok) return { whole: undefined, errors: loaded.problems, warnings: loaded.warnings };
    const warnings = [...loaded.warnings, ...reviewCatalog(loaded.catalog, phrases, now)];
    return { whole: { catalog: makeSearchable(loaded.catalog), strings }, errors: [], warnings };
  } catch (error) {
    return { whole: undefined, errors: problemsOf(error, contentDir), warnings: [] };
  }
}

function problemsOf(error: unknown, contentDir: string): readonly Problem[] {
  if (error instanceof LocalesError) return error.problems;
  if (!(error instanceof ContentFolderError)) throw error;
  return [{ file: contentDir, message: error.message, remedy: '' }];
}
