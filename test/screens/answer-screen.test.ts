import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Catalog } from '../../src/catalog/index.ts';
import { endOf, loadPhrases } from '../../src/language/index.ts';
import { answerScreen, type Screen, screenContext } from '../../src/screens/index.ts';
import { PROJECT_FOLDER } from '../project-catalog.ts';
import {
  type AnswerSketch,
  answerId,
  type CatalogParts,
  type EntrySketch,
  smallCatalog,
  source,
} from '../small-catalog.ts';

const phrases = await loadPhrases(join(PROJECT_FOLDER, 'locales'));
const BEFORE_REVIEW = Date.UTC(2020, 0, 1);

/** Shows an answer in English to a chat that speaks it. */
function show(id: string, catalog: Catalog, now = BEFORE_REVIEW): Screen {
  const answer = catalog.answers.get(answerId(id));
  if (!answer) throw new Error(`the catalog has no ${id}`);
  return answerScreen(answer, { now, chatLanguage: 'en' }, screenContext('en', phrases, catalog));
}

/** What stands beside a hand-made overview. */
interface Surroundings {
  readonly entry?: Partial<EntrySketch>;
  readonly parts?: CatalogParts;
  readonly now?: number;
}

/** Shows the overview of a hub that has nothing but what the test says. */
function showSmall(about: AnswerSketch, { entry = {}, parts = {}, now }: Surroundings = {}): Screen {
  const hub = { name: 'Khorgos', ...entry, topics: { about } };
  return show('hubs/khorgos/about', smallCatalog({ 'hubs/khorgos': hub }, parts), now);
}

describe('answerScreen', () => {
  const { phrase } = phrases.en;

  it('shows paragraphs, lists and what is emphasised, and escapes what is not ours', () => {
    const { html } = showSmall({
      title: 'R&D at <Khorgos>',
      body: [
        {
          kind: 'paragraph',
          spans: [
            { kind: 'text', text: 'Trade & ' },
            { kind: 'strong', spans: [{ kind: 'text', text: 'more' }] },
            { kind: 'text', text: '.' },
          ],
        },
        {
          kind: 'list',
          ordered: false,
          items: [
            [{ kind: 'emphasis', spans: [{ kind: 'text', text: 'one' }] }],
            [{ kind: 'link', url: 'https://a.kz/?b=1&c', spans: [{ kind: 'text', text: 'two' }] }],
          ],
        },
      ],
    });
    expect(html).toBe(
      '<b>R&amp;D at &lt;Khorgos&gt;</b>\n\n' +
        'Trade &amp; <b>more</b>.\n\n' +
        '• <i>one</i>\n• <a href="https://a.kz/?b=1&amp;c">two</a>\n\n' +
        `${phrase('status.line', { state: phrase('status.working'), date: '2026' })}\n\n` +
        `<i>${phrase('answer.checked', { date: '24 November 2026' })}</i>`,
    );
  });

  it.each(['guides/queue', 'formats/lease'])('says that %s is in force, not that it works', (id) => {
    const { html } = show(`${id}/about`, smallCatalog({ [id]: { topics: { about: {} } } }));
    expect(html).toContain(phrase('status.line', { state: phrase('status.inForce'), date: '2026' }));
  });

  it('says nothing of the status of a draft of which nobody has said it', () => {
    const { html } = showSmall({ draft: true }, { entry: { status: undefined } });
    expect(html).not.toContain(phrase('status.working'));
  });

  it('numbers the items of an ordered list', () => {
    const item = (text: string) => [{ kind: 'text' as const, text }];
    const { html } = showSmall({ body: [{ kind: 'list', ordered: true, items: [item('Ask'), item('Go')] }] });
    expect(html).toContain('1. Ask\n2. Go');
  });

  it('shows the way of a route, with what is known of its legs', () => {
    const place = (id: string) => ({
      id,
      name: { kk: id, ru: id, en: id },
      country: 'KZ',
      latitude: 0,
      longitude: 0,
      accuracyKm: 1,
    });
    const leg = { from: place('Aktau'), to: place('Baku'), border: undefined, distance: undefined };
    const time = { kk: '1', ru: '1', en: '1 day' };
    const legs = [
      { ...leg, mode: 'sea', time } as const,
      { ...leg, from: place('Baku'), to: place('Poti'), mode: 'rail', time: undefined } as const,
    ];
    expect(showSmall({}, { entry: { legs } }).html).toContain('Way: Aktau → Baku (sea, 1 day) → Poti (rail)');
  });

  it('names each publisher once and its pages by their dates, or by numbers', () => {
    const sources = [
      source('first', { url: 'https://ktz.kz/1', date: { year: 2025, month: 11, day: 25 } }),
      source('second', { url: 'https://ktz.kz/2' }),
      source('third', { url: 'https://ktz.kz/3' }),
      source('other', { url: 'https://kaz.kz', publisher: 'Kazinform & Co' }),
    ];
    const links =
      '<a href="https://ktz.kz/1">KTZ, 25/11/2025</a>, ' +
      '<a href="https://ktz.kz/2">2</a>, <a href="https://ktz.kz/3">3</a>; ' +
      '<a href="https://kaz.kz">Kazinform &amp; Co</a>';
    expect(showSmall({ sources: sources.map(({ id }) => id) }, { parts: { sources } }).html).toContain(
      `<blockquote expandable>${phrase('answer.sources', { sources: links })}</blockquote>`,
    );
  });

  it('has no line of sources where it rests on none', () => {
    expect(showSmall({}).html).not.toContain('blockquote');
  });

  it('says the date of its facts, or the first and the last', () => {
    const first = { year: 2023, month: 4 };
    const last = { year: 2026 };
    const one = phrase('answer.asOf', { date: '2026' });
    const range = phrase('answer.asOfRange', { first: 'April 2023', last: '2026' });
    expect(showSmall({ asOf: { first: last, last } }).html).toContain(`<i>${one}; `);
    expect(showSmall({ asOf: { first, last } }).html).toContain(`<i>${range}; `);
  });

  it.each(['planned', 'building', 'working', 'extending'] as const)(
    'says in the overview whether the thing exists yet: %s',
    (state) => {
      const status = { state, asOf: { year: 2026 }, sources: [] };
      const line = phrase('status.line', { state: phrase(`status.${state}`), date: '2026' });
      expect(showSmall({}, { entry: { status } }).html).toContain(line);
    },
  );

  it('says so in the overview only', () => {
    const [words = ''] = phrase('status.line', { state: '|', date: '' }).split('|');
    expect(showSmall({}).html).toContain(words);
    const small = smallCatalog({ 'hubs/khorgos': { topics: { about: {}, trade: {} } } });
    expect(show('hubs/khorgos/trade', small).html).not.toContain(words);
  });

  it('is shown by the catalog and the strings that are asked, whatever it was shown by before', () => {
    const [first, second] = ['Khorgos', 'Qorgas'].map((name) =>
      smallCatalog({ 'hubs/khorgos': { name, topics: { about: { body: [], title: name } } } }),
    );
    const answer = first?.answers.get(answerId('hubs/khorgos/about'));
    if (!first || !second || !answer) throw new Error('the catalogs are not there');
    const shownBy = (catalog: Catalog, strings = phrases) =>
      answerScreen(answer, { now: BEFORE_REVIEW, chatLanguage: 'en' }, screenContext('en', strings, catalog));
    const shown = shownBy(first);
    expect(shownBy(first)).toEqual(shown);
    const loud = { ...phrases.en, phrase: (...given: Parameters<typeof phrase>) => `${phrase(...given)}!` };
    expect(shownBy(first, { ...phrases, en: loud }).html).not.toBe(shown.html);
    const bare = { ...second, entries: new Map() };
    expect(shownBy(bare).keyboard).toEqual([]);
    expect(shownBy(first)).toEqual(shown);
  });

  it('holds to the end of the day of review, and is due the day after', () => {
    const review = { year: 2027, month: 5, day: 9 };
    const due = phrase('answer.overdue', { date: '9 May 2027' });
    const noon = 12 * 60 * 60 * 1000;
    expect(showSmall({ review }, { now: endOf(review) + noon }).html).not.toContain(due);
    expect(showSmall({ review }, { now: endOf(review) + 3 * noon }).html).toContain(due);
  });

  it('has no pin without a place', () => {
    expect(showSmall({}).keyboard).toEqual([
      [{ text: phrase('menu.hubs.button'), action: { kind: 'menu', language: 'en', menu: 'hubs' } }],
    ]);
  });

  it('leads to no draft', () => {
    const small = smallCatalog({
      'hubs/khorgos': {
        links: ['hubs/caspian', 'hubs/eurasia'],
        topics: { about: {}, trade: { draft: true }, regime: {} },
      },
      'hubs/caspian': { name: 'Caspian', topics: { about: { draft: true } } },
      'hubs/eurasia': { name: 'Eurasia', topics: { about: {} } },
    });
    const screen = show('hubs/khorgos/about', small);
    expect(screen.keyboard.flat().map(({ text }) => text)).toEqual([
      phrase('topic.regime'),
      'Eurasia',
      phrase('menu.hubs.button'),
    ]);
  });
});
