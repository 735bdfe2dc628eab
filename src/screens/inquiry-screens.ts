// The dialogue about an inquiry, and what its person sees of the inquiries that were sent.

import { parseAnswerId } from '../catalog/index.ts';
import {
  type Asking,
  type DialogueProblem,
  type DialogueStep,
  deskStatusLine,
  FIELD_LIMITS,
  isOpen,
} from '../desk/index.ts';
import type { Speech } from '../language/index.ts';
import type { Inquiry, InquiryDraft, InquirySummary, Notice } from '../store/index.ts';
import type { RequestStep } from './action.ts';
import { bold, escapeHtml } from './html.ts';
import { formatDay } from './moments.ts';
import {
  type Button,
  type HeadedScreen,
  joinParts,
  rowsOf,
  type Screen,
  type ScreenContext,
} from './screen.ts';

/** A draft as a screen shows it: with the subject that the answer it was opened under stands for. */
export interface ShownDraft {
  readonly draft: InquiryDraft;
  readonly asked: Asking;
  readonly subject: string | undefined;
  /** The first prompt says what this is. */
  readonly isFirst?: boolean;
}

/** Asks for what the draft lacks; `before` says what came of the last input. */
export function promptScreen(shown: ShownDraft, context: ScreenContext, before?: string): Screen {
  const { asked, isFirst } = shown;
  if (asked === 'confirm') return summaryScreen(shown, context, before);
  const { speech, catalog } = context;
  const { phrase } = speech;
  const hours = catalog.desk && deskStatusLine(catalog.desk, speech);
  const intro = [phrase('inquiry.intro'), hours].filter((line) => line !== undefined).join(' ');
  const html = joinParts(
    before && escapeHtml(before),
    isFirst ? joinParts(bold(phrase('inquiry.title')), escapeHtml(intro)) : undefined,
    isFirst && shown.subject !== undefined
      ? escapeHtml(phrase('inquiry.about', { subject: shown.subject }))
      : undefined,
    escapeHtml(phrase(`inquiry.ask.${asked}`)),
  );
  if (asked === 'contact') {
    return {
      html,
      keyboard: [],
      replyKeyboard: {
        share: phrase('inquiry.share'),
        texts: [phrase('inquiry.step.back'), phrase('inquiry.step.cancel')],
        placeholder: phrase('inquiry.placeholder'),
      },
    };
  }
  const back = asked === 'subject' ? [] : [stepButton('back', speech)];
  const agree = asked === 'consent' ? [[stepButton('agree', speech)]] : [];
  return { html, keyboard: [...agree, [...back, stepButton('cancel', speech)]] };
}

/** The whole inquiry, to send or to change any line of it. */
function summaryScreen({ draft, subject }: ShownDraft, { speech }: ScreenContext, before?: string): Screen {
  const { phrase } = speech;
  const lines = [
    fieldLine('subject', subject, speech),
    fieldLine('company', draft.company, speech),
    fieldLine('wish', draft.wish, speech),
    fieldLine('contact', draft.contact?.value, speech),
  ];
  const changes = (['subject', 'company', 'wish', 'contact'] as const).map(
    (field): Button => ({
      text: phrase(`inquiry.change.${field}`),
      action: { kind: 'dialogue', language: speech.language, step: field },
    }),
  );
  return {
    html: joinParts(
      before && escapeHtml(before),
      bold(phrase('inquiry.title')),
      lines.join('\n'),
      escapeHtml(phrase('inquiry.ask.confirm')),
    ),
    keyboard: [[stepButton('send', speech)], ...rowsOf(changes, 2), [stepButton('cancel', speech)]],
  };
}

function fieldLine(field: string, value: string | undefined, { phrase }: Speech): string {
  return `${bold(`${phrase(`inquiry.field.${field}`)}:`)} ${escapeHtml(value ?? '—')}`;
}

function stepButton(step: DialogueStep, { language, phrase }: Speech): Button {
  return { text: phrase(`inquiry.step.${step}`), action: { kind: 'dialogue', language, step } };
}

/** Says why an answer can't be right. */
export function problemText(problem: DialogueProblem, asked: Asking, { phrase }: Speech): string {
  const limit = asked in FIELD_LIMITS ? FIELD_LIMITS[asked as keyof typeof FIELD_LIMITS] : 0;
  return phrase(`inquiry.problem.${problem}`, { limit });
}

/** After something else came in the middle: the same is asked again, with a way to make a "question" the answer. */
export function onwardScreen(shown: ShownDraft, context: ScreenContext): Screen {
  const { speech } = context;
  const { setAside } = shown.draft;
  const before =
    setAside === undefined
      ? speech.phrase('inquiry.onward')
      : speech.phrase('inquiry.wasQuestion', { text: shorten(setAside) });
  const screen = promptScreen(shown, context, before);
  // With a keyboard in place of the person's own there is no room for buttons below the message.
  if (setAside === undefined || screen.replyKeyboard) return screen;
  return { ...screen, keyboard: [[stepButton('keep', speech)], ...screen.keyboard] };
}

/** An inquiry was begun earlier: go on, start anew or cancel. `reminder` says it without having been asked. */
export function unfinishedScreen({ speech }: ScreenContext, why: 'unfinished' | 'reminder'): Screen {
  return {
    html: escapeHtml(speech.phrase(`inquiry.${why}`)),
    keyboard: [[stepButton('go-on', speech)], [stepButton('restart', speech), stepButton('cancel', speech)]],
  };
}

/** A text with ways to begin an inquiry and to see those that were sent. */
export function inquiryNotice(text: string, { speech }: ScreenContext): Screen {
  return { html: escapeHtml(text), keyboard: [[inquireButton(speech)], [requestsButton(speech)]] };
}

/** The inquiry is stored. `expectation` says when an answer can be hoped for. */
export function sentScreen(
  number: string,
  { speech }: ScreenContext,
  expectation: string | undefined,
): Screen {
  const { phrase } = speech;
  return {
    html: joinParts(
      bold(phrase('inquiry.sent', { number })),
      escapeHtml(phrase('inquiry.sentText')),
      expectation && escapeHtml(expectation),
    ),
    keyboard: [[requestsButton(speech)]],
  };
}

/** Begins an inquiry; about an answer, where one is given. */
export function inquireButton({ language, phrase }: Speech, answer?: Inquiry['about']): Button {
  const about = answer === undefined ? undefined : parseAnswerId(answer);
  return {
    text: phrase('inquiry.button'),
    action: { kind: 'inquire', language, ...(about && { answer: about }) },
  };
}

/** Opens the list of the chat's inquiries. */
export function requestsButton({ language, phrase }: Speech): Button {
  return { text: phrase('requests.button'), action: { kind: 'requests', language } };
}

/** More would not be read on a phone. */
const LISTED = 20;

/** The chat's inquiries, the newest first. */
export function requestsScreen(inquiries: readonly InquirySummary[], { speech }: ScreenContext): Screen {
  const { phrase } = speech;
  const newest = [...inquiries].reverse().slice(0, LISTED);
  const buttons = newest.map(
    ({ number, openedAt, state }): Button => ({
      text: phrase('requests.line', {
        number,
        date: formatDay(openedAt, speech),
        state: phrase(`requests.state.${state}`),
      }),
      action: { kind: 'request', language: speech.language, step: 'show', number },
    }),
  );
  return {
    html: joinParts(
      bold(phrase('requests.title')),
      newest.length === 0 ? escapeHtml(phrase('requests.none')) : undefined,
    ),
    keyboard: [...rowsOf(buttons, 1), [inquireButton(speech)]],
  };
}

/** How many of the latest messages an inquiry shows. */
const SHOWN_MESSAGES = 10;

/** One inquiry as its person sees it. */
export function requestScreen(inquiry: Inquiry, { speech }: ScreenContext): Screen {
  const { phrase } = speech;
  const { number, state, openedAt } = inquiry;
  const messages = inquiry.messages.slice(-SHOWN_MESSAGES).map(({ from, text }) => {
    const who = phrase(from === 'person' ? 'requests.you' : 'requests.desk');
    return `${bold(`${who}:`)} ${escapeHtml(shorten(text === '' ? phrase('requests.file') : text))}`;
  });
  return {
    html: joinParts(
      `${bold(number)}, ${escapeHtml(phrase(`requests.state.${state}`))}`,
      [
        escapeHtml(phrase('requests.sentOn', { date: formatDay(openedAt, speech) })),
        fieldLine('subject', inquiry.subject, speech),
        fieldLine('company', inquiry.company, speech),
        fieldLine('wish', shorten(inquiry.wish), speech),
        fieldLine('contact', inquiry.contact.value, speech),
      ].join('\n'),
      messages.join('\n'),
    ),
    keyboard: [requestButtons(inquiry, speech), [requestsButton(speech)]],
  };
}

function requestButtons({ number, state }: Inquiry, speech: Speech): Button[] {
  if (state === 'withdrawn') return [];
  const write = requestButton('write', number, speech);
  return isOpen({ state }) ? [write, requestButton('withdraw', number, speech)] : [write];
}

function requestButton(
  step: Exclude<RequestStep, 'show'>,
  number: string,
  { language, phrase }: Speech,
): Button {
  return { text: phrase(`requests.${step}`), action: { kind: 'request', language, step, number } };
}

/** What the desk wrote, as its person gets it. */
export function deskAnswerScreen(number: string, text: string, { speech }: ScreenContext): HeadedScreen {
  const head = bold(speech.phrase('fromDesk.answer', { number }));
  return {
    html: joinParts(head, escapeHtml(text)),
    head,
    keyboard: [
      [
        {
          text: speech.phrase('requests.reply'),
          action: { kind: 'request', language: speech.language, step: 'write', number },
        },
      ],
    ],
  };
}

/** The notices that a person can get. */
const TO_PERSON = ['taken', 'closed', 'reopened', 'undelivered'] as const;

/** What became of an inquiry, told to its person; undefined for a notice that is none for the person. */
export function personNoticeScreen(
  notice: Notice,
  number: string,
  { speech }: ScreenContext,
): Screen | undefined {
  const known = TO_PERSON.find((one) => one === notice);
  if (!known) return undefined;
  const buttons = known === 'closed' ? (['solved', 'unsolved'] as const) : (['write'] as const);
  return {
    html: escapeHtml(speech.phrase(`fromDesk.${known}`, { number })),
    keyboard: [buttons.map((step) => requestButton(step, number, speech))],
  };
}

/** The most of a text that is shown where it is only to be recognized. */
const SHORT = 300;

function shorten(text: string): string {
  const letters = [...text];
  return letters.length <= SHORT ? text : `${letters.slice(0, SHORT - 1).join('')}…`;
}
