// Tags of Telegram's HTML and the entities they make: https://core.telegram.org/bots/api#html-style

import type { MessageEntity } from 'grammy/types';
import { checkLink, findMentionedUser } from './links.ts';
import { malformed } from './refusal.ts';

/** A tag that was opened. */
export interface OpenTag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Where its text begins, in UTF-16 units of the text without tags. */
  readonly start: number;
  /** Where the tag stands, in bytes of the HTML. */
  readonly byte: number;
}

type PlainType = MessageEntity.CommonMessageEntity['type'];

const PLAIN: Readonly<Record<string, PlainType>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
};

/** Each tag and the attributes that mean something in it. */
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(Object.keys(PLAIN).map((name) => [name, []])),
  span: ['class'],
  a: ['href'],
  code: ['class'],
  pre: [],
  blockquote: ['expandable'],
  'tg-emoji': ['emoji-id'],
  'tg-time': ['unix', 'format'],
};

/** Tells whether Telegram knows a tag. */
export function isTag(name: string): boolean {
  return Object.hasOwn(ATTRIBUTES, name);
}

/** Tells whether an attribute means something in a tag. */
export function isAttribute(name: string, tag: string): boolean {
  return ATTRIBUTES[tag]?.includes(name) ?? false;
}

/**
 * The entity of a closed tag, or undefined where Telegram silently makes none.
 * @param text what stands between the tags
 * @throws Refusal for a custom emoji without a number
 */
export function toEntity(tag: OpenTag, text: string): MessageEntity | undefined {
  const place = { offset: tag.start, length: text.length };
  const plain = PLAIN[tag.name];
  if (plain) return { type: plain, ...place };
  switch (tag.name) {
    case 'a':
      return toLink(tag.attributes.get('href') || text, place);
    case 'code':
      return { type: 'code', ...place };
    case 'pre':
      return { type: 'pre', ...place };
    case 'blockquote':
      return { type: tag.attributes.has('expandable') ? 'expandable_blockquote' : 'blockquote', ...place };
    case 'tg-emoji':
      return { type: 'custom_emoji', custom_emoji_id: readEmoji(tag), ...place };
    default:
      return toTime(tag, place);
  }
}

interface Place {
  readonly offset: number;
  readonly length: number;
}

function toLink(address: string, place: Place): MessageEntity | undefined {
  const id = findMentionedUser(address);
  if (id !== undefined)
    return { type: 'text_mention', user: { id, is_bot: false, first_name: '' }, ...place };
  const link = checkLink(address);
  return link.ok ? { type: 'text_link', url: link.url, ...place } : undefined;
}

function readEmoji({ attributes }: OpenTag): string {
  const id = attributes.get('emoji-id') ?? '';
  if (!/^[1-9]\d*$/.test(id))
    throw malformed("Can't parse entities: Invalid custom emoji identifier specified");
  return id;
}

function toTime({ attributes }: OpenTag, place: Place): MessageEntity | undefined {
  const time = Number(attributes.get('unix'));
  return time > 0 ? { type: 'date_time', unix_time: time, date_time_format: 'r', ...place } : undefined;
}

/** The language of `<pre><code class="language-…">`, or undefined. */
export function languageOf({ name, attributes }: OpenTag): string | undefined {
  const [, language] = /^language-(.+)$/.exec(attributes.get('class') ?? '') ?? [];
  return name === 'code' ? language : undefined;
}

const PREFORMATTED = new Set(['pre', 'code']);
const QUOTE = 'blockquote';

/** What the published nesting rules say against a tag inside others; undefined when nothing. */
export function findNestingFault(name: string, around: readonly OpenTag[]): string | undefined {
  const isCodeBlock = name === 'code' && around.at(-1)?.name === 'pre';
  const outer = around.map((tag) => tag.name);
  const preformatted = outer.find((tag) => PREFORMATTED.has(tag));
  if (preformatted && !isCodeBlock) return `<${name}> stands inside <${preformatted}>, which holds no other`;
  if (name === QUOTE && outer.includes(QUOTE)) return '<blockquote> stands inside <blockquote>';
  if (name in PLAIN) return undefined;
  const holder = outer.find((tag) =>
    PREFORMATTED.has(name) ? tag !== QUOTE : !(tag in PLAIN) && tag !== QUOTE,
  );
  return holder && !isCodeBlock ? `<${name}> stands inside <${holder}>` : undefined;
}
