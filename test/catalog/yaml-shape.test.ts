// What YAML can write and content never needs, found in a time that grows with the text only.

import { describe, expect, it } from 'vitest';
import { frontMatterSchema } from '../../src/catalog/schema.ts';
import { readYaml } from '../../src/catalog/yaml-file.ts';
import { findDepth } from '../../src/catalog/yaml-shape.ts';

const PLACE = { file: 'about.en.md', linesBefore: 1 };

describe('findDepth', () => {
  it.each([
    ['brackets', `links: ${'['.repeat(41)}`],
    ['brackets of which others are closed', `links: ${'[}'.repeat(41)}`],
    ['braces', `links: ${'{ a: '.repeat(50)}`],
    ['dashes', '- '.repeat(40)],
    ['lines', Array.from({ length: 201 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ])('finds %s in each other', (_what, text) => {
    expect(findDepth(text)).toBeDefined();
  });

  it.each([
    ['brackets side by side', '[a]: {b}\n'.repeat(500)],
    ['a list', '- a\n'.repeat(500)],
    ['a rule of dashes', '-'.repeat(500)],
  ])('does not mind %s', (_what, text) => {
    expect(findDepth(text)).toBeUndefined();
  });
});

describe('readYaml', () => {
  it('tells where lists stand in each other by the thousand', () => {
    const { problems } = readYaml(`title: Port\n${'- '.repeat(30_000)}`, frontMatterSchema, PLACE);
    expect(problems).toEqual([
      {
        file: 'about.en.md',
        line: 3,
        message: 'too many blocks or lists stand in each other.',
        remedy: 'Remove what was inserted here by mistake.',
      },
    ]);
  });

  it('tells the first of thousands of mistakes, and that there are more', () => {
    const many = Array.from({ length: 8000 }, (_, number) => `key-${number}: ${number}`).join('\n');
    const { problems } = readYaml(`title: Port\n${many}`, frontMatterSchema, PLACE);
    expect(problems).toHaveLength(21);
    expect(problems[1]).toMatchObject({ line: 3, message: 'the key "key-0" is not known here.' });
    expect(problems.at(-1)).toMatchObject({ message: 'there are more mistakes in this file.' });
  });

  it('tells each key that stands twice, in its block', () => {
    const { problems } = readYaml(
      'a: { b: 1, b: 2 }\nc: { b: 1 }\na: 3\n1: x\n"1": y\n',
      frontMatterSchema,
      PLACE,
    );
    expect(problems.map(({ line, column }) => [line, column])).toEqual([
      [2, 12],
      [4, 1],
      [6, 1],
    ]);
  });
});
