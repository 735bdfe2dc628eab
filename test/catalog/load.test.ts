// The content folder as a catalog: entries, answers, sources, words; whole or not at all.

import { describe, expect, it } from 'vitest';
import { assembleCatalog, plainLines, readContentFolder } from '../../src/catalog/index.ts';
import { LANGUAGES } from '../../src/language/index.ts';
import { loadProjectPhrases } from '../language/project-phrases.ts';
import { loadContent, problemsOf, VALID_CONTENT, withChange, writeContent } from './content-tree.ts';

const ENTRY = 'facilities/port/entry.yaml';

describe('a catalog', () => {
  it('has the entries of the folder', async () => {
    const { entries } = await loadContent(VALID_CONTENT);
    expect([...entries.keys()]).toEqual(['facilities/port', 'facilities/station']);
    expect([...entries.values()][0]).toEqual({
      id: 'facilities/port',
      hubs: [],
      legs: [],
      name: { kk: 'Порт', ru: 'Порт', en: 'Port' },
      aliases: { kk: ['кеме тоқтайтын жер'], ru: ['гавань'], en: ['harbour'] },
      neighbour: { kk: 'Қытай', ru: 'Китай', en: 'China' },
      status: { state: 'working', asOf: { year: 2025, month: 11 }, sources: ['port-site'] },
      place: {
        name: { kk: 'Порт', ru: 'Порт', en: 'Port' },
        address: { kk: 'Ақтау', ru: 'Актау', en: 'Aktau' },
        latitude: 43.6,
        longitude: 51.2,
        accuracyKm: 2,
      },
      links: ['facilities/station'],
      answers: ['facilities/port/about'],
    });
  });

  it('has each answer in three languages, with its facts written in', async () => {
    const { answers } = await loadContent(VALID_CONTENT);
    const [port] = answers.values();
    expect(port).toMatchObject({
      id: 'facilities/port/about',
      entry: 'facilities/port',
      topic: 'about',
      checked: { year: 2026, month: 11, day: 24 },
      review: { year: 2027, month: 5, day: 24 },
      draft: false,
    });
    expect(port?.texts.en.title).toBe('About the port');
    expect(port?.texts.en.questions).toHaveLength(5);
    expect(port && LANGUAGES.map((language) => plainLines(port.texts[language].body)[1])).toEqual([
      'It opened 2015 жылғы тамызда, by act № 624.',
      'It opened в августе 2015 года, by act № 624.',
      'It opened in August 2015, by act № 624.',
    ]);
  });

  it('lists the sources of an answer’s facts once each, the newest first, those without a date last', async () => {
    const { answers } = await loadContent(VALID_CONTENT);
    expect([...answers.values()].map(({ sources }) => sources)).toEqual([
      ['old-act', 'gazette', 'port-site'],
      ['port-site'],
    ]);
  });

  it('dates an answer by the oldest and the newest of its facts, printed or rested on', async () => {
    const { answers } = await loadContent(VALID_CONTENT);
    const first = { year: 2015, month: 8, day: 19 };
    expect([...answers.values()][0]?.asOf).toEqual({ first, last: { year: 2024 } });
  });

  it('dates no answer that rests on no fact', async () => {
    const texts = Object.fromEntries(
      LANGUAGES.map((language) => {
        const path = `facilities/station/about.${language}.md` as const;
        return [path, VALID_CONTENT[path].replace(/\{.*\}/, '')];
      }),
    );
    const { answers } = await loadContent({ ...VALID_CONTENT, ...texts });
    const station = [...answers.values()][1];
    expect([station?.asOf, station?.sources]).toEqual([undefined, []]);
  });

  it('marks drafts', async () => {
    const { answers } = await loadContent(VALID_CONTENT);
    expect([...answers.values()].map(({ draft }) => draft)).toEqual([false, true]);
  });

  it('has the sources, with a title and a date where they have one', async () => {
    const { sources } = await loadContent(VALID_CONTENT);
    expect([...sources.values()]).toMatchObject([
      { id: 'port-site', publisher: 'The port', title: undefined, date: undefined, kind: 'official' },
      { id: 'gazette', title: 'The port opens', date: { year: 2015, month: 8, day: 20 }, kind: 'press' },
      { id: 'old-act', url: 'http://law.example/624', date: { year: 2017, month: 10 } },
    ]);
  });

  it('has the synonyms and stopwords of each language', async () => {
    const { synonyms, stopwords } = await loadContent(VALID_CONTENT);
    expect(synonyms).toEqual([
      { language: 'kk', word: 'жүк көлігі', typed: ['фура', 'камаз'] },
      { language: 'en', word: 'truck', typed: ['lorry'] },
    ]);
    expect(stopwords).toEqual({ kk: ['бұл'], ru: ['это'], en: ['the'] });
  });

  it('has the subjects that it is not for', async () => {
    const { outside } = await loadContent(VALID_CONTENT);
    const questions = { kk: ['жаңбыр жауа ма'], ru: ['будет ли дождь'], en: ['will it rain'] };
    expect(outside).toEqual([{ id: 'weather', questions }]);
  });

  it("has the desk's hours, Monday first", async () => {
    const { desk } = await loadContent(VALID_CONTENT);
    const morning = { from: 9 * 60, to: 13 * 60 };
    const afternoon = { from: 14 * 60, to: 18 * 60 + 30 };
    expect(desk).toEqual({
      timeZone: 'Asia/Almaty',
      week: [[{ from: 9 * 60, to: 18 * 60 }], [morning, afternoon], [], [], [], [], []],
      daysOff: new Set(['2026-12-16']),
      firstReplyHours: 8,
    });
  });

  it('has no hours of a desk where content says nothing of them', async () => {
    expect(await loadContent({ ...VALID_CONTENT, 'desk.yaml': undefined })).not.toHaveProperty('desk');
    const { desk } = await loadContent({
      ...VALID_CONTENT,
      'desk.yaml': 'time_zone: Asia/Almaty\nhours: { friday: 0:00-24:00 }\n',
    });
    expect(desk).toMatchObject({ daysOff: new Set(), firstReplyHours: undefined });
  });

  it('has the answers of an entry in the order of the topics, not of the file', async () => {
    const trade = LANGUAGES.map((language) => [
      `facilities/port/trade.${language}.md`,
      VALID_CONTENT[`facilities/port/about.${language}.md`]
        .replaceAll('the port', 'the trade of the port')
        .replaceAll('the порт', 'the trade of the порт'),
    ]);
    const files = withChange(
      ENTRY,
      'topics:\n',
      'topics:\n  trade: { checked: 2026, review: 2027, rests_on: [] }\n',
    );
    const { entries } = await loadContent({ ...files, ...Object.fromEntries(trade) });
    expect([...entries.values()][0]?.answers).toEqual(['facilities/port/about', 'facilities/port/trade']);
  });
});

describe('loading', () => {
  it('tells every problem at once, and gives no catalog', async () => {
    const files = {
      ...withChange(ENTRY, 'links: [facilities/station]', 'links: [facilities/prot]'),
      'sources.yaml': VALID_CONTENT['sources.yaml'].replace('https://gazette.example/port', 'gazette'),
      'facilities/station/about.en.md': '',
    };
    expect(await problemsOf(files)).toMatchInlineSnapshot(`
      "content/sources.yaml:9:3  "gazette.url": it is no web address with http or https. Correct the value.
      content/facilities/port/entry.yaml:14:9  there is no entry "facilities/prot". Did you mean "facilities/port"?
      content/facilities/station/about.en.md:1  the file does not begin with a block between two lines of ---. Begin it with ---, title: and questions:, then --- and the text."
    `);
  });

  it('tells two sources of one address', async () => {
    const files = withChange('sources.yaml', 'http://law.example/624', 'https://gazette.example/port');
    expect(await problemsOf(files)).toMatchInlineSnapshot(
      `"content/sources.yaml:13:1  "gazette" has the same address. Keep one of the two."`,
    );
  });

  it('makes the same catalog of the same folder', async () => {
    const folder = readContentFolder(await writeContent(VALID_CONTENT));
    const phrases = await loadProjectPhrases();
    expect(assembleCatalog(folder, phrases)).toEqual(assembleCatalog(folder, phrases));
  });

  it('makes an empty catalog of an empty folder with sources', async () => {
    const { entries, answers } = await loadContent({ 'sources.yaml': '{}' });
    expect([entries.size, answers.size]).toEqual([0, 0]);
  });
});
