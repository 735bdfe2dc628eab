// Whether the bot may write in a group, and how Telegram says that it may not.

import { isAdministrator } from './members.ts';
import { refused } from './refusal.ts';
import type { KnownChat, MessageContent, World } from './world.ts';

/** The first field that a message has says what it is: a venue has a location too. */
const KINDS: readonly (readonly [keyof MessageContent, string])[] = [
  ['photo', 'photos'],
  ['document', 'documents'],
  ['venue', 'venues'],
  ['location', 'locations'],
  ['sticker', 'stickers'],
  ['voice', 'voice notes'],
  ['contact', 'contacts'],
  ['poll', 'polls'],
  ['text', 'text messages'],
];

/** @throws Refusal when the bot itself is restricted, or all are who run nothing there */
export function checkMaySend(known: KnownChat, content: MessageContent, world: World): void {
  const bot = world.botIn(known);
  const isMuted = bot.status === 'restricted' || (known.areMembersMuted && !isAdministrator(bot));
  if (!isMuted) return;
  const [, kind] = KINDS.find(([field]) => content[field] !== undefined) ?? ['text', 'text messages'];
  throw refused(`not enough rights to send ${kind} to the chat`);
}
