// Inquiries as a chat's own, or all of them, out of the store.

import type { Inquiry, InquirySummary, Store } from '../store/index.ts';

/** What is known of the inquiries that a chat has sent, oldest first. */
export function inquiriesOf(
  chat: number,
  { inquiries }: Pick<Store, 'inquiries'>,
): readonly InquirySummary[] {
  return inquiries.list().filter((inquiry) => inquiry.chat === chat);
}

/** Reads inquiries one after the other: thousands of files at once are more than a process may have open. */
export async function readAll(
  summaries: readonly InquirySummary[],
  { inquiries }: Pick<Store, 'inquiries'>,
): Promise<readonly Inquiry[]> {
  const read: Inquiry[] = [];
  for (const { number } of summaries) {
    const inquiry = await inquiries.read(number);
    if (inquiry) read.push(inquiry);
  }
  return read;
}
