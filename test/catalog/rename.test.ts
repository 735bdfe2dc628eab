// A new name everywhere at once, and nothing else changed.

import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withFormerIds } from '../../src/catalog/former-ids-edit.ts';
import { describeProblem, renameInContent } from '../../src/catalog/index.ts';
import { loadProjectPhrases } from '../language/project-phrases.ts';
import { entryId } from '../small-catalog.ts';
import { type ContentFiles, VALID_CONTENT, withChange, writeContent } from './content-tree.ts';

const phrases = await loadProjectPhrases();
const PORT = 'facilities/port/entry.yaml';
const STATION = 'facilities/station/entry.yaml';

/** Content in which the station names the port in several ways, with comments and quotes around the names. */
const LINKED = {
  ...VALID_CONTENT,
  [STATION]: VALID_CONTENT[STATION]
    .replace('links: []', 'links: [ "facilities/port" ]   # facilities/port, by rail')
    .replace('rests_on: []', "rests_on: ['facilities/port#owner']"),
};

/** All files of a content folder by their path in it. */
async function readAll(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(
    files.sort().map(async (path) => [path.slice(folder.length + 1), await readFile(path, 'utf8')]),
  );
  return Object.fromEntries(texts);
}

/** Renames in content, and gives what it said and the files after it. */
async function rename(from: string, to: string, files: ContentFiles = LINKED) {
  const folder = await writeContent(files);
  const before = await readAll(folder);
  const result = await renameInContent(folder, { from, to }, phrases);
  return { folder, before, result, after: await readAll(folder) };
}

describe('a new id of an entry', () => {
  it('changes all that names it, leaves the rest as it is, and keeps the old id for old buttons', async () => {
    const { result, before, after } = await rename('facilities/port', 'facilities/sea-port');
    expect(result).toEqual({
      ok: true,
      changed: [
        'content/facilities/sea-port/entry.yaml',
        'content/facilities/station/entry.yaml',
        'content/facilities/station/about.en.md',
        'content/facilities/station/about.kk.md',
        'content/facilities/station/about.ru.md',
      ],
    });
    const expected = Object.entries(before).map(([path, text]) => {
      const place = path.replace('facilities/port/', 'facilities/sea-port/');
      if (path === PORT) return [place, text.replace(/\n/, '\nformerly: [facilities/port]\n')];
      if (path === STATION) {
        return [
          path,
          text.replace('"facilities/port"', '"facilities/sea-port"').replace('port#owner', 'sea-port#owner'),
        ];
      }
      return [place, text.replaceAll('facilities/port#', 'facilities/sea-port#')];
    });
    expect(after).toEqual(Object.fromEntries(expected));
  });

  it('may be of another kind', async () => {
    const { result, after } = await rename('facilities/port', 'guides/port');
    expect(result.ok).toBe(true);
    expect(after['guides/port/entry.yaml']).toContain('formerly: [facilities/port]');
  });

  it('may be the old one again', async () => {
    const { folder, after } = await rename('facilities/port', 'facilities/pier');
    const back = await renameInContent(folder, { from: 'facilities/pier', to: 'facilities/port' }, phrases);
    expect(back.ok).toBe(true);
    const entry = String(after['facilities/pier/entry.yaml']);
    expect((await readAll(folder))[PORT]).toBe(entry.replace('[facilities/port]', '[facilities/pier]'));
  });

  it('leaves line ends of Windows and a byte order mark as they are', async () => {
    const windows = Object.entries(LINKED).map(([path, text]) => [
      path,
      `\ufeff${text.replaceAll('\n', '\r\n')}`,
    ]);
    const { result, after } = await rename('facilities/port', 'facilities/pier', Object.fromEntries(windows));
    expect(result.ok).toBe(true);
    const texts = Object.values(after);
    expect(texts.filter((text) => !text.startsWith('\ufeff') || /[^\r]\n/.test(text))).toEqual([]);
  });

  it('changes nothing where a file can not be written', async () => {
    const folder = await writeContent(LINKED);
    const before = await readAll(folder);
    // A folder stands where the new text should be prepared.
    await mkdir(join(folder, 'facilities/station/.about.ru.md.new'));
    const wish = { from: 'facilities/port', to: 'facilities/pier' };
    await expect(renameInContent(folder, wish, phrases)).rejects.toThrow();
    expect(await readAll(folder)).toEqual(before);
  });
});

describe('a new name of a fact', () => {
  it('changes it in its entry and in all that names it', async () => {
    const { result, before, after } = await rename('facilities/port#capacity', 'facilities/port#throughput');
    expect(result).toMatchObject({ ok: true });
    const expected = Object.entries(before).map(([path, text]) => [
      path,
      path.endsWith('.md')
        ? text.replaceAll('{capacity', '{throughput').replaceAll('#capacity', '#throughput')
        : text.replace('  capacity:', '  throughput:'),
    ]);
    expect(after).toEqual(Object.fromEntries(expected));
    expect(after[PORT]).toContain('  throughput: {');
  });
});

describe('a rename', () => {
  it.each([
    ['facilities/prot', 'facilities/pier'],
    ['hubs/port', 'facilities/pier'],
    ['facilities/port', 'facilities/station'],
    ['facilities/port', 'facilities/Pier'],
    ['facilities/port', `facilities/${'a'.repeat(37)}`],
    ['facilities/port', 'facilities/station#owner'],
    ['facilities/port#capacity', 'facilities/station#capacity'],
    ['facilities/port#capacty', 'facilities/port#throughput'],
    ['facilities/port#capacity', 'facilities/port#owner'],
    ['port-site', 'site-of-port'],
  ])('is refused from %s to %s, in words', async (from, to) => {
    const { result, before, after } = await rename(from, to);
    expect(result.ok ? '' : result.reason).toMatchSnapshot();
    expect(after).toEqual(before);
  });

  it('is refused while content has mistakes', async () => {
    const { result } = await rename(
      'facilities/port',
      'facilities/pier',
      withChange(PORT, 'source: old-act', 'source: old-act, why: x'),
    );
    expect(result.ok ? [] : [result.reason, ...result.problems.map(describeProblem)]).toMatchInlineSnapshot(`
      [
        "Content has mistakes; mend them first.",
        "content/facilities/port/entry.yaml:20:64  the key "why" is not known here. Known here: value, scale, unit, as_of, source, note, date, literal, statement.",
      ]
    `);
  });

  it('is refused where content would then have mistakes', async () => {
    const { result, before, after } = await rename('facilities/port', 'hubs/port');
    expect(result.ok ? '' : result.reason).toBe('Content would then have mistakes.');
    expect(result.ok ? [] : result.problems.map(({ message }) => message)).toContain(
      'the topic "trade" is missing.',
    );
    expect(after).toEqual(before);
  });
});

describe('the former ids in a text', () => {
  const ids = (text: string) => withFormerIds(text, [entryId('hubs/a'), entryId('hubs/b')]);

  it.each([
    [
      'name: { kk: a }  # short\nlinks: []\n',
      'name: { kk: a }  # short\nformerly: [hubs/a, hubs/b]\nlinks: []\n',
    ],
    [
      '# schema\nname:\n  kk: a\n\n# names\naliases: {}\n',
      '# schema\nname:\n  kk: a\nformerly: [hubs/a, hubs/b]\n\n# names\naliases: {}\n',
    ],
    [
      'name: a\nformerly: [hubs/c]  # since May\nlinks: []\n',
      'name: a\nformerly: [hubs/a, hubs/b]  # since May\nlinks: []\n',
    ],
    [
      'name: a\nformerly:\n  - hubs/c\n  - hubs/d\nlinks: []\n',
      'name: a\nformerly: [hubs/a, hubs/b]\nlinks: []\n',
    ],
    ['name: a', 'name: a\nformerly: [hubs/a, hubs/b]\n'],
  ])('%j become %j', (before, after) => {
    expect(ids(before)).toBe(after);
  });

  it('go with their line when there are none any more', () => {
    expect(withFormerIds('name: a\nformerly: [hubs/c]  # since May\nlinks: []\n', [])).toBe(
      'name: a\nlinks: []\n',
    );
    expect(withFormerIds('name: a\nlinks: []\n', [])).toBe('name: a\nlinks: []\n');
  });
});
