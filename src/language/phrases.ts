// What Torap says: the interface strings of locales/*.json, through i18next.
// A missing string is an error at once, never a key shown to a person.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInstance, type i18n } from 'i18next';
import { FALLBACK_LANGUAGE, forEachLanguage, LANGUAGES, type Language } from './languages.ts';

/** Values for a string's placeholders; `count` chooses the plural form. */
export type PhraseValues = Readonly<Record<string, string | number>>;

/**
 * Gives the interface string `key` of one language as plain text, its placeholders filled.
 * @throws Error when no such string exists
 */
export type Phrase = (key: string, values?: PhraseValues) => string;

/** One language's strings; lists (such as months' names) come whole. */
export interface Speech {
  readonly language: Language;
  readonly phrase: Phrase;
  readonly list: (key: string) => readonly string[];
  readonly has: (key: string) => boolean;
}

/** The strings of all languages. */
export type Phrases = Readonly<Record<Language, Speech>>;

/**
 * Reads `kk.json`, `ru.json` and `en.json` of a folder.
 * @throws Error that names the file when it is missing or is no JSON object
 */
export async function loadPhrases(folder: string): Promise<Phrases> {
  const resources: Record<string, { translation: object }> = {};
  for (const language of LANGUAGES) {
    resources[language] = { translation: await readStrings(join(folder, `${language}.json`)) };
  }
  const instance = createInstance();
  await instance.init({
    resources,
    lng: FALLBACK_LANGUAGE,
    fallbackLng: false,
    // Screens escape for Telegram's HTML; escaping here as well would show &amp;amp; to people.
    interpolation: { escapeValue: false },
    returnObjects: true,
  });
  return forEachLanguage((language) => createSpeech(instance, language));
}

async function readStrings(file: string): Promise<object> {
  try {
    const parsed: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (typeof parsed !== 'object' || parsed === null) throw new Error('it holds no JSON object');
    return parsed;
  } catch (cause) {
    throw new Error(`${file}: the interface strings can't be read: ${messageOf(cause)}. Restore the file.`, {
      cause,
    });
  }
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

function createSpeech(instance: i18n, language: Language): Speech {
  const translate = instance.getFixedT(language);
  const find = (key: string, values: PhraseValues): unknown => {
    if (!instance.exists(key, { lng: language, ...values })) {
      throw new Error(`locales/${language}.json has no string "${key}". Add it there.`);
    }
    return translate(key, values);
  };
  return {
    language,
    phrase: (key, values = {}) => String(find(key, values)),
    list: (key) => {
      const found = find(key, {});
      return Array.isArray(found) ? found.map(String) : [];
    },
    has: (key) => instance.exists(key, { lng: language, count: 1 }),
  };
}
