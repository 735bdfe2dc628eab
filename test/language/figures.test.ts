// Figures as each language writes them: plural forms, ranges, scales, currencies, gaps that don't break.

import { describe, expect, it } from 'vitest';
import {
  type Figure,
  formatFigure,
  formatNumber,
  isKnownUnit,
  LANGUAGES,
  type Language,
  SCALES,
} from '../../src/language/index.ts';
import { loadProjectPhrases } from './project-phrases.ts';

const phrases = await loadProjectPhrases();

/** Writes no-break spaces as "_", so that a test shows them. */
function write(figure: Figure, language: Language): string {
  return formatFigure(figure, phrases[language]).replaceAll('\u00a0', '_');
}

describe('formatFigure: plural forms', () => {
  it.each([
    [0, '0_вагон', '0_вагонов', '0_wagons'],
    [1, '1_вагон', '1_вагон', '1_wagon'],
    [2, '2_вагон', '2_вагона', '2_wagons'],
    [5, '5_вагон', '5_вагонов', '5_wagons'],
    [11, '11_вагон', '11_вагонов', '11_wagons'],
    [21, '21_вагон', '21_вагон', '21_wagons'],
    [22, '22_вагон', '22_вагона', '22_wagons'],
    [112, '112_вагон', '112_вагонов', '112_wagons'],
    [1.5, '1,5_вагон', '1,5_вагона', '1.5_wagons'],
    [0.25, '0,25_вагон', '0,25_вагона', '0.25_wagons'],
  ])('writes %d wagons: %s, %s, %s', (value, kk, ru, en) => {
    const figure = { value, unit: 'wagon' };
    expect(LANGUAGES.map((language) => write(figure, language))).toEqual([kk, ru, en]);
  });

  it.each([
    ['job', 5, '5_жұмыс орны', '5_рабочих мест', '5_jobs'],
    ['person', 2, '2_адам', '2_человека', '2_people'],
    ['year', 5, '5_жыл', '5_лет', '5_years'],
    ['country', 21, '21_ел', '21_страна', '21_countries'],
    ['time', 3, '3_есе', '3_раза', '3_times'],
    ['none', 7, '7', '7', '7'],
  ])('writes the unit %s in its form: %d → %s, %s, %s', (unit, value, kk, ru, en) => {
    expect(LANGUAGES.map((language) => write({ value, unit }, language))).toEqual([kk, ru, en]);
  });
});

describe('formatFigure: ranges', () => {
  it.each<[readonly [number, number], string, string, string]>([
    [[13, 17], '13–17_күн', '13–17_дней', '13–17_days'],
    // The last number chooses the form.
    [[1, 2], '1–2_күн', '1–2_дня', '1–2_days'],
    [[20, 21], '20–21_күн', '20–21_день', '20–21_days'],
    [[1, 1.5], '1–1,5_күн', '1–1,5_дня', '1–1.5_days'],
  ])('writes %j days: %s, %s, %s', (value, kk, ru, en) => {
    expect(LANGUAGES.map((language) => write({ value, unit: 'day' }, language))).toEqual([kk, ru, en]);
  });
});

describe('formatFigure: scales', () => {
  it.each<[Figure, string, string, string]>([
    [{ value: 20, scale: 'million', unit: 'tonne' }, '20_млн_тонна', '20_млн_т', '20_million_tonnes'],
    [{ value: 1, scale: 'million', unit: 'tonne' }, '1_млн_тонна', '1_млн_т', '1_million_tonnes'],
    [
      { value: 1, scale: 'thousand', unit: 'container' },
      '1_мың_контейнер',
      '1_тыс._контейнеров',
      '1_thousand_containers',
    ],
    [
      { value: 1.1, scale: 'trillion', unit: 'KZT' },
      '1,1_трлн_теңге',
      '1,1_трлн_тенге',
      '1.1_trillion_tenge',
    ],
    [
      { value: [1.5, 2], scale: 'billion', unit: 'CNY' },
      '1,5–2_млрд_юань',
      '1,5–2_млрд_юаней',
      '1.5–2_billion_yuan',
    ],
  ])('writes %j: %s, %s, %s', (figure, kk, ru, en) => {
    expect(LANGUAGES.map((language) => write(figure, language))).toEqual([kk, ru, en]);
  });

  it.each(LANGUAGES)('has a word in %s for each scale', (language) => {
    const words = SCALES.map((scale) => formatNumber({ value: 1, scale, unit: 'none' }, phrases[language]));
    expect(new Set(words).size).toBe(SCALES.length);
  });
});

describe('formatFigure: currencies, percents and signs', () => {
  it.each<[Figure, string, string, string]>([
    [{ value: 300, unit: 'USD' }, '300_АҚШ доллары', '300_долларов', '$300'],
    [
      { value: 1.2, scale: 'billion', unit: 'USD' },
      '1,2_млрд_АҚШ доллары',
      '1,2_млрд_долларов',
      '$1.2_billion',
    ],
    [{ value: 40, scale: 'million', unit: 'EUR' }, '40_млн_еуро', '40_млн_евро', '€40_million'],
    [{ value: 2, unit: 'RUB' }, '2_рубль', '2_рубля', '2_roubles'],
    [{ value: 500, unit: 'KZT' }, '500_теңге', '500_тенге', '500_tenge'],
    [{ value: 12.5, unit: 'percent' }, '12,5%', '12,5%', '12.5%'],
    [{ value: [10, 15], unit: 'percent' }, '10–15%', '10–15%', '10–15%'],
    [{ value: 21, unit: 'TEU' }, '21_TEU', '21_ДФЭ', '21_TEU'],
    [{ value: 129.8, unit: 'hectare' }, '129,8_гектар', '129,8_га', '129.8_ha'],
    [{ value: 2, unit: 'square_metre' }, '2_шаршы метр', '2_м²', '2_m²'],
  ])('writes %j: %s, %s, %s', (figure, kk, ru, en) => {
    expect(LANGUAGES.map((language) => write(figure, language))).toEqual([kk, ru, en]);
  });
});

describe('formatNumber', () => {
  const plainly = (value: number, language: Language) =>
    formatNumber({ value, unit: 'tonne' }, phrases[language]).replaceAll('\u00a0', '_');

  it.each([
    // Four digits stay together: they read like a year or a gauge.
    [5431.5, '5431,5', '5431,5', '5431.5'],
    [12345, '12_345', '12_345', '12,345'],
    [4500000, '4_500_000', '4_500_000', '4,500,000'],
    [0.000001, '0,000001', '0,000001', '0.000001'],
    [0.1 + 0.2, '0,3', '0,3', '0.3'],
  ])('groups and points %d: %s, %s, %s', (value, kk, ru, en) => {
    expect(LANGUAGES.map((language) => plainly(value, language))).toEqual([kk, ru, en]);
  });

  it('leaves the unit to the sentence, and keeps the scale', () => {
    const figure: Figure = { value: 76, scale: 'billion', unit: 'KZT' };
    expect(formatNumber(figure, phrases.kk)).toBe('76\u00a0млрд');
  });

  it('uses no gap that Telegram on Android lacks', () => {
    const written = LANGUAGES.map((language) =>
      formatNumber({ value: 1234567, scale: 'million', unit: 'none' }, phrases[language]),
    );
    expect(written.join('')).not.toMatch(/[\u2009\u202f]/);
  });
});

describe('isKnownUnit', () => {
  it.each(LANGUAGES)('knows units with and without plural forms in %s', (language) => {
    expect(['tonne', 'TEU', 'none', 'job'].filter((unit) => !isKnownUnit(unit, phrases[language]))).toEqual(
      [],
    );
  });

  it.each(['parsec', 'tonnes', '', 'constructor', '__proto__', 'tonne.x', 'a:b'])(
    'does not know %j',
    (unit) => {
      expect(isKnownUnit(unit, phrases.en)).toBe(false);
    },
  );
});
