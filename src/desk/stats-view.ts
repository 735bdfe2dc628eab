// Numbers with their words in one language: what the picture draws and what is read as text.

import type { Catalog } from '../catalog/index.ts';
import {
  formatFigure,
  formatShortDate,
  LANGUAGE_NAMES,
  type PartialDate,
  parsePartialDate,
  type Speech,
} from '../language/index.ts';
import type { Count, Stats } from './stats.ts';

/** A number that stands by itself. */
export interface KeyNumber {
  readonly label: string;
  readonly value: string;
}

/** A group of counts. */
export interface CountGroup {
  readonly title: string;
  readonly rows: readonly Row[];
}

/** A count with its words. */
export interface Row {
  readonly label: string;
  readonly count: number;
  readonly value: string;
}

/** Statistics as they are shown. */
export interface StatsView {
  readonly title: string;
  /** Such as "01/11/2026 – 30/11/2026". */
  readonly period: string;
  readonly keyNumbers: readonly KeyNumber[];
  /** The days, and the numbers of the scale beside them, from 0 up. */
  readonly perDay: { readonly title: string; readonly days: readonly Row[]; readonly scale: readonly Row[] };
  /** Said where no question was asked. */
  readonly nothing: string;
  readonly groups: readonly CountGroup[];
}

/** Stands for a number that there is not. */
const NONE = '–';

/** Puts statistics into a language's words. */
export function viewStats(stats: Stats, catalog: Catalog, speech: Speech): StatsView {
  const { phrase, numbers } = speech;
  const rows = <Key extends string>(counts: readonly Count<Key>[], labelOf: (key: Key) => string): Row[] =>
    counts.map(({ key, count }) => ({ label: labelOf(key), count, value: numbers.format(count) }));
  const withoutEmptyOther = <Key extends string>(counts: readonly Count<Key>[]): Count<Key>[] =>
    counts.filter(({ key, count }) => key !== 'other' || count > 0);
  const answered = stats.outcomes.find(({ key }) => key === 'answer')?.count ?? 0;
  const other = phrase('stats.other');
  return {
    title: phrase('stats.title'),
    period: periodOf(stats, speech),
    keyNumbers: [
      { label: phrase('stats.questions'), value: numbers.format(stats.questions) },
      { label: phrase('stats.answered'), value: percentOf(answered, stats.questions, speech) },
      {
        label: phrase('stats.votes'),
        value: `${numbers.format(stats.votes.up)} / ${numbers.format(stats.votes.down)}`,
      },
      { label: phrase('stats.opened'), value: numbers.format(stats.opened) },
      {
        label: phrase('stats.firstReply'),
        value: stats.firstReply === undefined ? NONE : formatDuration(stats.firstReply, speech),
      },
    ],
    perDay: {
      title: phrase('stats.perDay'),
      days: rows(stats.days, (day) => shortDay(day, speech)),
      scale: scaleFor(Math.max(0, ...stats.days.map(({ count }) => count))).map((count) => {
        const value = numbers.format(count);
        return { label: value, count, value };
      }),
    },
    nothing: phrase('stats.nothing'),
    groups: [
      {
        title: phrase('stats.outcomes'),
        rows: rows(stats.outcomes, (key) => phrase(`stats.outcome.${key}`)),
      },
      { title: phrase('stats.languages'), rows: rows(stats.languages, (key) => LANGUAGE_NAMES[key]) },
      {
        title: phrase('stats.hubs'),
        rows: rows(withoutEmptyOther(stats.hubs), (key) =>
          key === 'other' ? other : (catalog.entries.get(key)?.name[speech.language] ?? key),
        ),
      },
      {
        title: phrase('stats.topics'),
        rows: rows(withoutEmptyOther(stats.topics), (key) =>
          key === 'other' ? other : phrase(`topic.${key}`),
        ),
      },
      {
        title: phrase('stats.inquiries'),
        rows: rows(stats.inquiries, (key) => phrase(`stats.state.${key}`)),
      },
    ],
  };
}

/** Round numbers from 0 to the greatest or more: at distances of 1, 2 or 5 times a power of ten, six at most. */
function scaleFor(most: number): number[] {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most) / 5));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((distance) => most / distance <= 5) ?? most;
  const distance = Math.max(1, step);
  return Array.from({ length: Math.ceil(most / distance) + 1 }, (_, place) => place * distance);
}

/** Writes statistics as lines of plain text. */
export function statsLines({ title, period, keyNumbers, perDay, groups }: StatsView): string[] {
  const busy = perDay.days.filter(({ count }) => count > 0);
  return [
    `${title}: ${period}`,
    '',
    ...keyNumbers.map(({ label, value }) => `${label}: ${value}`),
    ...(busy.length > 0 ? ['', perDay.title, ...busy.map(({ label, value }) => `  ${label}: ${value}`)] : []),
    ...groups.flatMap((group) => [
      '',
      group.title,
      ...group.rows.map(({ label, value }) => `  ${label}: ${value}`),
    ]),
  ];
}

function periodOf({ days }: Stats, speech: Speech): string {
  const [first, last] = [days[0], days.at(-1)].map((day) => {
    const date = day && parsePartialDate(day.key);
    return date ? formatShortDate(date, speech) : '';
  });
  return first === last ? (first ?? '') : `${first} – ${last}`;
}

/** A day without its year: what stands before the year in a short date. */
function shortDay(day: string, speech: Speech): string {
  const date: PartialDate | undefined = parsePartialDate(day);
  if (!date) return day;
  return formatShortDate(date, speech).replace(new RegExp(`[./-]?${date.year}[./-]?`), '');
}

function percentOf(part: number, whole: number, speech: Speech): string {
  if (whole === 0) return NONE;
  return formatFigure({ value: Math.round((100 * part) / whole), unit: 'percent' }, speech);
}

const MINUTE_MS = 60_000;

/** Writes how long something took, to what matters: minutes up to 90, then hours up to two days, then days. */
function formatDuration(time: number, speech: Speech): string {
  const minutes = time / MINUTE_MS;
  if (minutes < 90) return formatFigure({ value: Math.max(1, Math.round(minutes)), unit: 'minute' }, speech);
  const hours = minutes / 60;
  if (hours < 48) return formatFigure({ value: oneDecimal(hours), unit: 'hour' }, speech);
  return formatFigure({ value: oneDecimal(hours / 24), unit: 'day' }, speech);
}

function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10;
}
