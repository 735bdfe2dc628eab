// Photos, voice messages, stickers and so on: a kind sentence on what to do instead.

import { Composer } from 'grammy';
import type { Message } from 'grammy/types';
import { noticeScreen } from '../screens/index.ts';
import { isAddressed } from './addressed.ts';
import { isOfAnsweredAlbum } from './albums.ts';
import { chatScreens, type TorapContext } from './context.ts';
import { reply } from './reply.ts';

/** Answers every message that brings something and no words; service messages (somebody joined) stay unanswered. */
export function notText(): Composer<TorapContext> {
  const composer = new Composer<TorapContext>();
  composer.on('message', async (context) => {
    const key = noticeKey(context.msg);
    if (key === undefined || !isAddressed(context) || isOfAnsweredAlbum(context)) return;
    const screens = chatScreens(context);
    await reply(noticeScreen(screens.speech.phrase(key), screens), context);
  });
  return composer;
}

function noticeKey(message: Message): string | undefined {
  if (message.photo || message.animation || message.video) return 'notText.photo';
  if (message.voice || message.audio || message.video_note) return 'notText.voice';
  if (message.location) return 'notText.location';
  if (message.contact) return 'notText.contact';
  return OTHER_KINDS.some((kind) => kind in message) ? 'notText.other' : undefined;
}

const OTHER_KINDS = [
  ...['sticker', 'document', 'poll', 'dice', 'game', 'story'],
  ...['checklist', 'paid_media', 'invoice', 'giveaway'],
];
