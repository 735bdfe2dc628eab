// What a person is told of the desk's hours, as plain text: the hours themselves, whether it works now, when it opens
// next, and how soon it means to reply where that is promised.

import type { DeskHours, WorkSpan } from '../catalog/index.ts';
import type { Speech } from '../language/index.ts';
import { deskTimes } from './desk-times.ts';
import { createZoneClock, isoDay, weekdayOf } from './zone-clock.ts';

/** Tells the working hours in one line: "The desk works Monday to Friday, 9:00–18:00 (Astana time)." */
export function deskStatusLine(hours: DeskHours, speech: Speech): string {
  const week = groupDays(hours.week).map(({ runs, spans }) =>
    speech.phrase('desk.hours.at', {
      days: runs.map((run) => writeRun(run, speech)).join(', '),
      hours: writeSpans(spans, speech),
    }),
  );
  const zone = writeZone(hours.timeZone, speech);
  return speech.phrase('desk.hours.line', { week: week.join('; '), zone });
}

/** Tells somebody who has left an inquiry what to expect; `now` is in milliseconds since 1970 UTC. */
export function expectationText(now: number, hours: DeskHours, speech: Speech): string {
  const { phrase } = speech;
  const times = deskTimes(now, hours);
  const state = times.isOpen
    ? phrase('desk.hours.open')
    : phrase('desk.hours.closed', { when: writeOpening(now, times.opensAt, { hours, speech }) });
  const count = hours.firstReplyHours;
  const reply = count === undefined ? [] : [phrase('desk.hours.reply', { count })];
  return [deskStatusLine(hours, speech), state, ...reply].join(' ');
}

/** Days that follow each other, by their numbers from Monday, 0. */
interface Run {
  readonly first: number;
  readonly last: number;
}

/** The days that have the same hours. */
interface DayGroup {
  readonly runs: readonly Run[];
  readonly spans: readonly WorkSpan[];
}

/** Puts together the days that have the same hours; days without are left out. */
function groupDays(week: DeskHours['week']): DayGroup[] {
  const groups = new Map<string, { runs: Run[]; spans: readonly WorkSpan[] }>();
  for (const [day, spans] of week.entries()) {
    if (spans.length === 0) continue;
    const key = spans.map(({ from, to }) => `${from}-${to}`).join();
    const group = groups.get(key) ?? { runs: [], spans };
    const before = group.runs.at(-1);
    const runs =
      before?.last === day - 1
        ? [...group.runs.slice(0, -1), { first: before.first, last: day }]
        : [...group.runs, { first: day, last: day }];
    groups.set(key, { runs, spans });
  }
  return [...groups.values()];
}

function writeRun({ first, last }: Run, { phrase, list }: Speech): string {
  const each = list('desk.hours.each');
  if (last - first === 6) return phrase('desk.hours.daily');
  if (first === last) return phrase('desk.hours.oneDay', { day: each[first] ?? '' });
  if (first + 1 === last) {
    return phrase('desk.hours.twoDays', { first: each[first] ?? '', last: each[last] ?? '' });
  }
  return phrase('desk.hours.range', {
    first: list('desk.hours.since')[first] ?? '',
    last: list('desk.hours.until')[last] ?? '',
  });
}

const DAY_MINUTES = 24 * 60;

function writeSpans(spans: readonly WorkSpan[], { phrase }: Speech): string {
  return spans
    .map(({ from, to }) =>
      from === 0 && to === DAY_MINUTES ? phrase('desk.hours.allDay') : `${writeTime(from)}–${writeTime(to)}`,
    )
    .join(', ');
}

function writeTime(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** All of Kazakhstan has one time since 1 March 2024; people call it after the capital. */
const ASTANA_TIME: readonly string[] = [
  'Asia/Almaty',
  'Asia/Aqtau',
  'Asia/Aqtobe',
  'Asia/Atyrau',
  'Asia/Oral',
  'Asia/Qostanay',
  'Asia/Qyzylorda',
];

function writeZone(zone: string, { phrase }: Speech): string {
  return ASTANA_TIME.includes(zone) ? phrase('desk.hours.astana') : phrase('desk.hours.zone', { zone });
}

interface Parts {
  readonly hours: DeskHours;
  readonly speech: Speech;
}

/** When the desk opens: today, tomorrow or on a day, by the desk's own clock. */
function writeOpening(now: number, opensAt: number, { hours, speech }: Parts): string {
  const { phrase, list } = speech;
  const clock = createZoneClock(hours.timeZone);
  const opening = clock.wallTimeAt(opensAt);
  const time = writeTime(opening.minute);
  const days = opening.day - clock.wallTimeAt(now).day;
  if (days === 0) return phrase('desk.hours.today', { time });
  if (days === 1) return phrase('desk.hours.tomorrow', { time });
  const [, month = 1, day = 1] = isoDay(opening.day).split('-').map(Number);
  return phrase('desk.hours.onDay', {
    weekday: list('desk.hours.on')[weekdayOf(opening.day)] ?? '',
    day,
    plain: list('date.months.plain')[month - 1] ?? '',
    of: list('date.months.of')[month - 1] ?? '',
    time,
  });
}
