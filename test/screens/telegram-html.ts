// What Telegram makes of HTML (https://core.telegram.org/bots/api#html-style), read more strictly than Telegram does:
// only the tags that Torap uses, every other sign escaped, everything closed in order.

/** Text that bears the same tags, the outermost first. */
export interface Run {
  readonly text: string;
  readonly tags: readonly string[];
}

/** A link of a message. */
export interface MessageLink {
  readonly text: string;
  readonly url: string;
}

/** A message as people see it. */
export interface MessageText {
  readonly text: string;
  readonly runs: readonly Run[];
  readonly links: readonly MessageLink[];
}

const OPENING_TAG = /^(?:b|i|blockquote|blockquote expandable|a href="https?:\/\/[^"<>\s]+")$/;
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&amp;', '&'],
  ['&quot;', '"'],
]);

/**
 * Reads a message's HTML.
 * @throws Error that says what Telegram would refuse, or what Torap has no reason to send
 */
export function parseTelegramHtml(html: string): MessageText {
  const runs: Run[] = [];
  const open: string[] = [];
  for (const [token] of html.matchAll(/<[^>]*>?|&\w*;?|[^<&]+/g)) {
    if (token.startsWith('</')) closeTag(token, open);
    else if (token.startsWith('<')) openTag(token, open);
    else runs.push({ text: readText(token), tags: [...open] });
  }
  if (open.length > 0) throw new Error(`<${open.join('><')}> is not closed in ${html}`);
  return { text: runs.map(({ text }) => text).join(''), runs, links: linksOf(runs) };
}

function closeTag(token: string, open: string[]): void {
  const last = open.pop();
  if (token !== `</${last?.split(' ')[0]}>`) throw new Error(`${token} closes <${last}>`);
}

function openTag(token: string, open: string[]): void {
  const tag = token.slice(1, -1);
  if (!token.endsWith('>') || !OPENING_TAG.test(tag)) throw new Error(`${token} is no tag of ours`);
  const name = tag.split(' ')[0];
  if (open.some((outer) => outer.split(' ')[0] === name)) throw new Error(`<${name}> stands in itself`);
  open.push(tag);
}

function readText(token: string): string {
  if (!token.startsWith('&')) {
    if (token.includes('>')) throw new Error(`> is not escaped in ${token}`);
    return token;
  }
  const text = ENTITIES.get(token);
  if (text === undefined) throw new Error(`${token} is no entity that Telegram knows`);
  return text;
}

function linksOf(runs: readonly Run[]): MessageLink[] {
  const links: MessageLink[] = [];
  let before: string | undefined;
  for (const { text, tags } of runs) {
    const tag = tags.find((name) => name.startsWith('a '));
    const last = links.at(-1);
    if (tag && tag === before && last) links[links.length - 1] = { ...last, text: last.text + text };
    else if (tag) links.push({ text, url: unescapeUrl(tag.slice('a href="'.length, -1)) });
    before = tag;
  }
  return links;
}

function unescapeUrl(url: string): string {
  return url.replace(/&\w+;/g, (entity) => readText(entity));
}
