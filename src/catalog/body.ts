// An answer's Markdown → blocks of spans, facts filled in. Only what Telegram can show is let through,
// and every digit must come from a fact, so that the languages can't disagree about a figure.

import { type Node, type NodeType, Parser } from 'commonmark';
import type { Block, Span } from './catalog.ts';
import type { Problem } from './problem.ts';
import { type FactText, splitReferences } from './references.ts';
import type { Place } from './yaml-file.ts';

/** What a text may ask of its surroundings: a fact, by name and form. */
export type FactLookup = (fact: string, form: string) => FactText;

/** A text's blocks, or what is wrong with it. */
export interface Body {
  readonly blocks: readonly Block[];
  readonly problems: readonly Problem[];
}

/** Reads an answer's Markdown. Never throws for bad text: it returns its problems. */
export function readBody(markdown: string, place: Place, lookup: FactLookup): Body {
  const reader = new BodyReader(place, lookup);
  if (markdown.length > MAX_MARKDOWN_LENGTH) {
    const message = `the text has ${markdown.length} characters, more than a message can ever show.`;
    reader.report(1, message, 'Shorten it, or move a part to another topic.');
    return { blocks: [], problems: reader.problems };
  }
  const definition = DEFINITION.exec(markdown);
  if (definition) {
    reader.refuse('link by name', markdown.slice(0, definition.index).split('\n').length);
    return { blocks: [], problems: reader.problems };
  }
  const blocks = childrenOf(new Parser().parse(markdown)).flatMap((node) => reader.readBlock(node));
  if (markdown.trim() === '') {
    reader.report(1, 'the answer has no text.', 'Write it below the second line of ---.');
  }
  return { blocks, problems: reader.problems };
}

/** A longer text is not looked into: it is no message, and reading it would only cost time. */
const MAX_MARKDOWN_LENGTH = 10_000;

/** The line below a table's head, such as |---|:--|. CommonMark knows no tables and reads them as text. */
const TABLE_RULE = /^(?=.*-)[ \t:|-]*\|[ \t:|-]*$/m;

/** The address of a link by name, such as [port]: https://… CommonMark takes it out of the text without a trace. */
const DEFINITION = /^ {0,3}\[[^\]\n]+\]:/m;

/** Bold in italic in a link is as deep as any text goes. */
const MAX_DEPTH = 5;

const ALLOWED = 'Use paragraphs, lists with "- " or "1. ", **bold**, _italic_ and [links](https://…) only.';

/** Markup that is refused, in an editor's words. */
const MARKUP_NAMES: ReadonlyMap<NodeType, string> = new Map([
  ['list', 'list in a list'],
  ['paragraph', 'second paragraph in a list item'],
  ['block_quote', 'quotation'],
  ['code_block', 'code'],
  ['code', 'code'],
  ['html_block', 'HTML'],
  ['html_inline', 'HTML'],
  ['thematic_break', 'rule'],
  ['linebreak', 'forced line break'],
]);

function childrenOf(parent: Node): Node[] {
  const children: Node[] = [];
  for (let node = parent.firstChild; node; node = node.next) children.push(node);
  return children;
}

/** A block's line in the Markdown, counted from 1. */
function lineOf(node: Node): number {
  return node.sourcepos[0][0];
}

class BodyReader {
  readonly problems: Problem[] = [];
  private readonly place: Place;
  private readonly lookup: FactLookup;
  /** The line of what is being read within a block, for spans don't know theirs. */
  private line = 1;

  constructor(place: Place, lookup: FactLookup) {
    this.place = place;
    this.lookup = lookup;
  }

  report(line: number, message: string, remedy: string): void {
    this.problems.push({ file: this.place.file, line: this.place.linesBefore + line, message, remedy });
  }

  refuse(markup: string, line: number): [] {
    this.report(line, `this markup (${markup}) can't be shown.`, ALLOWED);
    return [];
  }

  readBlock(node: Node): Block[] {
    if (node.type === 'paragraph') return [{ kind: 'paragraph', spans: this.readParagraph(node) }];
    if (node.type !== 'list') return this.refuseNode(node, lineOf(node));
    const items = childrenOf(node).map((item) => {
      const [first, ...rest] = childrenOf(item);
      for (const extra of rest) this.refuseNode(extra, lineOf(extra));
      if (first?.type === 'paragraph') return this.readParagraph(first);
      if (first) return this.refuseNode(first, lineOf(first));
      this.report(lineOf(item), 'a list item has no text.', 'Write it or remove the item.');
      return [];
    });
    return [{ kind: 'list', ordered: node.listType === 'ordered', items }];
  }

  private refuseNode({ type }: Node, line: number): [] {
    return this.refuse(MARKUP_NAMES.get(type) ?? type, line);
  }

  private readParagraph(paragraph: Node): Span[] {
    this.line = lineOf(paragraph);
    return this.readSpans(childrenOf(paragraph));
  }

  private readSpans(nodes: readonly Node[], depth = 0): Span[] {
    const spans: Span[] = [];
    // The parser cuts text at quotes, brackets and line ends; braces may hold any of them.
    let text = '';
    for (const node of nodes) {
      if (node.type === 'text') text += node.literal ?? '';
      else if (node.type === 'softbreak') text += '\n';
      else {
        spans.push(...this.readText(text), ...this.readMarkup(node, depth));
        text = '';
      }
    }
    spans.push(...this.readText(text));
    return spans;
  }

  private readMarkup(node: Node, depth: number): Span[] {
    if (depth > MAX_DEPTH) return this.refuseNode(node, this.line);
    const { line } = this;
    const read = () => this.readSpans(childrenOf(node), depth + 1);
    switch (node.type) {
      case 'strong':
        return [{ kind: 'strong', spans: read() }];
      case 'emph':
        return [{ kind: 'emphasis', spans: read() }];
      case 'link': {
        const url = node.destination ?? '';
        if (!/^https?:\/\//.test(url)) {
          this.report(line, `the link "${url}" is no web address.`, 'Begin it with https://.');
        }
        return [{ kind: 'link', url, spans: read() }];
      }
      default:
        if (node.type === 'linebreak') this.line += 1;
        return this.refuseNode(node, line);
    }
  }

  /** Reads text, and stands in the line where it ends then. */
  private readText(text: string): Span[] {
    if (text === '') return [];
    const start = { text, line: this.line };
    this.line = lineAt(start, text.length);
    const table = text.includes('|') ? TABLE_RULE.exec(text) : undefined;
    if (table) {
      this.report(lineAt(start, table.index), "this markup (table) can't be shown.", ALLOWED);
      return [];
    }
    const written = splitReferences(text).map((piece) => {
      if (piece.kind === 'quoted') return piece.text;
      if (piece.kind === 'words') {
        this.checkWords(piece.text, piece.offset, start);
        return piece.text;
      }
      const found = this.lookup(piece.fact, piece.form);
      if ('text' in found) return found.text;
      this.report(lineAt(start, piece.offset), found.message, found.remedy);
      return '';
    });
    return [{ kind: 'text', text: written.join('').replaceAll('\n', ' ') }];
  }

  /** @param offset where the words begin in the text at `start` */
  private checkWords(words: string, offset: number, start: TextStart): void {
    if (!OF_INTEREST.test(words)) return;
    const figure = [...words.matchAll(/\S+/g)].find(([word]) => /\p{Nd}/u.test(word));
    if (figure) {
      this.report(
        lineAt(start, offset + figure.index),
        `the figure "${figure[0]}" has no fact behind it.`,
        'Make it a fact of entry.yaml and write {its-name}; if it is no figure, write {"…"} around it.',
      );
    }
    const brace = /[{}]/.exec(words);
    if (brace) {
      this.report(
        lineAt(start, offset + brace.index),
        'a brace is not closed or is empty.',
        'Write {fact-name} or {"words"}.',
      );
    }
  }
}

/** Digits, braces, and what is beyond ASCII and Cyrillic, where other digits may be. Most texts hold none of it. */
const OF_INTEREST = /[0-9{}]|[^\0-\x7f\xa0\xab\xbb\u0400-\u04ff\u2010-\u2027]/;

/** A text and the line that it begins in. */
interface TextStart {
  readonly text: string;
  readonly line: number;
}

function lineAt({ text, line }: TextStart, offset: number): number {
  let lines = line;
  for (let end = text.indexOf('\n'); end >= 0 && end < offset; end = text.indexOf('\n', end + 1)) lines += 1;
  return lines;
}
