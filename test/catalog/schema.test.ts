// The shape of content files: dates, ids, addresses, lengths, and lists of words.

import { describe, expect, it } from 'vitest';
import { entrySchema, sourcesSchema } from '../../src/catalog/schema.ts';
import { problemsOf, VALID_CONTENT, withChange } from './content-tree.ts';

const ENTRY = 'facilities/port/entry.yaml';
const TEXT = 'facilities/port/about.en.md';

describe('entry.yaml', () => {
  it('refuses a date that no calendar has, or in other figures', async () => {
    expect(await problemsOf(withChange(ENTRY, 'date: 2015-08', 'date: 2015-02-30'))).toMatchInlineSnapshot(
      `"content/facilities/port/entry.yaml:19:13  "facts.opened.date": "2015-02-30" is no date; write a year, a month or a day: 2027, 2025-11 or 2025-11-25. Correct the value."`,
    );
    expect(await problemsOf(withChange(ENTRY, '2027-05-24', '24.05.2027'))).toMatchInlineSnapshot(
      `"content/facilities/port/entry.yaml:16:33  "topics.about.review": "24.05.2027" is no date; write a year, a month or a day: 2027, 2025-11 or 2025-11-25. Correct the value."`,
    );
  });

  it('refuses ids that are none', async () => {
    expect(await problemsOf(withChange(ENTRY, '[facilities/station]', '[station]'))).toMatchInlineSnapshot(
      `"content/facilities/port/entry.yaml:14:9  "links.0": "station" is no entry's id, such as hubs/khorgos. Correct the value."`,
    );
    expect(await problemsOf(withChange(ENTRY, '[gazette, ', '["The Gazette", '))).toMatchInlineSnapshot(
      `"content/facilities/port/entry.yaml:19:56  "facts.opened.source.0": "The Gazette" is no source's id: lower case letters, digits and hyphens. Correct the value."`,
    );
    expect(await problemsOf(withChange(ENTRY, '  act: {', '  Legal_Act: {'))).toMatchInlineSnapshot(
      `"content/facilities/port/entry.yaml:20:3  the key "Legal_Act" can't be an id: use lower case letters, digits and single hyphens. Rename it."`,
    );
  });

  it('refuses a place that is not on Earth', async () => {
    expect(await problemsOf(withChange(ENTRY, '43.6', '436'))).toMatchInlineSnapshot(
      `"content/facilities/port/entry.yaml:11:3  "place.latitude": too big: expected number to be <=90. Correct the value."`,
    );
    expect(await problemsOf(withChange(ENTRY, 'accuracy_km: 2', 'accuracy_km: 0'))).toMatchInlineSnapshot(
      `"content/facilities/port/entry.yaml:13:3  "place.accuracy_km": too small: expected number to be >0. Correct the value."`,
    );
  });

  it('refuses text that is only white space', async () => {
    expect(await problemsOf(withChange(ENTRY, 'en: Port }', 'en: "  " }'))).toMatchInlineSnapshot(
      `"content/facilities/port/entry.yaml:1:29  "name.en": it is empty. Correct the value."`,
    );
  });

  it('reads a year that YAML takes for a number, and one source for a list of one', () => {
    const status = { state: 'planned', as_of: 2027, source: 'port-site' };
    const { data } = entrySchema.shape.status.safeParse(status);
    expect(data).toEqual({ state: 'planned', as_of: { year: 2027 }, source: ['port-site'] });
  });
});

describe('the front matter of an answer', () => {
  it('refuses a title that no button holds', async () => {
    const title = 'About the port, its berths, its cranes, its ships and its people';
    expect(await problemsOf(withChange(TEXT, 'About the port', title))).toMatchInlineSnapshot(
      `"content/facilities/port/about.en.md:2:1  "title": the title is longer than 60 characters. Correct the value."`,
    );
  });
});

describe('sources.yaml', () => {
  it.each(['https://gov.kz/', 'http://law.example/624', 'https://каз.example/қазақ'])('takes %s', (url) => {
    const source = { publisher: 'The law', url, kind: 'official' };
    expect(sourcesSchema.safeParse({ law: source }).success).toBe(true);
  });

  it('refuses what is no web address', async () => {
    const ftp = withChange('sources.yaml', 'https://port.example/about', 'ftp://port.example/about');
    expect(await problemsOf(ftp)).toMatchInlineSnapshot(
      `"content/sources.yaml:3:3  "port-site.url": it is no web address with http or https. Correct the value."`,
    );
    const bare = withChange('sources.yaml', 'https://port.example/about', 'port.example');
    expect(await problemsOf(bare)).toMatchInlineSnapshot(
      `"content/sources.yaml:3:3  "port-site.url": it is no web address with http or https. Correct the value."`,
    );
  });

  it('refuses an id that is none', async () => {
    expect(await problemsOf(withChange('sources.yaml', 'old-act:', 'Old_Act:'))).toMatchInlineSnapshot(
      `"content/sources.yaml:13:1  the key "Old_Act" can't be an id: use lower case letters, digits and single hyphens. Rename it."`,
    );
  });
});

describe('texts of any file', () => {
  it('are no longer than what stands beside them allows', async () => {
    const name = withChange(ENTRY, 'en: Port }', `en: ${'Port '.repeat(51)}}`);
    expect(await problemsOf(name)).toMatchInlineSnapshot(
      `"content/facilities/port/entry.yaml:1:29  "name.en": it is longer than 250 characters. Correct the value."`,
    );
    const question = withChange(TEXT, 'where is', 'where is '.repeat(30));
    expect(await problemsOf(question)).toMatchInlineSnapshot(
      `"content/facilities/port/about.en.md:4:5  "questions.0": it is longer than 250 characters. Correct the value."`,
    );
  });
});

describe('synonyms.yaml', () => {
  it('refuses one word where a list belongs', async () => {
    const files = withChange('synonyms.yaml', 'truck: [lorry]', 'truck: lorry');
    expect(await problemsOf(files)).toMatchInlineSnapshot(
      `"content/synonyms.yaml:4:3  "en.truck" must be a list. Correct the value."`,
    );
  });

  it('refuses a list where words belong', async () => {
    const files = withChange('synonyms.yaml', '  truck: [lorry]', '  - lorry');
    expect(await problemsOf(files)).toMatchInlineSnapshot(
      `"content/synonyms.yaml:3:1  "en" must be a block of keys. Correct the value."`,
    );
  });

  it('refuses a language that Torap does not speak', async () => {
    expect(await problemsOf(withChange('synonyms.yaml', 'en:', 'de:'))).toMatchInlineSnapshot(
      `"content/synonyms.yaml:3:1  the key "de" is not known here. Known here: kk, ru, en."`,
    );
  });
});

describe('stopwords.yaml', () => {
  it('refuses a missing language', async () => {
    expect(await problemsOf(withChange('stopwords.yaml', 'kk: [бұл]\n', ''))).toMatchInlineSnapshot(
      `"content/stopwords.yaml:1:1  "kk" is missing. Add it."`,
    );
  });

  it('refuses one word where a list belongs', async () => {
    expect(await problemsOf(withChange('stopwords.yaml', '[это]', 'это'))).toMatchInlineSnapshot(
      `"content/stopwords.yaml:2:1  "ru" must be a list. Correct the value."`,
    );
  });

  it('refuses a number among the words', async () => {
    expect(await problemsOf(withChange('stopwords.yaml', '[the]', '[the, 24]'))).toMatchInlineSnapshot(
      `"content/stopwords.yaml:3:11  "en.1" must be text. Put it in quotes."`,
    );
  });
});

describe('outside.yaml', () => {
  it('refuses a subject that is no id', async () => {
    expect(await problemsOf(withChange('outside.yaml', 'weather:', 'The weather:'))).toMatchInlineSnapshot(
      `"content/outside.yaml:1:1  the key "The weather" can't be an id: use lower case letters, digits and single hyphens. Rename it."`,
    );
  });

  it('refuses a question that stands there twice', async () => {
    const more = '[will it rain]\nrain:\n  kk: []\n  ru: []\n  en: [Will it rain]';
    expect(await problemsOf(withChange('outside.yaml', '[will it rain]', more))).toMatchInlineSnapshot(
      `"content/outside.yaml:8:8  the question "Will it rain" stands in "weather" already. Keep one of the two."`,
    );
  });

  it('refuses a question that an answer has', async () => {
    const files = withChange('facilities/port/about.en.md', 'questions:', 'questions:\n  - Will it rain');
    expect(await problemsOf(files)).toMatchInlineSnapshot(
      `"content/facilities/port/about.en.md  the question "Will it rain" stands in outside.yaml too, under "weather". Keep it here if the answer tells it, there if not."`,
    );
  });
});

describe('desk.yaml', () => {
  it.each([
    ['a misspelt weekday', '  monday:', '  munday:'],
    ['another key', 'days_off:', 'holidays:'],
    ['hours without minutes', 'monday: 09:00-18:00', 'monday: 9-18'],
    ['a word for a free day', 'saturday:', 'saturday: closed'],
    ['hours that end before they begin', 'monday: 09:00-18:00', 'monday: 18:00-09:00'],
    ['hours after midnight', 'monday: 09:00-18:00', 'monday: 18:00-24:30'],
    ['an hour that no clock has', 'monday: 09:00-18:00', 'monday: 09:00-25:00'],
    ['hours out of their order', '[09:00-13:00, 14:00–18:30]', '[14:00-18:30, 09:00-13:00]'],
    ['hours that overlap', '[09:00-13:00, 14:00–18:30]', '[09:00-15:00, 14:00-18:30]'],
    ['a number where hours belong', 'monday: 09:00-18:00', 'monday: 9'],
    ['a misspelt time zone', 'Asia/Almaty', 'Asia/Almata'],
    ['a town alone', 'Asia/Almaty', 'Almaty'],
    ['a day off that no calendar has', '2026-12-16', '2027-02-29'],
    ['a day off without a day', '2026-12-16', '2026-12'],
    ['a promise of no time', 'hours: 8', 'hours: 0'],
    ['a promise of half an hour', 'hours: 8', 'hours: 0.5'],
    ['a promise in words', 'hours: 8', 'hours: one day'],
  ])('refuses %s', async (_name, before, after) => {
    expect(await problemsOf(withChange('desk.yaml', before, after))).toMatchSnapshot();
  });

  it('refuses a week without hours', async () => {
    const files = { ...VALID_CONTENT, 'desk.yaml': 'time_zone: Asia/Almaty\nhours: { monday: }\n' };
    expect(await problemsOf(files)).toMatchInlineSnapshot(
      `"content/desk.yaml:2:1  "hours": no day has hours; give one, or delete the file, and nothing is said about hours. Correct the value."`,
    );
  });

  it('takes a dash of any kind, spaces, and hours without a leading zero', async () => {
    for (const text of ['9:00–18:00', '9:00 — 18:00', '09:00 - 18:00', '0:00-24:00']) {
      expect(await problemsOf(withChange('desk.yaml', '09:00-18:00', text))).toBe('');
    }
  });
});
