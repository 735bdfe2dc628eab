// The chat's state around a handler: read before it, stored after it together with the update's number,
// so that one write says both what came of the update and that it is done.

import type { MiddlewareFn } from 'grammy';
import { NEW_CHAT } from '../store/index.ts';
import type { BotParts, TorapContext } from './context.ts';
import { isDone, markDone } from './done-list.ts';
import { isGone } from './errors.ts';

/** Gives handlers the parts and the state of the update's chat, and stores what they changed. */
export function chatMemory(parts: BotParts): MiddlewareFn<TorapContext> {
  return async (context, next) => {
    const chat = context.chat?.id;
    if (chat === undefined) return;
    // A copy: a handler that sets NEW_CHAT itself wants the chat forgotten, also one that is new already.
    const before = (await parts.store.readChat(chat)) ?? { ...NEW_CHAT };
    if (isDone(context.update.update_id, before)) return;
    context.parts = parts;
    context.state = before;
    noteSends(context);
    const failure = await next().then(
      () => undefined,
      (error: unknown) => ({ error }),
    );
    // Where nothing went out, nothing has happened: the handler may run again from the state as it was.
    if (failure && !context.hasSent && !isGone(failure.error)) throw failure.error;
    await keep(context, before === context.state);
    if (failure) throw failure.error;
  };
}

async function keep(context: TorapContext, isUnchanged: boolean): Promise<void> {
  const { chat, state, parts, update } = context;
  if (!chat) return;
  if (state === NEW_CHAT) return parts.store.eraseChat(chat.id);
  // Most of what is written in a group is not meant for Torap; it costs no file.
  if (chat.type !== 'private' && isUnchanged && !context.hasSent) return;
  await parts.store.writeChat(chat.id, markDone(update.update_id, state));
}

/** What a person would see twice, were it called twice; an edit changes nothing the second time. */
const SENDS = /^(?:send(?!ChatAction)|copy|forward)/;

function noteSends(context: TorapContext): void {
  context.hasSent = false;
  context.api.config.use(async (previous, method, payload, signal) => {
    const result = await previous(method, payload, signal);
    if (result.ok && SENDS.test(method)) context.hasSent = true;
    return result;
  });
}
