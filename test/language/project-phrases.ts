// The interface strings of the project, read once for a test file: tests of wording are about what people see.

import { resolve } from 'node:path';
import { loadPhrases, type Phrases } from '../../src/language/index.ts';

/** The folder of kk.json, ru.json and en.json. */
export const LOCALES_FOLDER = resolve(import.meta.dirname, '../../locales');

/** Reads the project's own strings. */
export function loadProjectPhrases(): Promise<Phrases> {
  return loadPhrases(LOCALES_FOLDER);
}
