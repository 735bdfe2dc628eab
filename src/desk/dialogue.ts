// The dialogue about an inquiry as pure steps over its draft: what is asked next, and what an input changes.

import type { InquiryDraft, InquiryField } from '../store/index.ts';
import { parseContact } from './contact.ts';
import type { CompleteDraft } from './inquiry.ts';

/** What the buttons of the dialogue do; a field's name goes back to that field to change it. */
export const DIALOGUE_STEPS = [
  'back',
  'cancel',
  'go-on',
  'restart',
  'agree',
  'send',
  'keep',
  'subject',
  'company',
  'wish',
  'contact',
] as const;

/** One of `DIALOGUE_STEPS`. */
export type DialogueStep = (typeof DIALOGUE_STEPS)[number];

/** What the person is asked: a field, or to confirm the whole. */
export type Asking = InquiryField | 'confirm';

/** What came from the person. */
export type DialogueInput =
  | { readonly kind: 'text'; readonly text: string; readonly isQuestion: boolean; readonly message: number }
  | { readonly kind: 'phone'; readonly phone: string }
  | { readonly kind: 'step'; readonly step: DialogueStep };

/** Why an answer can't be right. */
export type DialogueProblem = 'too-long' | 'no-words' | 'no-contact' | 'no-button';

/** What comes of an input. */
export type DialogueResult =
  /** The next thing is asked: `draft.asked`. */
  | { readonly kind: 'ask'; readonly draft: InquiryDraft }
  /** The rest of a text that was too long: an app had cut it in two. Nothing is said about it. */
  | { readonly kind: 'rest'; readonly draft: InquiryDraft }
  /** The same is asked again, with the reason. */
  | { readonly kind: 'complain'; readonly draft: InquiryDraft; readonly problem: DialogueProblem }
  /** It was a question to Torap: it is answered, and the dialogue goes on. */
  | { readonly kind: 'question'; readonly draft: InquiryDraft }
  | { readonly kind: 'send'; readonly draft: InquiryDraft }
  | { readonly kind: 'restart' }
  | { readonly kind: 'cancel' };

/** The most characters of each typed field. */
export const FIELD_LIMITS = { subject: 300, company: 200, wish: 2000 } as const;

type TextField = keyof typeof FIELD_LIMITS;

const ORDER: readonly InquiryField[] = ['subject', 'company', 'wish', 'contact', 'consent'];

/** What the draft still lacks, or "confirm" when it lacks nothing. */
export function nextAsked(draft: InquiryDraft): Asking {
  return ORDER.find((field) => !has(draft, field)) ?? 'confirm';
}

/** Tells whether something was typed already that would be a pity to lose. */
export function hasContent({ subject, company, wish, contact }: InquiryDraft): boolean {
  return [subject, company, wish, contact].some((value) => value !== undefined);
}

/**
 * The draft with the subject that it stands for, when it lacks nothing; undefined while it does.
 * @param titleOf the title of the answer under which it was opened
 */
export function completeDraft(
  { key, about, subject, company, wish, contact, consent }: InquiryDraft,
  titleOf: (answer: string) => string | undefined,
): CompleteDraft | undefined {
  const named = subject ?? (about === undefined ? undefined : (titleOf(about) ?? about));
  if (named === undefined || company === undefined || wish === undefined) return undefined;
  if (contact === undefined || consent === undefined) return undefined;
  return { key, ...(about !== undefined && { about }), subject: named, company, wish, contact, consent };
}

/** Asks for what the draft lacks. */
export function askNext(draft: InquiryDraft): DialogueResult {
  const { setAside: _, tooLong: __, ...rest } = draft;
  return { kind: 'ask', draft: { ...rest, asked: nextAsked(rest) } };
}

/**
 * Takes an input in.
 * @param now milliseconds since 1970 UTC: when a consent was given
 */
export function advance(draft: InquiryDraft, input: DialogueInput, now: number): DialogueResult {
  switch (input.kind) {
    case 'step':
      return takeStep(draft, input.step, now);
    case 'phone':
      return draft.asked === 'contact'
        ? takeContact(draft, input.phone)
        : { kind: 'complain', draft, problem: 'no-button' };
    case 'text':
      return takeText(draft, input);
  }
}

function takeStep(draft: InquiryDraft, step: DialogueStep, now: number): DialogueResult {
  switch (step) {
    case 'cancel':
      return { kind: 'cancel' };
    case 'restart':
      return { kind: 'restart' };
    case 'go-on':
      return askNext(draft);
    case 'back':
      return goBack(draft);
    case 'keep':
      return draft.setAside === undefined
        ? askNext(draft)
        : takeText(draft, { text: draft.setAside, isQuestion: false, message: 0 });
    case 'agree':
      // A press under an earlier prompt is no consent to what is asked now.
      return draft.asked === 'consent' ? askNext({ ...draft, consent: now }) : askNext(draft);
    case 'send':
      return nextAsked(draft) === 'confirm'
        ? { kind: 'send', draft: { ...draft, confirmed: true } }
        : askNext(draft);
    default:
      return { kind: 'ask', draft: { ...without(draft, step), asked: step } };
  }
}

/** The field before the one that is asked; its value is asked anew. */
function goBack(draft: InquiryDraft): DialogueResult {
  const asked = draft.asked ?? nextAsked(draft);
  const place = asked === 'confirm' ? ORDER.length : ORDER.indexOf(asked);
  const before = ORDER[Math.max(0, place - 1)] ?? 'subject';
  return { kind: 'ask', draft: { ...without(draft, before), asked: before } };
}

type TypedText = Omit<DialogueInput & { readonly kind: 'text' }, 'kind'>;

function takeText(draft: InquiryDraft, { text, isQuestion, message }: TypedText): DialogueResult {
  const { asked, tooLong } = draft;
  // Whoever has read the complaint writes after it, so that it stands in between.
  if (tooLong !== undefined && message === tooLong + 1) return { kind: 'rest', draft };
  if (isQuestion) return { kind: 'question', draft: { ...draft, setAside: text } };
  if (asked === 'contact') return takeContact(draft, text);
  if (asked === undefined || asked === 'consent' || asked === 'confirm') {
    return { kind: 'complain', draft, problem: 'no-button' };
  }
  if ([...text.trim()].length > FIELD_LIMITS[asked]) {
    return { kind: 'complain', draft: { ...draft, tooLong: message }, problem: 'too-long' };
  }
  return takeField(draft, asked, text.trim());
}

function takeField(draft: InquiryDraft, field: TextField, text: string): DialogueResult {
  if (!/[\p{L}\p{N}]/u.test(text)) return { kind: 'complain', draft, problem: 'no-words' };
  return askNext({ ...draft, [field]: text });
}

function takeContact(draft: InquiryDraft, text: string): DialogueResult {
  const contact = parseContact(text);
  return contact ? askNext({ ...draft, contact }) : { kind: 'complain', draft, problem: 'no-contact' };
}

/** The answer under which an inquiry was opened stands for a subject. */
function has(draft: InquiryDraft, field: InquiryField): boolean {
  if (field === 'subject') return draft.subject !== undefined || draft.about !== undefined;
  return draft[field] !== undefined;
}

function without(draft: InquiryDraft, field: InquiryField): InquiryDraft {
  const { setAside: _, ...rest } = draft;
  const cleared: InquiryDraft = { ...rest, [field]: undefined };
  return field === 'subject' ? { ...cleared, about: undefined } : cleared;
}
