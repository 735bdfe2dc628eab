// Renamed entries: the old id opens them, and content is told the new one.

import { describe, expect, it } from 'vitest';
import { findAnswer, findEntry } from '../../src/catalog/index.ts';
import { answerId, entryId, smallCatalog } from '../small-catalog.ts';
import { loadContent, problemsOf, VALID_CONTENT, withChange } from './content-tree.ts';

const ENTRY = 'facilities/port/entry.yaml';
const STATION = 'facilities/station/entry.yaml';

/** The valid content with former ids of the port. */
function withFormer(ids: string) {
  return withChange(ENTRY, 'aliases:', `formerly: [${ids}]\naliases:`);
}

describe('an entry that was renamed', () => {
  const catalog = smallCatalog(
    { 'facilities/port': { topics: { about: {}, trade: {} } }, 'hubs/khorgos': { topics: { about: {} } } },
    { formerIds: { 'facilities/old-port': 'facilities/port', 'guides/port': 'facilities/port' } },
  );

  it.each([
    ['facilities/port/about', 'facilities/port/about'],
    ['facilities/old-port/about', 'facilities/port/about'],
    ['guides/port/trade', 'facilities/port/trade'],
    ['facilities/old-port/progress', undefined],
    ['facilities/nowhere/about', undefined],
  ])('has for %s the answer %s', (asked, found) => {
    expect(findAnswer(catalog, answerId(asked))?.id).toBe(found);
  });

  it.each([
    ['facilities/port', 'facilities/port'],
    ['facilities/old-port', 'facilities/port'],
    ['facilities/nowhere', undefined],
  ])('is for %s the entry %s', (asked, found) => {
    expect(findEntry(catalog, entryId(asked))?.id).toBe(found);
  });
});

describe('former ids in entry.yaml', () => {
  it('are in the catalog', async () => {
    const { formerIds } = await loadContent(withFormer('facilities/pier, guides/port'));
    expect([...formerIds]).toEqual([
      ['facilities/pier', 'facilities/port'],
      ['guides/port', 'facilities/port'],
    ]);
  });

  it('can not be those of entries that are there', async () => {
    expect(await problemsOf(withFormer('facilities/station, facilities/port'))).toMatchInlineSnapshot(`
      "content/facilities/port/entry.yaml:2:12  "facilities/station" is the id of an entry, so it can't be a former one. Remove it here.
      content/facilities/port/entry.yaml:2:32  "facilities/port" is the id of an entry, so it can't be a former one. Remove it here."
    `);
  });

  it('belong to one entry', async () => {
    const station = VALID_CONTENT[STATION].replace('aliases:', 'formerly: [facilities/pier]\naliases:');
    expect(await problemsOf({ ...withFormer('facilities/pier'), [STATION]: station })).toMatchInlineSnapshot(
      `"content/facilities/station/entry.yaml:2:12  "facilities/pier" is a former id of facilities/port too. Keep it where its answers are now."`,
    );
  });

  it('must be ids', async () => {
    expect(await problemsOf(withFormer('pier'))).toMatchInlineSnapshot(
      `"content/facilities/port/entry.yaml:2:12  "formerly.0": "pier" is no entry's id, such as hubs/khorgos. Correct the value."`,
    );
  });
});

describe('content that names an entry by its former id', () => {
  it('is told the present one: in links, hubs, facts rested on, and texts', async () => {
    const station = VALID_CONTENT[STATION]
      .replace('links: []', 'hubs: [facilities/pier]\nlinks: [facilities/pier]')
      .replace('rests_on: []', "rests_on: ['facilities/pier#owner']");
    const text = VALID_CONTENT['facilities/station/about.en.md'].replace(
      'facilities/port#',
      'facilities/pier#',
    );
    const files = { ...withFormer('facilities/pier'), [STATION]: station };
    expect(await problemsOf({ ...files, 'facilities/station/about.en.md': text })).toMatchInlineSnapshot(`
      "content/facilities/station/entry.yaml:5:9  the entry "facilities/pier" is now "facilities/port". Write "facilities/port".
      content/facilities/station/entry.yaml:4:8  the entry "facilities/pier" is now "facilities/port". Write "facilities/port".
      content/facilities/station/entry.yaml:7:64  the entry "facilities/pier" is now "facilities/port". Write "facilities/port".
      content/facilities/station/about.en.md:10  the entry "facilities/pier" is now "facilities/port". Write "facilities/port".
      content/facilities/station/about.en.md  the figure {capacity} stands in another language but not here. Let all three languages name the same facts."
    `);
  });
});

describe('an entry that was deleted', () => {
  const gone = Object.fromEntries(
    Object.keys(VALID_CONTENT).flatMap((path) =>
      path.startsWith('facilities/port/') ? [[path, undefined]] : [],
    ),
  );

  it('is told in each file that names it, with the line', async () => {
    const station = VALID_CONTENT[STATION]
      .replace('links: []', 'links: [facilities/port]')
      .replace('rests_on: []', "rests_on: ['facilities/port#owner']");
    expect(await problemsOf({ ...VALID_CONTENT, ...gone, [STATION]: station })).toMatchInlineSnapshot(`
      "content/facilities/station/entry.yaml:4:9  there is no entry "facilities/port". Did you mean "facilities/station"?
      content/facilities/station/entry.yaml:6:64  there is no entry "facilities/port". Did you mean "facilities/station"?
      content/facilities/station/about.kk.md:10  there is no entry "facilities/port". Did you mean "facilities/station"?
      content/facilities/station/about.ru.md:10  there is no entry "facilities/port". Did you mean "facilities/station"?
      content/facilities/station/about.en.md:10  there is no entry "facilities/port". Did you mean "facilities/station"?"
    `);
  });
});

describe('a fact that was deleted', () => {
  it('is told in each file that names it, with the line', async () => {
    const entry = VALID_CONTENT[ENTRY].replace(/ {2}(?:capacity|owner): .*\n/g, '');
    const station = VALID_CONTENT[STATION].replace('rests_on: []', "rests_on: ['facilities/port#owner']");
    expect(await problemsOf({ ...VALID_CONTENT, [ENTRY]: entry, [STATION]: station })).toMatchInlineSnapshot(`
      "content/facilities/port/entry.yaml:16:64  the fact "owner" is not in entry.yaml. Known here: opened, act.
      content/facilities/port/about.kk.md:10  the fact "capacity" is not in entry.yaml. Known here: opened, act.
      content/facilities/port/about.ru.md:10  the fact "capacity" is not in entry.yaml. Known here: opened, act.
      content/facilities/port/about.en.md:10  the fact "capacity" is not in entry.yaml. Known here: opened, act.
      content/facilities/station/entry.yaml:6:64  the fact "owner" is not in facilities/port/entry.yaml. Known here: opened, act.
      content/facilities/station/about.kk.md:10  the fact "capacity" is not in facilities/port/entry.yaml. Known here: opened, act.
      content/facilities/station/about.ru.md:10  the fact "capacity" is not in facilities/port/entry.yaml. Known here: opened, act.
      content/facilities/station/about.en.md:10  the fact "capacity" is not in facilities/port/entry.yaml. Known here: opened, act."
    `);
  });
});

describe('an id of the wrong kind', () => {
  it('is told with the right one', async () => {
    expect(
      await problemsOf(withChange(ENTRY, '[facilities/station]', '[routes/station, hubs/port]')),
    ).toMatchInlineSnapshot(`
      "content/facilities/port/entry.yaml:14:9  there is no entry "routes/station". Did you mean "facilities/station"?
      content/facilities/port/entry.yaml:14:25  there is no entry "hubs/port". Did you mean "facilities/port"?"
    `);
  });
});
