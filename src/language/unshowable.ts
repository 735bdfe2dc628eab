// Characters that no text for people holds: they come from a wrong encoding or a damaged file, or hide what is written.

/**
 * Control characters but tab and line ends; U+FFFD, which stands where something was not understood; halves of pairs;
 * marks that turn the direction of the text after them, the footer of a message included.
 */
const UNSHOWABLE = /[^\P{Cc}\t\n\r]|[\uFFFD\uFFFE\uFFFF\u202A-\u202E\u2066-\u2069]|\p{Cs}/u;

/** The same by code units, and halves of whole pairs as well: quick, and without a match in nearly all texts. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const SUSPECT = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069\uD800-\uDFFF\uFFFD-\uFFFF]/;

/** Signs beyond plain Latin and Cyrillic texts. Combining marks of both scripts are among them. */
const UNCOMMON = /[^\n -~\xa0-\u02ff\u0400-\u0482\u048a-\u04ff\u2010-\u2027\u2116]/;

/**
 * Tells quickly of most texts that all of it can be shown and stands in composed letters (Unicode's NFC); of the others
 * it tells nothing.
 */
export function isCommonText(text: string): boolean {
  return !UNCOMMON.test(text);
}

/** A character that can't be shown. */
export interface Unshowable {
  /** Such as "U+202E". */
  readonly name: string;
  readonly offset: number;
}

/** Finds the first character of a text that can't be shown. */
export function findUnshowable(text: string): Unshowable | undefined {
  if (!SUSPECT.test(text)) return undefined;
  const found = UNSHOWABLE.exec(text);
  if (!found) return undefined;
  const code = found[0].codePointAt(0) ?? 0;
  return { name: `U+${code.toString(16).toUpperCase().padStart(4, '0')}`, offset: found.index };
}
