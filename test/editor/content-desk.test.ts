import { rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createContentDesk } from '../../src/editor/index.ts';
import { createLiveContent } from '../../src/live/index.ts';
import { readContent } from '../../src/live/read-content.ts';
import { type ContentFiles, VALID_CONTENT, writeContent } from '../catalog/content-tree.ts';
import { LOCALES_FOLDER } from '../language/project-phrases.ts';

const NOW = Date.UTC(2026, 10, 24);
const TEXT = 'content/facilities/port/about.ru.md';

/** The valid content with ten questions a text, so that the check has no remark. */
const CONTENT: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(VALID_CONTENT).map(([path, text]) => {
    const more = ['near', 'for', 'after', 'under', 'behind'].map(
      (word) => `  - ${word} ${path.split('/')[1]}\n`,
    );
    return [path, path.endsWith('.md') ? text.replace('questions:\n', `questions:\n${more.join('')}`) : text];
  }),
);

async function openDesk(given: ContentFiles = CONTENT, now = NOW) {
  const contentDir = await writeContent(given);
  const folders = { contentDir, localesDir: LOCALES_FOLDER };
  let loads = 0;
  const load = async () => {
    const { whole, errors, warnings } = await readContent(folders, now);
    if (!whole) return { kind: 'refused', errors } as const;
    loads += 1;
    return { kind: 'loaded', fingerprint: String(loads), content: whole, warnings } as const;
  };
  const first = await load();
  if (first.kind !== 'loaded') throw new Error('the content of the test is not in order');
  const loader = { load, reviewMore: async () => undefined };
  const live = createLiveContent(first, { loader, changes: () => 0, now: () => now, onError: () => {} });
  const desk = createContentDesk({ live, folders, now: () => now });
  const edit = async (before: string, after: string) => {
    const opening = await desk.open(TEXT);
    if (opening.kind !== 'opened') throw new Error(opening.reason);
    const { text, hash } = opening.file;
    return desk.save({ path: TEXT, text: text.replace(before, after), basedOn: hash });
  };
  return { desk, live, contentDir, edit };
}

describe('the overview', () => {
  it('counts, lists what entries need, and how each text stands', async () => {
    const { desk } = await openDesk();
    const { counts, entries, rows, standing, commit } = await desk.overview();
    expect(counts).toEqual({ entries: 2, answers: 2, drafts: 1, sources: 3 });
    expect(entries.map(({ id, kind, needs }) => ({ id, kind, needs }))).toEqual([
      { id: 'facilities/port', kind: 'facilities', needs: [] },
      { id: 'facilities/station', kind: 'facilities', needs: ['draft'] },
    ]);
    expect(rows[1]).toMatchObject({
      answer: 'facilities/station/about',
      name: { kk: 'Бекет', ru: 'Станция', en: 'Station' },
      topic: { ru: 'Обзор', en: 'Overview' },
      texts: { kk: 'draft', ru: 'draft', en: 'draft' },
      checked: '2026-11-24',
      review: '2027-11-24',
    });
    expect(standing).toMatchObject({ version: 1, errors: [], warnings: [] });
    expect(commit).toBeUndefined();
  });

  it('tells since when an entry is due for review', async () => {
    const { desk } = await openDesk(CONTENT, Date.UTC(2027, 6, 1));
    const { entries } = await desk.overview();
    expect(entries[0]).toMatchObject({ id: 'facilities/port', needs: ['due'], dueSince: '2027-05-24' });
  });

  it('puts mistakes at the entry they are in, and keeps the last good version', async () => {
    const { desk, edit } = await openDesk();
    await edit('{capacity}', '{capacty}');
    const { entries, standing } = await desk.overview();
    expect(standing.version).toBe(1);
    expect(standing.errors[0]).toMatchObject({ path: TEXT, line: 15 });
    expect(entries[0]).toMatchObject({ id: 'facilities/port', needs: ['error'] });
    expect(entries[0]?.problems[0]?.remedy).toBe('Did you mean "capacity"?');
  });

  it('lists an entry that is broken from its first day on', async () => {
    const { desk, live, contentDir } = await openDesk();
    const files = await writeContent({ 'facilities/new/entry.yaml': 'name: 1\n' });
    await rm(contentDir, { recursive: true });
    await rename(files, contentDir);
    await live.reload();
    const { entries } = await desk.overview();
    const found = entries.find(({ id }) => id === 'facilities/new');
    expect(found).toMatchObject({ name: undefined, needs: ['error'] });
  });
});

describe('an answer', () => {
  it('is shown in three languages as the bot shows it', async () => {
    const { desk } = await openDesk();
    const shown = desk.answer('facilities/port/about');
    expect(shown?.texts.ru?.html).toContain('<b>About the порт</b>');
    expect(shown?.texts.en?.html).toMatch(/20\smillion\stonnes/);
    expect(shown?.texts.en?.length).toBeGreaterThan(100);
    expect(shown?.texts.kk?.questions).toHaveLength(10);
    expect(shown?.texts.ru?.keyboard.flat()).toContain('📍 На карте');
    expect(shown?.files.texts.ru).toBe(TEXT);
    expect(shown?.isDraft).toBe(false);
  });

  it('is shown while it is a draft', async () => {
    const { desk } = await openDesk();
    expect(desk.answer('facilities/station/about')).toMatchObject({ isDraft: true });
  });

  it('is shown in the languages that it has, while it is being written', async () => {
    const { desk } = await openDesk({ ...CONTENT, 'facilities/station/about.kk.md': undefined });
    const shown = desk.answer('facilities/station/about');
    expect(shown).toMatchObject({ isDraft: true, texts: { kk: undefined } });
    expect(shown?.texts.ru?.html).toContain('Груз');
    const { entries, counts } = await desk.overview();
    expect(entries[1]?.needs).toEqual(['missing', 'draft']);
    expect(counts).toMatchObject({ answers: 2, drafts: 1 });
  });

  it.each(['facilities/nowhere/about', 'facilities/port', '', '../../etc/passwd'])(
    'is not there: %j',
    async (id) => {
      const { desk } = await openDesk();
      expect(desk.answer(id)).toBeUndefined();
    },
  );

  it('tells what the check says of its files only', async () => {
    const { desk, edit } = await openDesk({
      ...CONTENT,
      'facilities/station/about.en.md': VALID_CONTENT['facilities/station/about.en.md'],
    });
    await edit('{capacity}', '{capacty}');
    const shown = desk.answer('facilities/port/about');
    expect(shown?.problems.length).toBeGreaterThan(0);
    expect(shown?.problems.every(({ path }) => path === TEXT)).toBe(true);
  });
});

describe('saving', () => {
  it('makes the next version of what is in order, and tells who listens', async () => {
    const { desk, edit } = await openDesk();
    const heard: number[] = [];
    const stop = desk.onChange(() => heard.push(desk.standing().version));
    const before = desk.standing().stamp;
    expect(await edit('a year', 'a whole year')).toMatchObject({ kind: 'saved' });
    expect(desk.answer('facilities/port/about')?.texts.ru?.html).toContain('a whole year');
    expect(heard).toEqual([2]);
    expect(desk.standing().stamp).not.toBe(before);
    stop();
    await edit('a whole year', 'a year');
    expect(heard).toEqual([2]);
  });

  it('leaves the last good version when it is not in order, and mends it again', async () => {
    const { desk, edit } = await openDesk();
    expect(await edit('{capacity}', '{capacty}')).toMatchObject({ kind: 'saved' });
    expect(desk.standing()).toMatchObject({ version: 1 });
    expect(desk.answer('facilities/port/about')?.texts.en?.html).toMatch(/20\smillion\stonnes/);
    await edit('{capacty}', '{capacity}');
    expect(desk.standing()).toMatchObject({ version: 2, errors: [] });
  });

  it('looks at nothing when nothing was saved', async () => {
    const { desk, contentDir, edit } = await openDesk();
    const stamp = desk.standing().stamp;
    await writeFile(join(dirname(contentDir), TEXT), 'theirs');
    expect(await desk.save({ path: TEXT, text: 'mine', basedOn: '0' })).toMatchObject({ kind: 'changed' });
    expect(desk.standing().stamp).toBe(stamp);
    expect((await edit('theirs', 'mine')).kind).toBe('saved');
    expect(desk.standing().errors.length).toBeGreaterThan(0);
  });
});

describe('a new entry', () => {
  it('is there at once, as a draft', async () => {
    const { desk } = await openDesk();
    expect(await desk.create({ kind: 'guides', slug: 'new-guide' })).toMatchObject({
      ok: true,
      id: 'guides/new-guide',
    });
    expect(desk.standing()).toMatchObject({ version: 2, errors: [] });
    expect(desk.answer('guides/new-guide/about')).toMatchObject({ isDraft: true });
    const { entries } = await desk.overview();
    expect(entries.find(({ id }) => id === 'guides/new-guide')?.needs).toContain('draft');
  });

  it.each([
    { kind: 'facilities', slug: 'port' },
    { kind: 'facilities', slug: '../port' },
    { kind: 'facilities', slug: '' },
    { kind: 'people', slug: 'somebody' },
  ])('is refused in words: $kind/$slug', async (wish) => {
    const { desk } = await openDesk();
    expect(await desk.create(wish)).toEqual({ ok: false, reason: expect.stringMatching(/\.$/) });
    expect(desk.standing().version).toBe(1);
  });
});
