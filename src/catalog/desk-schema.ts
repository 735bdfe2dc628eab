// `desk.yaml`: when people answer what is left at the desk. Its shape as a zod schema; what a field means is told in
// `describe`, for the person who edits the file.

import { z } from 'zod';
import { parsePartialDate } from '../language/index.ts';
import type { WorkSpan } from './catalog.ts';

/** The days of the week as `desk.yaml` names them, Monday first. */
export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

const SPAN = /^([01]?\d|2[0-4]):([0-5]\d)\s*[-–—]\s*([01]?\d|2[0-4]):([0-5]\d)$/;
const SPAN_RULE = 'write it like 09:00-18:00, and leave out days without work';

const DAY_MINUTES = 24 * 60;

const span = z
  .string()
  .meta({ pattern: SPAN.source, patternErrorMessage: 'Write it like 09:00-18:00.' })
  .transform((value, context): WorkSpan => {
    const parsed = parseSpan(value);
    if (typeof parsed !== 'string') return parsed;
    context.addIssue({ code: 'custom', message: parsed });
    return z.NEVER;
  });

/** What is wrong with a span of working time, where something is. */
function parseSpan(text: string): WorkSpan | string {
  const match = SPAN.exec(text.trim());
  if (!match) return `"${text}" is no working time; ${SPAN_RULE}`;
  const [, fromHour, fromMinute, toHour, toMinute] = match;
  const from = Number(fromHour) * 60 + Number(fromMinute);
  const to = Number(toHour) * 60 + Number(toMinute);
  if (to > DAY_MINUTES) return `"${text}" goes on after 24:00; hours after midnight belong to the next day`;
  if (from >= to) return `"${text}" ends before it begins; hours after midnight belong to the next day`;
  return { from, to };
}

const workday = z
  .union([
    span.transform((one) => [one]),
    z
      .array(span)
      .refine(
        (spans) => spans.every(({ from }, index) => index === 0 || from > (spans[index - 1]?.to ?? 0)),
        'the hours of one day must stand in their order, with a break between them',
      ),
    z.null().transform((): WorkSpan[] => []),
  ])
  .describe('09:00-18:00, or with a break [09:00-13:00, 14:00-18:00]; empty: no work on that day.');

const dayOff = z
  .string()
  .meta({
    pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$',
    patternErrorMessage: 'Write a day: 2026-12-16.',
  })
  .refine((value) => parsePartialDate(value)?.day !== undefined, {
    error: ({ input }) => `"${input}" is no day; write it like 2026-12-16`,
  });

/** `desk.yaml`: when the desk works, and what it promises. */
export const deskSchema = z.strictObject({
  time_zone: z
    .string()
    .meta({ pattern: '\\S' })
    .describe('By whose clock the hours are: a name such as Asia/Almaty.'),
  hours: z
    .partialRecord(z.enum(WEEKDAYS), workday)
    .refine(
      (week) => Object.values(week).some((spans) => spans.length > 0),
      'no day has hours; give one, or delete the file, and nothing is said about hours',
    )
    .describe('The working hours of each weekday; a day that is left out is free.'),
  days_off: z
    .array(dayOff)
    .max(1000, 'it holds more than 1000 days')
    .optional()
    .describe('Days without work, such as holidays: [2026-12-16, 2027-01-01].'),
  first_reply_within_hours: z
    .int()
    .positive('it is less than 1; leave the line out, and nothing is promised')
    .max(1000, 'it is more than 1000 hours')
    .optional()
    .describe('Within how many working hours the desk means to reply first. Left out: nothing is promised.'),
});
