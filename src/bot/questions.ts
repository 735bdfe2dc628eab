// A question typed in a chat → the reply.

import type { MiddlewareFn } from 'grammy';
import type { AnswerId } from '../catalog/index.ts';
import { outcomeOf } from '../desk/index.ts';
import type { Language } from '../language/index.ts';
import { answerScreen, menuScreen, replyScreen } from '../screens/index.ts';
import { ask, type Decision, languageAsked } from '../search/index.ts';
import type { Outcome } from '../store/index.ts';
import { isAddressed, questionOf, wordsOf } from './addressed.ts';
import {
  chatLanguage,
  lastShown,
  rememberOffered,
  rememberShown,
  screensIn,
  type TorapContext,
} from './context.ts';
import { keepIfPossible } from './keep-outcome.ts';
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
  const wanted = languageAsked(question);
  if (wanted) return speak(wanted, context);
  const before = lastShown(context);
  const found = ask(question, { language, context: before?.answer }, parts.catalog());
  const screens = screensIn(found.language, context);
  if (found.decision.kind === 'refuse' && found.decision.asksNothing) {
    // There is no question whose outcome could be kept.
    await reply(replyScreen(found, { now: parts.now(), chatLanguage: language }, screens), context);
    return;
  }
  const outcome = outcomeOf(question, found, { id: parts.newId(), at: parts.now() });
  noteRefused(outcome, context);
  noteGiven(found.decision, before?.answer, context);
  // What an edited question is answered with, may have been shown for that question itself.
  const isAgain = !before?.isOffered && !context.editedMessage;
  const shown = isAgain ? before?.answer : undefined;
  const view = { now: parts.now(), chatLanguage: language, outcome: outcome.id, shown };
  await reply(replyScreen(found, view, screens), context);
  await keepIfPossible(parts.store.outcomes.add(outcome), parts);
}

/** Goes on in a language: with the answer that was shown, if there is one. */
async function speak(language: Language, context: TorapContext): Promise<void> {
  const { parts } = context;
  context.state = { ...context.state, language };
  const screens = screensIn(language, context);
  const before = lastShown(context);
  const answer = before && !before.isOffered ? parts.catalog().answers.get(before.answer) : undefined;
  const view = { now: parts.now(), chatLanguage: language };
  await reply(answer ? answerScreen(answer, view, screens) : menuScreen('start', screens), context);
}

/** What the next question may go on from: the answer, or the likeliest of those that were offered. */
function noteGiven(decision: Decision, before: AnswerId | undefined, context: TorapContext): void {
  if (decision.kind === 'answer') rememberShown(decision.answer, context);
  if (decision.kind !== 'choose' || decision.isOpen) return;
  const [first] = decision.answers;
  if (first !== undefined && first !== before) rememberOffered(first, context);
}

/** What an inquiry that is opened under a refusal is about; whatever is answered ends that. */
function noteRefused({ outcome, question, at }: Outcome, context: TorapContext): void {
  const { refused: _, ...rest } = context.state;
  const isRefused = outcome === 'refuse' && question !== '' && context.chat?.type === 'private';
  context.state = isRefused ? { ...rest, refused: { question, at } } : rest;
}
