// The content folder → a Catalog, whole or not at all.

import { LANGUAGES, type Language, type Phrases } from '../language/index.ts';
import {
  type AnswerParts,
  type EntryParts,
  isAllDrafts,
  makeAnswer,
  makeEntry,
  makeUnfinished,
  topicsOf,
} from './build.ts';
import type { Catalog, OutsideSubject } from './catalog.ts';
import { type ContentCounts, countContent } from './counts.ts';
import {
  collectFacts,
  findUnlistedTopics,
  type ReadEntry,
  type ReadText,
  readAnswerTexts,
  readEntryFile,
} from './entry-texts.ts';
import { type ContentFolder, readContentFolder, yamlFilesOf } from './folder.ts';
import { collectFormerIds } from './former-ids.ts';
import { type AnswerId, answerIdOf } from './ids.ts';
import { checkSchemaLine } from './json-schemas.ts';
import { type Findings, type Problem, shortenQuotes } from './problem.ts';
import {
  checkEntry,
  checkTexts,
  factsInEntry,
  findSharedQuestions,
  findUnusedFacts,
  type KnownNames,
} from './rules.ts';
import {
  readDesk,
  readOutside,
  readPlaces,
  readSources,
  readStopwords,
  readSynonyms,
} from './shared-files.ts';
import { findUnwritten } from './unwritten.ts';

/** A catalog without a problem, or the problems that stand in its way. */
export type LoadResult = (
  | { readonly ok: true; readonly catalog: Catalog }
  | { readonly ok: false; readonly problems: readonly Problem[] }
) & {
  /** What is still to be done in drafts; no mistake. */
  readonly warnings: readonly Problem[];
  readonly counts: ContentCounts;
};

/**
 * Reads and checks the content folder.
 * @param root the folder that holds hubs/, sources.yaml and so on
 * @param phrases the interface strings, which tell how a language writes figures and dates
 * @throws ContentFolderError when the folder itself can't be read
 */
export function loadCatalog(root: string, phrases: Phrases): LoadResult {
  return assembleCatalog(readContentFolder(root), phrases);
}

/** Makes a catalog of what was read from the content folder. Pure. */
export function assembleCatalog(folder: ContentFolder, phrases: Phrases): LoadResult {
  const findings: Findings = { problems: [...folder.problems], warnings: [] };
  const { problems, warnings } = findings;
  const sources = readSources(folder.sources, problems);
  const places = readPlaces(folder.places, problems);
  const synonyms = readSynonyms(folder.synonyms, problems);
  const stopwords = readStopwords(folder.stopwords, problems);
  const outside = readOutside(folder.outside, problems);
  const desk = readDesk(folder.desk, problems);
  const entries = folder.entries.flatMap((entry) => readEntryFile(entry, problems) ?? []);
  const ids = new Set(folder.entries.map(({ id }) => id));
  const unread = new Set(ids);
  for (const { id } of entries) unread.delete(id);
  const known = {
    entries: ids,
    unread,
    formerIds: collectFormerIds(entries, ids, problems),
    facts: collectFacts(entries),
    sources: sources && new Set(sources.keys()),
    places: new Set(places.keys()),
    phrases,
  };
  const texts = readTexts(entries, known, findings);
  problems.push(...checkAcrossAnswers(texts, outside));
  reportUnusedFacts(entries, texts, findings);
  if (folder.hasSchemas) warnings.push(...yamlFilesOf(folder).flatMap(checkSchemaLine));
  const counts = countContent({ folders: folder.entries, entries, texts, sources });
  if (problems.length > 0 || !sources) {
    return { ok: false, problems: problems.map(shortenQuotes), warnings, counts };
  }
  const { facts, formerIds } = known;
  const made = makeEntries(entries, { facts, sources, texts, places, phrases });
  const catalog = { ...made, formerIds, sources, synonyms, stopwords, outside, ...(desk && { desk }) };
  return { ok: true, catalog, warnings, counts };
}

function makeEntries(entries: readonly ReadEntry[], parts: AnswerParts & EntryParts) {
  const topics = entries.flatMap((entry) => topicsOf(entry.file).map((topic) => ({ entry, topic })));
  return {
    entries: byId(entries.map((entry) => makeEntry(entry, parts))),
    answers: byId(topics.flatMap(({ entry, topic }) => makeAnswer(entry, topic, parts) ?? [])),
    unfinished: byId(topics.flatMap(({ entry, topic }) => makeUnfinished(entry, topic, parts) ?? [])),
  };
}

function byId<T extends { readonly id: string }>(values: readonly T[]): ReadonlyMap<T['id'], T> {
  return new Map(values.map((value) => [value.id, value]));
}

type Texts = ReadonlyMap<AnswerId, Partial<Record<Language, ReadText>>>;

/** Reads the texts of all entries, and checks what each entry.yaml names. */
function readTexts(entries: readonly ReadEntry[], known: KnownNames, findings: Findings): Texts {
  const texts = new Map<AnswerId, Partial<Record<Language, ReadText>>>();
  for (const entry of entries) {
    findings.problems.push(...checkEntry(entry, known), ...findUnlistedTopics(entry));
    reportUnwritten(entry, findings);
    for (const topic of topicsOf(entry.file)) {
      const context = { entry, names: known, phrases: known.phrases, findings };
      texts.set(answerIdOf(entry.id, topic), readAnswerTexts(topic, context));
    }
  }
  return texts;
}

function reportUnwritten({ file, folder }: ReadEntry, { problems, warnings }: Findings): void {
  const isDraft = isAllDrafts(file);
  if (folder.entry) (isDraft ? warnings : problems).push(...findUnwritten(folder.entry, isDraft));
}

function checkAcrossAnswers(texts: Texts, outside: readonly OutsideSubject[]): Problem[] {
  const holders = [...texts].flatMap(([answer, byLanguage]) =>
    LANGUAGES.flatMap((language) => {
      const text = byLanguage[language];
      return text ? [{ answer, language, text }] : [];
    }),
  );
  return [...[...texts.values()].flatMap(checkTexts), ...findSharedQuestions(holders, outside)];
}

/** Facts that nothing names; where something is still to be written, they may be waiting for it. */
function reportUnusedFacts(entries: readonly ReadEntry[], texts: Texts, findings: Findings): void {
  const used = new Set(entries.flatMap(factsInEntry));
  for (const byLanguage of texts.values()) {
    for (const text of Object.values(byLanguage)) {
      for (const fact of text.printed) used.add(fact);
    }
  }
  for (const entry of entries) {
    const isUnfinished = topicsOf(entry.file).some((topic) => {
      const written = Object.values(texts.get(answerIdOf(entry.id, topic)) ?? {});
      return written.length < LANGUAGES.length || written.some((text) => text.isUnwritten);
    });
    const found = findUnusedFacts(entry, used);
    (isUnfinished ? findings.warnings : findings.problems).push(...found);
  }
}
