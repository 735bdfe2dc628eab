// What the desk has got of the inquiries that people were told are sent.

import type { TelegramDouble } from '../e2e/telegram/index.ts';
import type { Sent } from './visits.ts';

/** The desk's group in these tests. */
export const DESK = -1000077;

/** How the desk's cards stand. */
export interface DeskCards {
  readonly lost: readonly string[];
  /** How many came once more. */
  readonly doubled: number;
  /** Cards that came before one with a smaller number. */
  readonly outOfOrder: readonly string[];
}

/** Counts the cards that reached the desk. */
export function countCards({ calls }: TelegramDouble, sent: readonly Sent[]): DeskCards {
  const cards = calls
    .filter(({ method, payload, response }) => method === 'sendMessage' && isAtDesk(payload) && response?.ok)
    .flatMap(({ payload }) => /T-\d{4}-\d{4,}/.exec(String(payload.text)) ?? [])
    .map((number) => number as string);
  const first = [...new Set(cards)];
  return {
    lost: sent.map(({ number }) => number).filter((number) => !first.includes(number)),
    doubled: cards.length - first.length,
    outOfOrder: first.filter((number, place) => compare(number, first[place - 1] ?? '') < 0),
  };
}

function isAtDesk({ chat_id }: Readonly<Record<string, unknown>>): boolean {
  return Number(chat_id) === DESK;
}

const { compare } = new Intl.Collator('en', { numeric: true });
