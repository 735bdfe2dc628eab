// Dates as content gives them (a year, a month or a day) and as each language writes them.
// Kazakh and Russian inflect dates, so a text asks for the form that its sentence needs.

import type { Speech } from './phrases.ts';
import { remember } from './remember.ts';

/**
 * The form a sentence needs: `plain` (naming it), `in` (when, preposition included), `of` (genitive),
 * `to` (dative: Kazakh «…жылға дейін», Russian «к … году»), `from` (Kazakh ablative, Russian genitive).
 */
export const DATE_FORMS = ['plain', 'in', 'of', 'to', 'from'] as const;

/** One of `DATE_FORMS`. */
export type DateForm = (typeof DATE_FORMS)[number];

/** A date that may be known to the year, the month or the day only; `month` and `day` count from 1. */
export interface PartialDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

/**
 * Reads "2027", "2025-11" or "2025-11-25".
 * Returns undefined for anything else, and for days that no calendar has (2025-02-30).
 */
export function parsePartialDate(text: string): PartialDate | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match) return undefined;
  const [, year, month, day] = match;
  const date = {
    year: Number(year),
    ...(month && { month: Number(month) }),
    ...(day && { day: Number(day) }),
  };
  return isInCalendar(date) ? date : undefined;
}

function isInCalendar({ year, month = 1, day = 1 }: PartialDate): boolean {
  const date = new Date(midnight(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Like Date.UTC, which takes the years 0 to 99 for 1900 to 1999; this does not. */
function midnight(year: number, monthIndex: number, day: number): number {
  return year > 99 ? Date.UTC(year, monthIndex, day) : new Date(0).setUTCFullYear(year, monthIndex, day);
}

/** The last day of a partial date, as milliseconds since 1970 UTC: 2025-11 ends with 30 November. */
export function endOf(date: PartialDate): number {
  if (date.month === undefined) return midnight(date.year, 11, 31);
  if (date.day === undefined) return midnight(date.year, date.month, 0);
  return midnight(date.year, date.month - 1, date.day);
}

/** The first day of a partial date, as milliseconds since 1970 UTC: 2025-11 begins with 1 November. */
export function startOf({ year, month = 1, day = 1 }: PartialDate): number {
  return midnight(year, month - 1, day);
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Tells whether a date's last day is over at `now`, in milliseconds since 1970 UTC. */
export function isOver(date: PartialDate, now: number): boolean {
  return now > endOf(date) + DAY_MS;
}

/** Orders two dates, the earlier first; a less exact date counts as its last day. */
export function compareDates(left: PartialDate, right: PartialDate): number {
  return endOf(left) - endOf(right);
}

function precisionOf(date: PartialDate): 'year' | 'month' | 'day' {
  if (date.month === undefined) return 'year';
  return date.day === undefined ? 'month' : 'day';
}

/** Writes a date in one language, in the form that the sentence needs. */
export function formatDate(date: PartialDate, form: DateForm, speech: Speech): string {
  const { year, month, day } = date;
  const precision = precisionOf(date);
  const text = remember(speech, `date ${precision} ${month} ${form}`, () =>
    speech.phrase(`date.${precision}.${form}`, { year: YEAR, day: DAY, ...monthForms(month, speech) }),
  );
  return text.replace(YEAR, String(year)).replace(DAY, String(day));
}

/** Stand for the year and the day in a date's wording. */
const YEAR = '\u{F0000}';
const DAY = '\u{F0001}';

function monthForms(month: number | undefined, speech: Speech): Partial<Record<DateForm, string>> {
  if (month === undefined) return {};
  return Object.fromEntries(
    DATE_FORMS.map((form) => [form, speech.list(`date.months.${form}`)[month - 1] ?? '']),
  );
}

/** Writes a date in figures, for lists of sources: «25.11.2025», "25/11/2025", a year alone as it is. */
export function formatShortDate(date: PartialDate, speech: Speech): string {
  const precision = precisionOf(date);
  const twoDigits = (value: number | undefined): string => String(value ?? '').padStart(2, '0');
  const values = { year: date.year, month: twoDigits(date.month), day: twoDigits(date.day) };
  return speech.phrase(`date.short.${precision}`, values);
}
