// Text → words in one spelling: Unicode NFC, lower case, and Kazakh letters as a Russian keyboard writes them.
// Content and questions go the same way, so that they meet.

import { letterReplacer } from './letters.ts';

/** A word of a text: as typed (lower case), and in folded letters. */
export interface Word {
  readonly typed: string;
  readonly folded: string;
}

/**
 * Writes Kazakh letters, ы and ё as the letters that a Russian keyboard offers for them. ы joins и because і and ы are
 * both typed as either.
 */
export const foldLetters = letterReplacer([
  ['қ', 'к'],
  ['ғ', 'г'],
  ['ң', 'н'],
  ['ө', 'о'],
  ['ұ', 'у'],
  ['ү', 'у'],
  ['ә', 'а'],
  ['һ', 'х'],
  ['і', 'и'],
  ['ы', 'и'],
  ['ё', 'е'],
]);

/** What Unicode writes in one way only, and `normalizeText` leaves. Most texts hold nothing else. */
const ONLY_COMMON_SIGNS = /^[\0-_a-\x7f\xab\xbb\u0400-\u0482\u048a-\u04ff]*$/;

/** All that `normalizeText` replaces, and more. */
const RARE_SIGNS = /[`\u00ad\u02b9-\u036f\u2000-\u2fff\ufeff]/;

/**
 * Lower case, composed letters, no combining marks left over, one kind of hyphen and apostrophe
 * (of which some are letters to Unicode: Oʻzbekiston is typed with any of them).
 */
export function normalizeText(text: string): string {
  if (ONLY_COMMON_SIGNS.test(text)) return text.toLowerCase();
  const composed = text.normalize('NFKC').toLowerCase();
  if (!RARE_SIGNS.test(composed)) return composed;
  return composed
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u02b9-\u02bf\u2018-\u201b\u2032`]/g, "'")
    .replace(/[\u0300-\u036f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '');
}

// A longer run is no word of a question; cutting it keeps every step's cost bounded.
const MAX_WORD_LENGTH = 40;
const MAX_WORDS = 120;

function isTooLong(word: string): boolean {
  return word.length > MAX_WORD_LENGTH;
}

/** Cuts between characters, not within one that takes two units. */
function cutWord(word: string): string {
  return [...word.slice(0, 2 * MAX_WORD_LENGTH)].slice(0, MAX_WORD_LENGTH).join('');
}

/**
 * Splits text into words: runs of letters and digits. Hyphens and apostrophes divide ("СЭЗ-де" gives two words).
 * At most 120 words of at most 40 characters each; the rest of a longer text is passed over.
 */
export function splitWords(text: string): Word[] {
  return splitNormalized(normalizeText(text));
}

/** Splits text that went through `normalizeText`; see `splitWords`. */
export function splitNormalized(text: string): Word[] {
  return listWords(text).map((typed) => ({ typed, folded: foldLetters(typed) }));
}

/**
 * Signs beyond ASCII, Cyrillic and punctuation. Patterns that know all letters of Unicode take five times as long, and
 * hardly any text needs them.
 */
const RARE_LETTERS = /[^\0-\x7f\xab\xbb\u0400-\u0481\u048a-\u04ff\u2010-\u2027]/;
const COMMON_WORD = /[0-9A-Za-z\u0400-\u0481\u048a-\u04ff]+/g;
const ANY_WORD = /[\p{L}\p{N}]+/gu;

/** How many letters of a text are Latin, and how many Cyrillic. */
export function countLetters(text: string): { readonly latin: number; readonly cyrillic: number } {
  const count = (letters: RegExp): number => text.match(letters)?.length ?? 0;
  return RARE_LETTERS.test(text)
    ? { latin: count(/\p{Script=Latin}/gu), cyrillic: count(/\p{Script=Cyrillic}/gu) }
    : { latin: count(/[A-Za-z]/g), cyrillic: count(/[\u0400-\u0481\u048a-\u04ff]/g) };
}

/** The words of text that went through `normalizeText`, as typed; see `splitWords`. */
export function listWords(text: string): string[] {
  const found: string[] = text.match(RARE_LETTERS.test(text) ? ANY_WORD : COMMON_WORD) ?? [];
  const words = found.length > MAX_WORDS ? found.slice(0, MAX_WORDS) : found;
  return words.some(isTooLong) ? words.map((typed) => (isTooLong(typed) ? cutWord(typed) : typed)) : words;
}
