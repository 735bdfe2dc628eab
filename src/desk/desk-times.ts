// Whether the desk works at a moment, and when it opens next.

import type { DeskHours } from '../catalog/index.ts';
import { createZoneClock, isoDay, weekdayOf } from './zone-clock.ts';

/** How the desk stands at a moment. `opensAt` is in milliseconds since 1970 UTC. */
export type DeskTimes = { readonly isOpen: true } | { readonly isOpen: false; readonly opensAt: number };

/**
 * Tells whether the desk works at `now`, in milliseconds since 1970 UTC, and when it opens next where it does not.
 * An hour of work begins with its first millisecond and has ended with its last.
 */
export function deskTimes(now: number, hours: DeskHours): DeskTimes {
  const clock = createZoneClock(hours.timeZone);
  const today = clock.wallTimeAt(now).day;
  // A week with hours comes after as many weeks as there are days off, at the latest. A span may end after midnight
  // where the clock is put forward: yesterday is looked at too.
  const last = today + 7 * (hours.daysOff.size + 2);
  for (let day = today - 1; day <= last; day += 1) {
    for (const { from, to } of spansOn(day, hours)) {
      if (now >= clock.instantOf({ day, minute: to })) continue;
      const opensAt = clock.instantOf({ day, minute: from });
      return now >= opensAt ? { isOpen: true } : { isOpen: false, opensAt };
    }
  }
  throw new Error('the desk has no hours on any day; the catalog lets no such hours pass');
}

function spansOn(day: number, { week, daysOff }: DeskHours) {
  const spans = week[weekdayOf(day)] ?? [];
  return spans.length === 0 || daysOff.has(isoDay(day)) ? [] : spans;
}
