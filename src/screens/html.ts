// Telegram's HTML: https://core.telegram.org/bots/api#html-style. Text that is not ours is escaped here,
// and long messages are cut here, so that every message that leaves is valid and within the limit.

/** The most UTF-16 units of text that one message holds after its entities are parsed. */
export const MAX_MESSAGE_LENGTH = 4096;

/** The most visible characters of the words under a picture or a file: core.telegram.org/bots/api#sendphoto. */
export const MAX_CAPTION_LENGTH = 1024;

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
 * else between words. A tag that a cut would tear is closed before it and opened again behind it; white space
 * at a cut is left out. Blank text gives no message.
 */
export function splitHtml(html: string, limit = MAX_MESSAGE_LENGTH): string[] {
  // Most are short, and taking them apart takes long.
  if (html.length <= limit || visibleLength(html) <= limit) return BLANK.test(html) ? [] : [html];
  const messages: string[] = [];
  let rest = atomsOf(html);
  let open: readonly string[] = [];
  while (rest.some(isVisible)) {
    rest = trimStart(rest);
    const end = findCut(rest, limit);
    const part = rest.slice(0, end);
    const stillOpen = openAfter(part, open);
    if (part.some(isVisible)) messages.push([...open, ...trimEnd(part), ...closingTags(stillOpen)].join(''));
    open = stillOpen;
    rest = rest.slice(end);
  }
  return messages;
}

/** Nothing but white space and tags. */
const BLANK = /^(?:\s|<[^>]*>)*$/;

/** What a cut never tears: tags, entities, characters. */
function atomsOf(html: string): readonly string[] {
  return html.match(/<[^>]*>|&\w+;|./gsu) ?? [];
}

function isTag(atom: string): boolean {
  return atom.startsWith('<');
}

function isVisible(atom: string): boolean {
  return !isTag(atom) && atom.trim() !== '';
}

function trimStart(atoms: readonly string[]): readonly string[] {
  const first = atoms.findIndex(isVisible);
  return atoms.filter((atom, place) => place >= first || isTag(atom));
}

function trimEnd(atoms: readonly string[]): readonly string[] {
  const last = atoms.findLastIndex(isVisible);
  return atoms.filter((atom, place) => place <= last || isTag(atom));
}

/** How many atoms the next message takes: up to the best border within the limit, the latest of equals. */
function findCut(atoms: readonly string[], limit: number): number {
  let length = 0;
  let before = '';
  let best = { rank: ANYWHERE, end: 1 };
  for (const [place, atom] of atoms.entries()) {
    const rank = rankBorder(before, atom);
    if (length > 0 && rank <= best.rank) best = { rank, end: place };
    if (isTag(atom)) continue;
    length += visibleLength(atom);
    if (length > limit) return best.end;
    before = atom;
  }
  return atoms.length;
}

const ANYWHERE = 3;

/** How well a cut before `atom` reads: 0 between lines, 1 after a sentence, 2 between words. */
function rankBorder(before: string, atom: string): number {
  if (atom === '\n') return 0;
  if (atom === ' ') return /[.!?…]/.test(before) ? 1 : 2;
  return ANYWHERE;
}

function openAfter(atoms: readonly string[], open: readonly string[]): readonly string[] {
  const tags = [...open];
  for (const tag of atoms.filter(isTag)) {
    if (tag.startsWith('</')) tags.pop();
    else tags.push(tag);
  }
  return tags;
}

function closingTags(open: readonly string[]): string[] {
  return open.map((tag) => `</${/^<(\w+)/.exec(tag)?.[1]}>`).reverse();
}
