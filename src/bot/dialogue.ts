// The dialogue about an inquiry, in private chats. What is typed goes into the draft in the chat's state, field by
// field; the conversation of @grammyjs/conversations only waits for the next update and says what became of it.
// Its own state may be lost at any time (a restart, a deploy of other code): the draft then tells where to go on.

import {
  type Conversation,
  type ConversationFlavor,
  conversations,
  createConversation,
} from '@grammyjs/conversations';
import type { Context, MiddlewareFn } from 'grammy';
import { findAnswer, parseAnswerId } from '../catalog/index.ts';
import {
  advance,
  askNext,
  type CompleteDraft,
  completeDraft,
  type DialogueInput,
  type DialogueResult,
  hasContent,
  nextAsked,
  type Opener,
} from '../desk/index.ts';
import { LANGUAGES } from '../language/index.ts';
import {
  decodeAction,
  inquiryNotice,
  noticeScreen,
  onwardScreen,
  problemText,
  promptScreen,
  type Screen,
  type ScreenContext,
  type ShownDraft,
  sentScreen,
  unfinishedScreen,
} from '../screens/index.ts';
import { ask } from '../search/index.ts';
import type { Inquiry, InquiryDraft } from '../store/index.ts';
import { type BotParts, chatLanguage, chatScreens, type TorapContext } from './context.ts';
import { describeError } from './errors.ts';
import { answerPress, sendScreen, showInPlace } from './show.ts';

type Outside = ConversationFlavor<TorapContext>;

/** Whose the update is: the dialogue's, somebody else's, or the dialogue's last one. */
type Verdict = 'taken' | 'foreign' | 'finished';

/** What the dialogue made of an update, to be shown once the conversation is done with it. */
interface Taken {
  readonly before: InquiryDraft;
  readonly result: Exclude<DialogueResult, { kind: 'question' }>;
}

interface DialogueContext extends Outside {
  taken?: Taken;
}

const NAME = 'inquiry';

/** Takes the updates of a chat in which an inquiry is being written; lets through what is meant for others. */
export function dialogue(): MiddlewareFn<TorapContext> {
  const plugin = conversations<DialogueContext, Context>({
    storage: {
      type: 'context',
      // Code that was changed would not replay what the old one has kept.
      version: converse.toString(),
      adapter: {
        // What another version of the plugin has written is decoded by the plugin itself.
        read: ({ state }) => state.dialogue as never,
        write: (context, dialogue) => {
          context.state = { ...context.state, dialogue };
        },
        delete: (context) => {
          const { dialogue: _, ...rest } = context.state;
          context.state = rest;
        },
      },
    },
  });
  const conversation = createConversation<DialogueContext, Context>(converse, NAME);
  return async (context, next) => {
    const talk = context as DialogueContext;
    const draft = context.state.draft;
    if (context.chat?.type !== 'private' || draft?.asked === undefined) return next();
    // A mended answer is no question to Torap; it can be changed at the end.
    if (context.editedMessage) return showPrompt(draft, context);
    await hearOut(talk, plugin, conversation);
    if (talk.taken) return show(talk.taken, context);
    const language = chatLanguage(context);
    await next();
    const isDue = context.message !== undefined || chatLanguage(context) !== language;
    if (isDue && context.state.draft?.asked !== undefined && !context.hasShownDialogue) {
      await sendScreen(onwardScreen(shown(context.state.draft, context), chatScreens(context)), context);
    }
  };
}

/** One wait at a time; after each the conversation goes back to its start, so that what is kept of it stays small. */
async function converse(conversation: Conversation<DialogueContext, Context>): Promise<void> {
  const start = conversation.checkpoint();
  await conversation.wait();
  const verdict = await conversation.external(takeUpdate);
  if (verdict === 'foreign') await conversation.skip({ next: true });
  if (verdict === 'taken') await conversation.rewind(start);
}

/** Gives the update to the conversation; to the draft alone where the conversation has not begun or was lost. */
async function hearOut(
  context: DialogueContext,
  plugin: MiddlewareFn<DialogueContext>,
  conversation: MiddlewareFn<DialogueContext>,
): Promise<void> {
  const begin = async () => {
    if (context.conversation.active(NAME) > 0) return;
    if (takeUpdate(context) === 'taken') await context.conversation.enter(NAME);
  };
  try {
    await plugin(context, async () => {
      await conversation(context, begin);
    });
  } catch (error) {
    // A state that does not replay ends here, and only here: what was typed is in the draft.
    context.parts.log.warn(describeError(error), 'the state of a dialogue was lost; its draft goes on');
    const { dialogue: _, ...rest } = context.state;
    context.state = rest;
    if (!context.taken) takeUpdate(context);
  }
}

function takeUpdate(context: DialogueContext): Verdict {
  const { draft } = context.state;
  const input = draft && inputOf(context, draft);
  if (!draft || !input) return 'foreign';
  const result = advance(draft, input, context.parts.now());
  if (result.kind === 'question') {
    context.state = { ...context.state, draft: result.draft };
    return 'foreign';
  }
  context.taken = { before: draft, result };
  return result.kind === 'send' || result.kind === 'cancel' ? 'finished' : 'taken';
}

function inputOf(context: DialogueContext, draft: InquiryDraft): DialogueInput | undefined {
  const { callbackQuery, message } = context;
  if (callbackQuery) {
    const action = decodeAction(callbackQuery.data ?? '');
    return action?.kind === 'dialogue' ? { kind: 'step', step: action.step } : undefined;
  }
  if (message?.contact) return { kind: 'phone', phone: internationalOf(message.contact.phone_number) };
  const text = message?.text;
  if (!message || text === undefined || text.startsWith('/')) return undefined;
  const step = stepOf(text, context);
  if (step) return step;
  return { kind: 'text', text, isQuestion: isQuestion(text, draft, context), message: message.message_id };
}

/** Telegram gives the numbers of contacts without the plus. */
function internationalOf(phone: string): string {
  return phone.startsWith('+') ? phone : `+${phone}`;
}

/** The buttons in place of the person's keyboard send their text. */
function stepOf(text: string, { parts }: TorapContext): DialogueInput | undefined {
  const step = (['back', 'cancel'] as const).find((known) =>
    LANGUAGES.some((language) => parts.phrases()[language].phrase(`inquiry.step.${known}`) === text.trim()),
  );
  return step && { kind: 'step', step };
}

/** A company's name may be a hub's, and a wish may be put as a question; only what Torap can answer is one to it. */
function isQuestion(text: string, { asked }: InquiryDraft, context: TorapContext): boolean {
  const words = text.trim().split(/\s+/).length;
  const isAsked = text.trim().endsWith('?');
  if (!isAsked && (asked === 'wish' || asked === 'subject' || words < WORDS_OF_A_QUESTION)) return false;
  const { decision } = ask(text, { language: chatLanguage(context) }, context.parts.catalog());
  return isAsked ? decision.kind !== 'refuse' : decision.kind === 'answer';
}

/** A shorter text without a question mark is rather a name or a contact. */
const WORDS_OF_A_QUESTION = 4;

async function show({ before, result }: Taken, context: TorapContext): Promise<void> {
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

async function showPrompt(draft: InquiryDraft, context: TorapContext, before?: string): Promise<void> {
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

/** Tells whether the disk failed, and not Telegram. */
export function isStoreError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}

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
function startDraft(context: TorapContext, about?: string): InquiryDraft {
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

function askAgain(draft: InquiryDraft): InquiryDraft {
  const asked = askNext(draft);
  return asked.kind === 'ask' ? asked.draft : draft;
}

/** Ends the dialogue; nothing of it is kept. */
export function forgetDraft(context: TorapContext): void {
  const { draft: _, dialogue: __, refused: ___, ...rest } = context.state;
  context.state = rest;
}

function shown(draft: InquiryDraft, context: TorapContext): ShownDraft {
  return { draft, asked: draft.asked ?? nextAsked(draft), subject: subjectOf(draft, context) };
}

/** The subject that was typed, or the title of the answer that stands for one. */
function subjectOf({ subject, about }: InquiryDraft, context: TorapContext): string | undefined {
  if (subject !== undefined || about === undefined) return subject;
  const id = parseAnswerId(about);
  const answer = id && findAnswer(context.parts.catalog(), id);
  return answer ? answer.texts[chatLanguage(context)].title : about;
}

/** In place of the message whose button was pressed; else as a new message. */
async function put(screen: Screen, context: TorapContext): Promise<void> {
  await showInPlace(screen, context);
  if (context.callbackQuery) await answerPress(context);
}
