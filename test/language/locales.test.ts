// The strings of the three languages against each other and against the code that asks for them:
// the same keys, the plural forms that each language needs, the same placeholders, none unused, none missing.

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS, STAFF_COMMANDS } from '../../src/bot/commands.ts';
import { LEG_MODES, TOPICS } from '../../src/catalog/index.ts';
import { GAP_REASONS } from '../../src/desk/index.ts';
import { DATE_FORMS, LANGUAGES, type Language, SCALES } from '../../src/language/index.ts';
import { DESK_STEPS, REQUEST_STEPS } from '../../src/screens/index.ts';
import { INQUIRY_FIELDS, INQUIRY_STATES } from '../../src/store/index.ts';
import { LOCALES_FOLDER, loadProjectPhrases } from './project-phrases.ts';

const PLURAL_SUFFIX = /_(zero|one|two|few|many|other)$/;
const SOURCE_FOLDER = resolve(import.meta.dirname, '../../src');

/** The leaves of a file of strings by their whole key; lists count as leaves. */
function flatten(value: unknown, path: readonly string[] = []): [key: string, leaf: unknown][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[path.join('.'), value]];
  return Object.entries(value).flatMap(([key, inner]) => flatten(inner, [...path, key]));
}

function readLeaves(language: Language): ReadonlyMap<string, unknown> {
  return new Map(flatten(JSON.parse(readFileSync(join(LOCALES_FOLDER, `${language}.json`), 'utf8'))));
}

const leaves = new Map(LANGUAGES.map((language) => [language, readLeaves(language)]));
const phrases = await loadProjectPhrases();

function leavesOf(language: Language): ReadonlyMap<string, unknown> {
  return leaves.get(language) ?? new Map();
}

/** Each key without its plural suffix, with the suffixes that it stands with ("" for none). */
function familiesOf(language: Language): ReadonlyMap<string, readonly string[]> {
  const families = new Map<string, string[]>();
  for (const key of leavesOf(language).keys()) {
    const name = key.replace(PLURAL_SUFFIX, '');
    families.set(name, [...(families.get(name) ?? []), PLURAL_SUFFIX.exec(key)?.[1] ?? '']);
  }
  return families;
}

const keys = [...familiesOf('en').keys()];

describe('the strings of the three languages', () => {
  it.each(LANGUAGES)('have in %s the keys that English has', (language) => {
    expect([...familiesOf(language).keys()].sort()).toEqual([...keys].sort());
  });

  it.each(LANGUAGES)('have in %s each plural form that the language needs, or none', (language) => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
    const wrong = [...familiesOf(language)].filter(
      ([, suffixes]) => suffixes.join() !== '' && suffixes.toSorted().join() !== needed.join(),
    );
    expect(wrong).toEqual([]);
  });

  it.each(LANGUAGES)('are in %s trimmed, composed and never empty', (language) => {
    const wrong = [...leavesOf(language)].filter(([, leaf]) => {
      const strings: unknown[] = Array.isArray(leaf) ? leaf : [leaf];
      return !strings.every(
        (text) => typeof text === 'string' && text !== '' && text === text.trim().normalize('NFC'),
      );
    });
    expect(wrong).toEqual([]);
  });

  it.each(keys)('fill the same placeholders: %s', (key) => {
    const [kk, ru, en] = LANGUAGES.map((language) =>
      [...leavesOf(language)]
        .filter(([name]) => name.replace(PLURAL_SUFFIX, '') === key)
        .map(([, text]) => placeholdersOf(String(text))),
    );
    const used = [...(kk ?? []), ...(ru ?? []), ...(en ?? [])];
    expect(new Set(used).size).toBe(1);
  });

  it.each(LANGUAGES)('fit in %s what Telegram allows in a profile', (language) => {
    // core.telegram.org/bots/api: setMyName, setMyDescription, setMyShortDescription, BotCommand
    const { phrase } = phrases[language];
    expect(phrase('profile.name').length).toBeLessThanOrEqual(64);
    expect(phrase('profile.description').length).toBeLessThanOrEqual(512);
    expect(phrase('profile.short').length).toBeLessThanOrEqual(120);
    for (const command of [...COMMANDS, ...STAFF_COMMANDS]) {
      expect(phrase(`command.${command}`).length).toBeLessThanOrEqual(256);
    }
  });
});

/** The placeholders of a string; a month is one placeholder, whichever form of it the language takes. */
function placeholdersOf(text: string): string {
  const names = [...text.matchAll(/\{\{(.*?)\}\}/g)].map(([, name = '']) => name);
  const forms: readonly string[] = DATE_FORMS;
  return names
    .map((name) => (forms.includes(name) ? 'month' : name))
    .sort()
    .join(' ');
}

/** What src asks for: keys as they stand, and patterns of keys that are put together from values. */
interface AskedFor {
  readonly keys: ReadonlySet<string>;
  readonly patterns: readonly RegExp[];
}

function readAskedFor(): AskedFor {
  const groups = new Set(keys.map((key) => key.split('.')[0]));
  const code = readdirSync(SOURCE_FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(SOURCE_FOLDER, name), 'utf8'))
    .join('\n');
  const called = [...code.matchAll(/\b(?:phrase|list)\('([^']+)'/g)].map(([, key = '']) => key);
  // A key may stand in a list or a variable before it is asked for: 'help.ask'.
  const named = [...code.matchAll(/'(\w+)(?:\.[\w-]+)+'/g)]
    .filter(([, group]) => groups.has(group ?? ''))
    .map(([literal]) => literal.slice(1, -1))
    // A file of content may be called like a group of strings: 'desk.yaml'.
    .filter((name) => !/\.(?:yaml|json|png)$/.test(name));
  const patterns = [...code.matchAll(/`(\w+)\.((?:[\w.-]|\$\{[^}`]*\})+)`/g)]
    .filter(([, group, rest]) => groups.has(group ?? '') && rest?.includes('${'))
    .map(([literal]) =>
      literal
        .slice(1, -1)
        .replaceAll('.', '\\.')
        .replaceAll(/\$\{[^}]*\}/g, '[\\w-]+'),
    );
  return {
    keys: new Set([...called, ...named]),
    patterns: [...new Set(patterns)].map((pattern) => new RegExp(`^${pattern}$`)),
  };
}

const askedFor = readAskedFor();

describe('the strings and the code', () => {
  it('have no key that src never asks for', () => {
    const unused = keys.filter(
      (key) => !askedFor.keys.has(key) && !askedFor.patterns.some((pattern) => pattern.test(key)),
    );
    expect(unused).toEqual([]);
  });

  it('have every key that src names', () => {
    expect([...askedFor.keys].filter((key) => !keys.includes(key))).toEqual([]);
  });

  it.each(askedFor.patterns.map(String))('have keys for what src puts together: %s', (text) => {
    const pattern = askedFor.patterns.find((known) => String(known) === text);
    expect(keys.filter((key) => pattern?.test(key))).not.toEqual([]);
  });

  it('are looked for by patterns that this test knows, so that none is left out below', () => {
    const known = [
      ...['topic', 'status', 'way', 'unit', 'scale', 'command', 'menu', 'date'],
      ...['inquiry', 'requests', 'fromDesk', 'toDesk', 'stats', 'gaps'],
    ];
    const groups = new Set(askedFor.patterns.map((pattern) => /^\^(\w+)/.exec(pattern.source)?.[1]));
    expect([...groups].sort()).toEqual(known.sort());
  });

  it.each(LANGUAGES)('have in %s a string for each value that a key is put together from', (language) => {
    const asked = [
      ...TOPICS.map((topic) => `topic.${topic}`),
      ...['planned', 'building', 'working', 'extending'].map((state) => `status.${state}`),
      ...LEG_MODES.map((mode) => `way.${mode}`),
      ...SCALES.map((scale) => `scale.${scale}`),
      ...[...COMMANDS, ...STAFF_COMMANDS].map((command) => `command.${command}`),
      ...['answer', 'choose', 'refuse'].map((outcome) => `stats.outcome.${outcome}`),
      ...INQUIRY_STATES.map((state) => `stats.state.${state}`),
      ...GAP_REASONS.map((reason) => `gaps.${reason}`),
      ...['hubs', 'routes', 'formats', 'guides'].flatMap((menu) =>
        ['title', 'text', 'button'].map((part) => `menu.${menu}.${part}`),
      ),
      ...[...INQUIRY_FIELDS, 'confirm'].map((asked) => `inquiry.ask.${asked}`),
      ...['back', 'cancel', 'go-on', 'restart', 'agree', 'send', 'keep'].map(
        (step) => `inquiry.step.${step}`,
      ),
      ...['subject', 'company', 'wish', 'contact'].flatMap((field) => [
        `inquiry.change.${field}`,
        `inquiry.field.${field}`,
      ]),
      ...['too-long', 'no-words', 'no-contact', 'no-button'].map((problem) => `inquiry.problem.${problem}`),
      ...INQUIRY_STATES.map((state) => `requests.state.${state}`),
      ...REQUEST_STEPS.filter((step) => step !== 'show').map((step) => `requests.${step}`),
      ...DESK_STEPS.map((step) => `toDesk.${step}`),
      ...['year', 'month', 'day'].flatMap((precision) => [
        `date.short.${precision}`,
        ...DATE_FORMS.map((form) => `date.${precision}.${form}`),
      ]),
    ];
    expect(asked.filter((key) => !phrases[language].has(key))).toEqual([]);
  });

  it.each(LANGUAGES)('have in %s twelve months in each form', (language) => {
    const lengths = DATE_FORMS.map((form) => phrases[language].list(`date.months.${form}`).length);
    expect(lengths).toEqual(DATE_FORMS.map(() => 12));
  });
});
