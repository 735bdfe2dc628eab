// A question typed in a chat → the reply.

import type { MiddlewareFn } from 'grammy';
import { outcomeOf } from '../desk/index.ts';
import { replyScreen } from '../screens/index.ts';
import { ask } from '../search/index.ts';
import type { Outcome } from '../store/index.ts';
import { isAddressed, questionOf, wordsOf } from './addressed.ts';
import {
  type BotParts,
  chatLanguage,
  lastShown,
  rememberShown,
  screensIn,
  type TorapContext,
} from './context.ts';
import { describeError } from './errors.ts';
import { reply } from './reply.ts';

/** Answers questions: messages with words, and photos with a caption. */
export function questions(): MiddlewareFn<TorapContext> {
  return (context, next) => {
    const written = context.message ?? context.editedMessage;
    const isQuestion = written && wordsOf(written) !== undefined && isAddressed(context);
    return isQuestion ? answerQuestion(context) : next();
  };
}

async function answerQuestion(context: TorapContext): Promise<void> {
  const { parts } = context;
  const language = chatLanguage(context);
  const question = context.msg ? questionOf(context.msg, context) : '';
  const found = ask(question, { language, context: lastShown(context) }, parts.catalog());
  const outcome = outcomeOf(question, found, { id: parts.newId(), at: parts.now() });
  noteRefused(outcome, context);
  if (found.decision.kind === 'answer') rememberShown(found.decision.answer, context);
  const view = { now: parts.now(), chatLanguage: language, outcome: outcome.id };
  await reply(replyScreen(found, view, screensIn(found.language, context)), context);
  await keep(outcome, parts);
}

/** What an inquiry that is opened under a refusal is about; whatever is answered ends that. */
function noteRefused({ outcome, question, at }: Outcome, context: TorapContext): void {
  const { refused: _, ...rest } = context.state;
  const isRefused = outcome === 'refuse' && question !== '' && context.chat?.type === 'private';
  context.state = isRefused ? { ...rest, refused: { question, at } } : rest;
}

/** An outcome that can't be kept is no reason to fail an answer that was given. */
async function keep(outcome: Outcome, { store, log }: BotParts): Promise<void> {
  try {
    await store.outcomes.add(outcome);
  } catch (error) {
    log.error(describeError(error), "a question's outcome could not be kept");
  }
}
