// Characters that no text for people holds: they come from a wrong encoding or a damaged file, or hide what is written.

/**
 * Control characters but tab and line ends; U+FFFD, which stands where something was not understood; halves of pairs;
 * marks that turn the direction of the text after them, the footer of a message included.
 */
const UNSHOWABLE = /[^\P{Cc}\t\n\r]|[\uFFFD\uFFFE\uFFFF\u202A-\u202E\u2066-\u2069]|\p{Cs}/u;

/** A character that can't be shown. */
export interface Unshowable {
  /** Such as "U+202E". */
  readonly name: string;
  readonly offset: number;
}

/** Finds the first character of a text that can't be shown. */
export function findUnshowable(text: string): Unshowable | undefined {
  const found = UNSHOWABLE.exec(text);
  if (!found) return undefined;
  const code = found[0].codePointAt(0) ?? 0;
  return { name: `U+${code.toString(16).toUpperCase().padStart(4, '0')}`, offset: found.index };
}
