// Characters that no text for people holds.

import { describe, expect, it } from 'vitest';
import { findUnshowable, isCommonText } from '../../src/language/index.ts';

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

describe('isCommonText', () => {
  it('is true of plain texts in each language, and false of what needs a closer look', () => {
    expect(isCommonText('«Қорғас»: 5 млн\u00A0т – “ok”\n')).toBe(true);
    expect(isCommonText('a\u0301')).toBe(false);
    expect(isCommonText('a\0')).toBe(false);
  });

  it('is true of no sign that can not be shown, is not composed, or joins the letter before it', () => {
    const letters = ['a', 'e', 'и', 'у', 'і', 'К', '‐', '>'];
    for (let code = 0; code < 0x1_0000; code += 1) {
      const sign = String.fromCharCode(code);
      if (!isCommonText(sign)) continue;
      expect(findUnshowable(sign), `U+${code.toString(16)}`).toBeUndefined();
      for (const text of [sign, ...letters.map((letter) => letter + sign)])
        expect(text.normalize('NFC'), `U+${code.toString(16)}`).toBe(text);
    }
  });
});
