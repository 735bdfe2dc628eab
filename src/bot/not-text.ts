// Photos, voice messages, stickers and so on: a kind sentence on what to do instead.

import { Composer } from 'grammy';
import type { Message } from 'grammy/types';
import { noticeScreen } from '../screens/index.ts';
import { isAddressed } from './addressed.ts';
import { chatScreens, type TorapContext } from './context.ts';
import { reply } from './reply.ts';

/** Answers every message that brings something and no words; service messages (somebody joined) stay unanswered. */
export function notText(): Composer<TorapContext> {
  const composer = new Composer<TorapContext>();
  const lastAlbums = new Map<number, string>();
  composer.on('message', async (context) => {
    const key = noticeKey(context.msg);
    if (key === undefined || !isAddressed(context) || isOfKnownAlbum(context.msg, lastAlbums)) return;
    const screens = chatScreens(context);
    await reply(noticeScreen(screens.speech.phrase(key), screens), context);
    rememberAlbum(context.msg, lastAlbums);
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

/** How many chats' albums are remembered; an album's messages come within a second. */
const ALBUMS_KEPT = 1000;

/** An album comes as a message a picture; one sentence is enough for all. */
function isOfKnownAlbum({ chat, media_group_id: album }: Message, lastAlbums: Map<number, string>): boolean {
  return album !== undefined && lastAlbums.get(chat.id) === album;
}

/** Only once the sentence was sent: a reply that failed is tried again. */
function rememberAlbum({ chat, media_group_id: album }: Message, lastAlbums: Map<number, string>): void {
  if (album === undefined) return;
  lastAlbums.set(chat.id, album);
  const [oldest] = lastAlbums.keys();
  if (lastAlbums.size > ALBUMS_KEPT && oldest !== undefined) lastAlbums.delete(oldest);
}
