// What copyMessage takes over from a message, and what it leaves (https://core.telegram.org/bots/api#copymessage).

import type { Message } from 'grammy/types';
import { refused } from './refusal.ts';
import type { MessageContent } from './world.ts';

/** A copy has the content only: no sender, no buttons, no reply. */
const CONTENT = [
  'text',
  'entities',
  'link_preview_options',
  'photo',
  'document',
  'has_media_spoiler',
  'sticker',
  'voice',
  'location',
  'venue',
  'contact',
  'poll',
] as const satisfies readonly (keyof Message)[];

const CAPTION = [
  'caption',
  'caption_entities',
  'show_caption_above_media',
] as const satisfies readonly (keyof Message)[];

/** A message's content under another caption, or its own. @throws Refusal for what can't be copied */
export function copyContent(
  message: Message,
  caption?: Pick<Message, 'caption' | 'caption_entities'>,
): MessageContent {
  const content = pick(message, CONTENT);
  if (Object.keys(content).length === 0 || message.has_protected_content) {
    throw refused("the message can't be copied");
  }
  const hasCaption = message.photo !== undefined || message.document !== undefined;
  return { ...content, ...(caption && hasCaption ? caption : pick(message, CAPTION)) };
}

function pick(message: Message, names: readonly (keyof Message)[]): MessageContent {
  return Object.fromEntries(names.flatMap((name) => (name in message ? [[name, message[name]]] : [])));
}
