// Damages that need to know what a file holds: YAML, Markdown, JSON with something wrong in it.

import type { Random } from '../random.ts';

/** Makes a damaged text of a whole one; undefined where it can't be damaged so. */
export type TextDamage = (text: string, random: Random) => string | undefined;

type Damages = Readonly<Record<string, TextDamage>>;

const ODD_VALUES = [
  '7', '-1', '.nan', '-.inf', '1e999', '0x1F', '99999999999999999999999', 'true', 'null', '~', '', '""', "' '",
  '[]', '{}', '[1, [2, [3]]]', '{ kk: 1 }', '2025-13-45', '25.11.2025', 'hubs/nowhere', '../../etc/passwd',
  '"\\0"', '"\\uD800"', '"a\\nb"', '"\\u202E"', '!!binary aGk=', '!!js/function "x"', '<b>x</b>', '{x}', '{{x}}',
  '|', '>', '- a', '@a', '`a`', '%a', 'a: b: c', 'a #b', '# a', 'x'.repeat(5000), 'x '.repeat(20_000), '-'.repeat(3000),
] as const; // biome-ignore format: a list of short things

/** Damages to YAML: a whole file, or the front matter of an answer. */
export const YAML_DAMAGES: Damages = {
  'a value of another type': (yaml, random) =>
    changeMatch(yaml, /(?<=: )\S.*$/gm, random, () => random.pick(ODD_VALUES)),
  'a word of another type': (yaml, random) =>
    changeMatch(yaml, /(?<=[:,[{-] )[^\s,[\]{}:]+/g, random, () => random.pick(ODD_VALUES)),
  'keys swapped': (yaml, random) => swapMatches(yaml, /[\w-]+(?=: )/g, random),
  'values swapped': (yaml, random) => swapMatches(yaml, /(?<=: )[^\s,{}[\]][^,{}[\]\n]*/g, random),
  'a key misspelt': (yaml, random) => changeMatch(yaml, /[\w-]+(?=:)/g, random, (key) => key.slice(1)),
  'a key renamed oddly': (yaml, random) =>
    changeMatch(yaml, /[\w-]+(?=:)/g, random, () =>
      random.pick([
        '__proto__',
        'constructor',
        'toString',
        'hasOwnProperty',
        '<<',
        '""',
        '1',
        'Кл юч',
        'k'.repeat(900),
      ]),
    ),
  'an odd key more': (yaml, random) =>
    insertLine(
      yaml,
      random,
      random.pick([
        '__proto__: { state: working }',
        'constructor: 1',
        '<<: { a: 1 }',
        '<<: *a',
        '? [a, b]',
        '? a\n: b',
        '"": 1',
        ': 1',
        'length: 5',
      ]),
    ),
  'a quote not closed': (yaml, random) => insertInto(yaml, random.pick(['"', "'", ' "', ": '"]), random),
  'a bracket not closed': (yaml, random) =>
    insertInto(yaml, random.pick(['[', '{', ' [', ': {', ']', '}']), random),
  'a bracket lost': (yaml, random) => changeMatch(yaml, /[[\]{}]/g, random, () => ''),
  'a tab': (yaml, random) => changeMatch(yaml, /^ +|: /gm, random, () => '\t'),
  'a line moved in or out': (yaml, random) =>
    changeMatch(yaml, /^ */gm, random, (indent) => (random.below(2) === 0 ? `${indent} ` : indent.slice(1))),
  'an anchor': (yaml, random) => changeMatch(yaml, /(?<=[:-] )(?=\S)/g, random, () => '&a '),
  'an alias': (yaml, random) => changeMatch(yaml, /(?<=[:-] )\S.*/g, random, () => '*a'),
  'an alias of itself': (yaml, random) => changeMatch(yaml, /(?<=: )\S.*$/gm, random, () => '&a [*a, *a]'),
  'aliases of aliases': (yaml, random) => insertLine(yaml, random, aliasBomb()),
  'lists in lists': (yaml, random) =>
    changeMatch(yaml, /(?<=: )\S.*$/gm, random, () => nested('[', ']', random)),
  'blocks in blocks': (yaml, random) =>
    changeMatch(yaml, /(?<=: )\S.*$/gm, random, () => nested('{a: ', '}', random)),
  'lists in lists without an end': (yaml, random) => insertInto(yaml, '[ '.repeat(50_000), random),
  'dashes in dashes': (yaml, random) => insertLine(yaml, random, '- '.repeat(30_000)),
  'lines further and further in': (yaml) =>
    `${yaml}\n${Array.from({ length: 600 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')}\n`,
  'many wrong references': (yaml, random) =>
    changeMatch(
      yaml,
      /(?<=(?:links|rests_on|source|questions|aliases): )\S.*$/gm,
      random,
      () => `[${Array.from({ length: 3000 }, (_, number) => `hubs/nowhere-${number}#x`).join(', ')}]`,
    ),
  'many keys': (yaml, random) =>
    insertLine(yaml, random, Array.from({ length: 4000 }, (_, number) => `k${number}: ${number}`).join('\n')),
  'a second document': (yaml, random) =>
    insertLine(yaml, random, random.pick(['---', '...', '--- a', '%YAML 9.9', '---\n---'])),
  'all a comment': (yaml) => yaml.replaceAll(/^/gm, '# '),
  'all a list': (yaml) => yaml.replaceAll(/^/gm, '- '),
  'all a text': (yaml) => JSON.stringify(yaml),
  'a block of text': (yaml, random) =>
    changeMatch(yaml, /(?<=: )\S.*$/gm, random, () =>
      random.pick(['|\n a\nb', '>-9\n a', '|+\n\n\n', '>\n  a\n b']),
    ),
};

const ODD_BODIES = [
  '', ' \n\t\n', '-', '- \n- \n', '# Head', '```\ncode', '~~~', '> quoted', '***', '| a | b |\n|---|---|\n| c | d |',
  '<b>bold</b>', '<script>alert(1)</script>', '<!--', '<![CDATA[', '<?php', '&#0;', '&lt;b&gt;', '![a](https://a.kz/a.png)',
  '[a](javascript:alert)', '[a]()', '[a](<', '[a]: https://a.kz', '[a][b]', '<https://a.kz>', '{', '}', '{}', '{{', '{"', '{"7"',
  '{nowhere}', '{hubs/nowhere#a}', '{__proto__}', '{constructor}', '{a|b|c}', '{a\n}', 'in 2027', '٣٤', '5\u00A0%', 'a\u202Eb', 'a\0b',
  '\u200F\u200F', '\\', 'a\\\nb', 'a  \nb', '    code', '- a\n  - b\n    - c', '1. a\n1) b', '**', '**a', '_a*', '- a\n\n  b',
] as const; // biome-ignore format: a list of short things

const HEAVY_BODIES: Damages = {
  brackets: () => '['.repeat(9000),
  'brackets that close': () => '[a]('.repeat(2400),
  images: () => '!['.repeat(4800),
  stars: () => '*a **b '.repeat(1300),
  underscores: () => '_'.repeat(9500),
  ticks: () => Array.from({ length: 130 }, (_, length) => '`'.repeat(length)).join(' '),
  dashes: () => '- '.repeat(4700),
  quotations: () => '>'.repeat(9500),
  'lists in lists': () => Array.from({ length: 130 }, (_, depth) => `${' '.repeat(depth)}- a`).join('\n'),
  braces: () => '{'.repeat(9500),
  'braces that close': () => '{a|'.repeat(3000),
  references: () => '{x}'.repeat(3100),
  'references elsewhere': () => '{hubs/x#y}'.repeat(950),
  entities: () => '&'.repeat(9500),
  comments: () => '<!-- '.repeat(1800),
  'a long word': () => 'a'.repeat(9900),
  'a long line of spaces': () => `a${' '.repeat(9900)}b`,
  'too long': () => 'Word after word. '.repeat(900),
  'bars and dashes': () => '|-'.repeat(4800),
  pictures: () => '👩‍👩‍👧‍👦'.repeat(800),
  'marks on a letter': () => `a${'\u0301'.repeat(9000)}`,
};

/** Damages to an answer's Markdown, without its front matter. */
export const MARKDOWN_DAMAGES: Damages = {
  'odd Markdown instead': (_body, random) => random.pick(ODD_BODIES),
  'odd Markdown in between': (body, random) => insertInto(body, random.pick(ODD_BODIES), random),
  'odd Markdown below': (body, random) => `${body}\n\n${random.pick(ODD_BODIES)}\n`,
  'heavy Markdown': (body, random) => random.pick(Object.values(HEAVY_BODIES))(body, random),
  'a reference damaged': (body, random) =>
    changeMatch(body, /\{[^}]*\}/g, random, (found) =>
      random.pick([
        '',
        found.slice(1),
        found.slice(0, -1),
        found.replace('}', 'x}'),
        found.replace('}', '|of}'),
        found.toUpperCase(),
        `${found}${found}`,
      ]),
    ),
};

/** Damages to the lines between which a front matter stands. */
export const FRONT_DAMAGES: Damages = {
  'no first line of ---': (text) => text.replace('---\n', ''),
  'no second line of ---': (text) => text.replace('\n---\n', '\n'),
  'a space before ---': (text) => ` ${text}`,
  'four dashes': (text) => text.replace('\n---\n', '\n----\n'),
  'nothing but front matter': (text) => text.slice(0, text.indexOf('\n---\n') + 5),
  'front matter twice': (text) => `${text.slice(0, text.indexOf('\n---\n') + 5)}${text}`,
};

/** Damages to JSON, which holds the interface strings. */
export const JSON_DAMAGES: Damages = {
  'a value of another type': (json, random) =>
    changeMatch(json, /(?<=: )"[^"]*"/g, random, () =>
      random.pick([
        '7',
        'true',
        'null',
        '""',
        '" "',
        '[]',
        '{}',
        '[1]',
        '{"a": 1}',
        'x',
        '"\\u0000"',
        '"\\ud800"',
      ]),
    ),
  'an item of another type': (json, random) =>
    changeMatch(json, /(?<=[[,] ?)"[^"]*"(?=[,\]])/g, random, () =>
      random.pick(['7', 'null', '""', '[]', '{}']),
    ),
  'a key misspelt': (json, random) => changeMatch(json, /(?<=")\w+(?=": )/g, random, (key) => key.slice(1)),
  'a key renamed oddly': (json, random) =>
    changeMatch(json, /(?<=")\w+(?=": )/g, random, () =>
      random.pick(['__proto__', 'constructor', '', 'a.b']),
    ),
  'a comma lost': (json, random) => changeMatch(json, /,(?=\s)/g, random, () => ''),
  'a quote lost': (json, random) => changeMatch(json, /"/g, random, () => ''),
  'a placeholder damaged': (json, random) =>
    changeMatch(json, /\{\{\w+\}\}/g, random, (found) =>
      random.pick([
        found.slice(1),
        found.slice(0, -1),
        '{{x}}',
        '{{- x}}',
        '{{',
        '$t(menu)',
        '{{x, number}}',
        '',
      ]),
    ),
  'lists in lists': (json, random) =>
    changeMatch(json, /(?<=: )"[^"]*"/g, random, () => nested('[', ']', random)),
  'blocks in blocks': (json, random) =>
    changeMatch(json, /(?<=: )"[^"]*"/g, random, () => `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`),
};

function nested(open: string, close: string, random: Random): string {
  const depth = random.pick([8, 300, 3000, 30_000]);
  return `${open.repeat(depth)}${close.repeat(depth)}`;
}

function aliasBomb(): string {
  const lines = Array.from({ length: 12 }, (_, number) => {
    const above = `*b${number}, `.repeat(9);
    return `b${number + 1}: &b${number + 1} [${above}*b${number}]`;
  });
  return ['b0: &b0 [lol]', ...lines].join('\n');
}

function changeMatch(
  text: string,
  pattern: RegExp,
  random: Random,
  change: (found: string) => string,
): string | undefined {
  const matches = [...text.matchAll(pattern)];
  if (matches.length === 0) return undefined;
  const { index, 0: found } = random.pick(matches);
  return text.slice(0, index) + change(found) + text.slice(index + found.length);
}

function swapMatches(text: string, pattern: RegExp, random: Random): string | undefined {
  const matches = [...text.matchAll(pattern)];
  if (matches.length < 2) return undefined;
  const at = random.below(matches.length - 1);
  const later = at + 1 + random.below(Math.min(4, matches.length - at - 1));
  const [one, other] = [matches[at], matches[later]];
  if (!one || !other) return undefined;
  const between = text.slice(one.index + one[0].length, other.index);
  return text.slice(0, one.index) + other[0] + between + one[0] + text.slice(other.index + other[0].length);
}

function insertInto(text: string, inserted: string, random: Random): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + inserted + text.slice(at);
}

function insertLine(text: string, random: Random, line: string): string {
  const lines = text.split('\n');
  return lines.toSpliced(random.below(lines.length + 1), 0, line).join('\n');
}
