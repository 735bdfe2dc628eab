// An inquiry for tests.

import type { NewInquiry } from '../../src/store/index.ts';

/** When it was opened: 30 November 2026, 12:00 in Almaty. */
export const OPENED_AT = Date.UTC(2026, 10, 30, 7);

/** A new inquiry of a draft with that key. */
export function newInquiry(key: string, fields: Partial<NewInquiry> = {}): NewInquiry {
  return {
    version: 1,
    key,
    chat: 7,
    person: { id: 7, name: 'Данияр', username: 'daniyar' },
    language: 'kk',
    about: 'formats/lease-premises/about',
    subject: 'Жалға алу',
    company: 'ТОО «Көктем»',
    wish: 'Хоргоста қойма жалға алғымыз келеді 📦',
    contact: { kind: 'email', value: 'd@example.kz' },
    consentAt: OPENED_AT - 1000,
    openedAt: OPENED_AT,
    state: 'received',
    messages: [],
    outbox: [{ order: 1, to: 'desk', content: { kind: 'card' } }],
    ...fields,
  };
}
