// The search index of one catalog: answers by words and by letter runs, entries by their names, topics by
// the questions that all entries' answers on them share. Built once a catalog; asking only reads it.

import { type AnswerId, type Catalog, type EntryId, KINDS } from '../catalog/index.ts';
import { forEachLanguage, LANGUAGES, type Language } from '../language/index.ts';
import {
  collectAnswers,
  collectExamples,
  collectNames,
  collectNameWords,
  collectTopic,
  collectUsages,
  collectWordings,
  countWords,
} from './content-terms.ts';
import { type LanguageModels, learnLanguages } from './detect-language.ts';
import { buildExampleIndex, type ExampleIndex } from './examples.ts';
import { findKin } from './kin.ts';
import { type KindTopics, learnKindTopics, type TopicPlace } from './kind-topics.ts';
import { buildNameIndex, type EntryName, type NameIndex } from './names.ts';
import { learnOpenTopics, type OpenTopics } from './open-topic.ts';
import { buildOutsideIndex, type InsideUse, type OutsideIndex } from './outside.ts';
import { buildPairIndex, type PairIndex } from './pairs.ts';
import { buildPostings, countHolders, eachOnce, type Postings } from './postings.ts';
import { type ReadAnswer, type ReadEntry, readContent } from './read-content.ts';
import { countStopwords, type Stopwords } from './stopwords.ts';
import { findTies, isPlace, type Tie } from './ties.ts';
import { SATURATION } from './tuning.ts';
import { buildVocabulary, type Vocabulary } from './vocabulary.ts';
import { buildIndex, type WeightedIndex } from './weighted-index.ts';

/** What is ranked, and the numbers under which the indexes know its parts. */
export interface RankedAnswer {
  readonly id: AnswerId;
  readonly entry: EntryId;
  /** Its entry's number in `names`, and its topic's document in `topics`. */
  readonly entryNumber: number;
  readonly topicDocument: number;
  readonly topic: string;
  readonly isOverview: boolean;
  /** Its entry is a hub, a facility or a route. */
  readonly isOfPlace: boolean;
  /** Of its entry: hubs, facilities, routes, formats or guides. */
  readonly kind: string;
}

/** A catalog made ready for questions. */
export interface SearchIndex {
  readonly answers: readonly RankedAnswer[];
  /** The numbers of stems, and of letter runs (see `gramsOf`) that answers hold, from 0 on. */
  readonly stems: ReadonlyMap<string, number>;
  readonly gramNumbers: ReadonlyMap<number, number>;
  /** Stems of questions, titles, names and texts; a document an answer. */
  readonly words: WeightedIndex;
  /** Pairs of stems that stand close together in a question or a name; a document an answer. */
  readonly pairs: PairIndex;
  /** Letter runs of the same; a document an answer. */
  readonly grams: WeightedIndex;
  /** Example questions, titles and (for overviews) names of each answer, by language. */
  readonly examples: Readonly<Record<Language, ExampleIndex>>;
  /** The numbers of entries that are places: hubs, facilities and routes, not formats and guides. */
  readonly places: readonly number[];
  /** The number of each entry's kind: hub, facility, route, format, guide. */
  readonly kinds: readonly number[];
  /** For each entry, the others of its sort. */
  readonly kin: readonly ReadonlySet<number>[];
  /** For each entry, the others that are tied to it. */
  readonly ties: readonly ReadonlyMap<number, Tie>[];
  /** In which share of an entry's names a stem stands, 1 where its name itself holds it; a document an entry. */
  readonly nameWords: Readonly<Record<Language, Postings>>;
  /** Names and aliases of entries. */
  readonly names: NameIndex;
  /** The same and the names of guides, weighed as words of answers are. */
  readonly allNames: NameIndex;
  /** Stems of example questions without the names in them; a document a kind's topic. */
  readonly topics: WeightedIndex;
  /** Stems that ask for a topic of the hubs. */
  readonly openTopics: OpenTopics;
  /** Subjects that content is not for. */
  readonly outside: OutsideIndex;
  /** What is asked on each topic of the kinds of entries that have several. */
  readonly kindTopics: Readonly<Record<'hubs' | 'facilities' | 'routes', KindTopics>>;
  /** The answers of each hub. */
  readonly hubs: readonly (readonly TopicPlace[])[];
  /** What people usually ask: the hubs' overviews. */
  readonly usual: readonly AnswerId[];
  readonly stopwords: Stopwords;
  readonly vocabulary: Vocabulary;
  readonly languages: LanguageModels;
}

/** Builds the index of a catalog. Drafts are left out: they never answer. */
export function indexCatalog(catalog: Catalog): SearchIndex {
  const content = readContent(catalog);
  const { answers, entries, stopwords } = content;
  const byTopic = groupBy(answers, topicKeyOf);
  const answerDocuments = collectAnswers(content);
  const examples = forEachLanguage((language) =>
    answers.map((answer) => collectExamples(answer, language, content)),
  );
  // A guide's name says what is asked ("export VAT"), not of what.
  const allNames = entries.flatMap(collectNames);
  const names = allNames.filter(({ entry }) => !entries[entry]?.entry.id.startsWith('guides/'));
  const nameStems = new Set(names.flatMap((name) => name.stems));
  const ownNameStems = entries.map(() => new Set<number>());
  for (const { entry, stems } of names) for (const stem of stems) ownNameStems[entry]?.add(stem);
  const topics = [...byTopic.values()].map((members) => collectTopic(members, nameStems));
  const topicNumbers = new Map([...byTopic.keys()].map((key, number) => [key, number]));
  const kindNames: readonly string[] = KINDS;
  const kinds = entries.map(({ entry }) => kindNames.indexOf(kindOf(entry.id)));
  const { stems, grams, surfaces } = content.book;
  const words = buildIndex(answerDocuments.stems, stems.size, SATURATION.words);
  const ranked = answers.map((read) => ({
    id: read.answer.id,
    entry: read.answer.entry,
    entryNumber: read.entry,
    topicDocument: topicNumbers.get(topicKeyOf(read)) ?? -1,
    topic: read.answer.topic,
    isOverview: read.answer.topic === 'about',
    isOfPlace: isPlace(read.answer.entry),
    kind: kindOf(read.answer.entry),
  }));
  const topicsOf = (kind: string): KindTopics => {
    const own = answers.flatMap((read, number) => {
      const topicDocument = ranked[number]?.topicDocument ?? -1;
      const isOwn = kindOf(read.answer.entry) === kind;
      return isOwn ? [{ number, topicDocument, texts: collectWordings(read) }] : [];
    });
    return learnKindTopics(own, stems.size);
  };
  const kindTopics = {
    hubs: topicsOf('hubs'),
    facilities: topicsOf('facilities'),
    routes: topicsOf('routes'),
  };
  const questions = LANGUAGES.flatMap((language) => examples[language].flat());
  const counts = countQuestions(questions, stems.size);
  const hubQuestions = LANGUAGES.map((language) =>
    ranked.flatMap(({ entry, topicDocument, isOverview }, number) =>
      entry.startsWith('hubs/') && !isOverview
        ? [{ topicDocument, questions: examples[language][number] ?? [] }]
        : [],
    ),
  );
  return {
    answers: ranked,
    stems,
    gramNumbers: grams,
    words,
    pairs: buildPairIndex(
      answers.map((_, number) => LANGUAGES.flatMap((language) => examples[language][number] ?? [])),
      stems.size,
    ),
    examples: forEachLanguage((language) => buildExampleIndex(examples[language], words)),
    grams: buildIndex(answerDocuments.grams, grams.size, SATURATION.grams),
    // A word that the questions on every entry use ("zone") names none, though it stands in a name.
    names: buildNameIndex(names, buildIndex(collectUsages(content), stems.size, 0)),
    allNames: buildNameIndex(allNames, words),
    topics: buildIndex(topics, stems.size, SATURATION.topics),
    places: entries.flatMap(({ entry }, number) => (isPlace(entry.id) ? [number] : [])),
    kinds,
    kin: findKin(
      entries.map(({ entry }, number) => ({
        kind: kinds[number] ?? -1,
        isOfManySorts: entry.id.startsWith('facilities/'),
        stems: ownNameStems[number] ?? new Set(),
      })),
    ),
    ties: findTies(entries.map(({ entry }) => entry)),
    nameWords: forEachLanguage((language) =>
      buildPostings(
        entries.map((entry) => collectNameWords(entry, language)),
        stems.size,
      ),
    ),
    openTopics: learnOpenTopics(hubQuestions, { nameStems, counts }),
    outside: buildOutsideIndex(catalog.outside, {
      questions: questions.length,
      countOf: (stem) => (counts[stems.get(stem) ?? -1] ?? 0) + countHolders(words, stems.get(stem)),
      isPlace: findPlaceStems(entries, names, stems),
      stopwords: stopwords.words,
    }),
    kindTopics,
    hubs: [...groupBy(kindTopics.hubs.answers, ({ number }) => ranked[number]?.entry).values()],
    usual: ranked.filter(({ id }) => /^hubs\/.*\/about$/.test(id)).map(({ id }) => id),
    stopwords,
    vocabulary: buildVocabulary(surfaces, grams.size),
    languages: learnLanguages(
      forEachLanguage((language) => [
        ...countWords(content, language),
        ...countStopwords(catalog.stopwords[language]),
      ]),
    ),
  };
}

/** How many of the example questions hold each stem. */
function countQuestions(questions: readonly (readonly number[])[], stemCount: number): Uint32Array {
  const counts = new Uint32Array(stemCount);
  for (const question of questions)
    for (const stem of eachOnce(question)) counts[stem] = (counts[stem] ?? 0) + 1;
  return counts;
}

/** Tells of a stem whether it stands in the name of a hub or facility, or of a hub's neighbour. */
function findPlaceStems(
  entries: readonly ReadEntry[],
  names: readonly EntryName[],
  stems: ReadonlyMap<string, number>,
): InsideUse['isPlace'] {
  const isPlace = entries.map(({ entry }) => /^(?:hubs|facilities)\//.test(entry.id));
  const own = new Set(names.flatMap((name) => (isPlace[name.entry] ? name.stems : [])));
  return (stem) => own.has(stems.get(stem) ?? -1);
}

/** Whether any answer holds a stem. */
export function isKnownStem(stem: string, { stems, words }: SearchIndex): boolean {
  return countHolders(words, stems.get(stem)) > 0;
}

function kindOf(entry: string): string {
  return entry.split('/')[0] ?? '';
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item)) ?? [];
    group.push(item);
    groups.set(keyOf(item), group);
  }
  return groups;
}

function topicKeyOf({ answer }: ReadAnswer): string {
  return `${kindOf(answer.entry)} ${answer.topic}`;
}
