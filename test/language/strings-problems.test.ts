// Interface strings of the three languages against each other, and what is no string at all.

import { describe, expect, it } from 'vitest';
import { findStringsProblems } from '../../src/language/index.ts';

const WHOLE = { hello: 'Hello, {{name}}!', menu: { title: 'Menu' }, months: ['A', 'B'] };

/** What is said of English strings beside whole Kazakh and Russian ones, a line each. */
function problemsOf(en: object): string[] {
  return findStringsProblems({ kk: WHOLE, ru: WHOLE, en }, 'locales').map(
    ({ file, message, remedy }) => `${file}  ${message} ${remedy}`,
  );
}

describe('findStringsProblems', () => {
  it('finds nothing in what is whole', () => {
    expect(problemsOf(WHOLE)).toEqual([]);
  });

  it('tells a string that a language lacks, and a language that has one more', () => {
    expect(problemsOf({ ...WHOLE, menu: { titel: 'Menu' } })).toMatchInlineSnapshot(`
      [
        "locales/kk.json  the string "menu.titel", which en.json has, is missing. Let all three languages have it.",
        "locales/ru.json  the string "menu.titel", which en.json has, is missing. Let all three languages have it.",
        "locales/en.json  the string "menu.title", which kk.json has, is missing. Let all three languages have it.",
      ]
    `);
  });

  it('tells a placeholder that a language lacks, and a list that is shorter', () => {
    expect(problemsOf({ ...WHOLE, hello: 'Hello!', months: ['A'] })).toMatchInlineSnapshot(`
      [
        "locales/kk.json  the string "months[1]", which en.json has, is missing. Let all three languages have it.",
        "locales/ru.json  the string "months[1]", which en.json has, is missing. Let all three languages have it.",
        "locales/en.json  the string "hello" has no {{name}}, which it has in another language. Let all three languages have it.",
        "locales/en.json  the string "months[2]", which kk.json has, is missing. Let all three languages have it.",
      ]
    `);
  });

  it('tells a plural form that a language lacks', () => {
    const { hello: _, ...rest } = WHOLE;
    expect(problemsOf({ ...rest, hello_one: 'Hello, {{name}}!' })).toMatchInlineSnapshot(`
      [
        "locales/en.json  the plural form "hello_other" is missing. Let all three languages have it.",
      ]
    `);
  });

  it.each([
    ['a number', 7],
    ['nothing', null],
    ['an empty text', ' '],
    ['a list with a gap', ['A', '']],
  ])('tells %s where a text belongs', (_what, hello) => {
    const [problem = ''] = problemsOf({ ...WHOLE, hello });
    expect(problem).toMatch(/^locales\/en\.json {2}the string "hello\S*" is no text, or an empty one\./);
  });

  it('tells a character that can’t be shown', () => {
    expect(problemsOf({ ...WHOLE, hello: '\u202E{{name}}' })).toEqual([
      'locales/en.json  the string "hello" holds a character that can\'t be shown (U+202E). Remove it.',
    ]);
  });
});
