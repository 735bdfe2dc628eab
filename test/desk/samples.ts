// Inquiries and outcomes as tests need them: what a test leaves out gets a plain value.

import type { FullOutcome, Inquiry } from '../../src/store/index.ts';

/** 30 November 2026, 12:00 in Astana. */
export const NOON = Date.UTC(2026, 10, 30, 7);

/** A minute, an hour and a day in milliseconds. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Makes an outcome; without a word of the test's, a refused question of that noon. */
export function outcome(rest: Partial<FullOutcome> = {}): FullOutcome {
  return {
    id: `o-${rest.question ?? ''}-${rest.at ?? NOON}`,
    at: NOON,
    language: 'ru',
    question: 'где взять вагоны',
    outcome: 'refuse',
    answers: [],
    ...rest,
  };
}

/** Makes an inquiry; without a word of the test's, one that has just been received. */
export function inquiry(rest: Partial<Inquiry> = {}): Inquiry {
  return {
    version: 1,
    number: 'T-2611-0042',
    key: 'k-42',
    chat: 1001,
    person: { id: 1001, name: 'Айгүл Сейтова', username: 'aigul_s' },
    language: 'kk',
    about: 'formats/lease-premises/about',
    subject: 'Қорғаста қойма жалдау',
    company: '«Жібек жолы» ЖШС',
    wish: '500 шаршы метр қойма керек',
    contact: { kind: 'phone', value: '+77011234567' },
    consentAt: NOON - MINUTE,
    openedAt: NOON,
    state: 'received',
    messages: [],
    outbox: [],
    ...rest,
  };
}
