// A question typed in a chat → the reply. An edited question gets its earlier answer edited.

import { Composer } from 'grammy';
import { replyScreen, type Screen } from '../screens/index.ts';
import { ask } from '../search/index.ts';
import { rememberAnswer } from '../store/index.ts';
import { isAddressed, questionOf, wordsOf } from './addressed.ts';
import { chatLanguage, screensIn, type TorapContext } from './context.ts';
import { replaceScreen, sendScreen } from './show.ts';

/** Answers questions: messages with words, and photos with a caption. */
export function questions(): Composer<TorapContext> {
  const composer = new Composer<TorapContext>();
  const asked = composer.filter((context) => isAddressed(context) && hasWords(context));
  asked.on('message', async (context) => {
    const sent = await sendScreen(replyTo(context), context);
    context.state = rememberAnswer(context.state, context.msg.message_id, sent.message_id);
  });
  asked.on('edited_message', async (context) => {
    const question = context.msg.message_id;
    const earlier = context.state.answered.find((known) => known.question === question);
    const screen = replyTo(context);
    const answer = earlier
      ? await replaceScreen(earlier.answer, screen, context)
      : (await sendScreen(screen, context)).message_id;
    context.state = rememberAnswer(context.state, question, answer);
  });
  return composer;
}

function hasWords({ msg }: TorapContext): boolean {
  return msg !== undefined && wordsOf(msg) !== undefined;
}

function replyTo(context: TorapContext): Screen {
  const language = chatLanguage(context);
  const question = context.msg ? questionOf(context.msg, context) : '';
  const reply = ask(question, { language }, context.parts.catalog());
  const view = { now: context.parts.now(), chatLanguage: language };
  return replyScreen(reply, view, screensIn(reply.language, context));
}
