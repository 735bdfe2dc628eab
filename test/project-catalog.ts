// The project's own content and interface strings, through the real loader, ready to be asked.
// Call it once a test file: building the search index takes most of a second.

import { join } from 'node:path';
import { describeProblem, loadCatalog } from '../src/catalog/index.ts';
import { loadPhrases, type Phrases } from '../src/language/index.ts';
import { makeSearchable, type SearchableCatalog } from '../src/search/index.ts';

/** The folder that holds content/, locales/ and src/. */
export const PROJECT_FOLDER = join(import.meta.dirname, '..');

/** What Torap knows and says. */
export interface Project {
  readonly catalog: SearchableCatalog;
  readonly phrases: Phrases;
}

/**
 * Loads content/ and locales/.
 * @throws Error with every problem a line, when content is not in order
 */
export async function loadProject(): Promise<Project> {
  const phrases = await loadPhrases(join(PROJECT_FOLDER, 'locales'));
  const loaded = loadCatalog(join(PROJECT_FOLDER, 'content'), phrases);
  if (!loaded.ok) throw new Error(loaded.problems.map(describeProblem).join('\n'));
  return { catalog: makeSearchable(loaded.catalog), phrases };
}
