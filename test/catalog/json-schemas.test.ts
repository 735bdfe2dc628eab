// JSON Schemas for editors, held against the check by a validator that knows nothing of our code.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readContentFolder } from '../../src/catalog/index.ts';
import { contentSchemas, schemaLine, withSchemaLine } from '../../src/catalog/json-schemas.ts';
import { PROJECT_FOLDER } from '../project-catalog.ts';
import { problemsOf, VALID_CONTENT, warningsOf, withChange } from './content-tree.ts';

const CONTENT_FOLDER = join(PROJECT_FOLDER, 'content');

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
ajv.addKeyword('patternErrorMessage');
const validators = new Map(
  [...contentSchemas()].map(([name, text]) => [
    name.replace('.schema.json', ''),
    ajv.compile(JSON.parse(text)),
  ]),
);

/** What a file's schema finds wrong in it, as an editor would underline it. */
function underlined(path: string, text: string): string[] {
  const isAnswer = path.endsWith('.md');
  const name = isAnswer ? 'answer' : (path.split('/').at(-1) ?? '').replace('.yaml', '');
  const value: unknown = parse(isAnswer ? (text.split(/^---$/m)[1] ?? '') : text);
  const validate = validators.get(name);
  if (!validate) throw new Error(`there is no schema for ${path}`);
  return validate(value) ? [] : (validate.errors ?? []).map(({ instancePath }) => `${path}${instancePath}`);
}

describe('the schemas in content/schemas', () => {
  it('are those of the code; npm run --silent torap -- schemas writes them', async () => {
    for (const [name, text] of contentSchemas()) {
      expect(await readFile(join(CONTENT_FOLDER, 'schemas', name), 'utf8'), name).toBe(text);
    }
  });

  it("find nothing wrong in the project's own files", async () => {
    const folder = await readContentFolder(CONTENT_FOLDER);
    const answers = folder.entries.flatMap((entry) =>
      [...entry.answers.values()].flatMap((texts) => [...texts.values()]),
    );
    const shared = [
      folder.sources,
      folder.places,
      folder.synonyms,
      folder.stopwords,
      folder.outside,
      folder.desk,
    ];
    const files = [...shared, ...folder.entries.map(({ entry }) => entry), ...answers];
    expect(files.length).toBeGreaterThan(100);
    expect(files.flatMap((file) => (file ? underlined(file.file, file.text) : []))).toEqual([]);
  });

  it('find nothing wrong in what the tests begin with', () => {
    const found = Object.entries(VALID_CONTENT).flatMap(([path, text]) => underlined(path, text));
    expect(found).toEqual([]);
  });
});

const ENTRY = 'facilities/port/entry.yaml';
const TEXT = 'facilities/port/about.en.md';

describe('what the check refuses in one file, an editor underlines', () => {
  it.each([
    ['a misspelt key', ENTRY, 'neighbour:', 'nieghbour:'],
    ['a missing key', ENTRY, '  latitude: 43.6\n', ''],
    ['an empty text', ENTRY, 'en: Port }', 'en: "  " }'],
    ['an unknown topic', ENTRY, '  about: {', '  abuot: {'],
    ['an unknown state', ENTRY, 'state: working', 'state: open'],
    ['a date in other figures', ENTRY, '2027-05-24', '24.05.2027'],
    ['a month that no calendar has', ENTRY, 'date: 2015-08', 'date: 2015-13'],
    ['a year with two figures', ENTRY, 'date: 2015-08', 'date: 15'],
    ["what is no entry's id", ENTRY, '[facilities/station]', '[station]'],
    ["what is no source's id", ENTRY, '[gazette, ', '["The Gazette", '],
    ["what is no fact's id", ENTRY, '  act: {', '  Legal_Act: {'],
    ['what names no fact', ENTRY, 'rests_on: [owner]', 'rests_on: [the owner]'],
    ['a place that is not on Earth', ENTRY, '43.6', '436'],
    ['a number in quotes', ENTRY, 'value: 20', 'value: "20"'],
    ['a range of three', ENTRY, 'value: 20', 'value: [1, 2, 3]'],
    ['a fact of two kinds', ENTRY, 'unit: tonne,', 'unit: tonne, date: 2023,'],
    ['a fact of no kind', ENTRY, 'literal: "№ 624", ', ''],
    ['a fact without a source', ENTRY, ', source: old-act', ''],
    ['a word where a list belongs', ENTRY, '[harbour]', 'harbour'],
    ['a title that no button holds', TEXT, 'About the port', 'About the port '.repeat(5)],
    ['a missing list of questions', TEXT, 'questions:', 'qestions:'],
    ['what is no web address', 'sources.yaml', 'https://port.example/about', 'port.example'],
    ['an address of another kind', 'sources.yaml', 'https://port.example/about', 'ftp://port.example'],
    ['a language that Torap does not speak', 'synonyms.yaml', 'en:', 'de:'],
    ['a word where a list of synonyms belongs', 'synonyms.yaml', 'truck: [lorry]', 'truck: lorry'],
    ['a missing language', 'stopwords.yaml', 'kk: [бұл]\n', ''],
    ['a number among words', 'stopwords.yaml', '[the]', '[the, 24]'],
    ['a subject outside without a language', 'outside.yaml', '  ru: [будет ли дождь]\n', ''],
    ['a misspelt weekday', 'desk.yaml', 'monday:', 'munday:'],
    ['hours without minutes', 'desk.yaml', 'monday: 09:00-18:00', 'monday: 9-18'],
    ['a day off that is a month', 'desk.yaml', '2026-12-16', '2026-12'],
    ['a promise of half an hour', 'desk.yaml', 'hours: 8', 'hours: 0.5'],
    ['a time zone left empty', 'desk.yaml', 'time_zone: Asia/Almaty', 'time_zone:'],
  ] as const)('%s', async (_name, path, before, after) => {
    const files = withChange(path, before, after);
    expect(underlined(path, String(files[path]))).not.toEqual([]);
    expect(await problemsOf(files)).toContain(`content/${path}:`);
  });
});

describe('the first line of a YAML file', () => {
  it.each([
    ['sources.yaml', '# yaml-language-server: $schema=./schemas/sources.schema.json'],
    ['hubs/khorgos/entry.yaml', '# yaml-language-server: $schema=../../schemas/entry.schema.json'],
  ])('names the schema by its way from %s', (path, line) => {
    expect(schemaLine(path)).toBe(line);
    expect(withSchemaLine('a: 1\n', path)).toBe(`${line}\na: 1\n`);
    expect(withSchemaLine('# yaml-language-server: $schema=x.json\na: 1\n', path)).toBe(`${line}\na: 1\n`);
    expect(withSchemaLine('\ufeffa: 1\r\n', path)).toBe(`\ufeff${line}\r\na: 1\r\n`);
    expect(withSchemaLine(withSchemaLine('', path), path)).toBe(`${line}\n`);
  });

  it('is missed where there are schemas, and nothing is read in their folder', async () => {
    const lined = Object.entries(VALID_CONTENT).map(([path, text]) =>
      path.endsWith('.yaml') ? [path, withSchemaLine(text, path)] : [path, text],
    );
    const files = { ...Object.fromEntries(lined), 'schemas/entry.schema.json': 'no JSON' };
    expect(await warningsOf(files)).toBe('');
    const bare = { ...files, [ENTRY]: VALID_CONTENT[ENTRY], 'sources.yaml': VALID_CONTENT['sources.yaml'] };
    expect(await warningsOf(bare)).toMatchInlineSnapshot(`
      "content/sources.yaml:1  the first line does not name the schema by which editors complete and underline. Let it be: # yaml-language-server: $schema=./schemas/sources.schema.json
      content/facilities/port/entry.yaml:1  the first line does not name the schema by which editors complete and underline. Let it be: # yaml-language-server: $schema=../../schemas/entry.schema.json"
    `);
    expect(await warningsOf(VALID_CONTENT)).toBe('');
  });
});
