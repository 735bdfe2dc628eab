// An answer's Markdown → blocks of spans, facts filled in. Only what Telegram can show is let through,
// and every digit must come from a fact, so that the languages can't disagree about a figure.

import type { PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
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
  const { children } = fromMarkdown(markdown);
  const blocks = children.flatMap((node) => reader.readBlock(node));
  if (children.length === 0) {
    reader.report(1, 'the answer has no text.', 'Write it below the second line of ---.');
  }
  return { blocks, problems: reader.problems };
}

/** A longer text is not looked into: reading Markdown takes time in proportion to the square of its length. */
const MAX_MARKDOWN_LENGTH = 10_000;

/** The line below a table's head, such as |---|:--|. CommonMark knows no tables and reads them as text. */
const TABLE_RULE = /^(?=.*-)[ \t:|-]*\|[ \t:|-]*$/m;

/** Bold in italic in a link is as deep as any text goes. */
const MAX_DEPTH = 5;

const ALLOWED = 'Use paragraphs, lists with "- " or "1. ", **bold**, _italic_ and [links](https://…) only.';

class BodyReader {
  readonly problems: Problem[] = [];
  private readonly place: Place;
  private readonly lookup: FactLookup;

  constructor(place: Place, lookup: FactLookup) {
    this.place = place;
    this.lookup = lookup;
  }

  report(line: number | undefined, message: string, remedy: string): void {
    this.problems.push({
      file: this.place.file,
      line: this.place.linesBefore + (line ?? 1),
      message,
      remedy,
    });
  }

  readBlock(node: RootContent): Block[] {
    if (node.type === 'paragraph') {
      return [{ kind: 'paragraph', spans: this.readSpans(node.children) }];
    }
    if (node.type !== 'list') return this.refuse(node);
    const items = node.children.map((item) => {
      const [first, ...rest] = item.children;
      for (const extra of rest) this.refuse(extra);
      if (first?.type === 'paragraph') return this.readSpans(first.children);
      if (first) return this.refuse(first);
      this.report(item.position?.start.line, 'a list item has no text.', 'Write it or remove the item.');
      return [];
    });
    return [{ kind: 'list', ordered: node.ordered ?? false, items }];
  }

  private readSpans(nodes: readonly PhrasingContent[], depth = 0): Span[] {
    return nodes.flatMap((node): Span[] => {
      const line = node.position?.start.line;
      if (depth > MAX_DEPTH) return this.refuse(node);
      switch (node.type) {
        case 'text':
          return this.readText(node.value, line ?? 1);
        case 'strong':
          return [{ kind: 'strong', spans: this.readSpans(node.children, depth + 1) }];
        case 'emphasis':
          return [{ kind: 'emphasis', spans: this.readSpans(node.children, depth + 1) }];
        case 'link':
          if (!/^https?:\/\//.test(node.url)) {
            this.report(line, `the link "${node.url}" is no web address.`, 'Begin it with https://.');
          }
          return [{ kind: 'link', url: node.url, spans: this.readSpans(node.children, depth + 1) }];
        default:
          return this.refuse(node);
      }
    });
  }

  private readText(text: string, firstLine: number): Span[] {
    const lineAt = (offset: number): number => firstLine + text.slice(0, offset).split('\n').length - 1;
    const table = TABLE_RULE.exec(text);
    if (table) {
      this.report(lineAt(table.index), "this markup (table) can't be shown.", ALLOWED);
      return [];
    }
    const written = splitReferences(text).map((piece) => {
      if (piece.kind === 'words')
        return this.checkWords(piece.text, (offset) => lineAt(piece.offset + offset));
      if (piece.kind === 'quoted') return piece.text;
      const found = this.lookup(piece.fact, piece.form);
      if ('text' in found) return found.text;
      this.report(lineAt(piece.offset), found.message, found.remedy);
      return '';
    });
    return [{ kind: 'text', text: written.join('').replaceAll('\n', ' ') }];
  }

  private checkWords(words: string, lineAt: (offset: number) => number): string {
    const figure = [...words.matchAll(/\S+/g)].find(([word]) => /\p{Nd}/u.test(word));
    if (figure) {
      this.report(
        lineAt(figure.index),
        `the figure "${figure[0]}" has no fact behind it.`,
        'Make it a fact of entry.yaml and write {its-name}; if it is no figure, write {"…"} around it.',
      );
    }
    const brace = /[{}]/.exec(words);
    if (brace) {
      this.report(
        lineAt(brace.index),
        'a brace is not closed or is empty.',
        'Write {fact-name} or {"words"}.',
      );
    }
    return words;
  }

  private refuse(node: { readonly type: string; readonly position?: RootContent['position'] }): [] {
    this.report(node.position?.start.line, `this markup (${node.type}) can't be shown.`, ALLOWED);
    return [];
  }
}
