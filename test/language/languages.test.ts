// Which languages Torap speaks, and how a tag of Telegram's finds one.

import { describe, expect, it } from 'vitest';
import {
  FALLBACK_LANGUAGE,
  forEachLanguage,
  isLanguage,
  LANGUAGE_NAMES,
  LANGUAGES,
  languageOfTag,
} from '../../src/language/index.ts';

describe('languageOfTag', () => {
  it.each([
    ['kk', 'kk'],
    ['ru', 'ru'],
    ['en', 'en'],
    ['kk-KZ', 'kk'],
    ['kk-Cyrl-KZ', 'kk'],
    ['ru-RU', 'ru'],
    ['RU', 'ru'],
    ['en-GB', 'en'],
    // Torap speaks none of these, nor does it take a longer code for a shorter one.
    ['uz', 'en'],
    ['zh-hans', 'en'],
    ['kkj', 'en'],
    ['rus', 'en'],
    ['', 'en'],
    ['-ru', 'en'],
    [undefined, 'en'],
  ])('gives for the tag %j the language %s', (tag, language) => {
    expect(languageOfTag(tag)).toBe(language);
  });
});

describe('isLanguage', () => {
  it.each(LANGUAGES)('knows %s', (language) => {
    expect(isLanguage(language)).toBe(true);
  });

  it.each(['KK', 'de', '', undefined, null, 1, ['kk'], 'toString'])('refuses %j', (value) => {
    expect(isLanguage(value)).toBe(false);
  });
});

describe('the table of languages', () => {
  it('names each language in its own words', () => {
    expect(LANGUAGE_NAMES).toEqual({ kk: 'Қазақша', ru: 'Русский', en: 'English' });
  });

  it('falls back to a language that it has', () => {
    expect(LANGUAGES).toContain(FALLBACK_LANGUAGE);
  });

  it('builds a value for each language, once each', () => {
    const asked: string[] = [];
    const values = forEachLanguage((language) => {
      asked.push(language);
      return language.toUpperCase();
    });
    expect(values).toEqual({ kk: 'KK', ru: 'RU', en: 'EN' });
    expect(asked).toEqual([...LANGUAGES]);
  });
});
