// Days and times as a language writes them, by the clock of Kazakhstan.

import { HOME_TIME_ZONE, type Language, type Speech } from '../language/index.ts';

/** The order of day and month is the one that answers use: 30 Nov 2026. */
const LOCALES: Readonly<Record<Language, string>> = { kk: 'kk', ru: 'ru', en: 'en-GB' };

/** A day and a time; `at` is milliseconds since 1970 UTC. */
export function formatMoment(at: number, { language }: Speech): string {
  const format = { dateStyle: 'medium', timeStyle: 'short', timeZone: HOME_TIME_ZONE } as const;
  return new Intl.DateTimeFormat(LOCALES[language], format).format(at);
}

/** A day; `at` is milliseconds since 1970 UTC. */
export function formatDay(at: number, { language }: Speech): string {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'medium', timeZone: HOME_TIME_ZONE }).format(
    at,
  );
}
