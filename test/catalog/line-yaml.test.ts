// The reader of lines against a whole parser: what it reads, the parser reads the same.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readLineYaml } from '../../src/catalog/line-yaml.ts';

describe('readLineYaml', () => {
  it.each([
    [
      'a title and questions',
      'title: "Порт: Ақтау"\nwritten: 2026-11-24\nquestions:\n  - где порт\n  - «порт»',
    ],
    ['both kinds of quotes', 'title: \'say "port"\'\nquestions:\n  - "it\'s 5: 6 # 7"\n'],
    [
      'texts that begin with a figure',
      'questions:\n  - 7,5 миллиона МРП\n  - 125–131-баптарда не бар\n  - 5 - 6',
    ],
    [
      'colons and dashes within a text',
      'questions:\n  - с 9:00 - до 18:00 - когда?\n  - Хоргос — это [порт]',
    ],
    ['lists far in, and lists after lists', 'a:\n      - x\nb:\n - y\n - z'],
  ])('reads %s', (_, text) => {
    expect(readLineYaml(text)).toEqual(parse(text));
  });

  it.each([
    ...[
      '',
      '\n',
      'a:',
      'a:\nb: x',
      'a: x\n\nb: y',
      'a: x # note',
      '# note\na: x',
      'a: x: y',
      'a: x:',
      'a: x ',
    ],
    ...[
      'a: 2027',
      'a: 1.5',
      'a: null',
      'a: True',
      'null: x',
      'a: x\na: y',
      'a: [x]',
      'a: {x: y}',
      'a: |\n  x',
    ],
    ...[
      'a: *x',
      'a: !x y',
      'a: "\\n"',
      "a: 'it''s'",
      'a: x\n  y',
      'a:\n  - x\n    y',
      'a: x\n  - y',
      'a:\n- x',
    ],
    ...[
      'a:\n  - x\n   - y',
      'a:\n  - b: c',
      'a:\n  - - x',
      'a:\n  -',
      '- x',
      'a:\tx',
      'a: x\u2028y',
      'a:\r\n  - x',
    ],
  ])('leaves to the parser: %j', (text) => {
    expect(readLineYaml(text)).toBeUndefined();
  });

  it("reads nearly every front matter of the project's content", () => {
    const heads = readdirSync('content', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => readFileSync(join('content', name), 'utf8').split('\n---\n')[0]?.slice(4) ?? '');
    const read = heads.filter((head) => readLineYaml(head));
    expect(read.length).toBeGreaterThan(0.9 * heads.length);
    for (const head of read) expect(readLineYaml(head)).toEqual(parse(head));
  });

  it('reads whatever it reads as the parser does', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        'ж',
        '«',
        '5',
        '7.5',
        '2026-11',
        ' ',
        '  ',
        ':',
        ': ',
        ' #',
        '#',
        '-',
        '- ',
        '"',
        "'",
        '\\',
        ',',
      ],
      ...[
        '[',
        '{',
        '}',
        '?',
        '!',
        '&',
        '*',
        '|',
        '>',
        '%',
        '@',
        '~',
        'null',
        'true',
        '.',
        '—',
        '\u00a0',
        '\t',
      ],
    );
    const text = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(''));
    const begin = fc.constantFrom('title: ', 'b: ', 'questions:', 'c:', '  - ', ' - ', '- ', '', '    ');
    const line = fc.tuple(begin, text).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (lines) => {
        const read = readLineYaml(lines.join('\n'));
        if (read) expect(read).toEqual(parse(lines.join('\n')));
      }),
      { numRuns: 5000 },
    );
  });
});
