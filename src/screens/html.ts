// Telegram's HTML: https://core.telegram.org/bots/api#html-style. Text that is not ours is escaped here,
// and long messages are cut here, so that every message that leaves is valid and within the limit.

/** The most UTF-16 units of text that one message holds after its entities are parsed. */
export const MAX_MESSAGE_LENGTH = 4096;

/** Writes plain text so that Telegram shows it as it is. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Bold plain text. */
export function bold(text: string): string {
  return `<b>${escapeHtml(text)}</b>`;
}

/** A link; text and address are plain. */
export function link(text: string, url: string): string {
  return `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>`;
}

/** The text of Telegram HTML as a terminal shows it: no tags, a link's address behind its text. */
export function htmlToPlainText(html: string): string {
  const withAddresses = html.replace(/<a href="([^"]*)">(.*?)<\/a>/gs, '$2 ($1)');
  return unescapeHtml(withAddresses.replace(/<[^>]*>/g, ''));
}

function unescapeHtml(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** The length that Telegram counts: UTF-16 units of the text without its tags, entities as one. */
export function visibleLength(html: string): number {
  return unescapeHtml(html.replace(/<[^>]*>/g, '')).length;
}

/**
 * Cuts HTML into messages of at most `limit` units each: between lines where it can, else after a sentence,
 * else between words. A tag that a cut would tear is closed before it and opened again behind it.
 */
export function splitHtml(html: string, limit = MAX_MESSAGE_LENGTH): string[] {
  if (visibleLength(html) <= limit) return [html];
  const messages: string[] = [];
  let message = new MessageBuilder();
  for (const piece of cutPieces(html, limit)) {
    if (message.length + piece.length > limit) {
      messages.push(message.close());
      message = message.next();
      if (piece.text.trim() === '') continue;
    }
    message.add(piece);
  }
  messages.push(message.close());
  return messages.filter((text) => visibleLength(text.trim()) > 0).map((text) => text.trim());
}

interface Piece {
  readonly text: string;
  /** Visible UTF-16 units; 0 for a tag. */
  readonly length: number;
}

/** Tags, and runs of text that should stay together: whole lines, else sentences, else words, else letters. */
function* cutPieces(html: string, limit: number): Generator<Piece> {
  for (const [token] of html.matchAll(/<[^>]*>|[^<\n]+|\n/g)) {
    if (token.startsWith('<')) yield { text: token, length: 0 };
    else yield* cutText(token, limit, [/(?<=[.!?…]) /, / /]);
  }
}

function* cutText(text: string, limit: number, borders: readonly RegExp[]): Generator<Piece> {
  const length = visibleLength(text);
  if (length <= limit) {
    yield { text, length };
    return;
  }
  const [border, ...finer] = borders;
  if (!border) {
    for (const [character] of text.matchAll(/&\w+;|./gsu))
      yield { text: character, length: visibleLength(character) };
    return;
  }
  const parts = text.split(border);
  for (const [place, part] of parts.entries()) {
    yield* cutText(place < parts.length - 1 ? `${part} ` : part, limit, finer);
  }
}

class MessageBuilder {
  length = 0;
  private html = '';
  private readonly open: string[];

  constructor(open: readonly string[] = []) {
    this.open = [...open];
    this.html = this.open.join('');
  }

  add({ text, length }: Piece): void {
    if (text.startsWith('</')) this.open.pop();
    else if (text.startsWith('<')) this.open.push(text);
    this.html += text;
    this.length += length;
  }

  close(): string {
    const closing = this.open.map((tag) => `</${/^<(\w+)/.exec(tag)?.[1]}>`).reverse();
    return this.html + closing.join('');
  }

  next(): MessageBuilder {
    return new MessageBuilder(this.open);
  }
}
