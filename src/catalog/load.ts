// The content folder → a Catalog, whole or not at all.

import { compareDates, LANGUAGES, type Language, type Phrases } from '../language/index.ts';
import type { Answer, Catalog, Entry, Source, Synonym } from './catalog.ts';
import {
  collectFacts,
  type FactTable,
  findUnlistedTopics,
  type ReadEntry,
  type ReadText,
  readAnswerTexts,
  readEntryFile,
} from './entry-texts.ts';
import { type ContentFolder, readContentFolder, type TextFile } from './folder.ts';
import { type AnswerId, answerIdOf, parseSourceId, type SourceId, TOPICS, type Topic } from './ids.ts';
import type { Problem } from './problem.ts';
import { checkEntry, checkTexts, findSharedQuestions, findUnusedFacts } from './rules.ts';
import { type EntryFile, sourcesSchema, stopwordsSchema, synonymsSchema } from './schema.ts';
import { readYaml } from './yaml-file.ts';

/** A catalog without a problem, or the problems that stand in its way. */
export type LoadResult =
  | { readonly ok: true; readonly catalog: Catalog }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads and checks the content folder.
 * @param root the folder that holds hubs/, sources.yaml and so on
 * @param phrases the interface strings, which tell how a language writes figures and dates
 * @throws ContentFolderError when the folder itself can't be read
 */
export async function loadCatalog(root: string, phrases: Phrases): Promise<LoadResult> {
  return assembleCatalog(await readContentFolder(root), phrases);
}

/** Makes a catalog of what was read from the content folder. Pure. */
export function assembleCatalog(folder: ContentFolder, phrases: Phrases): LoadResult {
  const problems = [...folder.problems];
  const sources = readSources(folder.sources, problems);
  const synonyms = readSynonyms(folder.synonyms, problems);
  const stopwords = readStopwords(folder.stopwords, problems);
  const read = folder.entries.flatMap((entry) => readEntryFile(entry, problems) ?? []);
  const facts = collectFacts(read);
  const known = {
    entries: folder.entries.map((entry) => entry.id),
    sources: sources && [...sources.keys()],
    phrases,
  };
  const unread = known.entries.filter((id) => !read.some((entry) => entry.id === id));
  const texts = new Map<AnswerId, Partial<Record<Language, ReadText>>>();
  for (const entry of read) {
    problems.push(...checkEntry(entry, known), ...findUnlistedTopics(entry));
    for (const topic of topicsOf(entry.file)) {
      texts.set(
        answerIdOf(entry.id, topic),
        readAnswerTexts(topic, { entry, facts, unread, phrases, problems }),
      );
    }
  }
  problems.push(...checkAcrossAnswers(read, texts));
  if (problems.length > 0 || !sources) return { ok: false, problems };
  const answers = read.flatMap((entry) =>
    topicsOf(entry.file).flatMap((topic) => {
      const answer = makeAnswer(entry, topic, { facts, sources, texts });
      return answer ? [answer] : [];
    }),
  );
  return {
    ok: true,
    catalog: {
      entries: new Map(read.map((entry) => [entry.id, makeEntry(entry)])),
      answers: new Map(answers.map((answer) => [answer.id, answer])),
      sources,
      synonyms,
      stopwords,
    },
  };
}

function topicsOf(file: EntryFile): Topic[] {
  return TOPICS.filter((topic) => file.topics[topic]);
}

/** Reads sources.yaml; undefined when it can't be read, which `problems` then tells. */
function readSources(file: TextFile | undefined, problems: Problem[]): Map<SourceId, Source> | undefined {
  if (!file) return undefined;
  const read = readYaml(file.text, sourcesSchema, { file: file.file, linesBefore: 0 });
  problems.push(...read.problems);
  if (!read.value) return undefined;
  const sources = new Map<SourceId, Source>();
  const idsByUrl = new Map<string, string>();
  for (const [name, source] of Object.entries(read.value)) {
    const id = parseSourceId(name);
    if (!id) continue;
    const twin = idsByUrl.get(source.url);
    if (twin !== undefined) {
      problems.push(read.problemAt([name], `"${twin}" has the same address.`, 'Keep one of the two.'));
    }
    idsByUrl.set(source.url, name);
    sources.set(id, { ...source, id, title: source.title, date: source.date });
  }
  return sources;
}

function readSynonyms(file: TextFile | undefined, problems: Problem[]): Synonym[] {
  if (!file) return [];
  const read = readYaml(file.text, synonymsSchema, { file: file.file, linesBefore: 0 });
  problems.push(...read.problems);
  return LANGUAGES.flatMap((language) =>
    Object.entries(read.value?.[language] ?? {}).map(([word, typed]) => ({ language, word, typed })),
  );
}

function readStopwords(file: TextFile | undefined, problems: Problem[]): Catalog['stopwords'] {
  const none = { kk: [], ru: [], en: [] };
  if (!file) return none;
  const read = readYaml(file.text, stopwordsSchema, { file: file.file, linesBefore: 0 });
  problems.push(...read.problems);
  return read.value ?? none;
}

function checkAcrossAnswers(
  entries: readonly ReadEntry[],
  texts: ReadonlyMap<AnswerId, Partial<Record<Language, ReadText>>>,
): Problem[] {
  const all = [...texts].flatMap(([answer, byLanguage]) =>
    LANGUAGES.flatMap((language) => {
      const text = byLanguage[language];
      return text ? [{ answer, language, text }] : [];
    }),
  );
  const printed = new Set(all.flatMap(({ text }) => [...text.printed]));
  return [
    ...[...texts.values()].flatMap(checkTexts),
    ...entries.flatMap((entry) => findUnusedFacts(entry, printed)),
    ...findSharedQuestions(all),
  ];
}

interface AnswerParts {
  readonly facts: FactTable;
  readonly sources: ReadonlyMap<SourceId, Source>;
  readonly texts: ReadonlyMap<AnswerId, Partial<Record<Language, ReadText>>>;
}

function makeAnswer(
  entry: ReadEntry,
  topic: Topic,
  { facts, sources, texts }: AnswerParts,
): Answer | undefined {
  const id = answerIdOf(entry.id, topic);
  const record = entry.file.topics[topic];
  const { kk, ru, en } = texts.get(id) ?? {};
  if (!record || !kk || !ru || !en) return undefined;
  const used = [...kk.printed, ...record.rests_on.map((fact) => `${entry.id}#${fact}`)].flatMap(
    (key) => facts.get(key) ?? [],
  );
  const dates = used.map((fact) => fact.as_of).sort(compareDates);
  const [first] = dates;
  const last = dates.at(-1);
  return {
    id,
    entry: entry.id,
    topic,
    checked: record.checked,
    review: record.review,
    draft: record.draft ?? false,
    sources: newestFirst(new Set(used.flatMap((fact) => fact.source)), sources),
    asOf: first && last && { first, last },
    texts: { kk: kk.text, ru: ru.text, en: en.text },
  };
}

function newestFirst(ids: ReadonlySet<SourceId>, sources: ReadonlyMap<SourceId, Source>): SourceId[] {
  const undated = { year: 0 };
  return [...ids].sort((left, right) =>
    compareDates(sources.get(right)?.date ?? undated, sources.get(left)?.date ?? undated),
  );
}

function makeEntry({ id, file }: ReadEntry): Entry {
  const { place, status } = file;
  return {
    id,
    name: file.name,
    aliases: file.aliases,
    neighbour: file.neighbour,
    status: { state: status.state, asOf: status.as_of, sources: status.source },
    place: place && {
      name: place.name,
      address: place.address,
      latitude: place.latitude,
      longitude: place.longitude,
      accuracyKm: place.accuracy_km,
    },
    links: file.links,
    answers: topicsOf(file).map((topic) => answerIdOf(id, topic)),
  };
}
