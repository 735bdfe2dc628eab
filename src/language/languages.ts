// The languages' table: which languages Torap speaks and how it picks one.
// A fourth language is one entry here, a file in locales/ and texts in content/.

/** The languages of Torap, in the order in which they are offered. */
export const LANGUAGES = ['kk', 'ru', 'en'] as const;

/** A language that Torap speaks, as an ISO 639-1 code. */
export type Language = (typeof LANGUAGES)[number];

/** What somebody gets whose language Torap doesn't speak. */
export const FALLBACK_LANGUAGE: Language = 'en';

/** Each language's own name, as its speakers write it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  kk: 'Қазақша',
  ru: 'Русский',
  en: 'English',
};

/** Tells whether `value` is the code of a language that Torap speaks. */
export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}

/**
 * Picks the language for an IETF tag such as Telegram's `language_code` ("ru", "kk-KZ").
 * Returns English for an unknown or missing tag.
 */
export function languageOfTag(tag: string | undefined): Language {
  const code = tag?.toLowerCase().split('-')[0];
  return isLanguage(code) ? code : FALLBACK_LANGUAGE;
}

/** Builds a value for each language; `make` is called once a language. */
export function forEachLanguage<T>(make: (language: Language) => T): Readonly<Record<Language, T>> {
  return { kk: make('kk'), ru: make('ru'), en: make('en') };
}
