// The reply to a message: sent, or, when the message was edited, put in place of its earlier reply.

import type { Screen } from '../screens/index.ts';
import { rememberAnswer } from '../store/index.ts';
import type { TorapContext } from './context.ts';
import { replaceScreen, sendScreen } from './show.ts';

/** Replies to the message of the update, and remembers which message the reply is. */
export async function reply(screen: Screen, context: TorapContext): Promise<void> {
  const message = context.msg?.message_id;
  if (message === undefined) return;
  const earlier = context.editedMessage
    ? context.state.answered.find((known) => known.question === message)
    : undefined;
  const answer = earlier
    ? await replaceScreen(earlier.answer, screen, context)
    : (await sendScreen(screen, context)).message_id;
  context.state = rememberAnswer(context.state, message, answer);
}
