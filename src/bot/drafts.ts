// The draft of an inquiry in a chat's state: begun, shown, forgotten.

import { findAnswer, parseAnswerId } from '../catalog/index.ts';
import { askNext, hasContent, nextAsked } from '../desk/index.ts';
import {
  noticeScreen,
  promptScreen,
  type Screen,
  type ScreenContext,
  type ShownDraft,
  unfinishedScreen,
} from '../screens/index.ts';
import type { InquiryDraft } from '../store/index.ts';
import { chatLanguage, chatScreens, type TorapContext } from './context.ts';

/** Begins an inquiry, or offers to go on with one that was begun before. */
export function startInquiry(context: TorapContext, about?: string): Screen {
  const screens = chatScreens(context);
  context.hasShownDialogue = true;
  const { writingTo: _, ...rest } = context.state;
  context.state = rest;
  if (context.state.draft && hasContent(context.state.draft)) return unfinishedScreen(screens, 'unfinished');
  const draft = askAgain(startDraft(context, about));
  context.state = { ...context.state, draft };
  return promptScreen({ ...shown(draft, context), isFirst: true }, screens);
}

/** In a group: an inquiry holds a contact, so it is written in private. */
export function privateOnly(screens: ScreenContext, { me }: TorapContext): Screen {
  const link = `https://t.me/${me.username}?start=inquiry`;
  return noticeScreen(screens.speech.phrase('inquiry.privateOnly', { link }), screens);
}

/** Who writes an inquiry later than this has something else in mind. */
const REFUSED_FOR_MS = 60 * 60 * 1000;

/** A new draft; about an answer, or about the question that was refused last. */
export function startDraft(context: TorapContext, about?: string): InquiryDraft {
  const { state, parts } = context;
  const { refused } = state;
  const isFresh = refused !== undefined && parts.now() - refused.at < REFUSED_FOR_MS;
  const subject = about === undefined && isFresh ? refused.question : undefined;
  return {
    key: parts.newId(),
    startedAt: parts.now(),
    language: chatLanguage(context),
    ...(about !== undefined && { about }),
    ...(subject !== undefined && { subject }),
  };
}

/** Asks for what the draft lacks next. */
export function askAgain(draft: InquiryDraft): InquiryDraft {
  const asked = askNext(draft);
  return asked.kind === 'ask' ? asked.draft : draft;
}

/** Ends the dialogue; nothing of it is kept. */
export function forgetDraft(context: TorapContext): void {
  const { draft: _, dialogue: __, refused: ___, ...rest } = context.state;
  context.state = rest;
}

/** A draft as screens show it. */
export function shown(draft: InquiryDraft, context: TorapContext): ShownDraft {
  return { draft, asked: draft.asked ?? nextAsked(draft), subject: subjectOf(draft, context) };
}

/** The subject that was typed, or the title of the answer that stands for one. */
export function subjectOf({ subject, about }: InquiryDraft, context: TorapContext): string | undefined {
  if (subject !== undefined || about === undefined) return subject;
  const id = parseAnswerId(about);
  const answer = id && findAnswer(context.parts.catalog(), id);
  return answer ? answer.texts[chatLanguage(context)].title : about;
}
