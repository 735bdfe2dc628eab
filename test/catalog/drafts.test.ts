// Drafts may be unfinished: what they lack is told and stops nobody.

import { describe, expect, it } from 'vitest';
import { loadContent, problemsOf, VALID_CONTENT, warningsOf, withChange } from './content-tree.ts';

const STATION = 'facilities/station/entry.yaml';
const ENGLISH = 'facilities/station/about.en.md';
const KAZAKH = 'facilities/station/about.kk.md';

describe('a draft', () => {
  it('may lack a language', async () => {
    expect(await warningsOf({ ...VALID_CONTENT, [KAZAKH]: undefined })).toMatchInlineSnapshot(
      `"content/facilities/station/about.kk.md  the text in Kazakh is missing. Write it: a draft without it answers nobody."`,
    );
  });

  it('is unfinished then, and no answer', async () => {
    const catalog = await loadContent({ ...VALID_CONTENT, [KAZAKH]: undefined });
    expect([...catalog.answers.keys()]).toEqual(['facilities/port/about']);
    const [unfinished] = catalog.unfinished.values();
    expect(unfinished).toMatchObject({
      id: 'facilities/station/about',
      entry: 'facilities/station',
      topic: 'about',
      sources: ['port-site'],
      texts: { ru: { title: 'About the станция' }, en: { title: 'About the station' } },
    });
    expect(Object.keys(unfinished?.texts ?? {})).toEqual(['ru', 'en']);
    expect([...catalog.entries.values()][1]?.answers).toEqual(['facilities/station/about']);
  });

  it('may lack all of its texts', async () => {
    const files = { [KAZAKH]: undefined, 'facilities/station/about.ru.md': undefined, [ENGLISH]: undefined };
    const { unfinished } = await loadContent({ ...VALID_CONTENT, ...files });
    expect([...unfinished.values()].map(({ texts }) => texts)).toEqual([{}]);
  });

  it('may have few questions or none', async () => {
    const text = VALID_CONTENT[ENGLISH].replace(/questions:\n(?: {2}- .*\n)*/, 'questions: []\n');
    expect(await warningsOf({ ...VALID_CONTENT, [ENGLISH]: text })).toBe('');
  });

  it('must still be in order where it is written', async () => {
    const files = { ...withChange(ENGLISH, 'Cargo:', 'Cargo of 25 tonnes:'), [KAZAKH]: undefined };
    expect(await problemsOf(files)).toContain('the figure "25" has no fact behind it.');
  });
});

describe('the mark of what is still to be written', () => {
  it('is a reminder in a draft, wherever it stands', async () => {
    const text = VALID_CONTENT[ENGLISH]
      .replace('title: About the station', 'title: "✎ the name of the station"')
      .replace('- where is the station', '- ✎ how people ask for it')
      .replace(/Cargo.*/, '✎ What it handles.\n\n- ✎');
    expect(await warningsOf({ ...VALID_CONTENT, [ENGLISH]: text })).toMatchInlineSnapshot(`
      "content/facilities/station/about.en.md:2  still to be written: the name of the station. Write it and remove the ✎.
      content/facilities/station/about.en.md:4  still to be written: how people ask for it. Write it and remove the ✎.
      content/facilities/station/about.en.md:10  still to be written: What it handles. Write it and remove the ✎.
      content/facilities/station/about.en.md:12  this is still to be written. Write it and remove the ✎."
    `);
  });

  it('is a mistake in what answers', async () => {
    const files = withChange('facilities/port/about.en.md', '- **Ask**', '- ✎ Whom to\n- **Ask**');
    expect(await problemsOf(files)).toMatchInlineSnapshot(
      `"content/facilities/port/about.en.md:13  still to be written: Whom to. Write it and remove the ✎, or make the topic a draft."`,
    );
  });

  it('keeps a wish from being taken for a question', async () => {
    const files = withChange(ENGLISH, '- where is the station', '- ✎ how people ask for it');
    const { answers } = await loadContent(files);
    expect([...answers.values()][1]?.texts.en.questions).toHaveLength(4);
  });

  it('lets facts wait for the text that will name them', async () => {
    const facts = '{ days: { value: 2, unit: day, as_of: 2025, source: port-site } }';
    const entry = VALID_CONTENT[STATION].replace('facts: {}', `facts: ${facts}`);
    expect(await problemsOf({ ...VALID_CONTENT, [STATION]: entry })).toContain(
      'no answer uses the fact "days".',
    );
    const text = VALID_CONTENT[ENGLISH].replace('Cargo', '✎ The days.\n\nCargo');
    expect(await warningsOf({ ...VALID_CONTENT, [STATION]: entry, [ENGLISH]: text })).toMatchInlineSnapshot(`
      "content/facilities/station/about.en.md:10  still to be written: The days. Write it and remove the ✎.
      content/facilities/station/entry.yaml:7:10  no answer uses the fact "days". Use it in a text, or remove it."
    `);
  });

  it('is a reminder in the entry.yaml of drafts, and a mistake in others', async () => {
    const draft = withChange(STATION, 'links: []', '# ✎ links: related entries\nlinks: []');
    expect(await warningsOf(draft)).toMatchInlineSnapshot(
      `"content/facilities/station/entry.yaml:4  still to be written: links: related entries. Write it and remove the ✎."`,
    );
    const port = withChange('facilities/port/entry.yaml', 'en: [harbour]', 'en: ["✎ harbour"]');
    expect(await problemsOf(port)).toMatchInlineSnapshot(
      `"content/facilities/port/entry.yaml:5  still to be written: harbour. Write it and remove the ✎, or make the topic a draft."`,
    );
  });
});

describe('the status of an entry', () => {
  const status = 'status: { state: planned, as_of: 2025, source: port-site }\n';

  it('may wait while all topics are drafts', async () => {
    const catalog = await loadContent(withChange(STATION, status, ''));
    expect([...catalog.entries.values()][1]?.status).toBeUndefined();
  });

  it('is needed as soon as one of them is not', async () => {
    const entry = VALID_CONTENT[STATION].replace(status, '').replace(', draft: true', '');
    expect(await problemsOf({ ...VALID_CONTENT, [STATION]: entry })).toMatchInlineSnapshot(
      `"content/facilities/station/entry.yaml:1:1  "status" is missing. Add it."`,
    );
  });
});
