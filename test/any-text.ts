// Whatever people, their keyboards and their enemies can type, for property tests.

import fc from 'fast-check';

const CONTENT_WORDS = ['Қорғас', 'хабы', 'порт', 'таможня', 'Khorgos', 'customs', 'қайда', 'где', 'where'];
const CONTROLS = ['\u0000', '\u0007', '\u001b[31m', '\r\n', '\t', '\u2028'];
const INVISIBLE = ['\u200b', '\u200f', '\u202e', '\u2066', '\ufeff', '\u00ad', '\u00a0'];
const COMPOSED = ['👍🏽', '👨‍👩‍👧‍👦', '🇰🇿', 'и\u0306', 'e\u0301\u0323\u0308', '𐐨', 'ﬁ', 'İ', 'ß', 'ﷺ'];
const HALVES = ['\ud83d', '\udc4d'];
const MARKUP = ['<b>', '</b>', '<', '>', '&', '&amp;', '"', "'", '<a href="', '{{', '$t(', '%s'];
const PATTERNS = ['.*', '(?:', '[', '\\', '$&', '^', '+', '|', '__proto__', 'constructor'];
const GAPS = [' ', '\n', '. ', '-', 'ʼ', '’', '٣', '①'];

const piece = fc.constantFrom(
  ...CONTENT_WORDS,
  ...CONTROLS,
  ...INVISIBLE,
  ...COMPOSED,
  ...HALVES,
  ...MARKUP,
  ...PATTERNS,
  ...GAPS,
);
const character = fc.string({ unit: 'binary', minLength: 1, maxLength: 1 });

/** Text of up to `maxLength` UTF-16 units (Telegram's most is 4096): any characters, in mixtures and long runs. */
export function anyText(maxLength = 4096): fc.Arbitrary<string> {
  const pieces = fc.array(fc.oneof(piece, piece, character), { maxLength: 60 });
  const run = fc.tuple(fc.oneof(piece, character), fc.nat(maxLength));
  return fc
    .oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      pieces.map((mixture) => mixture.join('')),
      pieces.map((mixture) => mixture.join(' ')),
      run.map(([repeated, length]) => repeated.repeat(Math.ceil(length / repeated.length))),
      pieces.map((mixture) => mixture.join(' ').repeat(40)),
    )
    .map((text) => text.slice(0, maxLength));
}
