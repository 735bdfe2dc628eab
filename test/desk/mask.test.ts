import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { type CountryCode, getCountries, getExampleNumber } from 'libphonenumber-js';
import examples from 'libphonenumber-js/mobile/examples' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { maskPersonal } from '../../src/desk/mask.ts';
import { LANGUAGES } from '../../src/language/index.ts';
import { anyText } from '../any-text.ts';
import { PROJECT_FOLDER } from '../project-catalog.ts';

/** A parcel's number leads to a person. */
const WITH_PERSONAL_NUMBERS = ["where's my parcel from Aliexpress, track number RB123456789CN"];

describe('maskPersonal', () => {
  it.each([
    ['8 701 123 45 67', '[…]'],
    ['87011234567', '[…]'],
    ['+7(701)123-45-67', '[…]'],
    ['перезвоните: +7 701 123 4567, жду', 'перезвоните: […], жду'],
    ['8(7272)50-12-34', '[…]'],
    ['(727) 250-12-34', '[…]'],
    ['701 123 45 67', '[…]'],
    ['7011234567', '[…]'],
    ['8\u00a0701\u200b123‑45‑67', '[…]'],
    ['８７０１１２３４５６７', '[…]'],
    ['٨٧٠١١٢٣٤٥٦٧', '[…]'],
    ['тел 250-12-34', 'тел […]'],
    ['тел. 501234 или 501235', 'тел. […] или […]'],
    ['менің нөмірім 7011234567', 'менің нөмірім […]'],
    ['call me at 5012345', 'call me at […]'],
    ['8 701 это билайн, 123 45 67', '[…] это билайн, […]'],
    ['звоните на 701 потом 123 и 4567', 'звоните на […] потом […] и […]'],
    ['701 тире 123 тире 45 тире 67', '[…]'],
    ['плюс 7 701 123 45 67', '[…]'],
    ['+86 138 0013 8000', '[…]'],
    ['138 0013 8000', '[…]'],
    ['0086 13800138000', '[…]'],
    ['+49 (0)151 23456789', '[…]'],
    ['0151 23456789', '[…]'],
    ['020 7946 0958', '[…]'],
    ['06 12 34 56 78', '[…]'],
    ['8-800-080-77-77', '[…]'],
    ['8 - 7 0 1 - 1 2 3 - 4 5 - 6 7', '[…]'],
    ['998 90 123 45 67', '[…]'],
    ['цена 5000, тел 8701 123-45-67 или 8 777 765 43 21', 'цена 5000, тел […] или […]'],
  ])('masks a phone number: %s', (text, masked) => {
    expect(maskPersonal(text)).toBe(masked);
  });

  it.each([
    ['пишите на ivan.petrov@mail.ru сегодня', 'пишите на […] сегодня'],
    ['ivan @ mail.ru', '[…]'],
    ['ivan (at) mail.ru', '[…]'],
    ['ivan собака mail точка ru', '[…]'],
    ['почта: иван@почта.рф', 'почта: […]'],
    ['@torap_user жазыңыз', '[…] жазыңыз'],
    ['https://t.me/ivanov или t.me/+AbCd12', '[…] или […]'],
    ['tg://user?id=12345', '[…]'],
    ['wa.me/77011234567', '[…]'],
    ['мой телеграм ivan_petrov', 'мой телеграм […]'],
  ])('masks an address: %s', (text, masked) => {
    expect(maskPersonal(text)).toBe(masked);
  });

  it.each([
    ['ИИН 850101300123', 'ИИН […]'],
    ['ЖСН: 850101 300123', 'ЖСН: […]'],
    ['850101300123', '[…]'],
    ['4400 4301 2345 6789', '[…]'],
    ['4400430123456789', '[…]'],
    ['на KZ86125KZT5004100100', 'на […]'],
    ['KZ86 125K ZT50 0410 0100', '[…]'],
    ['паспорт N12345678', 'паспорт N[…]'],
  ])("masks a paper's or an account's number: %s", (text, masked) => {
    expect(maskPersonal(text)).toBe(masked);
  });

  it.each([
    '20 000 000 тонн в 2025 году',
    'код 8703 23 198 1, 8703 23, 870323',
    'ТН ВЭД 7210490009 и HS 0701905000, 8703231981',
    '12 500 000 тенге или $45 000',
    '2023-2025, 2024 2025 2026, 24.11.2026, 2026-11-24, 01/12/2026',
    'поезд 8014, вагон №42/41, трасса А-2, E40, M-32',
    'от Урумчи 350 км, 3 дня, 40 футов 2400 USD',
    '1 000 000 000, 87 000 000 000 тенге, 70000000000 тенге',
    '10 000-15 000 долларов, 5000–7000$ за 20 тонн, 15%',
    'контейнер MSKU 1234567',
    'колея 1520 мм и 1435 мм, 44.123456 80.123456',
    'сколько будет email или телеграм канал у порта',
    '8 600 000 т, 7 000 000 т, 1 200 000 TEU',
    '',
  ])('leaves what people ask about: %s', (text) => {
    expect(maskPersonal(text)).toBe(text);
  });

  it.each(LANGUAGES)('leaves every question of test/questions in %s as it is', (language) => {
    const lines = readFileSync(join(PROJECT_FOLDER, `test/questions/${language}.jsonl`), 'utf8')
      .trim()
      .split('\n');
    const changed = lines
      .map((line) => String(JSON.parse(line).text))
      .filter((text) => !WITH_PERSONAL_NUMBERS.includes(text) && maskPersonal(text) !== text);
    expect(changed).toEqual([]);
  });
});

const WORDS = [
  'сколько',
  'стоит',
  'Қорғас',
  'жүк',
  'where',
  'please',
  'контейнер,',
  'до границы:',
  'жауап',
  'in 2026',
];
const around = fc.array(fc.constantFrom(...WORDS), { maxLength: 4 }).map((words) => words.join(' '));
const digits = (count: number) =>
  fc.array(fc.nat(9), { minLength: count, maxLength: count }).map((all) => all.join(''));
const mobileCodes = fc.constantFrom(
  '700',
  '701',
  '702',
  '705',
  '707',
  '708',
  '747',
  '771',
  '775',
  '777',
  '778',
  '916',
  '999',
);
const leads = fc.constantFrom('+7', '8', '+7 ', '8 ', '8-', '7 ', '7', '+ 7 ');
const joint = fc.constantFrom('', ' ', '-', '.', ' - ', '\u00a0', '‑', '–');

/** A number as somebody in Kazakhstan or Russia may write it. */
const phone = fc
  .tuple(
    leads,
    mobileCodes,
    digits(7),
    joint,
    fc.boolean(),
    fc.constantFrom([3, 5, 7], [3, 7], [2, 4, 7], [7]),
  )
  .map(([lead, code, rest, between, brackets, cuts]) => {
    const groups = cuts.map((end, place) => rest.slice(cuts[place - 1] ?? 0, end));
    return `${lead}${brackets ? `(${code})` : `${code}${between}`}${groups.join(between)}`;
  });

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

describe('maskPersonal, whatever is written', () => {
  it('lets no phone number of Kazakhstan or Russia through', () => {
    fc.assert(
      fc.property(around, phone, around, (before, number, after) => {
        const end = digitsOf(number).slice(-4);
        // The year beside it may be the same digits.
        fc.pre(!`${before} ${after}`.includes(end));
        const masked = maskPersonal(`${before} ${number} ${after}`);
        expect(masked).not.toContain(end);
        expect(masked).toContain('[…]');
      }),
      { numRuns: 2000 },
    );
  });

  it('lets no mobile number of any country through, written with its plus', () => {
    const numbers = getCountries().map((country: CountryCode) => getExampleNumber(country, examples));
    const through = numbers
      .flatMap((number) => (number ? [number.number, number.formatInternational(), number.getURI()] : []))
      .filter((text) => /\d/.test(maskPersonal(`звоните ${text} после обеда`)));
    expect(through).toEqual([]);
  });

  it('lets no e-mail address through', () => {
    fc.assert(
      fc.property(around, fc.emailAddress(), around, (before, address, after) => {
        const [, domain = ''] = address.split('@');
        const masked = maskPersonal(`${before} ${address} ${after}`);
        expect(masked).not.toContain('@');
        expect(masked).not.toContain(domain);
      }),
    );
  });

  it('leaves figures with their unit as they are', () => {
    const units = fc.constantFrom(
      'тонн',
      'тенге',
      'км',
      'USD',
      '%',
      'TEU',
      'tonnes',
      'теңге',
      'га',
      'вагонов',
      'дней',
    );
    const grouped = fc.nat(999_999_999).map((value) => value.toLocaleString('ru').replaceAll('\u00a0', ' '));
    fc.assert(
      fc.property(around, fc.oneof(grouped, fc.nat(9_999_999).map(String)), units, (before, value, unit) => {
        const text = `${before} ${value} ${unit}`;
        // "in 2026 100 tonnes" is as open to people as to programs.
        fc.pre(!/\d$/.test(before));
        expect(maskPersonal(text)).toBe(text);
      }),
    );
  });

  it('takes any text, and only takes away', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const masked = maskPersonal(text);
        expect(masked.length).toBeLessThanOrEqual(text.length + 3 * (masked.split('[…]').length - 1));
      }),
      { numRuns: 300 },
    );
  });
});
