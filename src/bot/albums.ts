// An album comes as a message a picture or file: what is said to one of them is said to all.

import type { MiddlewareFn } from 'grammy';
import type { TorapContext } from './context.ts';

/** Remembers the album that something was said to. Only when all was said: a reply that failed is tried again. */
export function albums(): MiddlewareFn<TorapContext> {
  return async (context, next) => {
    await next();
    const album = context.message?.media_group_id;
    if (album !== undefined && context.hasSent) context.state = { ...context.state, album };
  };
}

/** Tells whether a message belongs to an album to which something was said already. */
export function isOfAnsweredAlbum({ message, state }: TorapContext): boolean {
  return message?.media_group_id !== undefined && message.media_group_id === state.album;
}
