// Characters that no text for people holds.

import { describe, expect, it } from 'vitest';
import { findUnshowable } from '../../src/catalog/unshowable.ts';
import { problemsOf, VALID_CONTENT, withChange } from './content-tree.ts';

const ENTRY = 'facilities/port/entry.yaml';
const TEXT = 'facilities/port/about.en.md';

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

describe('content with such characters', () => {
  it('is told by file and line', async () => {
    expect(await problemsOf(withChange(TEXT, 'handle', 'han\0dle'))).toMatchInlineSnapshot(
      `"content/facilities/port/about.en.md:10  here is a character that can't be shown (U+0000). Remove it. Where there are many, the file was saved in another encoding: save it as UTF-8."`,
    );
  });

  it('is told where Cyrillic was encoded twice', async () => {
    const twice = Buffer.from(VALID_CONTENT['facilities/port/about.ru.md']).toString('latin1');
    const problems = await problemsOf({ ...VALID_CONTENT, 'facilities/port/about.ru.md': twice });
    expect(problems).toContain('content/facilities/port/about.ru.md:2  here is a character');
  });

  it('is told where YAML writes them as escapes', async () => {
    expect(await problemsOf(withChange(ENTRY, 'en: Port }', 'en: "Po\\0rt" }'))).toMatchInlineSnapshot(
      `"content/facilities/port/entry.yaml:1:29  "name.en": it holds a character that can't be shown. Correct the value."`,
    );
  });
});
