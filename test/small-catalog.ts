// Catalogs of a few answers, made by hand, for tests of one rule. What a sketch leaves out gets a plain value,
// and all three languages say the same: rules that differ by language are tested on the project's own content.

import { parseSourceId } from '../src/catalog/ids.ts';
import {
  type Answer,
  type AnswerId,
  answerIdOf,
  type Block,
  type Catalog,
  type Entry,
  type EntryId,
  parseAnswerId,
  parseEntryId,
  type Source,
  type Synonym,
  TOPICS,
  type Topic,
} from '../src/catalog/index.ts';
import { forEachLanguage } from '../src/language/index.ts';

/** What a test says of an answer. */
export interface AnswerSketch extends Partial<Omit<Answer, 'id' | 'entry' | 'topic' | 'texts'>> {
  readonly title?: string;
  readonly questions?: readonly string[];
  readonly body?: readonly Block[];
}

/** What a test says of an entry; its name is its id unless it says otherwise. */
export interface EntrySketch extends Partial<Omit<Entry, 'id' | 'name' | 'aliases' | 'links' | 'answers'>> {
  readonly name?: string;
  readonly aliases?: readonly string[];
  readonly links?: readonly string[];
  readonly topics: Partial<Record<Topic, AnswerSketch>>;
}

/** What a test says of a catalog beside its entries. */
export interface CatalogParts {
  readonly sources?: readonly Source[];
  readonly synonyms?: readonly Synonym[];
  readonly stopwords?: readonly string[];
  /** The questions of each subject outside, by its id. */
  readonly outside?: Readonly<Record<string, readonly string[]>>;
  /** The present id by the former one. */
  readonly formerIds?: Readonly<Record<string, string>>;
}

/** Makes a catalog of sketches by the entries' ids. */
export function smallCatalog(
  sketches: Readonly<Record<string, EntrySketch>>,
  { sources = [], synonyms = [], stopwords = [], outside = {}, formerIds = {} }: CatalogParts = {},
): Catalog {
  const entries = Object.entries(sketches).map(([id, sketch]) => makeEntry(entryId(id), sketch));
  const answers = Object.entries(sketches).flatMap(([id, { topics }]) =>
    TOPICS.flatMap((topic) => {
      const sketch = topics[topic];
      return sketch ? [makeAnswer(entryId(id), topic, sketch)] : [];
    }),
  );
  return {
    entries: new Map(entries.map((entry) => [entry.id, entry])),
    answers: new Map(answers.map((answer) => [answer.id, answer])),
    unfinished: new Map(),
    formerIds: new Map(Object.entries(formerIds).map(([old, now]) => [entryId(old), entryId(now)])),
    sources: new Map(sources.map((source) => [source.id, source])),
    synonyms,
    stopwords: forEachLanguage(() => stopwords),
    outside: Object.entries(outside).map(([id, questions]) => ({
      id,
      questions: forEachLanguage(() => questions),
    })),
  };
}

function makeEntry(
  id: EntryId,
  { name = id, aliases = [], links = [], topics, ...rest }: EntrySketch,
): Entry {
  return {
    neighbour: undefined,
    place: undefined,
    hubs: [],
    legs: [],
    status: { state: 'working', asOf: { year: 2026 }, sources: [] },
    ...rest,
    id,
    name: forEachLanguage(() => name),
    aliases: forEachLanguage(() => aliases),
    links: links.map(entryId),
    answers: TOPICS.filter((topic) => topics[topic]).map((topic) => answerIdOf(id, topic)),
  };
}

function makeAnswer(entry: EntryId, topic: Topic, sketch: AnswerSketch): Answer {
  const { title = `${entry} ${topic}`, questions = [], body = [paragraph('Text.')], ...rest } = sketch;
  return {
    checked: { year: 2026, month: 11, day: 24 },
    review: { year: 2027, month: 5 },
    draft: false,
    sources: [],
    asOf: undefined,
    ...rest,
    id: answerIdOf(entry, topic),
    entry,
    topic,
    texts: forEachLanguage(() => ({ title, written: undefined, questions, body })),
  };
}

/** A paragraph of plain text. */
export function paragraph(text: string): Block {
  return { kind: 'paragraph', spans: [{ kind: 'text', text }] };
}

/** An entry's id of text that is one. */
export function entryId(text: string): EntryId {
  const id = parseEntryId(text);
  if (!id) throw new Error(`"${text}" is no entry's id`);
  return id;
}

/** An answer's id of text that is one. */
export function answerId(text: string): AnswerId {
  const id = parseAnswerId(text);
  if (!id) throw new Error(`"${text}" is no answer's id`);
  return id;
}

/** A source; what a test leaves out gets a plain value. */
export function source(name: string, rest: Partial<Omit<Source, 'id'>> = {}): Source {
  const id = parseSourceId(name);
  if (!id) throw new Error(`"${name}" is no source's id`);
  return {
    publisher: 'KTZ',
    title: undefined,
    url: 'https://ktz.kz',
    date: undefined,
    kind: 'official',
    ...rest,
    id,
  };
}
