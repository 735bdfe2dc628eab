// Where content names things: every place, to the character.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findUses, type Mention, parseNamed, readContentFolder } from '../../src/catalog/index.ts';
import { findMentions } from '../../src/catalog/mentions.ts';
import { PROJECT_FOLDER } from '../project-catalog.ts';
import { type ContentFiles, VALID_CONTENT, writeContent } from './content-tree.ts';

const STATION = 'facilities/station/entry.yaml';

/** Content in which the station names the port in all ways there are. */
const LINKED = {
  ...VALID_CONTENT,
  [STATION]: VALID_CONTENT[STATION]
    .replace(
      'links: []',
      `hubs: [ 'facilities/port' ]   # 'facilities/port' in a comment is no use
legs:
  - { from: aktau, to: baku, mode: sea, border: facilities/port, time: days, distance: days }
links:
  - "facilities/port"`,
    )
    .replace('rests_on: []', "rests_on: ['facilities/port#owner', facilities/port#act, days]")
    .replace(
      'facts: {}',
      'facts:\n  days: { value: 2, unit: day, as_of: 2025, source: [gazette, port-site] }',
    ),
};

async function usesOf(name: string, files: ContentFiles = LINKED) {
  const named = parseNamed(name);
  if (!named) throw new Error(`"${name}" names nothing`);
  return findUses(readContentFolder(await writeContent(files)), named);
}

function places(mentions: readonly Mention[]): string[] {
  return mentions.map(({ file, line, column }) => `${file}:${line}:${column}`);
}

describe('the uses', () => {
  it('of an entry are links, hubs, crossings, and the facts of it that others name', async () => {
    const { uses, exists } = await usesOf('facilities/port');
    expect(exists).toBe(true);
    expect(places(uses)).toMatchInlineSnapshot(`
      [
        "content/facilities/station/entry.yaml:4:10",
        "content/facilities/station/entry.yaml:6:49",
        "content/facilities/station/entry.yaml:8:6",
        "content/facilities/station/entry.yaml:10:65",
        "content/facilities/station/entry.yaml:10:89",
        "content/facilities/station/about.en.md:10:9",
        "content/facilities/station/about.kk.md:10:6",
        "content/facilities/station/about.ru.md:10:8",
      ]
    `);
  });

  it('of a fact are texts, legs and what rests on it, in its entry and in others', async () => {
    const own = await usesOf('facilities/station#days');
    expect(places(own.definition ? [own.definition] : [])).toEqual([
      'content/facilities/station/entry.yaml:12:3',
    ]);
    expect(places(own.uses)).toMatchInlineSnapshot(`
      [
        "content/facilities/station/entry.yaml:6:72",
        "content/facilities/station/entry.yaml:6:88",
        "content/facilities/station/entry.yaml:10:110",
      ]
    `);
    const { uses } = await usesOf('facilities/port#capacity');
    expect(places(uses)).toMatchInlineSnapshot(`
      [
        "content/facilities/port/about.en.md:10:22",
        "content/facilities/port/about.kk.md:10:22",
        "content/facilities/port/about.ru.md:10:22",
        "content/facilities/station/about.en.md:10:25",
        "content/facilities/station/about.kk.md:10:22",
        "content/facilities/station/about.ru.md:10:24",
      ]
    `);
  });

  it('of a source are facts and statuses', async () => {
    const { uses, definition } = await usesOf('gazette');
    expect(places(definition ? [definition] : [])).toEqual(['content/sources.yaml:6:1']);
    expect(places(uses)).toMatchInlineSnapshot(`
      [
        "content/facilities/port/entry.yaml:19:56",
        "content/facilities/station/entry.yaml:12:54",
      ]
    `);
  });

  it('of what is gone are found as well', async () => {
    const { uses, exists } = await usesOf('facilities/port#owner', {
      ...LINKED,
      'facilities/port/entry.yaml': undefined,
    });
    expect(exists).toBe(false);
    expect(places(uses)).toEqual(['content/facilities/station/entry.yaml:10:81']);
  });

  it.each(['', 'Port', 'facilities/', 'facilities/port#', '#a', 'facilities/port#a#b', 'people/aliya'])(
    'can not be asked of "%s"',
    (text) => expect(parseNamed(text)).toBeUndefined(),
  );
});

describe("the mentions in the project's content", () => {
  const folder = readContentFolder(join(PROJECT_FOLDER, 'content'));
  const mentions = findMentions(folder);

  it('stand where they are said to stand', () => {
    const texts = new Map<string, string>();
    const wrong = mentions.filter(({ file, start, end, line, column, named }) => {
      const text = texts.get(file) ?? readFileSync(join(PROJECT_FOLDER, file), 'utf8').normalize('NFC');
      texts.set(file, text);
      const name = named.kind === 'entry' ? named.entry : named.kind === 'fact' ? named.fact : named.source;
      const lines = text.slice(0, start).split('\n');
      const isPlaced = lines.length === line && (lines.at(-1)?.length ?? 0) + 1 === column;
      return text.slice(start, end) !== name || !isPlaced;
    });
    expect(wrong).toEqual([]);
  });

  it('hold a use of each fact, as the check demands', () => {
    const facts = mentions.filter(({ named, isDefinition }) => named.kind === 'fact' && isDefinition);
    expect(facts.length).toBeGreaterThan(300);
    const used = new Set(
      mentions.flatMap(({ named, isDefinition }) =>
        named.kind === 'fact' && !isDefinition ? [`${named.entry}#${named.fact}`] : [],
      ),
    );
    const unused = facts.filter(
      ({ named }) => named.kind === 'fact' && !used.has(`${named.entry}#${named.fact}`),
    );
    expect(unused.map(({ file, line }) => `${file}:${line}`)).toEqual([]);
  });
});
