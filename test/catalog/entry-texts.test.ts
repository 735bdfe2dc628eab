// An answer's files: front matter and text, and the facts that a text names.

import { describe, expect, it } from 'vitest';
import { loadContent, PORT_TEXTS, problemsOf, VALID_CONTENT, withChange } from './content-tree.ts';

const ENGLISH = 'facilities/port/about.en.md';

describe('the three texts of an answer', () => {
  it('must all be there', async () => {
    expect(
      await problemsOf({ ...VALID_CONTENT, 'facilities/port/about.kk.md': undefined }),
    ).toMatchInlineSnapshot(
      `"content/facilities/port/about.kk.md  the file is missing. Write it, make the topic a draft, or remove it from entry.yaml."`,
    );
  });

  it('must have at least five example questions each', async () => {
    expect(await problemsOf(withChange(ENGLISH, '  - who runs the port\n', ''))).toMatchInlineSnapshot(
      `"content/facilities/port/about.en.md:3:1  an answer needs at least 5 example questions; here are 4. Add some, as people would type them."`,
    );
  });

  it('must be of a topic that entry.yaml lists', async () => {
    const files = { ...VALID_CONTENT, 'facilities/port/trade.en.md': VALID_CONTENT[ENGLISH] };
    expect(await problemsOf(files)).toMatchInlineSnapshot(
      `"content/facilities/port/entry.yaml  there are texts of the topic "trade", but "topics" does not list it. Add it to "topics", or remove the texts."`,
    );
  });

  it('must begin with front matter', async () => {
    expect(await problemsOf(withChange(ENGLISH, '---\n', ''))).toMatchInlineSnapshot(
      `"content/facilities/port/about.en.md:1  the file does not begin with a block between two lines of ---. Begin it with ---, title: and questions:, then --- and the text."`,
    );
    expect(await problemsOf({ ...VALID_CONTENT, [ENGLISH]: 'The port.\n' })).toMatchInlineSnapshot(
      `"content/facilities/port/about.en.md:1  the file does not begin with a block between two lines of ---. Begin it with ---, title: and questions:, then --- and the text."`,
    );
    expect(await problemsOf({ ...VALID_CONTENT, [ENGLISH]: '' })).toMatchInlineSnapshot(
      `"content/facilities/port/about.en.md:1  the file does not begin with a block between two lines of ---. Begin it with ---, title: and questions:, then --- and the text."`,
    );
  });

  it('must have a text below the front matter', async () => {
    const [head] = VALID_CONTENT['facilities/station/about.en.md'].split('Cargo');
    const files = { ...VALID_CONTENT, 'facilities/station/about.en.md': head };
    expect(await problemsOf(files)).toMatchInlineSnapshot(`
      "content/facilities/station/about.en.md:10  the answer has no text. Write it below the second line of ---.
      content/facilities/station/about.en.md  the figure {capacity} stands in another language but not here. Let all three languages name the same facts."
    `);
  });

  it('may end right after the front matter, which is then told as well', async () => {
    const text = VALID_CONTENT['facilities/station/about.en.md'].replace(/---\nCargo[\s\S]*$/, '---');
    expect(await problemsOf({ ...VALID_CONTENT, 'facilities/station/about.en.md': text })).toContain(
      'about.en.md:10  the answer has no text.',
    );
  });
});

describe('positions in an answer', () => {
  it('count the lines of the whole file, in the front matter and below it', async () => {
    const front = withChange(ENGLISH, '- how big is the port', '- 5');
    expect(await problemsOf(front)).toMatchInlineSnapshot(
      `"content/facilities/port/about.en.md:7:5  "questions.3" must be text. Put it in quotes."`,
    );
    const below = withChange(ENGLISH, '**Ask** the', '**Ask** all 5 of the');
    expect(await problemsOf(below)).toMatchInlineSnapshot(
      `"content/facilities/port/about.en.md:13  the figure "5" has no fact behind it. Make it a fact of entry.yaml and write {its-name}; if it is no figure, write {"…"} around it."`,
    );
  });

  it('are those of the line in a paragraph of several lines', async () => {
    const text = 'The port can\nhandle {capacity} a year\non 12 berths\nor {more';
    const files = withChange(ENGLISH, 'The port can handle {capacity} a year.', text);
    expect(await problemsOf(files)).toMatchInlineSnapshot(`
      "content/facilities/port/about.en.md:12  the figure "12" has no fact behind it. Make it a fact of entry.yaml and write {its-name}; if it is no figure, write {"…"} around it.
      content/facilities/port/about.en.md:13  a brace is not closed or is empty. Write {fact-name} or {"words"}."
    `);
  });
});

describe('a fact that a text names', () => {
  it('must be in entry.yaml; the one that is meant is told', async () => {
    expect(await problemsOf(withChange(PORT_TEXTS, '{capacity}', '{capacty}'))).toMatchInlineSnapshot(`
      "content/facilities/port/about.kk.md:10  the fact "capacty" is not in entry.yaml. Did you mean "capacity"?
      content/facilities/port/about.ru.md:10  the fact "capacty" is not in entry.yaml. Did you mean "capacity"?
      content/facilities/port/about.en.md:10  the fact "capacty" is not in entry.yaml. Did you mean "capacity"?"
    `);
  });

  it('must be in the entry that is named', async () => {
    const files = withChange('facilities/station/about.en.md', 'port#capacity', 'port#capacty');
    expect(await problemsOf(files)).toMatchInlineSnapshot(`
      "content/facilities/station/about.en.md:10  the fact "capacty" is not in facilities/port/entry.yaml. Did you mean "capacity"?
      content/facilities/station/about.en.md  the figure {capacity} stands in another language but not here. Let all three languages name the same facts."
    `);
  });

  it('must be of an entry that exists and has facts', async () => {
    const wrong = withChange('facilities/station/about.en.md', 'facilities/port#', 'facilities/prot#');
    expect(await problemsOf(wrong)).toMatchInlineSnapshot(`
      "content/facilities/station/about.en.md:10  there is no entry "facilities/prot". Did you mean "facilities/port"?
      content/facilities/station/about.en.md  the figure {capacity} stands in another language but not here. Let all three languages name the same facts."
    `);
    const noId = withChange('facilities/station/about.en.md', 'facilities/port#', 'port#');
    expect(await problemsOf(noId)).toMatchInlineSnapshot(`
      "content/facilities/station/about.en.md:10  there is no entry "port". Did you mean "facilities/port"?
      content/facilities/station/about.en.md  the figure {capacity} stands in another language but not here. Let all three languages name the same facts."
    `);
  });

  it('must have the form that is asked for', async () => {
    expect(await problemsOf(withChange(ENGLISH, '{capacity}', '{capacity|nubmer}'))).toMatchInlineSnapshot(
      `"content/facilities/port/about.en.md:10  the form "nubmer" does not fit this fact. Did you mean "number"?"`,
    );
    expect(await problemsOf(withChange(ENGLISH, '{opened|in}', '{opened|on}'))).toMatchInlineSnapshot(
      `"content/facilities/port/about.en.md:12  the form "on" does not fit this fact. Known here: in, of, to, from, as-of, as-of-in, as-of-of, as-of-to, as-of-from."`,
    );
    expect(await problemsOf(withChange(ENGLISH, '{act}', '{act|number}'))).toMatchInlineSnapshot(
      `"content/facilities/port/about.en.md:12  the form "number" does not fit this fact. Known here: as-of, as-of-in, as-of-of, as-of-to, as-of-from."`,
    );
  });

  it('must be no statement, whose words are for editors', async () => {
    const files = withChange(PORT_TEXTS, '{act}.', '{act}, {owner}.');
    expect(await problemsOf(files)).toMatchInlineSnapshot(`
      "content/facilities/port/about.kk.md:12  a statement has no figure to print. Say it in words and name the fact under rests_on, or print its date with |as-of.
      content/facilities/port/about.ru.md:12  a statement has no figure to print. Say it in words and name the fact under rests_on, or print its date with |as-of.
      content/facilities/port/about.en.md:12  a statement has no figure to print. Say it in words and name the fact under rests_on, or print its date with |as-of."
    `);
    expect(await problemsOf(withChange(PORT_TEXTS, '{act}.', '{act}, {owner|as-of}.'))).toBe('');
  });

  it('is written as each language does', async () => {
    const { answers } = await loadContent(VALID_CONTENT);
    const [port] = answers.values();
    expect(port?.texts.kk.body[0]).toEqual({
      kind: 'paragraph',
      spans: [{ kind: 'text', text: 'The port can handle 20\u00a0млн\u00a0тонна a year.' }],
    });
    expect(port?.texts.ru.body[0]).toEqual({
      kind: 'paragraph',
      spans: [{ kind: 'text', text: 'The port can handle 20\u00a0млн\u00a0т a year.' }],
    });
  });
});
