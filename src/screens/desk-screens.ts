// What the desk sees in its group: an inquiry's card with its buttons, what its person adds, and notices.
// Each begins with the inquiry's number: by it a reply finds the inquiry it is about.

import { isOpen } from '../desk/index.ts';
import { LANGUAGE_NAMES, type Speech } from '../language/index.ts';
import type { Inquiry, Notice } from '../store/index.ts';
import type { DeskStep } from './action.ts';
import { bold, escapeHtml } from './html.ts';
import { formatMoment } from './moments.ts';
import { type Button, type HeadedScreen, joinParts, type Screen, type ScreenContext } from './screen.ts';

/** The inquiry itself, as it stands now. */
export function deskCardScreen(inquiry: Inquiry, { speech }: ScreenContext): Screen {
  const { phrase } = speech;
  const { number } = inquiry;
  const title = bold(phrase('toDesk.card', { number }));
  if (inquiry.erased) {
    return { html: joinParts(title, escapeHtml(phrase('toDesk.erasedCard'))), keyboard: [] };
  }
  const lines = [
    phrase('toDesk.subject', { subject: inquiry.subject }),
    phrase('toDesk.company', { company: inquiry.company }),
    phrase('toDesk.wish', { wish: inquiry.wish }),
    phrase('toDesk.contact', { contact: inquiry.contact.value }),
    phrase('toDesk.person', { name: nameOf(inquiry), language: LANGUAGE_NAMES[inquiry.language] }),
    phrase('toDesk.opened', { date: formatMoment(inquiry.openedAt, speech) }),
  ];
  const state = phrase(`requests.state.${inquiry.state}`);
  const standing = inquiry.takenBy
    ? phrase('toDesk.takenBy', { state, name: inquiry.takenBy.name })
    : phrase('toDesk.state', { state });
  return {
    html: joinParts(
      title,
      lines.map(escapeHtml).join('\n'),
      bold(standing),
      `<i>${escapeHtml(phrase('toDesk.howTo'))}</i>`,
    ),
    keyboard: [stepsFor(inquiry).map((step) => deskButton(step, number, speech))],
  };
}

function nameOf({ person }: Inquiry): string {
  return person.username === undefined ? person.name : `${person.name} (@${person.username})`;
}

function stepsFor(inquiry: Inquiry): DeskStep[] {
  if (inquiry.state === 'withdrawn') return [];
  if (!isOpen(inquiry)) return ['reopen'];
  return inquiry.takenBy ? ['close'] : ['take', 'close'];
}

function deskButton(step: DeskStep, number: string, { language, phrase }: Speech): Button {
  return { text: phrase(`toDesk.${step}`), action: { kind: 'desk', language, step, number } };
}

/** What the person wrote. */
export function personMessageScreen(inquiry: Inquiry, text: string, { speech }: ScreenContext): HeadedScreen {
  const head = bold(speech.phrase('toDesk.from', { number: inquiry.number, name: inquiry.person.name }));
  return { html: joinParts(head, escapeHtml(text)), head, keyboard: [] };
}

/** The notices that the desk can get. */
const TO_DESK = ['withdrawn', 'blocked', 'undelivered', 'solved', 'unsolved', 'erased'] as const;

/** What became of an inquiry, told to the desk; undefined for a notice that is none for the desk. */
export function deskNoticeScreen(
  notice: Notice,
  number: string,
  { speech }: ScreenContext,
): Screen | undefined {
  const known = TO_DESK.find((one) => one === notice);
  return known && { html: escapeHtml(speech.phrase(`toDesk.${known}`, { number })), keyboard: [] };
}

/** The name of an inquiry's topic in a forum; Telegram allows 128 characters. */
export function topicName({ number, company }: Inquiry): string {
  return [...`${number} ${company}`].slice(0, 128).join('');
}
