// YAML that a person mistyped: each mistake told once, at its line and column, with what to do.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { describeProblem } from '../../src/catalog/problem.ts';
import { readYaml } from '../../src/catalog/yaml-file.ts';
import { problemsOf, VALID_CONTENT, withChange } from './content-tree.ts';

const ENTRY = 'facilities/port/entry.yaml';
const TEXT = 'facilities/port/about.en.md';

describe('text that is no YAML', () => {
  it('is told where a colon spoils a title', async () => {
    const files = withChange(TEXT, 'title: About the port', 'title: Port: what it is');
    expect(await problemsOf(files)).toMatchInlineSnapshot(
      `"content/facilities/port/about.en.md:2:8  this is not valid YAML: Nested mappings are not allowed in compact mappings. Put text that holds a colon, a quote or a brace in quotes, and check the indentation."`,
    );
  });

  it('is told where a quote is not closed', async () => {
    const files = withChange(TEXT, 'title: About', 'title: "About');
    expect(await problemsOf(files)).toMatchInlineSnapshot(
      `"content/facilities/port/about.en.md:2:8  this is not valid YAML: Missing closing "quote. Put text that holds a colon, a quote or a brace in quotes, and check the indentation."`,
    );
  });

  it('is told where a tab indents', async () => {
    expect(await problemsOf(withChange(ENTRY, '  latitude: 43.6', '\tlatitude: 43.6'))).toMatchInlineSnapshot(
      `"content/facilities/port/entry.yaml:11:1  this is not valid YAML: Tabs are not allowed as indentation. Indent with spaces."`,
    );
  });

  it('is told where a key stands twice', async () => {
    const files = withChange(ENTRY, 'longitude: 51.2', 'latitude: 51.2');
    expect(await problemsOf(files)).toMatchInlineSnapshot(
      `"content/facilities/port/entry.yaml:12:3  this is not valid YAML: Map keys must be unique. Keep one of the two."`,
    );
  });

  it('is told where a value begins with a sign that means something to YAML', async () => {
    expect(await problemsOf(withChange(ENTRY, '[harbour]', '[*harbour]'))).toMatchInlineSnapshot(
      `"content/facilities/port/entry.yaml:5:8  a text that begins with "*" means something else in YAML. Put it in quotes."`,
    );
    expect(await problemsOf(withChange(ENTRY, '[harbour]', '[&port harbour]'))).toMatchInlineSnapshot(
      `"content/facilities/port/entry.yaml:5:8  a text that begins with "&" means something else in YAML. Put it in quotes."`,
    );
    expect(await problemsOf(withChange(ENTRY, '[harbour]', '[!harbour x]'))).toMatchInlineSnapshot(
      `"content/facilities/port/entry.yaml:5:8  a text that begins with "!" means something else in YAML. Put it in quotes."`,
    );
  });

  it('is told once in sources.yaml, and not of each fact that names a source', async () => {
    const files = withChange('sources.yaml', 'publisher: The port', 'publisher: "The port');
    expect(await problemsOf(files)).toMatchInlineSnapshot(
      `"content/sources.yaml:2:14  this is not valid YAML: Missing closing "quote. Put text that holds a colon, a quote or a brace in quotes, and check the indentation."`,
    );
  });
});

describe('YAML of the wrong shape', () => {
  it('is told where a key is unknown, with the one that is meant', async () => {
    expect(await problemsOf(withChange(ENTRY, 'neighbour:', 'nieghbour:'))).toMatchInlineSnapshot(
      `"content/facilities/port/entry.yaml:6:1  the key "nieghbour" is not known here. Did you mean "neighbour"?"`,
    );
    expect(await problemsOf(withChange(ENTRY, 'accuracy_km', 'acuracy_km'))).toMatchInlineSnapshot(`
      "content/facilities/port/entry.yaml:8:1  "place.accuracy_km" is missing. Add it.
      content/facilities/port/entry.yaml:13:3  the key "acuracy_km" is not known here. Did you mean "accuracy_km"?"
    `);
    expect(await problemsOf(withChange(TEXT, 'questions:', 'qestions:'))).toMatchInlineSnapshot(`
      "content/facilities/port/about.en.md:2:1  "questions" is missing. Add it.
      content/facilities/port/about.en.md:3:1  the key "qestions" is not known here. Did you mean "questions"?"
    `);
  });

  it('is told where a topic or a language is unknown, with the one that is meant', async () => {
    expect(await problemsOf(withChange(ENTRY, 'about:', 'abuot:'))).toMatchInlineSnapshot(
      `"content/facilities/port/entry.yaml:16:3  the key "abuot" is not known here. Did you mean "about"?"`,
    );
    expect(await problemsOf(withChange(ENTRY, '  en: [harbour]', '  eng: [harbour]'))).toMatchInlineSnapshot(`
      "content/facilities/port/entry.yaml:2:1  "aliases.en" is missing. Add it.
      content/facilities/port/entry.yaml:5:3  the key "eng" is not known here. Did you mean "en"?"
    `);
  });

  it('is told where a key is unknown in a fact, whatever kind of fact it is', async () => {
    const figure = withChange(ENTRY, 'as_of: 2023-05, source', 'as_off: 2023-05, source');
    expect(await problemsOf(figure)).toMatchInlineSnapshot(`
      "content/facilities/port/entry.yaml:18:3  "facts.capacity.as_of" is missing. Add it.
      content/facilities/port/entry.yaml:18:55  the key "as_off" is not known here. Did you mean "as_of"?"
    `);
    const literal = withChange(ENTRY, '"№ 624", as_of', '"№ 624", nte: x, as_of');
    expect(await problemsOf(literal)).toMatchInlineSnapshot(
      `"content/facilities/port/entry.yaml:20:28  the key "nte" is not known here. Did you mean "note"?"`,
    );
  });

  it('is told where a fact is of two kinds, or of none', async () => {
    const two = withChange(ENTRY, 'unit: tonne,', 'unit: tonne, date: 2023,');
    expect(await problemsOf(two)).toMatchInlineSnapshot(
      `"content/facilities/port/entry.yaml:18:55  the key "date" does not go with the others here. Remove it, or them."`,
    );
    const none = withChange(ENTRY, 'literal: "№ 624", ', '');
    expect(await problemsOf(none)).toMatchInlineSnapshot(
      `"content/facilities/port/entry.yaml:20:3  "facts.act.date" is missing. Add it."`,
    );
  });

  it('is told where a key is missing', async () => {
    expect(await problemsOf(withChange(ENTRY, '  latitude: 43.6\n', ''))).toMatchInlineSnapshot(
      `"content/facilities/port/entry.yaml:8:1  "place.latitude" is missing. Add it."`,
    );
    expect(await problemsOf(withChange(ENTRY, 'unit: tonne, ', ''))).toMatchInlineSnapshot(
      `"content/facilities/port/entry.yaml:18:3  "facts.capacity.unit" is missing. Add it."`,
    );
    expect(await problemsOf(withChange('sources.yaml', '  kind: press\n', ''))).toMatchInlineSnapshot(
      `"content/sources.yaml:6:1  "gazette.kind" is missing. Add it."`,
    );
  });

  it('is told where a value is of the wrong type', async () => {
    expect(await problemsOf(withChange(ENTRY, '43.6', 'north'))).toMatchInlineSnapshot(
      `"content/facilities/port/entry.yaml:11:3  "place.latitude" must be a number. Correct the value."`,
    );
    expect(await problemsOf(withChange(ENTRY, 'value: 20', 'value: "20"'))).toMatchInlineSnapshot(
      `"content/facilities/port/entry.yaml:18:15  "facts.capacity.value" must be a number. Correct the value."`,
    );
    expect(await problemsOf(withChange(ENTRY, 'value: 20', 'value: [20, many]'))).toMatchInlineSnapshot(
      `"content/facilities/port/entry.yaml:18:27  "facts.capacity.value.1" must be a number. Correct the value."`,
    );
    expect(await problemsOf(withChange(ENTRY, '[harbour]', 'harbour'))).toMatchInlineSnapshot(
      `"content/facilities/port/entry.yaml:5:3  "aliases.en" must be a list. Correct the value."`,
    );
    expect(await problemsOf(withChange(TEXT, '- who runs', '- who: runs'))).toMatchInlineSnapshot(
      `"content/facilities/port/about.en.md:6:5  "questions.2" must be text. Put it in quotes."`,
    );
  });

  it('is told where a value is none of the known ones', async () => {
    expect(await problemsOf(withChange(ENTRY, 'state: working', 'state: open'))).toMatchInlineSnapshot(
      `"content/facilities/port/entry.yaml:7:11  "status.state" has an unknown value. Use one of: planned, building, working, extending."`,
    );
    expect(await problemsOf(withChange(ENTRY, 'scale: million', 'scale: mln'))).toMatchInlineSnapshot(
      `"content/facilities/port/entry.yaml:18:26  "facts.capacity.scale" has an unknown value. Use one of: thousand, million, billion, trillion."`,
    );
  });

  it('is told where a file holds nothing', async () => {
    expect(await problemsOf({ ...VALID_CONTENT, [ENTRY]: '' })).toMatchInlineSnapshot(
      `"content/facilities/port/entry.yaml:1:1  the file must be a block of keys. Correct the value."`,
    );
    expect(await problemsOf({ ...VALID_CONTENT, [ENTRY]: '# later\n' })).toMatchInlineSnapshot(
      `"content/facilities/port/entry.yaml:1:1  the file must be a block of keys. Correct the value."`,
    );
  });
});

describe('readYaml', () => {
  const schema = z.strictObject({ links: z.array(z.string()), place: z.strictObject({ name: z.string() }) });
  const text = '# a comment\nlinks:\n  - first\n  - second\nplace: { name: Port }\n';
  const read = (linesBefore: number) => readYaml(text, schema, { file: 'a.yaml', linesBefore });

  it('gives the checked value', () => {
    expect(read(0).value).toEqual({ links: ['first', 'second'], place: { name: 'Port' } });
    expect(read(0).problems).toEqual([]);
  });

  it.each([
    [['links'], 'a.yaml:2:1'],
    [['links', 1], 'a.yaml:4:5'],
    [['place', 'name'], 'a.yaml:5:10'],
    // What is not there is placed at the nearest thing above it.
    [['place', 'address'], 'a.yaml:5:1'],
    [['links', 7], 'a.yaml:2:1'],
    [[], 'a.yaml:2:1'],
  ])('places %j at %s', (path, place) => {
    expect(describeProblem(read(0).problemAt(path, 'wrong.', 'Mend it.'))).toBe(`${place}  wrong. Mend it.`);
  });

  it('counts the lines that stand before the text', () => {
    expect(read(10).problemAt(['links', 1], '', '')).toMatchObject({ line: 14, column: 5 });
  });

  it('never throws, and gives a value or problems within the text', () => {
    const pieces = ['links', 'place', 'name', ': ', '- ', '\n', '  ', '*a', '&a ', '!a ', '[', ']', '{', '}'];
    const signs = ['"', "'", '#', '|', '>', '? ', '<<', '---\n', '\t', '7', 'қ', ','];
    const texts = fc.oneof(
      fc.string({ unit: fc.constantFrom(...pieces, ...signs), maxLength: 60 }),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const { value, problems } = readYaml(text, schema, { file: 'a.yaml', linesBefore: 0 });
        expect(value === undefined).toBe(problems.length > 0);
        const last = text.split('\n').length;
        expect(problems.filter(({ line = 0, column = 0 }) => line < 1 || line > last || column < 1)).toEqual(
          [],
        );
      }),
      { numRuns: 500 },
    );
  });
});
