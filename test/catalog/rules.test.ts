// What must hold between files: ids that resolve, figures that agree, questions with one answer, texts that fit.

import { describe, expect, it } from 'vitest';
import { MAX_TEXT_LENGTH } from '../../src/catalog/rules.ts';
import { answerFile, PORT_TEXTS, problemsOf, VALID_CONTENT, withChange } from './content-tree.ts';

const ENTRY = 'facilities/port/entry.yaml';
const ENGLISH = 'facilities/port/about.en.md';

describe('what an entry.yaml names', () => {
  it('must be a source of sources.yaml', async () => {
    const fact = withChange(ENTRY, '2023-05, source: port-site', '2023-05, source: port-sight');
    expect(await problemsOf(fact)).toMatchInlineSnapshot(
      `"content/facilities/port/entry.yaml:18:71  the source "port-sight" is not in sources.yaml. Did you mean "port-site"?"`,
    );
    const status = withChange(ENTRY, '2025-11, source: port-site', '2025-11, source: newspaper');
    expect(await problemsOf(status)).toMatchInlineSnapshot(
      `"content/facilities/port/entry.yaml:7:43  the source "newspaper" is not in sources.yaml. Known here: port-site, gazette, old-act."`,
    );
  });

  it('must be an entry that exists, and another one', async () => {
    expect(
      await problemsOf(withChange(ENTRY, '[facilities/station]', '[facilities/statoin]')),
    ).toMatchInlineSnapshot(
      `"content/facilities/port/entry.yaml:14:9  there is no entry "facilities/statoin". Did you mean "facilities/station"?"`,
    );
    expect(
      await problemsOf(withChange(ENTRY, '[facilities/station]', '[facilities/station, facilities/port]')),
    ).toMatchInlineSnapshot(
      `"content/facilities/port/entry.yaml:14:29  the entry links to itself. Remove the link."`,
    );
  });

  it('must be a unit that every language can write', async () => {
    expect(await problemsOf(withChange(ENTRY, 'unit: tonne', 'unit: parsec'))).toMatchInlineSnapshot(
      `"content/facilities/port/entry.yaml:18:42  the unit "parsec" is not known. Use a unit of locales/*.json, or add it there in all languages."`,
    );
    // English has a string of that name, for one tonne; Kazakh has not.
    expect(await problemsOf(withChange(ENTRY, 'unit: tonne', 'unit: tonne_one'))).toMatchInlineSnapshot(
      `"content/facilities/port/entry.yaml:18:42  the unit "tonne_one" is not known. Use a unit of locales/*.json, or add it there in all languages."`,
    );
  });

  it('must be a fact of the same file, where a topic rests on it', async () => {
    expect(
      await problemsOf(withChange(ENTRY, 'rests_on: [owner]', 'rests_on: [owner, ownr]')),
    ).toMatchInlineSnapshot(
      `"content/facilities/port/entry.yaml:16:71  the fact "ownr" is not in entry.yaml. Did you mean "owner"?"`,
    );
    expect(
      await problemsOf(withChange(ENTRY, 'rests_on: [owner]', 'rests_on: [owner, constructor]')),
    ).toMatchInlineSnapshot(
      `"content/facilities/port/entry.yaml:16:71  the fact "constructor" is not in entry.yaml. Known here: capacity, opened, act, owner."`,
    );
  });
});

describe('the topics of an entry', () => {
  it('are all eight for a hub', async () => {
    const moved = Object.entries(VALID_CONTENT).map(([path, text]) => [
      path.replace('facilities/port/', 'hubs/port/'),
      text.replaceAll('facilities/port#', 'hubs/port#'),
    ]);
    expect(await problemsOf(Object.fromEntries(moved))).toMatchInlineSnapshot(`
      "content/hubs/port/entry.yaml:15:1  the topic "facilities" is missing. Add it, and its three texts.
      content/hubs/port/entry.yaml:15:1  the topic "routes" is missing. Add it, and its three texts.
      content/hubs/port/entry.yaml:15:1  the topic "regime" is missing. Add it, and its three texts.
      content/hubs/port/entry.yaml:15:1  the topic "take-part" is missing. Add it, and its three texts.
      content/hubs/port/entry.yaml:15:1  the topic "trade" is missing. Add it, and its three texts.
      content/hubs/port/entry.yaml:15:1  the topic "progress" is missing. Add it, and its three texts.
      content/hubs/port/entry.yaml:15:1  the topic "contacts" is missing. Add it, and its three texts."
    `);
  });

  it('are at least about for other entries', async () => {
    const files = withChange('facilities/station/entry.yaml', '  about: {', '  trade: {');
    const texts = ['kk', 'ru', 'en'].flatMap((language) => [
      [`facilities/station/about.${language}.md`, undefined],
      [`facilities/station/trade.${language}.md`, answerFile(`station in ${language}`, 'Cargo.')],
    ]);
    expect(await problemsOf({ ...files, ...Object.fromEntries(texts) })).toMatchInlineSnapshot(
      `"content/facilities/station/entry.yaml:5:1  the topic "about" is missing. Add it, and its three texts."`,
    );
  });

  it('are reviewed after they are checked, or on that day', async () => {
    expect(
      await problemsOf(withChange(ENTRY, 'review: 2027-05-24', 'review: 2026-11-23')),
    ).toMatchInlineSnapshot(
      `"content/facilities/port/entry.yaml:16:33  the review date is before the check. Give a review date after the day of the check."`,
    );
    expect(await problemsOf(withChange(ENTRY, 'review: 2027-05-24', 'review: 2026-11-24'))).toBe('');
    // A year lasts until its end.
    expect(await problemsOf(withChange(ENTRY, 'review: 2027-05-24', 'review: 2026'))).toBe('');
  });
});

describe('facts', () => {
  it('must be used', async () => {
    expect(await problemsOf(withChange(PORT_TEXTS, ', by act {act}', ''))).toMatchInlineSnapshot(
      `"content/facilities/port/entry.yaml:20:3  no answer uses the fact "act". Use it in a text, or remove it."`,
    );
  });

  it('may be used by a topic that rests on them, or by another entry', async () => {
    const rested = withChange(PORT_TEXTS, ', by act {act}', '');
    const restedEntry = withChange(ENTRY, 'rests_on: [owner]', 'rests_on: [owner, act]');
    expect(await problemsOf({ ...rested, [ENTRY]: restedEntry[ENTRY] })).toBe('');
    expect(await problemsOf(withChange(PORT_TEXTS, '{capacity}', 'much'))).toBe('');
  });

  it('must be named in all three languages', async () => {
    const files = withChange('facilities/port/about.ru.md', ', by act {act}', '');
    expect(await problemsOf(files)).toMatchInlineSnapshot(
      `"content/facilities/port/about.ru.md  the figure {act} stands in another language but not here. Let all three languages name the same facts."`,
    );
    const other = withChange('facilities/station/about.kk.md', '{facilities/port#capacity|number}', 'көп');
    expect(await problemsOf(other)).toMatchInlineSnapshot(
      `"content/facilities/station/about.kk.md  the figure {capacity} stands in another language but not here. Let all three languages name the same facts."`,
    );
  });

  it('may take another form in each language', async () => {
    expect(await problemsOf(withChange('facilities/port/about.kk.md', '{opened|in}', '{opened|from}'))).toBe(
      '',
    );
  });
});

describe('a text', () => {
  it('must fit a message', async () => {
    const long = `${'Much cargo passes. '.repeat(150)}{capacity}`;
    expect(await problemsOf(withChange(ENGLISH, '{capacity}', long))).toMatchInlineSnapshot(
      `"content/facilities/port/about.en.md  the text has 2970 characters; a message holds 2800. Shorten it, or move a part to another topic."`,
    );
  });

  it('may be as long as the limit, which counts what is shown', async () => {
    const title = 'About the station';
    const filler = 'x'.repeat(MAX_TEXT_LENGTH - title.length - 'Cargo: 20 million tonnes.'.length - 3);
    const fitting = withChange('facilities/station/about.en.md', 'Cargo: ', `Cargo: **${filler}**`);
    expect(await problemsOf(fitting)).toBe('');
    const tooLong = withChange('facilities/station/about.en.md', 'Cargo: ', `Cargo: **${filler}x**`);
    expect(await problemsOf(tooLong)).toContain('the text has 2801 characters');
  });

  it('must have no digit in its title', async () => {
    expect(await problemsOf(withChange(ENGLISH, 'About the port', 'Port No. 2'))).toMatchInlineSnapshot(
      `"content/facilities/port/about.en.md  the title holds a digit. Leave figures to the text, as facts."`,
    );
  });
});

describe('a question', () => {
  it('must lead to one answer', async () => {
    const files = withChange('facilities/station/about.en.md', 'who runs the station', 'Who runs the PORT');
    expect(await problemsOf(files)).toMatchInlineSnapshot(
      `"content/facilities/station/about.en.md  the question "who runs the port" stands in facilities/port/about too. Keep it where its answer is."`,
    );
  });

  it('may stand in two languages, and twice in one answer', async () => {
    expect(await problemsOf(withChange(ENGLISH, '- who runs the port', '- where is the порт'))).toBe('');
    expect(await problemsOf(withChange(ENGLISH, '- who runs the port', '- Where is the port'))).toBe('');
  });
});
