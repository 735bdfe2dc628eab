// Characters that no text for people holds.

import { describe, expect, it } from 'vitest';
import { findUnshowable } from '../../src/language/index.ts';

describe('findUnshowable', () => {
  it.each([
    ['a zero', 'a\0', 'U+0000'],
    ['the colour of a terminal', 'ab\u001B[31m', 'U+001B'],
    ['a control character of Latin-1', 'Ð\u009F', 'U+009F'],
    ['the mark of what was not understood', 'a\uFFFDb', 'U+FFFD'],
    ['a mark that turns the text around', '\u202Eabc', 'U+202E'],
    ['half of a pair', 'a\uD83D', 'U+D83D'],
  ])('finds %s', (_what, text, name) => {
    expect(findUnshowable(text)?.name).toBe(name);
  });

  it('lets all pass that people write', () => {
    expect(findUnshowable('Жүк: 5 млн\u00A0т\r\n\t«Қорғас» 🚛👩‍👦 a\u0301')).toBeUndefined();
  });
});
