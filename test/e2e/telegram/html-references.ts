// Character references of Telegram's HTML: four names, and numbers (https://core.telegram.org/bots/api#html-style).

const NAMES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };
const REFERENCE = /&(?:#x([0-9a-f]*)|#(\d*)|([a-z]*))/iy;
/** "&", "#", "x" and digits; a longer one is taken for plain text. */
const LONGEST = 9;

/** A reference that was read. */
export interface Reference {
  readonly code: number;
  /** Where reading goes on. */
  readonly end: number;
  readonly hasSemicolon: boolean;
}

/** Reads the reference that begins at "&". Returns undefined for what Telegram takes for plain text. */
export function readReference(text: string, at: number): Reference | undefined {
  REFERENCE.lastIndex = at;
  const [whole = '', hexadecimal, decimal, name] = REFERENCE.exec(text) ?? [];
  // Only a small x begins a hexadecimal number.
  if (whole.startsWith('&#X')) return undefined;
  const code = name === undefined ? readNumber(whole, hexadecimal, decimal) : NAMES[name]?.codePointAt(0);
  if (code === undefined) return undefined;
  const end = at + whole.length;
  const hasSemicolon = text.charAt(end) === ';';
  return { code, end: hasSemicolon ? end + 1 : end, hasSemicolon };
}

function readNumber(whole: string, hexadecimal?: string, decimal?: string): number | undefined {
  const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  return whole.length <= LONGEST && code > 0 && code < 0x10ffff ? code : undefined;
}
