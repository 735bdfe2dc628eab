// An inquiry: what a person asks of people, how it stands, and what must still be delivered about it.
// What is to be delivered stands in the same file as what it is about, so that one durable write keeps both.

import { z } from 'zod';
import { LANGUAGES } from '../language/index.ts';
import { contactSchema } from './draft.ts';

/** How an inquiry stands. */
export const INQUIRY_STATES = ['received', 'taken', 'answered', 'closed', 'withdrawn'] as const;

/** One of `INQUIRY_STATES`. */
export type InquiryState = (typeof INQUIRY_STATES)[number];

/** A number within a text: T-2611-0042 is the 42nd inquiry of November 2026. */
export const INQUIRY_NUMBER = /\bT-\d{4}-\d{4,}\b/;

/** What the other side is told in Torap's words. */
export const NOTICES = [
  'taken',
  'closed',
  'reopened',
  'withdrawn',
  'blocked',
  'undelivered',
  'solved',
  'unsolved',
  'erased',
] as const;

/** One of `NOTICES`. */
export type Notice = (typeof NOTICES)[number];

const contentSchema = z.discriminatedUnion('kind', [
  /** The inquiry itself, with its buttons; in a forum, in a topic of its own. */
  z.object({ kind: z.literal('card') }),
  /** The card brought up to date. */
  z.object({ kind: z.literal('refresh') }),
  z.object({ kind: z.literal('text'), text: z.string() }),
  /** A message of the other chat (a photo, a document) that Telegram copies. */
  z.object({
    kind: z.literal('copy'),
    chat: z.number().int(),
    message: z.number().int(),
    caption: z.string().optional(),
    /** Telegram puts no words below it (a sticker, a place), so they go before it. */
    isBare: z.literal(true).optional(),
  }),
  z.object({ kind: z.literal('notice'), notice: z.enum(NOTICES), name: z.string().optional() }),
]);

const deliverySchema = z.object({
  /** Grows from one delivery to the next, over all inquiries: the order in which they go out. */
  order: z.number(),
  to: z.enum(['desk', 'person']),
  content: contentSchema,
});

/** Something that must still reach the desk or the person. */
export type Delivery = z.output<typeof deliverySchema>;

/** What is delivered. */
export type DeliveryContent = Delivery['content'];

const staffSchema = z.object({ id: z.number().int(), name: z.string() });

/** Somebody at the desk. */
export type Staff = z.output<typeof staffSchema>;

const messageSchema = z.object({
  /** Milliseconds since 1970 UTC. */
  at: z.number(),
  from: z.enum(['person', 'desk']),
  /** Who wrote it, at the desk. */
  name: z.string().optional(),
  /** Empty for a picture or file without a caption. */
  text: z.string(),
  /** The number of the Telegram message: one that Telegram brings again is not taken in twice. */
  source: z.number().int(),
});

/** What was written about an inquiry after it was sent. */
export type InquiryMessage = z.output<typeof messageSchema>;

export const inquirySchema = z.object({
  version: z.literal(1),
  number: z.string().regex(/^T-\d{4}-\d{4,}$/),
  /** The draft it was made of. */
  key: z.string(),
  chat: z.number().int(),
  /** As Telegram told it; what the desk sees. */
  person: z.object({ id: z.number().int(), name: z.string(), username: z.string().optional() }),
  language: z.enum(LANGUAGES),
  about: z.string().optional(),
  subject: z.string(),
  company: z.string(),
  wish: z.string(),
  contact: contactSchema,
  /** Times are milliseconds since 1970 UTC. */
  consentAt: z.number(),
  openedAt: z.number(),
  state: z.enum(INQUIRY_STATES),
  takenBy: staffSchema.optional(),
  firstReplyAt: z.number().optional(),
  closedAt: z.number().optional(),
  /** What the person said when it was closed. */
  solved: z.boolean().optional(),
  /** Where the desk has it; undefined until the card is delivered. */
  desk: z
    .object({
      chat: z.number().int(),
      thread: z.number().int().optional(),
      card: z.number().int().optional(),
    })
    .optional(),
  messages: z.array(messageSchema).readonly(),
  outbox: z.array(deliverySchema).readonly(),
  /** The person erased it: what it said is gone already, the rest goes once the desk knows. */
  erased: z.literal(true).optional(),
});

/** An inquiry. */
export type Inquiry = z.output<typeof inquirySchema>;

/** An inquiry that has no number yet. */
export type NewInquiry = Omit<Inquiry, 'number'>;

/** Reads a stored record. Returns undefined when it is no inquiry of a known version. */
export function decodeInquiry(record: unknown): Inquiry | undefined {
  const decoded = inquirySchema.safeParse(record);
  return decoded.success ? decoded.data : undefined;
}
