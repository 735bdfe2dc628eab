// One entry's files → checked values: entry.yaml, and each answer's front matter and body.

import { LANGUAGES, type Language, type Phrases } from '../language/index.ts';
import { readBody } from './body.ts';
import type { AnswerText } from './catalog.ts';
import type { EntryFolder, TextFile } from './folder.ts';
import { type EntryId, parseEntryId, TOPICS, type Topic } from './ids.ts';
import { type Problem, suggestName } from './problem.ts';
import { type FactText, writeFact } from './references.ts';
import { type EntryFile, entrySchema, type Fact, frontMatterSchema } from './schema.ts';
import { readYaml, type YamlResult } from './yaml-file.ts';

/** A checked entry.yaml beside the folder it came from. */
export interface ReadEntry {
  readonly id: EntryId;
  readonly folder: EntryFolder;
  readonly file: EntryFile;
  readonly problemAt: YamlResult<EntryFile>['problemAt'];
}

/** An answer's text, with the facts that it prints as `entry-id#fact-id`. */
export interface ReadText {
  readonly file: string;
  readonly text: AnswerText;
  readonly printed: ReadonlySet<string>;
}

/** Reads an entry.yaml; undefined when it is missing or wrong, which `problems` then tells. */
export function readEntryFile(folder: EntryFolder, problems: Problem[]): ReadEntry | undefined {
  if (!folder.entry) return undefined;
  const place = { file: folder.entry.file, linesBefore: 0 };
  const read = readYaml(folder.entry.text, entrySchema, place);
  problems.push(...read.problems);
  return read.value && { id: folder.id, folder, file: read.value, problemAt: read.problemAt };
}

/** All facts of the catalog by `entry-id#fact-id`. */
export type FactTable = ReadonlyMap<string, Fact>;

/** Collects the facts of all entries. */
export function collectFacts(entries: readonly ReadEntry[]): FactTable {
  return new Map(
    entries.flatMap(({ id, file }) =>
      Object.entries(file.facts).map(([name, fact]): [string, Fact] => [`${id}#${name}`, fact]),
    ),
  );
}

/** The key of a fact in the table: its own entry's where the reference names none. */
export function factKey(reference: string, entry: EntryId): string {
  return reference.includes('#') ? reference : `${entry}#${reference}`;
}

/** What `readAnswerText` works with. */
export interface TextContext {
  readonly entry: ReadEntry;
  readonly facts: FactTable;
  /** Entries whose entry.yaml can't be read: nothing is said of texts that name their facts. */
  readonly unread: ReadonlySet<EntryId>;
  readonly phrases: Phrases;
  readonly problems: Problem[];
}

/** Reads an answer's three texts; what is missing or wrong is told in `problems`. */
export function readAnswerTexts(topic: Topic, context: TextContext): Partial<Record<Language, ReadText>> {
  const files = context.entry.folder.answers.get(topic);
  const texts: Partial<Record<Language, ReadText>> = {};
  for (const language of LANGUAGES) {
    const file = files?.get(language);
    const text = file && readAnswerText(file, language, context);
    if (text) texts[language] = text;
    if (!files?.has(language)) {
      context.problems.push({
        file: `${context.entry.folder.folder}/${topic}.${language}.md`,
        message: 'the file is missing.',
        remedy: 'Write it, or remove the topic from entry.yaml.',
      });
    }
  }
  return texts;
}

/** Reports answers' files whose topic entry.yaml does not list. */
export function findUnlistedTopics({ folder, file }: ReadEntry): Problem[] {
  const unlisted = TOPICS.filter((topic) => folder.answers.has(topic) && !file.topics[topic]);
  return unlisted.map((topic) => ({
    file: `${folder.folder}/entry.yaml`,
    message: `there are texts of the topic "${topic}", but "topics" does not list it.`,
    remedy: 'Add it to "topics", or remove the texts.',
  }));
}

function readAnswerText(file: TextFile, language: Language, context: TextContext): ReadText | undefined {
  const { problems, phrases } = context;
  const match = /^---\n([\s\S]*?)\n---(?:\n([\s\S]*))?$/.exec(file.text);
  if (!match) {
    problems.push({
      file: file.file,
      line: 1,
      message: 'the file does not begin with a block between two lines of ---.',
      remedy: 'Begin it with ---, title: and questions:, then --- and the text.',
    });
    return undefined;
  }
  const [, head = '', markdown = ''] = match;
  const front = readYaml(head, frontMatterSchema, { file: file.file, linesBefore: 1 });
  const printed = new Set<string>();
  const lookup = (name: string, form: string): FactText => {
    const found = findFact(name, context);
    if (!('key' in found)) return found;
    printed.add(found.key);
    return writeFact(found.fact, form, phrases[language]);
  };
  const place = { file: file.file, linesBefore: head.split('\n').length + 2 };
  const body = readBody(markdown, place, lookup);
  problems.push(...front.problems, ...body.problems);
  if (!front.value) return undefined;
  const { title, questions, written } = front.value;
  return { file: file.file, text: { title, written, questions, body: body.blocks }, printed };
}

function findFact(
  name: string,
  { entry, facts, unread }: TextContext,
): { key: string; fact: Fact } | FactText {
  const [first = '', second] = name.split('#');
  const owner = second === undefined ? entry.id : parseEntryId(first);
  const key = `${owner}#${second ?? first}`;
  const fact = facts.get(key);
  if (fact) return { key, fact };
  if (owner && unread.has(owner)) return { text: '' };
  const known = [...facts.keys()].filter((known) => known.startsWith(`${owner}#`));
  if (second !== undefined && known.length === 0) {
    return { message: `the entry "${first}" has no facts.`, remedy: 'Name an entry such as hubs/khorgos.' };
  }
  const names = known.map((known) => known.slice(known.indexOf('#') + 1));
  return {
    message: `the fact "${second ?? first}" is not in ${owner === entry.id ? 'entry.yaml' : `${owner}/entry.yaml`}.`,
    remedy: suggestName(second ?? first, names),
  };
}
