// A question typed in a chat → the reply.

import { Composer } from 'grammy';
import { replyScreen, type Screen } from '../screens/index.ts';
import { ask } from '../search/index.ts';
import { isAddressed, questionOf, wordsOf } from './addressed.ts';
import { chatLanguage, lastShown, rememberShown, screensIn, type TorapContext } from './context.ts';
import { reply } from './reply.ts';

/** Answers questions: messages with words, and photos with a caption. */
export function questions(): Composer<TorapContext> {
  const composer = new Composer<TorapContext>();
  const asked = composer.filter((context) => isAddressed(context) && hasWords(context));
  asked.on(['message', 'edited_message'], (context) => reply(screenFor(context), context));
  return composer;
}

function hasWords({ msg }: TorapContext): boolean {
  return msg !== undefined && wordsOf(msg) !== undefined;
}

function screenFor(context: TorapContext): Screen {
  const language = chatLanguage(context);
  const question = context.msg ? questionOf(context.msg, context) : '';
  const found = ask(question, { language, context: lastShown(context) }, context.parts.catalog());
  if (found.decision.kind === 'answer') rememberShown(found.decision.answer, context);
  const view = { now: context.parts.now(), chatLanguage: language };
  return replyScreen(found, view, screensIn(found.language, context));
}
