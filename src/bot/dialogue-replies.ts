// What the dialogue about an inquiry says to an update: the next question, what is wrong, "sent", "cancelled".

import {
  type CompleteDraft,
  completeDraft,
  type DialogueResult,
  nextAsked,
  type Opener,
} from '../desk/index.ts';
import {
  inquiryNotice,
  noticeScreen,
  problemText,
  promptScreen,
  type Screen,
  sentScreen,
} from '../screens/index.ts';
import type { Inquiry, InquiryDraft } from '../store/index.ts';
import { type BotParts, chatScreens, type TorapContext } from './context.ts';
import { askAgain, forgetDraft, shown, startDraft, subjectOf } from './drafts.ts';
import { describeError, isStoreError } from './errors.ts';
import { answerPress, sendScreen, showInPlace } from './show.ts';

/** What the dialogue made of an update, to be shown once the conversation is done with it. */
export interface Taken {
  readonly before: InquiryDraft;
  readonly result: Exclude<DialogueResult, { kind: 'question' }>;
}

/** Shows what came of an update. On "send" the inquiry is stored first. */
export async function showTaken({ before, result }: Taken, context: TorapContext): Promise<void> {
  switch (result.kind) {
    case 'ask':
      return showAsked(before, result.draft, context);
    case 'rest':
      return;
    case 'complain': {
      const { speech } = chatScreens(context);
      const problem = problemText(result.problem, before.asked ?? nextAsked(before), speech);
      return showPrompt(result.draft, context, problem);
    }
    case 'restart':
      forgetDraft(context);
      return showAsked(before, askAgain(startDraft(context, before.about)), context);
    case 'cancel':
      forgetDraft(context);
      return showEnd(before, context);
    case 'send':
      return send(result.draft, context);
  }
}

async function showAsked(before: InquiryDraft, draft: InquiryDraft, context: TorapContext): Promise<void> {
  const { phrase } = chatScreens(context).speech;
  const leavesContact = before.asked === 'contact' && draft.asked !== 'contact';
  if (leavesContact) {
    const contact = draft.contact?.value;
    const text = contact === undefined ? phrase('inquiry.onward') : phrase('inquiry.noted', { contact });
    await sendScreen({ ...noticeScreen(text, chatScreens(context)), replyKeyboard: 'remove' }, context);
  }
  await showPrompt(draft, context);
}

/** Keeps the draft, and shows what it asks for next. */
export async function showPrompt(draft: InquiryDraft, context: TorapContext, before?: string): Promise<void> {
  context.state = { ...context.state, draft };
  await put(promptScreen(shown(draft, context), chatScreens(context), before), context);
}

async function showEnd(before: InquiryDraft, context: TorapContext): Promise<void> {
  const screens = chatScreens(context);
  const text = screens.speech.phrase('inquiry.cancelled');
  if (before.asked === 'contact') {
    await sendScreen({ ...noticeScreen(text, screens), replyKeyboard: 'remove' }, context);
    if (context.callbackQuery) await answerPress(context);
  } else {
    await put(inquiryNotice(text, screens), context);
  }
}

/** The inquiry is stored before the person reads "sent". */
async function send(draft: InquiryDraft, context: TorapContext): Promise<void> {
  const { parts, chat, from } = context;
  const screens = chatScreens(context);
  const complete = completeDraft(draft, (answer) => subjectOf({ ...draft, about: answer }, context));
  if (!complete || !chat || !from) return showPrompt(draft, context);
  const name = [from.first_name, from.last_name].filter(Boolean).join(' ');
  const person = { id: from.id, name, ...(from.username !== undefined && { username: from.username }) };
  const opener = { chat: chat.id, person, language: screens.speech.language };
  try {
    const { number } = await openOnce(complete, opener, parts);
    forgetDraft(context);
    await put(sentScreen(number, screens, parts.expectation(screens.speech)), context);
  } catch (error) {
    if (!isStoreError(error)) throw error;
    parts.log.error(describeError(error), 'an inquiry could not be stored');
    const { confirmed: _, ...kept } = draft;
    await showPrompt(kept, context, screens.speech.phrase('inquiry.notSaved'));
  }
}

/**
 * A repeat of the same draft is the same inquiry. After a power cut an older draft may have come back and been changed
 * since: what is another inquiry by its words is stored as one.
 */
async function openOnce(draft: CompleteDraft, opener: Opener, { desk, newId }: BotParts): Promise<Inquiry> {
  const opened = await desk.open(draft, opener);
  const isSame =
    opened.subject === draft.subject &&
    opened.company === draft.company &&
    opened.wish === draft.wish &&
    opened.contact.value === draft.contact.value;
  return isSame ? opened : desk.open({ ...draft, key: newId() }, opener);
}

/** In place of the message whose button was pressed; else as a new message. */
async function put(screen: Screen, context: TorapContext): Promise<void> {
  await showInPlace(screen, context);
  if (context.callbackQuery) await answerPress(context);
}
