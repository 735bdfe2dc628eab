// What Torap says: the interface strings of locales/*.json, through i18next.
// A missing string is an error at once, never a key shown to a person.

import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInstance, type i18n } from 'i18next';
import { FALLBACK_LANGUAGE, forEachLanguage, LANGUAGES, type Language } from './languages.ts';
import type { StringsProblem } from './strings-problems.ts';

/** Interface strings that can't be read; the message names the file and what to do. */
export class LocalesError extends Error {
  override readonly name = 'LocalesError';
  /** What is wrong with which file, and what to do. */
  readonly problems: readonly StringsProblem[];

  constructor(problems: readonly StringsProblem[]) {
    super(problems.map(({ file, message, remedy }) => `${file}: ${message} ${remedy}`).join('\n'));
    this.problems = problems;
  }
}

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
  /** Writes numbers as the language does; making a formatter is slow, so there is one. */
  readonly numbers: Intl.NumberFormat;
  /** Tells which plural form the language takes with a number. */
  readonly plurals: Intl.PluralRules;
  readonly phrase: Phrase;
  readonly list: (key: string) => readonly string[];
  readonly has: (key: string) => boolean;
}

/** The strings of all languages. */
export type Phrases = Readonly<Record<Language, Speech>>;

/**
 * Reads `kk.json`, `ru.json` and `en.json` of a folder.
 * @throws LocalesError when a file is missing or is no JSON object
 */
export async function loadPhrases(folder: string): Promise<Phrases> {
  return createPhrases(await readStrings(folder));
}

/** The strings of all languages as they stand in their files. */
export type Strings = Readonly<Record<Language, object>>;

/**
 * Reads `kk.json`, `ru.json` and `en.json` of a folder, without a look at what they say.
 * @throws LocalesError when a file is missing or is no JSON object
 */
export async function readStrings(folder: string): Promise<Strings> {
  const [kk, ru, en] = await Promise.all(
    LANGUAGES.map((language) => readFileOfStrings(join(folder, `${language}.json`))),
  );
  return { kk: kk ?? {}, ru: ru ?? {}, en: en ?? {} };
}

/** Makes phrases of strings. */
export async function createPhrases(strings: Strings): Promise<Phrases> {
  const resources = forEachLanguage((language) => ({ translation: strings[language] }));
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

async function readFileOfStrings(file: string): Promise<object> {
  try {
    const parsed: unknown = JSON.parse(await readText(file));
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
      throw new Error('it holds no JSON object');
    }
    if (isDeeper(parsed, MAX_DEPTH)) throw new Error('too many groups stand in each other');
    return parsed;
  } catch (cause) {
    const message = `the interface strings can't be read: ${messageOf(cause)}.`;
    throw new LocalesError([{ file, message, remedy: 'Restore the file.' }]);
  }
}

/** Strings stand in groups of groups; what goes by calls of itself ends at some thousands. */
const MAX_DEPTH = 6;

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}

/** Larger is no file of strings. */
const MAX_FILE_BYTES = 1024 * 1024;

const UTF8 = new TextDecoder('utf-8', { fatal: true });

async function readText(file: string): Promise<string> {
  const found = await stat(file);
  // Reading a pipe would never end.
  if (!found.isFile()) throw new Error('it is no file');
  if (found.size > MAX_FILE_BYTES) throw new Error(`it is larger than ${MAX_FILE_BYTES / 1024} KB`);
  return UTF8.decode(await readFile(file));
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

function createSpeech(instance: i18n, language: Language): Speech {
  const translate = instance.getFixedT(language);
  const missing = (key: string): Error =>
    new Error(`locales/${language}.json has no string "${key}". Add it there.`);
  const lists = new Map<string, readonly string[]>();
  const existing = new Map<string, boolean>();
  /** Most strings have no placeholder, and i18next takes some microseconds to find out. */
  const plain = new Map<string, string>();
  const translated = (key: string, values: PhraseValues): string => {
    const found: unknown = translate(key, values);
    // i18next gives the key itself for a string that it doesn't have, and a whole group for the group's key.
    if (typeof found !== 'string' || found === key) throw missing(key);
    return found;
  };
  return {
    language,
    numbers: new Intl.NumberFormat(language, { maximumFractionDigits: 6, useGrouping: 'min2' }),
    plurals: new Intl.PluralRules(language),
    phrase: (key, values) => {
      if (values) return translated(key, values);
      const phrase = plain.get(key) ?? translated(key, {});
      plain.set(key, phrase);
      return phrase;
    },
    list: (key) => {
      const known = lists.get(key);
      if (known) return known;
      const found: unknown = translate(key);
      if (!Array.isArray(found)) throw missing(key);
      const list = found.map(String);
      lists.set(key, list);
      return list;
    },
    has: (key) => {
      const known = existing.get(key) ?? instance.exists(key, { lng: language, count: 1 });
      existing.set(key, known);
      return known;
    },
  };
}
