// Dates as sentences of each language need them, and what counts as a date at all.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareDates,
  DATE_FORMS,
  type DateForm,
  endOf,
  formatDate,
  formatShortDate,
  LANGUAGES,
  type Language,
  type PartialDate,
  parsePartialDate,
} from '../../src/language/index.ts';
import { loadProjectPhrases } from './project-phrases.ts';

const phrases = await loadProjectPhrases();

const YEAR: PartialDate = { year: 2027 };
const MONTH: PartialDate = { year: 2025, month: 11 };
const DAY: PartialDate = { year: 2025, month: 11, day: 25 };

/** What a sentence reads, by language and form: a year, a month, a day. */
const FORMS: Readonly<Record<Language, Readonly<Record<DateForm, readonly [string, string, string]>>>> = {
  kk: {
    plain: ['2027 жыл', '2025 жылғы қараша', '2025 жылғы 25 қараша'],
    in: ['2027 жылы', '2025 жылғы қарашада', '2025 жылғы 25 қарашада'],
    of: ['2027 жылдың', '2025 жылғы қарашаның', '2025 жылғы 25 қарашаның'],
    to: ['2027 жылға', '2025 жылғы қарашаға', '2025 жылғы 25 қарашаға'],
    from: ['2027 жылдан', '2025 жылғы қарашадан', '2025 жылғы 25 қарашадан'],
  },
  ru: {
    plain: ['2027 год', 'ноябрь 2025 года', '25 ноября 2025 года'],
    in: ['в 2027 году', 'в ноябре 2025 года', '25 ноября 2025 года'],
    of: ['2027 года', 'ноября 2025 года', '25 ноября 2025 года'],
    to: ['2027 году', 'ноябрю 2025 года', '25 ноября 2025 года'],
    from: ['2027 года', 'ноября 2025 года', '25 ноября 2025 года'],
  },
  en: {
    plain: ['2027', 'November 2025', '25 November 2025'],
    in: ['in 2027', 'in November 2025', 'on 25 November 2025'],
    of: ['2027', 'November 2025', '25 November 2025'],
    to: ['2027', 'November 2025', '25 November 2025'],
    from: ['2027', 'November 2025', '25 November 2025'],
  },
};

describe('formatDate', () => {
  const rows = LANGUAGES.flatMap((language) =>
    DATE_FORMS.map((form) => [language, form, ...FORMS[language][form]] as const),
  );
  it.each(rows)('writes in %s, form "%s": %s / %s / %s', (language, form, year, month, day) => {
    const speech = phrases[language];
    const written = [YEAR, MONTH, DAY].map((date) => formatDate(date, form, speech));
    expect(written).toEqual([year, month, day]);
  });

  // The suffix follows the last sound: hard or soft vowels, and voiced, voiceless or nasal endings.
  it.each([
    [1, 'қаңтар', 'қаңтарда', 'қаңтардың', 'қаңтарға', 'қаңтардан'],
    [2, 'ақпан', 'ақпанда', 'ақпанның', 'ақпанға', 'ақпаннан'],
    [3, 'наурыз', 'наурызда', 'наурыздың', 'наурызға', 'наурыздан'],
    [4, 'сәуір', 'сәуірде', 'сәуірдің', 'сәуірге', 'сәуірден'],
    [5, 'мамыр', 'мамырда', 'мамырдың', 'мамырға', 'мамырдан'],
    [6, 'маусым', 'маусымда', 'маусымның', 'маусымға', 'маусымнан'],
    [7, 'шілде', 'шілдеде', 'шілденің', 'шілдеге', 'шілдеден'],
    [8, 'тамыз', 'тамызда', 'тамыздың', 'тамызға', 'тамыздан'],
    [9, 'қыркүйек', 'қыркүйекте', 'қыркүйектің', 'қыркүйекке', 'қыркүйектен'],
    [10, 'қазан', 'қазанда', 'қазанның', 'қазанға', 'қазаннан'],
    [11, 'қараша', 'қарашада', 'қарашаның', 'қарашаға', 'қарашадан'],
    [12, 'желтоқсан', 'желтоқсанда', 'желтоқсанның', 'желтоқсанға', 'желтоқсаннан'],
  ])('inflects the Kazakh month %i, %s', (month, ...names) => {
    const byMonth = DATE_FORMS.map((form) => formatDate({ year: 2025, month }, form, phrases.kk));
    expect(byMonth).toEqual(names.map((name) => `2025 жылғы ${name}`));
    const byDay = DATE_FORMS.map((form) => formatDate({ year: 2025, month, day: 1 }, form, phrases.kk));
    expect(byDay).toEqual(names.map((name) => `2025 жылғы 1 ${name}`));
  });

  it.each([
    [1, 'январь', 'январе', 'января', 'январю'],
    [2, 'февраль', 'феврале', 'февраля', 'февралю'],
    [3, 'март', 'марте', 'марта', 'марту'],
    [4, 'апрель', 'апреле', 'апреля', 'апрелю'],
    [5, 'май', 'мае', 'мая', 'маю'],
    [6, 'июнь', 'июне', 'июня', 'июню'],
    [7, 'июль', 'июле', 'июля', 'июлю'],
    [8, 'август', 'августе', 'августа', 'августу'],
    [9, 'сентябрь', 'сентябре', 'сентября', 'сентябрю'],
    [10, 'октябрь', 'октябре', 'октября', 'октябрю'],
    [11, 'ноябрь', 'ноябре', 'ноября', 'ноябрю'],
    [12, 'декабрь', 'декабре', 'декабря', 'декабрю'],
  ])('inflects the Russian month %i, %s', (month, plain, when, of, to) => {
    const written = DATE_FORMS.map((form) => formatDate({ year: 2025, month }, form, phrases.ru));
    expect(written).toEqual([plain, `в ${when}`, of, to, of].map((name) => `${name} 2025 года`));
    expect(formatDate({ year: 2025, month, day: 1 }, 'plain', phrases.ru)).toBe(`1 ${of} 2025 года`);
  });

  it('names the English months', () => {
    const months = Array.from({ length: 12 }, (_, index) =>
      formatDate({ year: 2025, month: index + 1 }, 'plain', phrases.en).replace(' 2025', ''),
    );
    expect(months.join(' ')).toBe(
      'January February March April May June July August September October November December',
    );
  });
});

describe('formatShortDate', () => {
  it.each<[Language, string, string, string]>([
    ['kk', '2027', '11.2025', '05.11.2025'],
    ['ru', '2027', '11.2025', '05.11.2025'],
    ['en', '2027', '11/2025', '05/11/2025'],
  ])('writes in %s: %s, %s, %s', (language, ...expected) => {
    const dates = [YEAR, MONTH, { ...MONTH, day: 5 }];
    expect(dates.map((date) => formatShortDate(date, phrases[language]))).toEqual(expected);
  });
});

describe('parsePartialDate', () => {
  it.each<[string, PartialDate]>([
    ['2027', { year: 2027 }],
    ['2025-11', { year: 2025, month: 11 }],
    ['2025-11-25', { year: 2025, month: 11, day: 25 }],
    ['2024-02-29', { year: 2024, month: 2, day: 29 }],
    ['2000-02-29', { year: 2000, month: 2, day: 29 }],
  ])('reads %s', (text, date) => {
    expect(parsePartialDate(text)).toEqual(date);
  });

  it.each([
    ['2025-02-30', 'no month has that day'],
    ['2025-02-29', 'no leap year'],
    ['1900-02-29', 'a century that is no leap year'],
    ['2025-04-31', 'April has 30 days'],
    ['2025-13', 'there are 12 months'],
    ['2025-00', 'months count from 1'],
    ['2025-01-00', 'days count from 1'],
    ['2025-1-5', 'two digits each'],
    ['25', 'the year has four digits'],
    ['25.11.2025', 'figures in another order'],
    ['11/2025', 'slashes'],
    ['2025-11-25T10:00', 'a time of day'],
    [' 2025', 'white space before'],
    ['2025\n', 'a line break after'],
    ['٢٠٢٥', 'digits of another script'],
    ['', 'nothing'],
  ])('refuses %j: %s', (text) => {
    expect(parsePartialDate(text)).toBeUndefined();
  });

  it('accepts exactly the days that the calendar has', () => {
    const year = fc.integer({ min: 0, max: 9999 });
    const twoDigits = fc.oneof(fc.integer({ min: 0, max: 32 }), fc.integer({ min: 0, max: 99 }));
    fc.assert(
      fc.property(year, fc.option(twoDigits), fc.option(twoDigits), (year, month, day) => {
        const parts = month === null ? [] : day === null ? [month] : [month, day];
        const text = [String(year).padStart(4, '0'), ...parts.map((part) => String(part).padStart(2, '0'))];
        const [inMonth = 1, inDay = 1] = parts;
        const accepted = parsePartialDate(text.join('-')) !== undefined;
        expect(accepted).toBe(inDay >= 1 && inDay <= daysOf(year, inMonth));
      }),
      {
        numRuns: 2000,
        examples: [
          [0, 2, 29],
          [4, 2, 29],
          [1900, 2, 29],
          [2000, 2, 29],
        ],
      },
    );
  });

  it('reads no other text as a date', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-/. T') }), (text) => {
        fc.pre(!/^\d{4}(-\d\d){0,2}$/.test(text));
        expect(parsePartialDate(text)).toBeUndefined();
      }),
    );
  });
});

/** How many days a month has in the Gregorian calendar; 0 for a month that it doesn't have. */
function daysOf(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

describe('endOf', () => {
  it.each<[PartialDate, string]>([
    [{ year: 2027 }, '2027-12-31'],
    [{ year: 2025, month: 11 }, '2025-11-30'],
    [{ year: 2024, month: 2 }, '2024-02-29'],
    [{ year: 2025, month: 12 }, '2025-12-31'],
    [{ year: 2025, month: 11, day: 25 }, '2025-11-25'],
    // Date.UTC would take these for years of the twentieth century.
    [{ year: 50 }, '0050-12-31'],
    [{ year: 4, month: 2 }, '0004-02-29'],
  ])('takes %j to last until %s', (date, last) => {
    expect(new Date(endOf(date)).toISOString().slice(0, 10)).toBe(last);
  });
});

describe('compareDates', () => {
  it('orders dates, the earlier first; a less exact date counts as its last day', () => {
    const texts = ['2026', '0050', '2025-11-30', '2025', '2025-11-25', '2025-12', '1899'];
    const dates = texts.flatMap((text) => parsePartialDate(text) ?? []);
    expect(dates.sort(compareDates)).toEqual([
      { year: 50 },
      { year: 1899 },
      { year: 2025, month: 11, day: 25 },
      { year: 2025, month: 11, day: 30 },
      { year: 2025 },
      { year: 2025, month: 12 },
      { year: 2026 },
    ]);
  });

  it('finds a month and its last day equal', () => {
    expect(compareDates({ year: 2025, month: 11 }, { year: 2025, month: 11, day: 30 })).toBe(0);
  });
});
