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
import { advance, type DialogueInput } from '../desk/index.ts';
import { LANGUAGES } from '../language/index.ts';
import { decodeAction, onwardScreen } from '../screens/index.ts';
import { ask } from '../search/index.ts';
import type { InquiryDraft } from '../store/index.ts';
import { isOfAnsweredAlbum } from './albums.ts';
import { chatLanguage, chatScreens, type TorapContext } from './context.ts';
import { showPrompt, showTaken, type Taken } from './dialogue-replies.ts';
import { shown } from './drafts.ts';
import { describeError } from './errors.ts';
import { sendScreen } from './show.ts';

type Outside = ConversationFlavor<TorapContext>;

/** Whose the update is: the dialogue's, somebody else's, or the dialogue's last one. */
type Verdict = 'taken' | 'foreign' | 'finished';

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
    if (talk.taken) return showTaken(talk.taken, context);
    const language = chatLanguage(context);
    await next();
    const isNews = context.message !== undefined && !isOfAnsweredAlbum(context);
    const isDue = isNews || chatLanguage(context) !== language;
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
