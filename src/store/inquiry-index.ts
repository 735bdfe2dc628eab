// What is known of all inquiries without reading them: a few words each, in memory.

import type { Inquiry } from './inquiry.ts';
import type { InquirySummary } from './store.ts';

/** The inquiries that are stored. */
export interface InquiryIndex {
  readonly put: (inquiry: Inquiry) => void;
  readonly remove: (number: string) => void;
  readonly has: (number: string) => boolean;
  /** The number of the inquiry made of that draft. */
  readonly numberOf: (key: string) => string | undefined;
  /** All, oldest first. */
  readonly list: () => readonly InquirySummary[];
}

/** Makes an empty index. */
export function createInquiryIndex(): InquiryIndex {
  const summaries = new Map<string, InquirySummary>();
  const numbers = new Map<string, string>();
  let sorted: readonly InquirySummary[] | undefined;
  return {
    put: (inquiry) => {
      summaries.set(inquiry.number, summarize(inquiry));
      numbers.set(inquiry.key, inquiry.number);
      sorted = undefined;
    },
    remove: (number) => {
      const key = summaries.get(number)?.key;
      if (key === undefined) return;
      summaries.delete(number);
      numbers.delete(key);
      sorted = undefined;
    },
    has: (number) => summaries.has(number),
    numberOf: (key) => numbers.get(key),
    list: () => {
      sorted ??= [...summaries.values()].sort(byAge);
      return sorted;
    },
  };
}

function summarize({ number, key, chat, state, openedAt, desk, outbox }: Inquiry): InquirySummary {
  const orders = outbox.map(({ order }) => order).sort((left, right) => left - right);
  return { number, key, chat, state, openedAt, thread: desk?.thread, outbox: orders };
}

function byAge(left: InquirySummary, right: InquirySummary): number {
  return left.openedAt - right.openedAt || NUMBER_ORDER.compare(left.number, right.number);
}

const NUMBER_ORDER = new Intl.Collator('en', { numeric: true });
