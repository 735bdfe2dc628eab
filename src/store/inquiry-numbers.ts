// Inquiries' numbers: T-2611-0042 is the 42nd of November 2026. None is ever given twice.

import { HOME_TIME_ZONE } from '../language/index.ts';

/** The last count of each month, by the month as it stands in numbers. */
export type MonthCounts = Readonly<Record<string, number>>;

/** Gives out numbers. */
export interface InquiryNumbers {
  /** The next number of the month of that time (milliseconds since 1970 UTC). */
  readonly next: (time: number) => string;
  /** Takes note of a number that is in use. */
  readonly note: (number: string) => void;
  readonly counts: () => MonthCounts;
}

/** Begins where the counts say. */
export function createInquiryNumbers(counts: MonthCounts): InquiryNumbers {
  const last = new Map(Object.entries(counts));
  return {
    next: (time) => {
      const month = monthOf(time);
      const count = (last.get(month) ?? 0) + 1;
      last.set(month, count);
      return `T-${month}-${String(count).padStart(4, '0')}`;
    },
    note: (number) => {
      const [, month, count] = /^T-(\d{4})-(\d+)$/.exec(number) ?? [];
      if (month !== undefined) last.set(month, Math.max(last.get(month) ?? 0, Number(count)));
    },
    counts: () => Object.fromEntries(last),
  };
}

/** The desk's month: year and month of two digits each. */
function monthOf(time: number): string {
  const parts = new Map(MONTH_FORMAT.formatToParts(time).map(({ type, value }) => [type, value]));
  return `${parts.get('year')}${parts.get('month')}`;
}

const MONTH_FORMAT = new Intl.DateTimeFormat('en', {
  timeZone: HOME_TIME_ZONE,
  year: '2-digit',
  month: '2-digit',
});
