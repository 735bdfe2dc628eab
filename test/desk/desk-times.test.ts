// Whether the desk works and when it opens next: across nights, weekends, holidays, leap days and years; by chance,
// against a twin that looks at each minute.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeskHours } from '../../src/catalog/index.ts';
import { deskTimes } from '../../src/desk/index.ts';
import { deskHours, inAlmaty, week } from './small-hours.ts';

/** When the desk opens next by the clock of Almaty; "open" where it works. */
function opening(now: string, rest: Partial<DeskHours> = {}): string {
  const times = deskTimes(inAlmaty(now), deskHours(rest));
  return times.isOpen ? 'open' : new Date(times.opensAt + 5 * 3_600_000).toISOString().slice(0, 16);
}

describe('deskTimes', () => {
  it.each([
    ['before work', '2026-12-01T08:59:59.999', '2026-12-01T09:00'],
    ['with the first moment of work', '2026-12-01T09:00', 'open'],
    ['to the last moment of work', '2026-12-01T17:59:59.999', 'open'],
    ['when work has ended', '2026-12-01T18:00', '2026-12-02T09:00'],
    ['before midnight', '2026-12-01T23:59:59.999', '2026-12-02T09:00'],
    ['at midnight', '2026-12-02T00:00', '2026-12-02T09:00'],
    ['on a Friday evening', '2026-12-04T18:00', '2026-12-07T09:00'],
    ['on a Sunday', '2026-12-06T12:00', '2026-12-07T09:00'],
    ["at a year's end", '2026-12-31T20:00', '2027-01-01T09:00'],
    ['before a leap day', '2028-02-28T20:00', '2028-02-29T09:00'],
    ['after a leap day', '2028-02-29T20:00', '2028-03-01T09:00'],
    ['after 28 February of another year', '2027-02-28T20:00', '2027-03-01T09:00'],
  ])('is right %s', (_name, now, expected) => {
    expect(opening(now)).toBe(expected);
  });

  it('passes over days off, also beside a weekend', () => {
    const daysOff = new Set(['2026-12-16', '2026-12-17', '2026-12-18']);
    expect(opening('2026-12-15T18:00', { daysOff })).toBe('2026-12-21T09:00');
    expect(opening('2026-12-16T10:00', { daysOff })).toBe('2026-12-21T09:00');
    expect(opening('2026-12-15T17:59', { daysOff })).toBe('open');
  });

  it('finds the next opening when a whole year of them is off', () => {
    const mondays = Array.from({ length: 53 }, (_, index) =>
      new Date(Date.UTC(2026, 11, 7 + 7 * index)).toISOString().slice(0, 10),
    );
    const rest = { week: week('9:00-10:00', '', '', '', '', '', ''), daysOff: new Set(mondays) };
    expect(opening('2026-12-02T10:00', rest)).toBe('2027-12-13T09:00');
  });

  it('knows breaks', () => {
    const rest = { week: week('9:00-13:00 14:00-18:00', '', '', '', '', '', '') };
    expect(opening('2026-11-30T12:59', rest)).toBe('open');
    expect(opening('2026-11-30T13:00', rest)).toBe('2026-11-30T14:00');
    expect(opening('2026-11-30T14:00', rest)).toBe('open');
    expect(opening('2026-11-30T18:00', rest)).toBe('2026-12-07T09:00');
  });

  it('works through midnight and round the clock where content says so', () => {
    const night = { week: week('20:00-24:00', '0:00-4:00', '', '', '', '', '') };
    expect(opening('2026-11-30T23:59:59.999', night)).toBe('open');
    expect(opening('2026-12-01T00:00', night)).toBe('open');
    expect(opening('2026-12-01T04:00', night)).toBe('2026-12-07T20:00');
    const always = { week: week(...Array<string>(7).fill('0:00-24:00')) };
    fc.assert(fc.property(instants, (now) => deskTimes(now, deskHours(always)).isOpen));
  });

  it('goes by the clock of its zone, and by summer time where there is some', () => {
    const hours = deskHours({ timeZone: 'Europe/Berlin' });
    const opensAt = (now: string) => {
      const times = deskTimes(Date.parse(now), hours);
      return times.isOpen ? 'open' : new Date(times.opensAt).toISOString();
    };
    expect(opensAt('2027-03-26T20:00Z')).toBe('2027-03-29T07:00:00.000Z');
    expect(opensAt('2027-10-29T20:00Z')).toBe('2027-11-01T08:00:00.000Z');
    expect(opensAt('2027-07-01T07:00Z')).toBe('open');
  });

  it('finds what a look at each minute finds', () => {
    fc.assert(
      fc.property(instants, someHours, (now, hours) => {
        expect(deskTimes(now, hours)).toEqual(lookAtEachMinute(now, hours));
      }),
      { numRuns: 200 },
    );
  });

  it('works at the moment at which it says that it opens, and not before', () => {
    const zones = fc.constantFrom('Asia/Almaty', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe');
    fc.assert(
      fc.property(instants, someHours, zones, (now, rest, timeZone) => {
        const hours = { ...rest, timeZone };
        const times = deskTimes(now, hours);
        if (times.isOpen) return;
        expect(times.opensAt).toBeGreaterThan(now);
        expect(deskTimes(times.opensAt, hours)).toEqual({ isOpen: true });
        expect(deskTimes(times.opensAt - 1, hours)).toEqual(times);
      }),
    );
  });
});

const instants = fc.integer({
  min: Date.parse('2026-11-01T00:00Z'),
  max: Date.parse('2029-03-31T00:00Z'),
});

const someSpans = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { maxLength: 4 })
  .map((quarters) => quarters.toSorted((left, right) => left - right).map((quarter) => quarter * 15))
  .map(([first, second, third, fourth]) => [
    ...(first !== undefined && second !== undefined ? [{ from: first, to: second }] : []),
    ...(third !== undefined && fourth !== undefined ? [{ from: third, to: fourth }] : []),
  ]);

/** Hours in Almaty, on few days of the week rather than on many; days off about those of the instants. */
const someHours = fc
  .record({
    week: fc.array(fc.oneof(fc.constant([]), someSpans), { minLength: 7, maxLength: 7 }),
    off: fc.array(fc.integer({ min: 20_758, max: 21_640 }), { maxLength: 400 }),
  })
  .filter(({ week }) => week.some((spans) => spans.length > 0))
  .map(({ week, off }) =>
    deskHours({
      week,
      daysOff: new Set(off.map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10))),
    }),
  );

/** The naive twin: Kazakhstan's clocks are five hours ahead of UTC and are not changed. */
function lookAtEachMinute(now: number, { week, daysOff }: DeskHours): ReturnType<typeof deskTimes> {
  const isOpenAt = (instant: number): boolean => {
    const shown = new Date(instant + 5 * 3_600_000);
    const minute = shown.getUTCHours() * 60 + shown.getUTCMinutes();
    const spans = week[(shown.getUTCDay() + 6) % 7] ?? [];
    return (
      !daysOff.has(shown.toISOString().slice(0, 10)) &&
      spans.some(({ from, to }) => from <= minute && minute < to)
    );
  };
  if (isOpenAt(now)) return { isOpen: true };
  let opensAt = (Math.floor(now / 60_000) + 1) * 60_000;
  while (!isOpenAt(opensAt)) opensAt += 60_000;
  return { isOpen: false, opensAt };
}
