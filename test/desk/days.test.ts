import { describe, expect, it } from 'vitest';
import { beforeDays, dayOf, lastDays, localTime } from '../../src/desk/days.ts';

describe('days', () => {
  it('begin at midnight in Kazakhstan', () => {
    expect(dayOf(Date.UTC(2026, 10, 29, 18, 59, 59))).toBe('2026-11-29');
    expect(dayOf(Date.UTC(2026, 10, 29, 19))).toBe('2026-11-30');
    expect(localTime(Date.UTC(2026, 10, 29, 19, 5, 9))).toBe('2026-11-30 00:05:09');
  });

  it('are counted back from today, over months and years', () => {
    expect(lastDays({ now: Date.UTC(2026, 10, 30, 20), days: 1 })).toEqual(['2026-12-01']);
    expect(lastDays({ now: Date.UTC(2027, 0, 1, 7), days: 3 })).toEqual([
      '2026-12-30',
      '2026-12-31',
      '2027-01-01',
    ]);
  });

  it('are all after the time from which they are counted', () => {
    for (let hour = 0; hour < 24; hour += 1) {
      const wish = { now: Date.UTC(2026, 10, 30, hour), days: 30 };
      expect(dayOf(beforeDays(wish)) < (lastDays(wish)[0] ?? '')).toBe(true);
    }
  });
});
