// What Torap remembers of a chat, and how it is read back. A record of a version that this code
// does not know is never guessed at.

import { z } from 'zod';
import { LANGUAGES } from '../language/index.ts';
import { draftSchema } from './draft.ts';

/** Which message of ours answers which question, so that an edited question gets an edited answer. */
const answeredMessage = z.object({ question: z.number().int(), answer: z.number().int() });

const chatStateSchema = z.object({
  version: z.literal(1),
  /** The language the person chose or was greeted in. */
  language: z.enum(LANGUAGES).optional(),
  /** The latest answered messages, the newest last. */
  answered: z.array(answeredMessage).readonly(),
  /** The answer that was shown last, and when (milliseconds since 1970 UTC): the next question may go on from it. */
  shown: z
    .object({
      answer: z.string(),
      at: z.number(),
      /** It was offered, as the first of several to choose from. */
      isOffered: z.boolean().optional(),
    })
    .optional(),
  /** The latest updates that were done, the newest last: Telegram may bring one again. */
  done: z.array(z.number().int()).readonly().optional(),
  /** The album that was answered last: what comes of it later needs no answer of its own. */
  album: z.string().optional(),
  /** The inquiry that is being written. */
  draft: draftSchema.optional(),
  /** Where the dialogue about it stands; what @grammyjs/conversations keeps. */
  dialogue: z.unknown().optional(),
  /** The question that was refused last: what an inquiry opened under the refusal is about. */
  refused: z.object({ question: z.string(), at: z.number() }).optional(),
  /** The inquiry that the next message is for, and since when (milliseconds since 1970 UTC). */
  writingTo: z
    .object({
      number: z.string(),
      at: z.number(),
      /** The album of which a picture has come: the others are meant as well, and nothing else. */
      album: z.string().optional(),
    })
    .optional(),
});

/** A chat's state. */
export type ChatState = z.output<typeof chatStateSchema>;

/** The state of a chat that has never been seen. */
export const NEW_CHAT: ChatState = { version: 1, answered: [] };

/** How many answered messages are remembered; people mend what they have just written. */
const ANSWERED_KEPT = 20;

/** Remembers that message `answer` replies to message `question`. */
export function rememberAnswer(state: ChatState, question: number, answer: number): ChatState {
  const others = state.answered.filter((known) => known.question !== question);
  return { ...state, answered: [...others, { question, answer }].slice(-ANSWERED_KEPT) };
}

/** Reads a stored record. Returns undefined when it is no chat state of a known version. */
export function decodeChatState(record: unknown): ChatState | undefined {
  const decoded = chatStateSchema.safeParse(record);
  return decoded.success ? decoded.data : undefined;
}
