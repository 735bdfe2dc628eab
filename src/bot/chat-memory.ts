// The chat's state around a handler: read before it, stored after it when it changed.

import type { MiddlewareFn } from 'grammy';
import { NEW_CHAT } from '../store/index.ts';
import type { BotParts, TorapContext } from './context.ts';

/** Gives handlers the parts and the state of the update's chat, and stores what they changed. */
export function chatMemory(parts: BotParts): MiddlewareFn<TorapContext> {
  return async (context, next) => {
    const chat = context.chat?.id;
    if (chat === undefined) return;
    const before = (await parts.store.readChat(chat)) ?? NEW_CHAT;
    context.parts = parts;
    context.state = before;
    await next();
    if (context.state === before) return;
    if (context.state === NEW_CHAT) await parts.store.eraseChat(chat);
    else await parts.store.writeChat(chat, context.state);
  };
}
