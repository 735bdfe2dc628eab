// What a person can send besides text, as the bot gets it.

import type { Message } from 'grammy/types';
import { keepDocument } from './documents.ts';
import { addFoundEntities } from './found-entities.ts';
import { keepPicture } from './pictures.ts';
import type { MessageContent, World } from './world.ts';

/** A photo; the caption comes apart. */
export function photoContent(world: World): Pick<Message, 'photo'> {
  return { photo: keepPicture({ width: 1280, height: 960, file_size: 120_000 }, world) };
}

/** A file of some bytes. */
export function documentContent(name: string, world: World): Pick<Message, 'document'> {
  return { document: keepDocument({ name, bytes: Buffer.from(`What ${name} holds.`) }, world) };
}

/** The words under a photo or a file; none when there are none. */
export function captionContent(caption: string | undefined): Pick<Message, 'caption' | 'caption_entities'> {
  if (caption === undefined) return {};
  const caption_entities = addFoundEntities(caption, []);
  return { caption, ...(caption_entities.length > 0 && { caption_entities }) };
}

/** A sticker without a set. */
export function stickerContent(world: World): MessageContent {
  return {
    sticker: {
      ...world.nameFile(),
      type: 'regular',
      width: 512,
      height: 512,
      is_animated: false,
      is_video: false,
      emoji: '👍',
    },
  };
}

/** A voice message of three seconds. */
export function voiceContent(world: World): MessageContent {
  return { voice: { ...world.nameFile(), duration: 3, mime_type: 'audio/ogg', file_size: 9_000 } };
}

/** A place; without one given, the Khorgos crossing. */
export function locationContent(latitude = 44.2163, longitude = 80.4121): MessageContent {
  return { location: { latitude, longitude } };
}

/** A contact with a number from the range kept for fiction. */
export function contactContent(firstName: string): MessageContent {
  return { contact: { phone_number: '+15550100', first_name: firstName } };
}

/** A poll of two options. */
export function pollContent(question: string): MessageContent {
  const option = (text: string, id: string) => ({ persistent_id: id, text, voter_count: 0 });
  return {
    poll: {
      id: '5301234567890',
      question,
      options: [option('1', 'a'), option('2', 'b')],
      total_voter_count: 0,
      is_closed: false,
      is_anonymous: true,
      type: 'regular',
      allows_multiple_answers: false,
      allows_revoting: true,
      members_only: false,
    },
  };
}
