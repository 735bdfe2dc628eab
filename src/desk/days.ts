// Days and times by the clock of Kazakhstan, where the desk is and most of those who ask are.

import { HOME_TIME_ZONE } from '../language/index.ts';

const PARTS = new Intl.DateTimeFormat('en-CA', {
  timeZone: HOME_TIME_ZONE,
  dateStyle: 'short',
  timeStyle: 'medium',
  hourCycle: 'h23',
});

/** The day and time there, such as "2026-11-30 17:05:09". */
export function localTime(time: number): string {
  return PARTS.format(time).replace(', ', ' ');
}

/** The day there, such as "2026-11-30". */
export function dayOf(time: number): string {
  return localTime(time).slice(0, 10);
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** The last days up to today, the first one first. */
export function lastDays({ now, days }: { readonly now: number; readonly days: number }): string[] {
  const today = Date.parse(dayOf(now));
  return Array.from({ length: days }, (_, place) => {
    const day = new Date(today - (days - 1 - place) * DAY_MS);
    return day.toISOString().slice(0, 10);
  });
}

/** A time before the first of the last days, in milliseconds since 1970 UTC: what came since then is enough to count them. */
export function beforeDays({ now, days }: { readonly now: number; readonly days: number }): number {
  return now - (days + 1) * DAY_MS;
}
