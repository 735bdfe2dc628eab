// An inquiry's life as pure changes: each returns the inquiry as it is then, with what must be delivered about it.

import type {
  Contact,
  DeliveryContent,
  Inquiry,
  InquiryMessage,
  InquiryState,
  NewInquiry,
  Notice,
  Staff,
} from '../store/index.ts';

/** When a change happens, and the next places in the order of deliveries. */
export interface Moment {
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  /** Gives a larger number at each call, over all inquiries. */
  readonly nextOrder: () => number;
}

/** Who opens an inquiry, and in which chat and language. */
export interface Opener {
  readonly chat: number;
  readonly person: Inquiry['person'];
  readonly language: Inquiry['language'];
}

/** A draft that lacks nothing. */
export interface CompleteDraft {
  readonly key: string;
  readonly about?: string;
  readonly subject: string;
  readonly company: string;
  readonly wish: string;
  readonly contact: Contact;
  readonly consent: number;
}

/** What somebody wrote: words, or a message with a picture or a file that Telegram copies. */
export interface Written {
  /** The number of the Telegram message. */
  readonly source: number;
  /** The words, or the caption. */
  readonly text: string;
  /** The chat to copy from, where it is more than words. */
  readonly copyFrom?: number;
  /** Telegram puts no words below it. */
  readonly isBare?: boolean;
}

type Side = 'desk' | 'person';

/** Makes an inquiry of a draft; its card is to be delivered to the desk. */
export function openInquiry(draft: CompleteDraft, opener: Opener, moment: Moment): NewInquiry {
  const { key, about, subject, company, wish, contact, consent } = draft;
  return {
    version: 1,
    key,
    ...opener,
    ...(about !== undefined && { about }),
    subject,
    company,
    wish,
    contact,
    consentAt: consent,
    openedAt: moment.at,
    state: 'received',
    messages: [],
    outbox: [{ order: moment.nextOrder(), to: 'desk', content: { kind: 'card' } }],
  };
}

/** Tells whether the desk can still do something about it. */
export function isOpen({ state }: { readonly state: InquiryState }): boolean {
  return state !== 'closed' && state !== 'withdrawn';
}

/** Somebody at the desk takes it. Nothing changes where somebody has it already, or it is no longer open. */
export function take(inquiry: Inquiry, by: Staff, moment: Moment): Inquiry {
  if (inquiry.takenBy || !isOpen(inquiry)) return inquiry;
  const state = inquiry.state === 'received' ? 'taken' : inquiry.state;
  const taken = refresh({ ...inquiry, state, takenBy: by }, moment);
  return tell(taken, 'person', 'taken', moment);
}

/** The desk closes it; the person is asked whether it was solved. */
export function close(inquiry: Inquiry, moment: Moment): Inquiry {
  if (!isOpen(inquiry)) return inquiry;
  const closed = refresh({ ...inquiry, state: 'closed', closedAt: moment.at }, moment);
  return tell(closed, 'person', 'closed', moment);
}

/** The desk opens a closed one again. */
export function reopen(inquiry: Inquiry, moment: Moment): Inquiry {
  if (inquiry.state !== 'closed') return inquiry;
  return tell(refresh(opened(inquiry), moment), 'person', 'reopened', moment);
}

/** The person no longer wants it. */
export function withdraw(inquiry: Inquiry, moment: Moment): Inquiry {
  if (!isOpen(inquiry)) return inquiry;
  return tell(refresh({ ...inquiry, state: 'withdrawn' }, moment), 'desk', 'withdrawn', moment);
}

/** The person says whether a closed one was solved; one that was not is opened again. */
export function judge(inquiry: Inquiry, solved: boolean, moment: Moment): Inquiry {
  if (inquiry.state !== 'closed' || inquiry.solved === solved) return inquiry;
  const judged = solved ? inquiry : opened(inquiry);
  return tell(refresh({ ...judged, solved }, moment), 'desk', solved ? 'solved' : 'unsolved', moment);
}

/** The person adds something; a closed inquiry is opened again by it. */
export function writeToDesk(inquiry: Inquiry, written: Written, moment: Moment): Inquiry {
  if (inquiry.state === 'withdrawn' || isKnown(inquiry, 'person', written)) return inquiry;
  const noted = note(inquiry, { from: 'person', written, at: moment.at });
  const known = inquiry.state === 'closed' ? refresh(opened(noted), moment) : noted;
  return deliver(known, 'desk', contentOf(written), moment);
}

/** The desk answers; who answers one that nobody has, takes it. */
export function writeToPerson(
  inquiry: Inquiry,
  { by, written }: { readonly by: Staff; readonly written: Written },
  moment: Moment,
): Inquiry {
  if (inquiry.state === 'withdrawn' || isKnown(inquiry, 'desk', written)) return inquiry;
  const noted = note(inquiry, { from: 'desk', written, at: moment.at, name: by.name });
  const answered: Inquiry = {
    ...noted,
    state: 'answered',
    takenBy: inquiry.takenBy ?? by,
    firstReplyAt: inquiry.firstReplyAt ?? moment.at,
    closedAt: undefined,
    solved: undefined,
  };
  const isNews = inquiry.state !== 'answered' || !inquiry.takenBy;
  const shown = isNews ? refresh(answered, moment) : answered;
  return deliver(shown, 'person', contentOf(written), moment);
}

/** Takes away what the person wrote. A card that the desk has, or is just getting, loses it as well. */
export function blank(inquiry: Inquiry, moment: Moment): Inquiry {
  const { about: _, ...rest } = inquiry;
  const empty: Inquiry = {
    ...rest,
    person: { id: inquiry.person.id, name: '' },
    subject: '',
    company: '',
    wish: '',
    contact: { kind: inquiry.contact.kind, value: '' },
    state: 'withdrawn',
    messages: [],
    // What has not gone out yet must not go out any more.
    outbox: [],
    erased: true,
  };
  return tell(refresh(empty, moment), 'desk', 'erased', moment);
}

/** Where a delivery to the desk went; what the desk has already stays. */
export interface Receipt {
  readonly chat: number;
  readonly thread?: number;
  readonly card?: number;
}

/** A delivery reached its end. */
export function delivered(inquiry: Inquiry, order: number, receipt?: Receipt): Inquiry {
  const outbox = inquiry.outbox.filter((delivery) => delivery.order !== order);
  return { ...inquiry, outbox, ...(receipt && { desk: { ...inquiry.desk, ...receipt } }) };
}

/**
 * The card was shown as `shown`; where the inquiry has changed since, it is to be shown again.
 */
export function showNews(inquiry: Inquiry, shown: Inquiry, moment: Moment): Inquiry {
  const isSame =
    inquiry.state === shown.state &&
    inquiry.takenBy?.id === shown.takenBy?.id &&
    inquiry.erased === shown.erased;
  return isSame ? inquiry : refresh(inquiry, moment);
}

/** The desk is to get the card anew: its group is another one. */
export function showAgain(inquiry: Inquiry, moment: Moment): Inquiry {
  return isOpen(inquiry) ? refresh(inquiry, moment) : inquiry;
}

/** A delivery can't be made: the other side is told why. */
export function undeliverable(
  inquiry: Inquiry,
  order: number,
  { reason, moment }: { readonly reason: 'blocked' | 'undelivered'; readonly moment: Moment },
): Inquiry {
  const failed = inquiry.outbox.find((delivery) => delivery.order === order);
  const rest = delivered(inquiry, order);
  // Nobody misses a card that was not brought up to date; and a notice about a notice could go on for ever.
  if (failed?.content.kind !== 'text' && failed?.content.kind !== 'copy') return rest;
  return tell(rest, failed.to === 'person' ? 'desk' : 'person', reason, moment);
}

function opened(inquiry: Inquiry): Inquiry {
  const state = inquiry.firstReplyAt !== undefined ? 'answered' : inquiry.takenBy ? 'taken' : 'received';
  return { ...inquiry, state, closedAt: undefined, solved: undefined };
}

/** The words count as well: in a group that became a supergroup the numbers of messages begin anew. */
function isKnown({ messages }: Inquiry, from: Side, { source, text }: Written): boolean {
  return messages.some(
    (message) => message.from === from && message.source === source && message.text === text,
  );
}

interface Note {
  readonly from: Side;
  readonly written: Written;
  readonly at: number;
  readonly name?: string;
}

function note(inquiry: Inquiry, { from, written, at, name }: Note): Inquiry {
  const message: InquiryMessage = {
    at,
    from,
    ...(name !== undefined && { name }),
    text: written.text,
    source: written.source,
  };
  return { ...inquiry, messages: [...inquiry.messages, message] };
}

function contentOf({ text, source, copyFrom, isBare }: Written): DeliveryContent {
  if (copyFrom === undefined) return { kind: 'text', text };
  return {
    kind: 'copy',
    chat: copyFrom,
    message: source,
    ...(text !== '' && { caption: text }),
    ...(isBare && { isBare }),
  };
}

/** One refresh that waits is enough: it shows the inquiry as it is when it goes out. */
function refresh(inquiry: Inquiry, moment: Moment): Inquiry {
  const waits = inquiry.outbox.some(({ content }) => content.kind === 'card' || content.kind === 'refresh');
  return waits ? inquiry : deliver(inquiry, 'desk', { kind: 'refresh' }, moment);
}

function tell(inquiry: Inquiry, to: Side, notice: Notice, moment: Moment): Inquiry {
  return deliver(inquiry, to, { kind: 'notice', notice }, moment);
}

function deliver(inquiry: Inquiry, to: Side, content: DeliveryContent, moment: Moment): Inquiry {
  return { ...inquiry, outbox: [...inquiry.outbox, { order: moment.nextOrder(), to, content }] };
}
