// What YAML can write and content never needs: aliases, anchors and tags, keys that stand twice,
// blocks in blocks in blocks. Found in time that grows with the text only, whatever stands in it.

import { type Document, isAlias, isScalar, visit } from 'yaml';

/** Something found in a text, and where. */
export interface Found {
  readonly offset: number;
}

/** Finds the aliases, anchors and tags of YAML: content needs none, and nobody who writes *Port* means one. */
export function findSigns(document: Document, text: string): (Found & { readonly sign: string })[] {
  const found: { sign: string; offset: number }[] = [];
  visit(document, {
    Node: (_key, node) => {
      const sign = isAlias(node) ? '*' : node.anchor ? '&' : node.tag ? '!' : undefined;
      // A node's range begins after its anchor and tag.
      if (sign) found.push({ sign, offset: text.lastIndexOf(sign, node.range?.[0]) });
    },
  });
  return found;
}

/** Finds keys that stand a second time in a block. The parser's own search compares each key with all before it. */
export function findTwins(document: Document): Found[] {
  const found: Found[] = [];
  visit(document, {
    Map: (_key, { items }) => {
      const seen = new Set<string>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (seen.has(name)) found.push({ offset: key.range?.[0] ?? 0 });
        seen.add(name);
      }
    },
  });
  return found.sort((left, right) => left.offset - right.offset);
}

/** Content has facts in a block in a file; parsers, which call themselves for each block, end at some thousands. */
const MAX_DEPTH = 40;

/** Dashes in one line that each begin a list in a list, or a line further in than forty blocks are. */
const DEEP_BLOCKS = /(?:[-?:][ \t]+){40}|^ {200}/m;

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['[', ']'],
  ['{', '}'],
]);

/** Finds where blocks or lists stand in each other deeper than any content does. */
export function findDepth(text: string): Found | undefined {
  const blocks = DEEP_BLOCKS.exec(text);
  if (blocks) return { offset: blocks.index };
  const open: string[] = [];
  for (const { 0: bracket, index } of text.matchAll(/[[\]{}]/g)) {
    const closing = CLOSING.get(bracket);
    if (closing !== undefined) open.push(closing);
    else if (open.at(-1) === bracket) open.pop();
    if (open.length > MAX_DEPTH) return { offset: index };
  }
  return undefined;
}
