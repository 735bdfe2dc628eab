// One entry's files → checked values: entry.yaml, and each answer's front matter and body.

import { LANGUAGES, type Language, type Phrases } from '../language/index.ts';
import { readBody } from './body.ts';
import type { AnswerText } from './catalog.ts';
import type { EntryFolder, TextFile } from './folder.ts';
import { describeUnknownEntry, type EntryNames } from './former-ids.ts';
import { type EntryId, parseEntryId, TOPICS, type Topic } from './ids.ts';
import { type Findings, type Problem, suggestName } from './problem.ts';
import { type FactText, writeFact } from './references.ts';
import { type EntryFile, entrySchema, type Fact, frontMatterSchema } from './schema.ts';
import { findUnwritten, UNWRITTEN_MARK } from './unwritten.ts';
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
  /** Something in it is still to be written. */
  readonly isUnwritten: boolean;
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

/** The facts and entries that content may name. */
export interface FactNames extends EntryNames {
  readonly facts: FactTable;
  /** Entries whose entry.yaml can't be read: nothing is said of what names their facts. */
  readonly unread: ReadonlySet<EntryId>;
}

/** What `readAnswerText` works with. */
export interface TextContext {
  readonly entry: ReadEntry;
  readonly names: FactNames;
  readonly phrases: Phrases;
  readonly findings: Findings;
}

/** Reads an answer's three texts; what is missing or wrong is told in `findings`. */
export function readAnswerTexts(topic: Topic, context: TextContext): Partial<Record<Language, ReadText>> {
  const files = context.entry.folder.answers.get(topic);
  const isDraft = context.entry.file.topics[topic]?.draft ?? false;
  const texts: Partial<Record<Language, ReadText>> = {};
  for (const language of LANGUAGES) {
    const file = files?.get(language);
    const text = file && readAnswerText(file, language, { ...context, isDraft });
    if (text) texts[language] = text;
    if (!files?.has(language)) {
      const missing = `${context.entry.folder.folder}/${topic}.${language}.md`;
      const { problems, warnings } = context.findings;
      if (isDraft) warnings.push(describeMissing(missing, language));
      else problems.push({ file: missing, ...FILE_MISSING });
    }
  }
  return texts;
}

const FILE_MISSING = {
  message: 'the file is missing.',
  remedy: 'Write it, make the topic a draft, or remove it from entry.yaml.',
};

function describeMissing(file: string, language: Language): Problem {
  const message = `the text in ${ENGLISH_NAMES.of(language)} is missing.`;
  return { file, message, remedy: 'Write it: a draft without it answers nobody.' };
}

const ENGLISH_NAMES = new Intl.DisplayNames('en', { type: 'language' });

/** Reports answers' files whose topic entry.yaml does not list. */
export function findUnlistedTopics({ folder, file }: ReadEntry): Problem[] {
  const unlisted = TOPICS.filter((topic) => folder.answers.has(topic) && !file.topics[topic]);
  return unlisted.map((topic) => ({
    file: `${folder.folder}/entry.yaml`,
    message: `there are texts of the topic "${topic}", but "topics" does not list it.`,
    remedy: 'Add it to "topics", or remove the texts.',
  }));
}

interface DraftContext extends TextContext {
  readonly isDraft: boolean;
}

function readAnswerText(file: TextFile, language: Language, context: DraftContext): ReadText | undefined {
  const { phrases, isDraft } = context;
  const { problems, warnings } = context.findings;
  const parts = splitFrontMatter(file.text);
  if (!parts) {
    problems.push({
      file: file.file,
      line: 1,
      message: 'the file does not begin with a block between two lines of ---.',
      remedy: 'Begin it with ---, title: and questions:, then --- and the text.',
    });
    return undefined;
  }
  const { head, markdown } = parts;
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
  const unwritten = findUnwritten(file, isDraft);
  (isDraft ? warnings : problems).push(...unwritten);
  problems.push(...front.problems, ...body.problems);
  if (!front.value) return undefined;
  const { title, written } = front.value;
  const questions = front.value.questions.filter((question) => !question.startsWith(UNWRITTEN_MARK));
  if (!isDraft && questions.length < MIN_QUESTIONS) {
    const message = `an answer needs at least ${MIN_QUESTIONS} example questions; here are ${questions.length}.`;
    problems.push(front.problemAt(['questions'], message, 'Add some, as people would type them.'));
  }
  const isUnwritten = unwritten.length > 0;
  return { file: file.file, text: { title, written, questions, body: body.blocks }, printed, isUnwritten };
}

/** The block between the two lines of --- with which a text begins, and what stands below; undefined without them. */
function splitFrontMatter(text: string): { readonly head: string; readonly markdown: string } | undefined {
  if (!text.startsWith(FENCE)) return undefined;
  const end = text.indexOf(`\n${FENCE}`, FENCE.length);
  if (end >= 0) return { head: text.slice(FENCE.length, end), markdown: text.slice(end + FENCE.length + 1) };
  const last = text.length - FENCE.length;
  return text.endsWith('\n---') && last >= FENCE.length
    ? { head: text.slice(FENCE.length, last), markdown: '' }
    : undefined;
}

const FENCE = '---\n';

/** With fewer, an answer is hardly ever found. */
const MIN_QUESTIONS = 5;

function findFact(name: string, { entry, names }: TextContext): { key: string; fact: Fact } | FactText {
  const key = factKey(name, entry.id);
  const fact = names.facts.get(key);
  if (fact) return { key, fact };
  return describeMissingFact(name, entry.id, names) ?? { text: '' };
}

/**
 * What is wrong with the name of a fact, and what to do.
 * Returns undefined for a fact that is there, or may be: its entry.yaml can't be read.
 * @param entry the entry in which the name stands
 */
export function describeMissingFact(name: string, entry: EntryId, names: FactNames) {
  if (names.facts.has(factKey(name, entry))) return undefined;
  const [first = '', second] = name.split('#');
  const owner = second === undefined ? entry : parseEntryId(first);
  if (!owner || !names.entries.has(owner)) return describeUnknownEntry(first, names);
  if (names.unread.has(owner)) return undefined;
  const fact = second ?? first;
  const known = [...names.facts.keys()].filter((key) => key.startsWith(`${owner}#`));
  const place = owner === entry ? 'entry.yaml' : `${owner}/entry.yaml`;
  const suggestion = suggestName(
    fact,
    known.map((key) => key.slice(key.indexOf('#') + 1)),
  );
  return { message: `the fact "${fact}" is not in ${place}.`, remedy: suggestion };
}
