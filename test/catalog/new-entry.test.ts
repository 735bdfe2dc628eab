// A new entry of each kind: in order as it stands, in its language, and never in place of another.

import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createEntry, KINDS, loadCatalog, newEntryFiles } from '../../src/catalog/index.ts';
import { LANGUAGES } from '../../src/language/index.ts';
import { loadProjectPhrases } from '../language/project-phrases.ts';
import { loadContent, VALID_CONTENT, withChange, writeContent } from './content-tree.ts';

const phrases = await loadProjectPhrases();
const NOW = Date.UTC(2026, 10, 24);

describe.each(KINDS)('new entries among %s', (kind) => {
  it('pass the check with nothing but what is still to be written', async () => {
    const folder = await writeContent(VALID_CONTENT);
    const created = await createEntry(folder, { kind, slug: 'new-one', now: NOW });
    expect(created).toMatchObject({ ok: true, id: `${kind}/new-one` });
    // A second one must not collide with the first.
    await createEntry(folder, { kind, slug: 'new-two', now: NOW });
    const loaded = await loadCatalog(folder, phrases);
    expect(loaded.ok ? [] : loaded.problems).toEqual([]);
    expect(loaded.warnings.length).toBeGreaterThan(10);
    expect(loaded.warnings.filter(({ message }) => !message.startsWith('still to be written:'))).toEqual([]);
    const drafts = loaded.ok ? [...loaded.catalog.answers.values()].filter(({ draft }) => draft) : [];
    expect(drafts.filter(({ entry }) => entry.endsWith('/new-one'))).toHaveLength(kind === 'hubs' ? 8 : 1);
  });

  it('say what is to be written in the language of each text', () => {
    const files = newEntryFiles({ kind, slug: 'new-one', now: NOW });
    const letters = { kk: /[әғқңөұүһі]/i, ru: /[ыэъё]|ия/i, en: /[a-z]{4}/ };
    for (const language of LANGUAGES) {
      const body = files.get(`${kind}/new-one/about.${language}.md`)?.split('---')[2] ?? '';
      expect(body).toMatch(letters[language]);
      expect(/[а-я]/i.test(body)).toBe(language !== 'en');
      const lines = body.split('\n').filter((line) => line !== '');
      expect(lines.filter((line) => !line.includes('✎'))).toEqual([]);
    }
  });
});

describe('the files of a new entry', () => {
  const files = newEntryFiles({ kind: 'formats', slug: 'new-one', now: NOW });

  it('begin as drafts that were checked today, to be reviewed in half a year', () => {
    expect(files.get('formats/new-one/entry.yaml')).toMatchInlineSnapshot(`
      "# yaml-language-server: $schema=../../schemas/entry.schema.json
      name:
        kk: "✎ қысқа атауы, батырмада көрінетіндей"
        ru: "✎ краткое название, как на кнопке"
        en: "✎ short name, as a button shows it"
      # ✎ aliases: other names that people type, official, short, old and colloquial
      aliases:
        kk: []
        ru: []
        en: []
      # ✎ status: whether it exists yet (planned, building, working, extending)
      #   status: { state: working, as_of: 2025-11, source: id-in-sources-yaml }
      # ✎ hubs: where it is on offer
      #   hubs: [hubs/khorgos]
      # ✎ links: one to four entries that belong with this one, such as hubs/khorgos
      links: []
      topics:
        about: { draft: true, checked: 2026-11-24, review: 2027-05-24, rests_on: [] }
      # ✎ facts: each figure once, with its date and its source
      #   capacity: { value: 20, scale: million, unit: tonne, as_of: 2025-11, source: id-in-sources-yaml }
      facts: {}
      "
    `);
  });

  it('have the parts of their kind', () => {
    expect(files.get('formats/new-one/about.en.md')).toMatchInlineSnapshot(`
      "---
      title: "✎ title: clear on its own, sixty characters at most"
      written: 2026-11-24
      questions:
        - "✎ questions: as people type them; ten or more"
      ---
      ✎ Who it is for: one sentence.

      - ✎ What you get.
      - ✎ The conditions.

      1. ✎ The first step: where to go and what to do.
      2. ✎ The next step.

      - ✎ The documents.
      - ✎ Terms and costs; where they are not published, whom to ask.
      - ✎ Whom to apply to, and at which hubs it is on offer.
      "
    `);
  });
});

describe('createEntry', () => {
  const wish = { kind: 'facilities', slug: 'pier', now: NOW } as const;

  it('tells the files it made, readable as others are', async () => {
    const folder = await writeContent(VALID_CONTENT);
    const created = await createEntry(folder, wish);
    expect(created).toEqual({
      ok: true,
      id: 'facilities/pier',
      files: ['entry.yaml', 'about.kk.md', 'about.ru.md', 'about.en.md'].map(
        (name) => `content/facilities/pier/${name}`,
      ),
    });
    const modes = await Promise.all(
      ['facilities/pier', 'facilities/port'].map(async (path) => (await stat(join(folder, path))).mode),
    );
    expect(modes[0]).toBe(modes[1]);
  });

  it('makes the folder of its kind where there is none yet', async () => {
    const folder = await writeContent({ 'sources.yaml': '{}' });
    expect(await createEntry(folder, { ...wish, kind: 'guides' })).toMatchObject({ ok: true });
    expect(await readdir(join(folder, 'guides'))).toEqual(['pier']);
  });

  it('never takes the place of what is there', async () => {
    const folder = await writeContent(VALID_CONTENT);
    expect(await createEntry(folder, { ...wish, slug: 'port' })).toMatchInlineSnapshot(`
      {
        "ok": false,
        "reason": "There is already something at content/facilities/port.",
      }
    `);
    const entry = await readFile(join(folder, 'facilities/port/entry.yaml'), 'utf8');
    expect(entry).toBe(VALID_CONTENT['facilities/port/entry.yaml']);
    expect(await readdir(join(folder, 'facilities'))).toEqual(['port', 'station']);
  });

  it('never takes an id that another entry had before', async () => {
    const files = withChange(
      'facilities/port/entry.yaml',
      'aliases:',
      'formerly: [facilities/pier]\naliases:',
    );
    // Broken content elsewhere must not hide it.
    const folder = await writeContent({ ...files, 'sources.yaml': 'x' });
    expect(await createEntry(folder, wish)).toMatchInlineSnapshot(`
      {
        "ok": false,
        "reason": ""facilities/pier" was the id of "facilities/port" before that was renamed; old buttons lead there. Choose another.",
      }
    `);
    expect(await readdir(join(folder, 'facilities'))).toEqual(['port', 'station']);
  });

  it.each(['Aktau Port', '../port', '.', '', 'a'.repeat(37), 'порт', 'a--b', 'a/b'])(
    'refuses the id "%s"',
    async (slug) => {
      const folder = await writeContent({ 'sources.yaml': '{}' });
      const created = await createEntry(folder, { ...wish, slug });
      expect(created).toMatchObject({
        ok: false,
        reason: expect.stringContaining("can't be an id. Use lower"),
      });
      expect(await readdir(folder)).toEqual(['sources.yaml']);
    },
  );

  it('makes one of two that come at once', async () => {
    const folder = await writeContent(VALID_CONTENT);
    const both = await Promise.allSettled([createEntry(folder, wish), createEntry(folder, wish)]);
    const made = both.filter((outcome) => outcome.status === 'fulfilled' && outcome.value.ok);
    expect(made).toHaveLength(1);
    expect(await readdir(join(folder, 'facilities'))).toEqual(['pier', 'port', 'station']);
  });

  it('makes drafts that the preview can show', async () => {
    const files = Object.fromEntries(newEntryFiles(wish));
    const { answers } = await loadContent({ ...VALID_CONTENT, ...files });
    expect([...answers.values()].map(({ id, draft }) => `${id} ${draft}`)).toContain(
      'facilities/pier/about true',
    );
  });
});
