// A time zone's wall clock: which day and minute it shows at an instant, and the instant at which it shows them.

/** What a wall clock shows. */
export interface WallTime {
  /** Days since 1 January 1970 by the zone's calendar. */
  readonly day: number;
  /** Minutes since midnight; 24 × 60 is the next day's midnight. */
  readonly minute: number;
}

/** The wall clock of one time zone. Instants are milliseconds since 1970 UTC. */
export interface ZoneClock {
  readonly wallTimeAt: (instant: number) => WallTime;
  /**
   * A time that the clock skips, when summer time begins, is the one as much later; of a time that it shows twice,
   * the first is meant (RFC 5545, 3.3.5).
   */
  readonly instantOf: (time: WallTime) => number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * Makes the clock of an IANA time zone.
 * @throws RangeError for a zone that the machine's table lacks
 */
export function createZoneClock(timeZone: string): ZoneClock {
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  /** What the clock shows, as if it stood in UTC; whole seconds. */
  const shownAt = (instant: number): number => {
    const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
    return Date.UTC(
      part('year'),
      part('month') - 1,
      part('day'),
      part('hour'),
      part('minute'),
      part('second'),
    );
  };
  const offsetAt = (instant: number): number => shownAt(instant) - Math.floor(instant / 1000) * 1000;
  return {
    wallTimeAt: (instant) => {
      const shown = shownAt(instant);
      const day = Math.floor(shown / DAY_MS);
      return { day, minute: Math.floor((shown - day * DAY_MS) / MINUTE_MS) };
    },
    instantOf: ({ day, minute }) => {
      const shown = day * DAY_MS + minute * MINUTE_MS;
      // A day before and a day after lie on either side of a change of the clock, of which there is one at most.
      const before = shown - offsetAt(shown - DAY_MS);
      const after = shown - offsetAt(shown + DAY_MS);
      return shownAt(before) === shown || shownAt(after) !== shown ? before : after;
    },
  };
}

/** The day of the week of a day since 1970: 0 is Monday. */
export function weekdayOf(day: number): number {
  // 1 January 1970 was a Thursday.
  return (((day + 3) % 7) + 7) % 7;
}

/** A day since 1970 as 2026-12-16. */
export function isoDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
