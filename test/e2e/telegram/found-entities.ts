// What Telegram finds in a text by itself: commands, mentions, hashtags, addresses
// (https://core.telegram.org/bots/api#messageentity). Bare domains without a scheme are left out.

import type { MessageEntity } from 'grammy/types';
import { compareEntities } from './html.ts';

type FoundType = 'bot_command' | 'mention' | 'hashtag' | 'url' | 'email';

/** Earlier ones win where two overlap. */
const PATTERNS: readonly (readonly [FoundType, RegExp])[] = [
  ['url', /(?<![\p{L}\p{N}_])https?:\/\/[^\s<>"«»]*[^\s<>"«».,;:!?)\]}']/giu],
  ['email', /(?<![\p{L}\p{N}_.])[a-z0-9][a-z0-9_.+-]*@[a-z0-9-]+(?:\.[a-z0-9-]+)+/giu],
  ['bot_command', /(?<![\p{L}\p{N}_/<>@])\/\w{1,64}(?:@\w{3,32})?(?![\p{L}\p{N}_/<>])/gu],
  ['mention', /(?<![\p{L}\p{N}_@/])@[a-z]\w{3,31}(?![\p{L}\p{N}_])/giu],
  ['hashtag', /(?<![\p{L}\p{N}_])#(?=[\p{N}_]*\p{L})[\p{L}\p{N}_]{1,256}/gu],
];

/** Styles may lie over what is found; everything else keeps it away. */
const STYLES: ReadonlySet<string> = new Set([
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'blockquote',
  'expandable_blockquote',
]);

/** The given entities and those found in the text where none of the given forbids it, sorted. */
export function addFoundEntities(text: string, given: readonly MessageEntity[]): MessageEntity[] {
  const taken: MessageEntity[] = given.filter(({ type }) => !STYLES.has(type));
  const found: MessageEntity[] = [];
  for (const [type, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const entity: MessageEntity = { type, offset: match.index, length: match[0].length };
      if (taken.some((other) => overlaps(entity, other))) continue;
      taken.push(entity);
      found.push(entity);
    }
  }
  return [...given, ...found].sort(compareEntities);
}

interface Range {
  readonly offset: number;
  readonly length: number;
}

function overlaps(one: Range, other: Range): boolean {
  return one.offset < other.offset + other.length && other.offset < one.offset + one.length;
}
