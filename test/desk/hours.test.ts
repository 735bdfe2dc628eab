// What people read of the desk's hours, in three languages.

import { describe, expect, it } from 'vitest';
import type { DeskHours } from '../../src/catalog/index.ts';
import { deskStatusLine, expectationText } from '../../src/desk/index.ts';
import { LANGUAGES } from '../../src/language/index.ts';
import { loadProjectPhrases } from '../language/project-phrases.ts';
import { deskHours, inAlmaty, week } from './small-hours.ts';

const phrases = await loadProjectPhrases();

function statusLines(rest: Partial<DeskHours> = {}): string[] {
  return LANGUAGES.map((language) => deskStatusLine(deskHours(rest), phrases[language]));
}

/** What stands after the line with the hours. */
function expectations(now: string, rest: Partial<DeskHours> = {}): string[] {
  const hours = deskHours(rest);
  return LANGUAGES.map((language) => {
    const line = `${deskStatusLine(hours, phrases[language])} `;
    const text = expectationText(inAlmaty(now), hours, phrases[language]);
    expect(text.startsWith(line)).toBe(true);
    return text.slice(line.length);
  });
}

describe('deskStatusLine', () => {
  it('puts days with the same hours together', () => {
    expect(statusLines()).toMatchInlineSnapshot(`
      [
        "Мамандардың жұмыс уақыты: дүйсенбіден жұмаға дейін, 9:00–18:00 (Астана уақыты).",
        "Наши специалисты работают с понедельника по пятницу, 9:00–18:00 (время Астаны).",
        "Our specialists work Monday to Friday, 9:00–18:00 (Astana time).",
      ]
    `);
  });

  it('tells other hours of other days, and breaks', () => {
    const day = '9:00-13:00 14:00-18:30';
    expect(
      statusLines({ week: week('', day, day, day, day, '10:00-14:00', '10:00-14:00') }),
    ).toMatchInlineSnapshot(`
      [
        "Мамандардың жұмыс уақыты: сейсенбіден жұмаға дейін, 9:00–13:00, 14:00–18:30; сенбі мен жексенбі күндері, 10:00–14:00 (Астана уақыты).",
        "Наши специалисты работают со вторника по пятницу, 9:00–13:00, 14:00–18:30; по субботам и воскресеньям, 10:00–14:00 (время Астаны).",
        "Our specialists work Tuesday to Friday, 9:00–13:00, 14:00–18:30; Saturdays and Sundays, 10:00–14:00 (Astana time).",
      ]
    `);
  });

  it('tells days apart that do not follow each other', () => {
    const day = '8:30-17:30';
    expect(statusLines({ week: week(day, '', day, '', day, '', '') })).toMatchInlineSnapshot(`
      [
        "Мамандардың жұмыс уақыты: дүйсенбі күндері, сәрсенбі күндері, жұма күндері, 8:30–17:30 (Астана уақыты).",
        "Наши специалисты работают по понедельникам, по средам, по пятницам, 8:30–17:30 (время Астаны).",
        "Our specialists work Mondays, Wednesdays, Fridays, 8:30–17:30 (Astana time).",
      ]
    `);
  });

  it('tells a desk that never closes, and a time zone outside Kazakhstan by its name', () => {
    const always = week(...Array<string>(7).fill('0:00-24:00'));
    expect(statusLines({ week: always, timeZone: 'Asia/Tashkent' })).toMatchInlineSnapshot(`
      [
        "Мамандардың жұмыс уақыты: күн сайын, тәулік бойы (уақыт белдеуі: Asia/Tashkent).",
        "Наши специалисты работают ежедневно, круглосуточно (часовой пояс Asia/Tashkent).",
        "Our specialists work every day, round the clock (time zone Asia/Tashkent).",
      ]
    `);
  });

  it.each([0, 1, 2, 3, 4])('begins and ends a run with weekday %i in the right case', (first) => {
    const days = Array.from({ length: 7 }, (_, day) => (day >= first && day < first + 3 ? '9:00-18:00' : ''));
    expect(statusLines({ week: week(...days) })).toMatchSnapshot();
  });
});

describe('expectationText', () => {
  it('says that it is working time', () => {
    expect(expectations('2026-12-01T10:00')).toMatchInlineSnapshot(`
      [
        "Мамандар қазір жұмыста.",
        "Сейчас рабочее время.",
        "They are at work now.",
      ]
    `);
  });

  it('says when the desk opens: today, tomorrow', () => {
    expect(expectations('2026-12-01T00:00')).toMatchInlineSnapshot(`
      [
        "Мамандар қазір жұмыста емес. Жұмыс басталатын уақыт: бүгін, сағат 9:00.",
        "Сейчас нерабочее время, они снова будут на месте сегодня в 9:00.",
        "They are away now and will be back today at 9:00.",
      ]
    `);
    expect(expectations('2026-12-01T18:00')).toMatchInlineSnapshot(`
      [
        "Мамандар қазір жұмыста емес. Жұмыс басталатын уақыт: ертең, сағат 9:00.",
        "Сейчас нерабочее время, они снова будут на месте завтра в 9:00.",
        "They are away now and will be back tomorrow at 9:00.",
      ]
    `);
  });

  it.each([0, 1, 2, 3, 4, 5, 6])('names the day in the right case: weekday %i', (weekday) => {
    const days = Array.from({ length: 7 }, (_, day) => (day === weekday ? '8:30-9:00' : ''));
    // A Saturday; the Friday before it, where the next day would be tomorrow.
    const now = weekday === 6 ? '2026-11-27T10:00' : '2026-11-28T10:00';
    expect(expectations(now, { week: week(...days) })).toMatchSnapshot();
  });

  it('goes by the day of the desk, not of whoever asks', () => {
    // In UTC it is still Monday.
    const text = expectationText(Date.parse('2026-11-30T20:00Z'), deskHours(), phrases.en);
    expect(text).toContain('today at 9:00');
  });

  it.each([1, 2, 5, 8, 21, 24])('says how soon a reply comes where %i hours are promised', (hours) => {
    expect(expectations('2026-12-01T10:00', { firstReplyHours: hours })).toMatchSnapshot();
  });
});
