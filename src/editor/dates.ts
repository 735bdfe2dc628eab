// Partial dates as content files write them, for pages that put them in their reader's own order.

import type { PartialDate } from '../language/index.ts';

/** Writes 2026, 2026-11 or 2026-11-24. */
export function writeDate({ year, month, day }: PartialDate): string {
  const parts = [String(year).padStart(4, '0'), ...[month, day].flatMap((part) => part ?? [])];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}
