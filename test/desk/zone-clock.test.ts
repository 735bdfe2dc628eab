// Wall clocks of time zones, held against the calendar that toLocaleString prints.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createZoneClock, isoDay, weekdayOf } from '../../src/desk/zone-clock.ts';

const ZONES = ['Asia/Almaty', 'Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'UTC'];
const instants = fc.integer({
  min: Date.parse('2024-03-02T00:00Z'),
  max: Date.parse('2060-01-01T00:00Z'),
});

describe('createZoneClock', () => {
  it('shows what the calendar of the zone shows', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), instants, (timeZone, instant) => {
        const { day, minute } = createZoneClock(timeZone).wallTimeAt(instant);
        const date = new Date(instant);
        expect(isoDay(day)).toBe(date.toLocaleDateString('sv', { timeZone }));
        const time = date.toLocaleTimeString('sv', { timeZone });
        expect(`${Math.floor(minute / 60)}:${minute % 60}`).toBe(
          time.split(':').slice(0, 2).map(Number).join(':'),
        );
        const weekday = date.toLocaleDateString('en', { timeZone, weekday: 'short' });
        expect(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][weekdayOf(day)]).toBe(weekday);
      }),
    );
  });

  it('finds the instant of what it shows, or the first of two', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), instants, (timeZone, instant) => {
        const clock = createZoneClock(timeZone);
        const shown = clock.wallTimeAt(instant);
        const found = clock.instantOf(shown);
        expect(clock.wallTimeAt(found)).toEqual(shown);
        expect(found).toBeLessThanOrEqual(instant);
      }),
    );
  });

  it('takes a skipped time for as much later, and of a time shown twice the first', () => {
    const clock = createZoneClock('Europe/Berlin');
    const day = (text: string): number => Date.parse(`${text}T00:00Z`) / 86_400_000;
    const skipped = clock.instantOf({ day: day('2027-03-28'), minute: 150 });
    expect(new Date(skipped).toISOString()).toBe('2027-03-28T01:30:00.000Z');
    const twice = clock.instantOf({ day: day('2027-10-31'), minute: 150 });
    expect(new Date(twice).toISOString()).toBe('2027-10-31T00:30:00.000Z');
  });

  it('has a midnight at the end of a day that is the next one’s beginning', () => {
    const clock = createZoneClock('Asia/Almaty');
    expect(clock.instantOf({ day: 21_000, minute: 1440 })).toBe(clock.instantOf({ day: 21_001, minute: 0 }));
  });
});

describe('weekdayOf', () => {
  it('counts from Monday, before 1970 too', () => {
    expect([-4, -3, -1, 0, 3, 4].map(weekdayOf)).toEqual([6, 0, 2, 3, 6, 0]);
  });
});
