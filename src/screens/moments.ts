// Days and times as a language writes them, by the clock of Kazakhstan.

import type { Speech } from '../language/index.ts';

const TIME_ZONE = 'Asia/Almaty';

/** A day and a time; `at` is milliseconds since 1970 UTC. */
export function formatMoment(at: number, { language }: Speech): string {
  const format = { dateStyle: 'medium', timeStyle: 'short', timeZone: TIME_ZONE } as const;
  return new Intl.DateTimeFormat(language, format).format(at);
}

/** A day; `at` is milliseconds since 1970 UTC. */
export function formatDay(at: number, { language }: Speech): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: TIME_ZONE }).format(at);
}
