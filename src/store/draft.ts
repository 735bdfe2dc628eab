// An inquiry as far as it has been typed: Torap's own record, field by field, in the chat's state.
// A dialogue may be lost or changed at any time; it then asks only for what is still missing here.

import { z } from 'zod';
import { LANGUAGES } from '../language/index.ts';

/** How somebody can be reached: a number in international form, or an e-mail address. */
export const contactSchema = z.object({ kind: z.enum(['phone', 'email']), value: z.string() });

/** A contact. */
export type Contact = z.output<typeof contactSchema>;

/** What an inquiry says, in the order in which it is asked for. */
export const INQUIRY_FIELDS = ['subject', 'company', 'wish', 'contact', 'consent'] as const;

/** One of `INQUIRY_FIELDS`. */
export type InquiryField = (typeof INQUIRY_FIELDS)[number];

export const draftSchema = z.object({
  /** Random; an inquiry made of this draft bears it, so that sending it twice makes one. */
  key: z.string(),
  /** Milliseconds since 1970 UTC. */
  startedAt: z.number(),
  /** The language in which it was begun. */
  language: z.enum(LANGUAGES),
  /** The answer under which it was opened; it stands for a subject. */
  about: z.string().optional(),
  subject: z.string().optional(),
  company: z.string().optional(),
  wish: z.string().optional(),
  contact: contactSchema.optional(),
  /** When the person agreed; milliseconds since 1970 UTC. */
  consent: z.number().optional(),
  /** The person pressed "send": it is to be stored now. */
  confirmed: z.literal(true).optional(),
  /** What the person was asked last; "confirm" is the summary. */
  asked: z.enum([...INQUIRY_FIELDS, 'confirm']).optional(),
  /** The number of a message that was too long: what an app cut off of it is the message right after. */
  tooLong: z.number().int().optional(),
  /** A text that was taken for a question in mid-dialogue; a button can still make it the answer. */
  setAside: z.string().optional(),
});

/** An inquiry that is being written. */
export type InquiryDraft = z.output<typeof draftSchema>;
