// The content folder → a Catalog, whole or not at all.

import { LANGUAGES, type Language, type Phrases } from '../language/index.ts';
import { makeAnswer, makeEntry, topicsOf } from './build.ts';
import type { Catalog } from './catalog.ts';
import {
  collectFacts,
  findUnlistedTopics,
  type ReadEntry,
  type ReadText,
  readAnswerTexts,
  readEntryFile,
} from './entry-texts.ts';
import { type ContentFolder, readContentFolder } from './folder.ts';
import { type AnswerId, answerIdOf } from './ids.ts';
import type { Problem } from './problem.ts';
import { checkEntry, checkTexts, factsInEntry, findSharedQuestions, findUnusedFacts } from './rules.ts';
import { readPlaces, readSources, readStopwords, readSynonyms } from './shared-files.ts';

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
export function loadCatalog(root: string, phrases: Phrases): LoadResult {
  return assembleCatalog(readContentFolder(root), phrases);
}

/** Makes a catalog of what was read from the content folder. Pure. */
export function assembleCatalog(folder: ContentFolder, phrases: Phrases): LoadResult {
  const problems = [...folder.problems];
  const sources = readSources(folder.sources, problems);
  const places = readPlaces(folder.places, problems);
  const synonyms = readSynonyms(folder.synonyms, problems);
  const stopwords = readStopwords(folder.stopwords, problems);
  const read = folder.entries.flatMap((entry) => readEntryFile(entry, problems) ?? []);
  const facts = collectFacts(read);
  const entries = folder.entries.map((entry) => entry.id);
  const readIds = new Set(read.map((entry) => entry.id));
  const unread = new Set(entries.filter((id) => !readIds.has(id)));
  const known = {
    entries: new Set(entries),
    sources: sources && new Set(sources.keys()),
    places: new Set(places.keys()),
    facts,
    unread,
    phrases,
  };
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
      entries: new Map(read.map((entry) => [entry.id, makeEntry(entry, { places, phrases })])),
      answers: new Map(answers.map((answer) => [answer.id, answer])),
      sources,
      synonyms,
      stopwords,
    },
  };
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
  const used = new Set([
    ...all.flatMap(({ text }) => [...text.printed]),
    ...entries.flatMap((entry) => factsInEntry(entry)),
  ]);
  return [
    ...[...texts.values()].flatMap(checkTexts),
    ...entries.flatMap((entry) => findUnusedFacts(entry, used)),
    ...findSharedQuestions(all),
  ];
}
