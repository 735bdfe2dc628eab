// Inquiries for spreadsheets and programs, and all that is kept of a chat for the person whose chat it is.

import { stringify } from 'csv-stringify/sync';
import type { ChatState, Inquiry, InquiryMessage, InquiryState } from '../store/index.ts';
import { localTime } from './days.ts';

/** An inquiry as it is exported. Times are those of Kazakhstan, such as 2026-11-30T12:00:00+05:00. */
export interface InquiryRecord {
  readonly number: string;
  readonly state: InquiryState;
  readonly opened: string;
  readonly language: string;
  readonly about: string | undefined;
  readonly subject: string;
  readonly company: string;
  readonly wish: string;
  readonly contact: string;
  readonly name: string;
  readonly username: string | undefined;
  readonly takenBy: string | undefined;
  readonly firstReply: string | undefined;
  readonly closed: string | undefined;
  readonly solved: boolean | undefined;
  readonly messages: readonly MessageRecord[];
}

/** A message about an inquiry as it is exported. */
export interface MessageRecord {
  readonly time: string;
  readonly from: 'person' | 'desk';
  readonly name: string | undefined;
  readonly text: string;
}

/** States that still want something of the desk. */
const OPEN_STATES: readonly InquiryState[] = ['received', 'taken', 'answered'];

/** Picks inquiries by their state; "open" are those that are neither closed nor withdrawn. */
export function pickInquiries(
  inquiries: readonly Inquiry[],
  wanted: InquiryState | 'open' | 'all',
): readonly Inquiry[] {
  if (wanted === 'all') return inquiries;
  return inquiries.filter(({ state }) =>
    wanted === 'open' ? OPEN_STATES.includes(state) : state === wanted,
  );
}

/** Makes an inquiry's record. */
export function recordOf(inquiry: Inquiry): InquiryRecord {
  const { number, state, language, about, subject, company, wish, contact, person, solved } = inquiry;
  return {
    number,
    state,
    opened: writeTime(inquiry.openedAt),
    language,
    about,
    subject,
    company,
    wish,
    contact: contact.value,
    name: person.name,
    username: person.username,
    takenBy: inquiry.takenBy?.name,
    firstReply: inquiry.firstReplyAt === undefined ? undefined : writeTime(inquiry.firstReplyAt),
    closed: inquiry.closedAt === undefined ? undefined : writeTime(inquiry.closedAt),
    solved,
    messages: inquiry.messages.map(messageOf),
  };
}

function messageOf({ at, from, name, text }: InquiryMessage): MessageRecord {
  return { time: writeTime(at), from, name, text };
}

/** All of Kazakhstan is five hours ahead of UTC since March 2024, before Torap began. */
function writeTime(time: number): string {
  return `${localTime(time).replace(' ', 'T')}+05:00`;
}

const COLUMNS = [
  'number',
  'state',
  'opened',
  'language',
  'about',
  'subject',
  'company',
  'wish',
  'contact',
  'name',
  'username',
  'takenBy',
  'firstReply',
  'closed',
  'solved',
  'messages',
] as const satisfies readonly (keyof InquiryRecord)[];

/**
 * Writes inquiries as CSV that spreadsheets open by themselves: UTF-8 with its mark, lines that end in CRLF.
 * What would be a formula there gets an apostrophe before it (OWASP, "CSV Injection").
 */
export function inquiriesToCsv(inquiries: readonly Inquiry[]): string {
  const rows = inquiries.map((inquiry) => {
    const record = recordOf(inquiry);
    return COLUMNS.map((column) => {
      const value = column === 'messages' ? record.messages.map(writeMessage).join('\n') : record[column];
      return value === undefined ? '' : plainCell(String(value));
    });
  });
  return stringify([COLUMNS, ...rows], {
    bom: true,
    record_delimiter: '\r\n',
    escape_formulas: true,
    // A line end of another kind than the rows' own would not be quoted by itself.
    quoted_match: /[\r\n]/,
  });
}

/** Spreadsheets skip what can't be seen at the beginning of a cell, and may take what follows for a formula. */
function plainCell(text: string): string {
  return text.replace(/^[\p{Cc}\p{Cf}\s]+/u, '').replace(/[^\P{Cc}\n\t]/gu, '');
}

function writeMessage({ time, from, name, text }: MessageRecord): string {
  return `${time} ${name ?? from}: ${text}`;
}

/** Writes inquiries as JSON. */
export function inquiriesToJson(inquiries: readonly Inquiry[]): string {
  return JSON.stringify(inquiries.map(recordOf), null, 2);
}

/** What is kept of a chat. */
export interface KeptOfChat {
  readonly chat: number;
  /** Undefined for a chat of which nothing is kept. */
  readonly state: ChatState | undefined;
  /** Its inquiries, the oldest first. */
  readonly inquiries: readonly Inquiry[];
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
}

/**
 * Writes all that is kept of a chat as a JSON document for the person whose chat it is, times readable.
 * Of the desk's people it tells the names that the person has seen, and neither their numbers nor those of their group.
 */
export function exportChat({ chat, state, inquiries, now }: KeptOfChat): string {
  const document = {
    chat,
    written: writeTime(now),
    state: state === undefined ? null : readableTimes(state),
    inquiries: inquiries.map((inquiry) => ({
      ...recordOf(inquiry),
      contact: inquiry.contact,
      person: inquiry.person,
      consent: writeTime(inquiry.consentAt),
      waiting: inquiry.outbox.map(({ to, content }) => ({
        to,
        kind: content.kind,
        ...(content.kind === 'text' && { text: content.text }),
        ...(content.kind === 'copy' && { caption: content.caption }),
        ...(content.kind === 'notice' && { notice: content.notice }),
      })),
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** The keys under which a chat's state holds times; see `ChatState`. */
const TIMES: ReadonlySet<string> = new Set(['at', 'startedAt', 'consent']);

function readableTimes(state: ChatState): unknown {
  // What the conversations' plugin keeps is its own, and goes as it is.
  const { dialogue, ...own } = state;
  const text = JSON.stringify(own, (key, value: unknown) =>
    TIMES.has(key) && typeof value === 'number' ? writeTime(value) : value,
  );
  const readable: object = JSON.parse(text);
  return dialogue === undefined ? readable : { ...readable, dialogue };
}
