// A text or caption with its markup → what Telegram keeps of it: parsed, cleaned, trimmed and measured.

import type { MessageEntity } from 'grammy/types';
import { remember } from '../../../src/language/index.ts';
import { addFoundEntities } from './found-entities.ts';
import { compareEntities, parseHtml } from './html.ts';
import { malformed } from './refusal.ts';

/** Text as Telegram keeps it. */
export interface FormattedText {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
  /** What the published rules forbid, though it was taken. */
  readonly remarks: readonly string[];
}

/** Text as a call brings it. */
export interface GivenText {
  readonly text: string;
  readonly parse_mode?: string | undefined;
  readonly entities?: readonly MessageEntity[] | undefined;
}

/** How long a text may be, and how the server says that it is longer. */
export interface TextLimit {
  /** UTF-16 units after the markup is parsed. */
  readonly length: number;
  readonly tooLong: string;
  readonly mayBeEmpty?: boolean;
}

/** 1–4096: https://core.telegram.org/bots/api#sendmessage */
export const MESSAGE_LIMIT: TextLimit = { length: 4096, tooLong: 'message is too long' };

/** 0–1024: https://core.telegram.org/bots/api#sendphoto */
export const CAPTION_LIMIT: TextLimit = {
  length: 1024,
  tooLong: 'message caption is too long',
  mayBeEmpty: true,
};

/** Bytes that the server takes before it parses anything. */
const MOST_BYTES = 1 << 15;
/** Telegram drops entities beyond these without a word. */
const MOST_ENTITIES = 100;

/** A bot says the same again and again, and a long text takes longer to read than all else about its message. */
const MOST_REMEMBERED = 4_000;

/** Reads a text. @throws Refusal when it is empty, too long, or its markup is broken */
export function readText(given: GivenText, limit: TextLimit): FormattedText {
  const { text, parse_mode, entities } = given;
  if (entities) return readAnew(given, limit);
  return remember(limit, `${parse_mode} ${text}`, () => readAnew(given, limit), MOST_REMEMBERED);
}

function readAnew(given: GivenText, limit: TextLimit): FormattedText {
  if (given.text === '' && !limit.mayBeEmpty) throw malformed('message text is empty');
  if (Buffer.byteLength(given.text) > MOST_BYTES) throw malformed('text is too long');
  if (/\p{Surrogate}/u.test(given.text)) throw malformed('strings must be encoded in UTF-8');
  const marked = parse(given);
  const { text, entities } = trim(clean(marked));
  if (isBlank(text) && !(given.text === '' && limit.mayBeEmpty)) throw malformed('text must be non-empty');
  if (text.length > limit.length) throw malformed(limit.tooLong);
  const remarks = [...marked.remarks];
  if (entities.length > MOST_ENTITIES) {
    remarks.push(`${entities.length} entities: Telegram keeps the first ${MOST_ENTITIES}`);
  }
  return { text, entities: addFoundEntities(text, entities), remarks };
}

function parse({ text, parse_mode, entities }: GivenText): FormattedText {
  if (parse_mode === 'HTML') {
    const remarks = entities ? ['parse_mode and entities are given at once'] : [];
    const parsed = parseHtml(text);
    return { ...parsed, remarks: [...remarks, ...parsed.remarks] };
  }
  if (parse_mode !== undefined) throw malformed(`this double reads HTML only, not ${parse_mode}`);
  const sorted = [...(entities ?? [])].sort(compareEntities);
  for (const { type, offset, length } of sorted) {
    if (offset < 0 || length <= 0 || offset + length > text.length) {
      throw malformed(`entity ${type} at UTF-16 offset ${offset} lies outside of the text`);
    }
  }
  return { text, entities: sorted, remarks: [] };
}

/** Carriage returns, marks of writing direction and lines drawn through text are not kept. */
const REMOVED = /[\r\u2028-\u202e]|\u0333|\u033f|\u030a/;

/** Removes what Telegram removes; other control characters become spaces. */
function clean({ text, entities, remarks }: FormattedText): FormattedText {
  // Where each unit of the old text is in the new one.
  const places: number[] = [];
  let kept = '';
  for (const unit of text.split('')) {
    places.push(kept.length);
    if (!REMOVED.test(unit)) kept += unit !== '\n' && unit < ' ' ? ' ' : unit;
  }
  places.push(kept.length);
  return { text: kept, entities: move(entities, (place) => places[place] ?? kept.length), remarks };
}

/** Cuts white space off both ends, but at the beginning none that an entity covers. */
function trim({ text, entities, remarks }: FormattedText): FormattedText {
  const cut = text.replace(/[ \n]+$/, '');
  const [space = ''] = /^[ \n]*/.exec(cut) ?? [];
  const skipped = Math.min(space.length, entities[0]?.offset ?? cut.length);
  const end = cut.length - skipped;
  return {
    text: cut.slice(skipped),
    entities: move(entities, (place) => Math.min(Math.max(place - skipped, 0), end)),
    remarks,
  };
}

function move(entities: readonly MessageEntity[], to: (place: number) => number): MessageEntity[] {
  return entities
    .map((entity) => {
      const offset = to(entity.offset);
      return { ...entity, offset, length: to(entity.offset + entity.length) - offset };
    })
    .filter(({ length }) => length > 0);
}

/** Only characters that show nothing. */
function isBlank(text: string): boolean {
  return /^[\s\u180e\u2000-\u200f\u202e\u2800\ufeff\ufffc\u{e0000}\u{e0001}]*$/u.test(text);
}
