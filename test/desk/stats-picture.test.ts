// The picture as it is drawn: every text is measured by the renderer itself, and must lie in the picture and over no other.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { readLetterWidths } from '../../src/desk/font-widths.ts';
import { loadMeasure, renderPng } from '../../src/desk/paint.ts';
import { countStats, type Stats } from '../../src/desk/stats.ts';
import { drawStats } from '../../src/desk/stats-picture.ts';
import { type StatsView, statsLines, viewStats } from '../../src/desk/stats-view.ts';
import { LANGUAGES } from '../../src/language/index.ts';
import { loadProject } from '../project-catalog.ts';
import { createRandom } from '../random.ts';
import { DAY, HOUR, inquiry, NOON, outcome } from './samples.ts';

const { catalog, phrases } = await loadProject();
const measure = loadMeasure();

function statsOf(questions: number, days: number): Stats {
  const random = createRandom(questions + days);
  const answers = [...catalog.answers.keys()];
  const outcomes = Array.from({ length: questions }, () =>
    outcome({
      at: NOON - random.below(days) * DAY,
      language: random.pick(LANGUAGES),
      outcome: random.pick(['answer', 'choose', 'refuse'] as const),
      answers: [random.pick(answers)],
    }),
  );
  const inquiries = questions === 0 ? [] : [inquiry({ firstReplyAt: NOON + 5 * HOUR })];
  return countStats(outcomes, inquiries, catalog, { now: NOON, days });
}

function times<Row extends { readonly count: number }>(rows: readonly Row[], factor: number): Row[] {
  return rows.map((row) => ({ ...row, count: row.count * factor }));
}

function million(): Stats {
  const stats = statsOf(2_000, 30);
  return {
    ...stats,
    questions: 1_000_000,
    days: times(stats.days, 500),
    languages: times(stats.languages, 500),
    outcomes: times(stats.outcomes, 500),
    hubs: times(stats.hubs, 500),
    topics: times(stats.topics, 500),
    votes: { up: 812_345, down: 187_655 },
    opened: 1_000_000,
    inquiries: stats.inquiries.map((row) => ({ ...row, count: 1_000_000 })),
    firstReply: 1234.5 * DAY,
  };
}

const CASES: readonly (readonly [string, Stats])[] = [
  ['no question', statsOf(0, 30)],
  ['one question', statsOf(1, 1)],
  ['a week', statsOf(60, 7)],
  ['a month', statsOf(800, 30)],
  ['a million questions', million()],
  ['a year', statsOf(4_000, 365)],
];

interface Bounds {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const FONTS = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((name) =>
  fileURLToPath(import.meta.resolve(`dejavu-fonts-ttf/ttf/${name}`)),
);

function sizeOf(svg: string): { readonly width: number; readonly height: number } {
  const [, width = '', height = ''] = /<svg [^>]*width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
}

/** Where each text of a picture lies, as measured from the font's widths, and from its ascent to its descent. */
function textsOf(svg: string): Bounds[] {
  const found = svg.matchAll(
    /<text x="([\d.]+)" y="([\d.]+)" font-size="([\d.]+)" fill="[^"]*" text-anchor="(\w+)"( font-weight="bold")?>([^<]*)</g,
  );
  return [...found].map(([, x = '', y = '', size = '', anchor = '', bold, text = '']) => {
    const width = measure(text, { size: Number(size), isBold: bold !== undefined });
    const left = Number(x) - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
    return {
      text,
      left,
      right: left + width,
      top: Number(y) - 0.76 * Number(size),
      bottom: Number(y) + 0.24 * Number(size),
    };
  });
}

function overlap(one: Bounds, other: Bounds): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

describe.each(LANGUAGES)('the picture of statistics in %s', (language) => {
  it.each(CASES)('lets no text leave it or lie over another: %s', (_, stats) => {
    const svg = drawStats(viewStats(stats, catalog, phrases[language]), measure);
    const { width, height } = sizeOf(svg);
    const texts = textsOf(svg);
    expect(texts.length).toBeGreaterThan(30);
    const outside = texts.filter(
      (text) => text.left < 40 || text.right > width - 40 || text.bottom > height - 40,
    );
    expect(outside).toEqual([]);
    const over = texts.flatMap((one, place) =>
      texts
        .slice(place + 1)
        .filter((other) => overlap(one, other))
        .map((other) => [one.text, other.text]),
    );
    expect(over).toEqual([]);
  });

  it.each(CASES)('cuts no number and no word short: %s', (_, stats) => {
    const svg = drawStats(viewStats(stats, catalog, phrases[language]), measure);
    expect(textsOf(svg).filter(({ text }) => text.includes('…'))).toEqual([]);
  });
});

describe('the picture of statistics', () => {
  const view = viewStats(statsOf(800, 30), catalog, phrases.kk);

  it('is a PNG, 1200 pixels wide', async () => {
    const png = await renderPng(drawStats(view, measure));
    const header = Buffer.from(png);
    expect(header.subarray(1, 4).toString()).toBe('PNG');
    expect(header.readUInt32BE(16)).toBe(1200);
  });

  it('takes whatever stands in content and strings', () => {
    const wild: StatsView = {
      ...view,
      title: '<b>&"\'\u0000\ud83d',
      groups: [{ title: 'W'.repeat(200), rows: [{ label: 'Ш'.repeat(300), count: 1, value: '1' }] }],
    };
    const svg = drawStats(wild, measure);
    expect(() => new Resvg(svg)).not.toThrow();
    expect(textsOf(svg).filter(({ right }) => right > 1160)).toEqual([]);
  });

  it('is measured as it is drawn', () => {
    const letters = 'Әә Ғғ Ққ Ңң Өө Ұұ Үү Іі Һһ Щщ Юю Ёё Wx 0123 «…»';
    const look = { size: 100, isBold: false };
    // An n on either side, because white space at the ends would not be measured.
    const drawn = (text: string): number =>
      new Resvg(
        `<svg xmlns="http://www.w3.org/2000/svg" font-family="DejaVu Sans" font-size="100"><text y="90">n${text}n</text></svg>`,
        {
          font: { loadSystemFonts: false, fontFiles: FONTS },
        },
      ).getBBox()?.width ?? 0;
    expect(drawn(letters) - drawn('')).toBeGreaterThan(0.97 * measure(letters, look));
    expect(drawn(letters) - drawn('')).toBeLessThanOrEqual(1.001 * measure(letters, look));
  });
});

describe('readLetterWidths', () => {
  it('refuses what is no font', () => {
    expect(() => readLetterWidths(new Uint8Array(64))).toThrow(RangeError);
    expect(() => readLetterWidths(readFileSync(import.meta.filename))).toThrow(RangeError);
  });
});

describe('statsLines', () => {
  it('tells the same as text', () => {
    const stats = countStats(
      [
        outcome(),
        outcome({ language: 'en', outcome: 'answer', answers: ['hubs/khorgos/about'], vote: 'up' }),
      ],
      [inquiry({ firstReplyAt: NOON + 5 * HOUR })],
      catalog,
      { now: NOON, days: 7 },
    );
    expect(statsLines(viewStats(stats, catalog, phrases.en)).join('\n')).toMatchInlineSnapshot(`
      "What people asked: 24/11/2026 – 30/11/2026

      Questions: 2
      Answered at once: 50%
      Helpful / not: 1 / 0
      New inquiries: 1
      To the first reply (median): 5 hours

      Questions a day
        30/11: 2

      Outcome
        Answered: 1
        Choice offered: 0
        No answer: 1

      Languages
        Қазақша: 0
        Русский: 1
        English: 1

      Hubs
        Caspian hub: 0
        Central Asia centre: 0
        Eurasia Cross-Border Trade Center: 0
        Khorgos hub: 1
        ITLC Alatau, Zhambyl region: 0

      Topics
        Overview: 1
        Facilities: 0
        Routes: 0
        Rules and taxes: 0
        Taking part: 0
        Goods and volumes: 0
        Progress: 0
        Contacts: 0

      All inquiries
        Received: 1
        Taken: 0
        Answered: 0
        Closed: 0
        Withdrawn: 0"
    `);
  });

  it.each([
    [1, '1 минута'],
    [20 * 60_000, '20 минут'],
    [90 * 60_000, '1,5 часа'],
    [50 * HOUR, '2,1 дня'],
  ])('writes %d ms to the first reply as %s', (firstReply, text) => {
    const { keyNumbers } = viewStats({ ...statsOf(0, 1), firstReply }, catalog, phrases.ru);
    expect(keyNumbers.map(({ value }) => value.replace('\u00a0', ' '))).toContain(text);
  });
});
