// The words of the content pages in one language, and dates and times as that language writes them.

import { CONTENT_EN } from './content-strings-en.js';
import { CONTENT_KK } from './content-strings-kk.js';
import { CONTENT_RU } from './content-strings-ru.js';
import { STRINGS } from './strings.js';

/** @typedef {import('./strings.js').PageLanguage} PageLanguage */
/** @typedef {import('./strings.js').Strings & typeof CONTENT_EN} ContentStrings */

/** The languages in the order in which texts stand side by side. */
export const LANGUAGES = /** @type {const} */ (['kk', 'ru', 'en']);

/** @type {Readonly<Record<PageLanguage, ContentStrings>>} */
export const CONTENT_STRINGS = {
  kk: { ...STRINGS.kk, ...CONTENT_KK },
  ru: { ...STRINGS.ru, ...CONTENT_RU },
  en: { ...STRINGS.en, ...CONTENT_EN },
};

/**
 * Fills the {placeholders} of a string.
 * @param {string} text
 * @param {Readonly<Record<string, string | number>>} values
 */
export function fill(text, values) {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/**
 * Writes a date such as 2026, 2026-11 or 2026-11-24.
 * @param {string} date
 * @param {PageLanguage} language
 */
export function writeDate(date, language) {
  return date
    .split('-')
    .reverse()
    .join(language === 'en' ? '/' : '.');
}

/**
 * Writes a count of thousands. Browsers without Kazakh would write it as English; it is written as in Russian.
 * @param {number} count
 * @param {PageLanguage} language
 */
export function writeCount(count, language) {
  return count.toLocaleString(language === 'en' ? 'en' : 'ru');
}

/**
 * Writes a moment: the time alone when it is today's.
 * @param {number} milliseconds since 1970 UTC
 * @param {PageLanguage} language
 */
export function writeTime(milliseconds, language) {
  const date = new Date(milliseconds);
  const two = (/** @type {number} */ value) => String(value).padStart(2, '0');
  const time = `${two(date.getHours())}:${two(date.getMinutes())}`;
  if (date.toDateString() === new Date().toDateString()) return time;
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${writeDate(day, language)} ${time}`;
}
