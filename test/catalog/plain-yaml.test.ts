// The fast reader against the one that knows positions: where both read a text, they read the same.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { loadPlainYaml } from '../../src/catalog/plain-yaml.ts';

/** What the slower parser makes of a text; undefined where it finds an error. */
function readSlowly(text: string): { readonly value: unknown } | undefined {
  const document = parseDocument(text, { prettyErrors: false, logLevel: 'error' });
  return document.errors.length > 0 ? undefined : { value: document.toJS() };
}

describe('loadPlainYaml', () => {
  it.each([
    ['numbers', 'a: 12\nb: -4.5\nc: 012\nd: .5\ne: +7'],
    ['what only looks like a number', 'a: 1_000\nb: 07:00–19:00\nc: 2025-11\nd: 1.2.3\ne: 2025-11-25'],
    ['null and booleans', 'a: ~\nb:\nc: null\nd: true\ne: FALSE\nf: yes\ng: off'],
    ['quotes', 'a: "x: y"\nb: \'it\'\'s\'\nc: "\\u0416\\n"'],
    ['lists and maps in one line', 'a: [1, two, { three: 4 }]\nb: {}\nc: []'],
    ['blocks of text', 'a: |\n  one\n  two\nb: >-\n  one\n  two\n'],
    ['comments', '# one\na: 1 # two\nb: "#3"'],
    ['keys that are numbers', '1: a\n2.5: b\ntrue: c'],
  ])('reads %s as YAML 1.2 does', (_, text) => {
    expect(loadPlainYaml(text)).toEqual(readSlowly(text));
  });

  it.each(['a: &x 1', 'a: *x', 'a: !!str 1', '&x a: 1', '- *x', '[*x]', 'a: 0x1F', 'a: .inf', 'a: 1e3'])(
    'leaves to the closer look: %s',
    (text) => {
      expect(loadPlainYaml(text)).toBeUndefined();
    },
  );

  it.each(['a: 1\na: 2', 'a: [1', 'a: "x', 'a\n  b: 1', '\ta: 1', 'a: 1\n---\nb: 2'])(
    'does not read what is wrong: %j',
    (text) => {
      expect(loadPlainYaml(text)).toBeUndefined();
    },
  );

  it("reads the project's content as the slower parser does", () => {
    const files = readdirSync('content', { recursive: true, encoding: 'utf8' });
    const texts = files
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => readFileSync(join('content', name), 'utf8'));
    expect(texts.length).toBeGreaterThan(50);
    for (const text of texts) expect(loadPlainYaml(text)).toEqual(readSlowly(text));
  });

  it('agrees with the slower parser on files of keys and values that both can read', () => {
    const piece = fc.constantFrom(
      ...['a', 'b', ': ', ':', '- ', '"', "'", '[', ']', '{', '}', ', ', '# ', ' #', '1', '-2', '0.5', '.'],
      ...['~', 'null', 'true', '%', '@', 'ж', '_', '/', 'https://', '«', '»', '—', '|', '>', '\\', '\t'],
    );
    const value = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
    const line = fc.record({
      indent: fc.constantFrom('', '  ', '  - ', '- '),
      key: fc.constantFrom('name: ', 'facts:', '"kk": ', 'as_of: ', 'port-1: ', ''),
      value,
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (lines) => {
        const text = ['top: 1', ...lines.map((parts) => parts.indent + parts.key + parts.value)].join('\n');
        const fast = loadPlainYaml(text);
        const slow = readSlowly(text);
        if (fast && slow) expect(fast).toEqual(slow);
      }),
      { numRuns: 3000 },
    );
  });
});
