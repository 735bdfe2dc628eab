// The list `formerly` of an entry.yaml, changed in its text: all around it stays as it is.

import { isMap, isScalar, parseDocument } from 'yaml';
import type { EntryId } from './ids.ts';

/** Writes the former ids into the text of an entry.yaml: in place of those it has, or below its name. */
export function withFormerIds(text: string, ids: readonly EntryId[]): string {
  const { contents } = parseDocument(text, { logLevel: 'silent' });
  const pairs = isMap(contents) ? contents.items : [];
  const placeOf = (wanted: string) => {
    const pair = pairs.find(({ key }) => isScalar(key) && key.value === wanted);
    return pair && { key: rangeOf(pair.key), value: rangeOf(pair.value) };
  };
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const list = `formerly: [${ids.join(', ')}]`;
  const present = placeOf('formerly');
  if (present) {
    const end = trimmedEnd(text, present.value.end);
    if (ids.length > 0) return text.slice(0, present.key.start) + list + text.slice(end);
    return text.slice(0, present.key.start) + text.slice(endOfLine(text, end));
  }
  if (ids.length === 0) return text;
  const place = endOfLine(text, trimmedEnd(text, placeOf('name')?.value.end ?? 0));
  const before = text.slice(0, place);
  return `${before}${before.endsWith('\n') ? '' : lineEnd}${list}${lineEnd}${text.slice(place)}`;
}

function rangeOf(node: unknown): { readonly start: number; readonly end: number } {
  const range: unknown = typeof node === 'object' && node !== null ? Reflect.get(node, 'range') : undefined;
  return Array.isArray(range) ? { start: Number(range[0]), end: Number(range[1]) } : { start: 0, end: 0 };
}

/** A block's range reaches to the line below it. */
function trimmedEnd(text: string, end: number): number {
  return text.slice(0, end).trimEnd().length;
}

/** Behind the line break that ends the line. */
function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}
