// Where content names entries, facts and sources: each place with its offsets, so that it can be listed and renamed
// without touching a character around it.

import { isMap, isScalar, isSeq, parseDocument, type Scalar } from 'yaml';
import type { ContentFolder, EntryFolder, TextFile } from './folder.ts';
import { type EntryId, parseEntryId, parseSourceId, type SourceId } from './ids.ts';
import { splitReferences } from './references.ts';

/** What a place names. */
export type Named =
  | { readonly kind: 'entry'; readonly entry: EntryId }
  | { readonly kind: 'fact'; readonly entry: EntryId; readonly fact: string }
  | { readonly kind: 'source'; readonly source: SourceId };

/** A place that names something. */
export interface Mention {
  readonly file: string;
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
  /** The whole line as it stands. */
  readonly text: string;
  readonly named: Named;
  /** It is where the thing itself is defined. */
  readonly isDefinition: boolean;
  /** Offsets of the name in the file's text. */
  readonly start: number;
  readonly end: number;
}

/** Finds all places of the content folder that name entries, facts or sources. */
export function findMentions(folder: ContentFolder): Mention[] {
  const shared = folder.sources ? mentionsInSources(folder.sources) : [];
  return [...shared, ...folder.entries.flatMap(mentionsInEntry)];
}

/** Tells whether a mention is of that thing. */
export function isOf(named: Named, other: Named): boolean {
  if (named.kind === 'entry') return other.kind === 'entry' && named.entry === other.entry;
  if (named.kind === 'source') return other.kind === 'source' && named.source === other.source;
  return other.kind === 'fact' && named.entry === other.entry && named.fact === other.fact;
}

/** Reads what a person names: hubs/khorgos, hubs/khorgos#area, or a source's id. Returns undefined for other text. */
export function parseNamed(text: string): Named | undefined {
  const [first = '', fact, ...more] = text.split('#');
  const entry = parseEntryId(first);
  if (more.length > 0) return undefined;
  if (fact !== undefined) return entry && parseSourceId(fact) ? { kind: 'fact', entry, fact } : undefined;
  if (entry) return { kind: 'entry', entry };
  const source = parseSourceId(text);
  return source && { kind: 'source', source };
}

function mentionsInEntry({ id, entry, answers }: EntryFolder): Mention[] {
  const texts = [...answers.values()].flatMap((byLanguage) => [...byLanguage.values()]);
  return [
    ...(entry ? mentionsInEntryFile(entry, id) : []),
    ...texts.flatMap((text) => (text ? mentionsInText(text, id) : [])),
  ];
}

function mentionsInSources(file: TextFile): Mention[] {
  return walkYaml(file).flatMap(({ path, isKey, name }) => {
    const source = parseSourceId(name.text);
    if (!isKey || path.length !== 1 || !source) return [];
    return [mention(file, name, { named: { kind: 'source', source }, isDefinition: true })];
  });
}

/** Finds what an entry.yaml names. Former ids are not looked at: they are names of the past. */
export function mentionsInEntryFile(file: TextFile, id: EntryId): Mention[] {
  return walkYaml(file).flatMap(({ path, isKey, name }): Mention[] => {
    const way = path.map((step) => (typeof step === 'number' ? '*' : step)).join('/');
    if (isKey) {
      if (path[0] !== 'facts' || path.length !== 2) return [];
      return [
        mention(file, name, { named: { kind: 'fact', entry: id, fact: name.text }, isDefinition: true }),
      ];
    }
    if (/^(?:links\/\*|hubs\/\*|legs\/\*\/border)$/.test(way)) return entryMention(file, name);
    if (/^topics\/[^/]+\/rests_on\/\*$/.test(way)) return factMentions(file, name, id);
    if (/^legs\/\*\/(?:time|distance)$/.test(way)) return factMentions(file, name, id);
    if (!/^(?:facts\/[^/]+|status)\/source(?:\/\*)?$/.test(way)) return [];
    const source = parseSourceId(name.text);
    return source ? [mention(file, name, { named: { kind: 'source', source }, isDefinition: false })] : [];
  });
}

/** Finds the facts, and the entries before them, that an answer's text names in braces. */
export function mentionsInText(file: TextFile, id: EntryId): Mention[] {
  const head = /^\ufeff?---\r?\n[\s\S]*?\r?\n---\r?\n/.exec(file.text)?.[0].length ?? 0;
  return splitReferences(file.text.slice(head)).flatMap((piece) => {
    if (piece.kind !== 'reference') return [];
    const start = file.text.indexOf(piece.fact, head + piece.offset);
    return factMentions(file, { start, text: piece.fact }, id);
  });
}

/** A name and where it stands in its file. */
interface Name {
  readonly start: number;
  readonly text: string;
}

function entryMention(file: TextFile, name: Name): Mention[] {
  const entry = parseEntryId(name.text);
  return entry ? [mention(file, name, { named: { kind: 'entry', entry }, isDefinition: false })] : [];
}

/** `fact` names a fact of the entry that it stands in; `entry#fact` names an entry and a fact of it. */
function factMentions(file: TextFile, name: Name, id: EntryId): Mention[] {
  const hash = name.text.indexOf('#');
  const before = hash < 0 ? [] : entryMention(file, { ...name, text: name.text.slice(0, hash) });
  const entry = hash < 0 ? id : parseEntryId(name.text.slice(0, hash));
  if (!entry) return [];
  const fact = { start: name.start + hash + 1, text: name.text.slice(hash + 1) };
  const named = { kind: 'fact', entry, fact: fact.text } as const;
  return [...before, mention(file, fact, { named, isDefinition: false })];
}

function mention(
  { file, text }: TextFile,
  { start, text: name }: Name,
  what: Pick<Mention, 'named' | 'isDefinition'>,
): Mention {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', start);
  return {
    ...what,
    file,
    line: text.slice(0, start).split('\n').length,
    column: start - lineStart + 1,
    text: text.slice(lineStart, lineEnd < 0 ? undefined : lineEnd),
    start,
    end: start + name.length,
  };
}

interface YamlName {
  readonly path: readonly (string | number)[];
  readonly isKey: boolean;
  readonly name: Name;
}

/** All keys and scalars of a YAML text whose letters stand in it as they are, in their order. */
function walkYaml({ text }: TextFile): YamlName[] {
  const found: YamlName[] = [];
  const add = (path: readonly (string | number)[], node: Scalar, isKey: boolean): void => {
    const value = String(node.value);
    const start = text.indexOf(value, node.range?.[0]);
    if (node.range && start >= 0 && start + value.length <= node.range[1]) {
      found.push({ path, isKey, name: { start, text: value } });
    }
  };
  const walk = (node: unknown, path: readonly (string | number)[]): void => {
    if (isScalar(node)) add(path, node, false);
    else if (isSeq(node))
      node.items.forEach((item, index) => {
        walk(item, [...path, index]);
      });
    else if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (!isScalar(key)) continue;
        const below = [...path, String(key.value)];
        add(below, key, true);
        walk(value, below);
      }
    }
  };
  walk(parseDocument(text, { logLevel: 'silent' }).contents, []);
  return found;
}
