// Desk hours made by hand, for tests.

import type { DeskHours, WorkSpan } from '../../src/catalog/index.ts';

/** A span of working time: "9:00-18:00". */
export function span(text: string): WorkSpan {
  const [from = 0, to = 0] = text.split('-').map((time) => {
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    return hour * 60 + minute;
  });
  return { from, to };
}

/** The hours of seven days, Monday first: '' for a free day, a space between two spans. */
export function week(...days: readonly string[]): DeskHours['week'] {
  return days.map((day) => day.split(' ').filter(Boolean).map(span));
}

const NINE_TO_SIX = '9:00-18:00';

/** Monday to Friday, 9:00 to 18:00 in Almaty; what a test says otherwise takes its place. */
export function deskHours(rest: Partial<DeskHours> = {}): DeskHours {
  return {
    timeZone: 'Asia/Almaty',
    week: week(NINE_TO_SIX, NINE_TO_SIX, NINE_TO_SIX, NINE_TO_SIX, NINE_TO_SIX, '', ''),
    daysOff: new Set(),
    firstReplyHours: undefined,
    ...rest,
  };
}

/** The instant at which clocks in Almaty show "2026-12-01T10:00". */
export function inAlmaty(text: string): number {
  return Date.parse(`${text}+05:00`);
}
