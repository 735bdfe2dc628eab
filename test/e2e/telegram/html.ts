// Telegram's HTML read as Telegram reads it (https://core.telegram.org/bots/api#html-style), offsets in bytes
// and wording included. What it lets pass although the page forbids it (a bare "&", an unknown attribute) is
// told apart as a remark.

import type { MessageEntity } from 'grammy/types';
import { readReference } from './html-references.ts';
import { findNestingFault, isAttribute, isTag, languageOf, type OpenTag, toEntity } from './html-tags.ts';
import { hasScheme } from './links.ts';
import { malformed } from './refusal.ts';

/** Text without tags, and what the tags said. */
export interface ParsedHtml {
  readonly text: string;
  /** Sorted: outer before inner. */
  readonly entities: MessageEntity[];
  /** What the published rules forbid, though it was read. */
  readonly remarks: readonly string[];
}

/** Reads HTML. @throws Refusal with Telegram's words and byte offset */
export function parseHtml(html: string): ParsedHtml {
  return new HtmlReader(html).read();
}

const SPACE = /^[ \t\r\n\v\0]?$/;

class HtmlReader {
  /** UTF-8, one character a byte: a position in it is a byte offset. */
  private readonly html: string;
  private at = 0;
  private text = '';
  private readonly open: OpenTag[] = [];
  private readonly entities: MessageEntity[] = [];
  private readonly remarks: string[] = [];
  /** Of code entities that name one. */
  private readonly languages = new Map<MessageEntity | undefined, string>();

  constructor(html: string) {
    this.html = Buffer.from(html, 'utf8').toString('latin1');
  }

  read(): ParsedHtml {
    while (this.at < this.html.length) {
      const letter = this.letter();
      if (letter === '&') this.text += this.readAmpersand();
      else if (letter === '<') this.readTag();
      else this.readPlain();
    }
    const unclosed = this.open.at(-1);
    if (unclosed) this.fail(`Can't find end tag corresponding to start tag "${unclosed.name}"`);
    if (/\p{Surrogate}/u.test(this.text)) {
      this.fail(
        'Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units',
      );
    }
    return { text: this.text, entities: this.entities.sort(compareEntities), remarks: this.remarks };
  }

  private letter(): string {
    return this.html.charAt(this.at);
  }

  private readPlain(): void {
    const [plain = ''] = /^[^&<]+/.exec(this.html.slice(this.at)) ?? [];
    if (plain.includes('>')) this.remark('">" must be written &gt;', this.at + plain.indexOf('>'));
    this.text += fromBytes(plain);
    this.at += plain.length;
  }

  private readAmpersand(): string {
    const begin = this.at;
    const reference = readReference(this.html, begin);
    if (!reference) {
      this.remark('"&" begins no entity that Telegram knows and must be written &amp;', begin);
      this.at += 1;
      return '&';
    }
    if (!reference.hasSemicolon) this.remark('an entity lacks its semicolon', begin);
    this.at = reference.end;
    return String.fromCodePoint(reference.code);
  }

  private readTag(): void {
    const begin = this.at;
    this.at += 1;
    if (this.letter() === '/') this.readEndTag(begin);
    else this.readStartTag(begin);
    this.at += 1;
  }

  private readStartTag(byte: number): void {
    const name = this.readName();
    if (this.isAtEnd()) this.fail('Unclosed start tag', byte);
    if (!isTag(name)) this.fail(`Unsupported start tag "${name}"`, byte);
    const attributes = new Map<string, string>();
    for (;;) {
      this.skipSpace();
      if (this.letter() === '>') break;
      this.readAttribute({ tag: name, byte, attributes });
    }
    if (name === 'span' && attributes.get('class') !== 'tg-spoiler') {
      this.fail('Tag "span" must have class "tg-spoiler"', byte);
    }
    const fault = findNestingFault(name, this.open);
    if (fault) this.remark(fault, byte);
    this.open.push({ name, attributes, start: this.text.length, byte });
  }

  private readName(): string {
    const begin = this.at;
    while (!SPACE.test(this.letter()) && this.letter() !== '>') this.at += 1;
    return fromBytes(this.html.slice(begin, this.at)).toLowerCase();
  }

  private readAttribute({ tag, byte, attributes }: AttributePlace): void {
    const [name = ''] = /^[^ \t\r\n\v\0=>/"']*/.exec(this.html.slice(this.at)) ?? [];
    if (name === '') this.fail(`Empty attribute name in the tag "${tag}"`, byte);
    this.at += name.length;
    this.skipSpace();
    if (!isAttribute(name, tag)) this.remark(`the attribute "${name}" of <${tag}> means nothing`, byte);
    if (this.letter() !== '=') {
      if (this.isAtEnd()) this.fail(`Unclosed start tag "${tag}"`, byte);
      attributes.set(name, '');
      return;
    }
    this.at += 1;
    this.skipSpace();
    if (this.isAtEnd()) this.fail(`Unclosed start tag "${tag}"`, byte);
    const value = /["']/.test(this.letter()) ? this.readQuoted() : this.readToken();
    if (this.isAtEnd()) this.fail('Unclosed start tag', byte);
    attributes.set(name, value);
  }

  private readToken(): string {
    const begin = this.at;
    while (/^[a-z0-9.-]$/i.test(this.letter())) this.at += 1;
    if (!SPACE.test(this.letter()) && this.letter() !== '>') this.fail('Unexpected end of name token', begin);
    return this.html.slice(begin, this.at).toLowerCase();
  }

  private readQuoted(): string {
    const quote = this.letter();
    let value = '';
    this.at += 1;
    while (!this.isAtEnd() && this.letter() !== quote) {
      if (this.letter() === '&') {
        value += Buffer.from(this.readAmpersand(), 'utf8').toString('latin1');
        continue;
      }
      value += this.letter();
      this.at += 1;
    }
    if (!this.isAtEnd()) this.at += 1;
    return fromBytes(value);
  }

  private readEndTag(byte: number): void {
    const tag = this.open.pop();
    if (!tag) this.fail('Unexpected end tag', byte);
    this.at += 1;
    const name = this.readName();
    this.skipSpace();
    if (this.letter() !== '>') this.fail('Unclosed end tag', byte);
    if (name !== '' && name !== tag.name) {
      this.fail(`Unmatched end tag at byte offset ${byte}, expected "</${tag.name}>", found "</${name}>"`);
    }
    if (name === '') this.remark('an end tag lacks its name', byte);
    this.closeTag(tag);
  }

  private closeTag(tag: OpenTag): void {
    const inside = this.text.slice(tag.start);
    if (inside === '') {
      this.remark(`<${tag.name}> holds no text`, tag.byte);
      return;
    }
    if (tag.name === 'a' && !hasScheme(tag.attributes.get('href') ?? '')) {
      this.remark('<a> has no address that begins with http://, https:// or tg://', tag.byte);
    }
    const entity = toEntity(tag, inside);
    if (!entity) this.remark(`<${tag.name}> is dropped: its address or time is none`, tag.byte);
    else if (!this.joinCodeBlock(tag, entity)) this.entities.push(entity);
  }

  /** `<pre><code class="language-…">` over the same text is one entity. */
  private joinCodeBlock(tag: OpenTag, entity: MessageEntity): boolean {
    const language = languageOf(tag) ?? this.languages.get(this.entities.at(-1));
    const inner = this.entities.at(-1);
    if (entity.type === 'code' && language !== undefined) this.languages.set(entity, language);
    if (entity.type !== 'pre' || inner?.type !== 'code' || language === undefined) return false;
    if (inner.offset !== entity.offset || inner.length !== entity.length) return false;
    this.entities.splice(-1, 1, { ...entity, type: 'pre', language });
    return true;
  }

  private skipSpace(): void {
    while (!this.isAtEnd() && SPACE.test(this.letter())) this.at += 1;
  }

  private isAtEnd(): boolean {
    return this.at >= this.html.length;
  }

  private remark(text: string, byte: number): void {
    this.remarks.push(`${text} (byte ${byte})`);
  }

  private fail(reason: string, byte?: number): never {
    const place = byte === undefined ? '' : ` at byte offset ${byte}`;
    throw malformed(`Can't parse entities: ${reason}${place}`);
  }
}

interface AttributePlace {
  readonly tag: string;
  readonly byte: number;
  readonly attributes: Map<string, string>;
}

function fromBytes(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** Of entities over the same text, the outermost first. */
const ORDER: Readonly<Record<string, number>> = {
  blockquote: 0,
  expandable_blockquote: 0,
  pre: 1,
  code: 2,
  text_link: 3,
  text_mention: 3,
  bold: 5,
  italic: 6,
  underline: 7,
  strikethrough: 8,
  spoiler: 9,
  custom_emoji: 10,
};

/** Sorts entities as Telegram does: by place, longer first, then by type. */
export function compareEntities(one: MessageEntity, other: MessageEntity): number {
  const byType = (ORDER[one.type] ?? 4) - (ORDER[other.type] ?? 4);
  return one.offset - other.offset || other.length - one.length || byType;
}
