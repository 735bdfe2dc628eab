// The search index of one catalog: answers by words and by letter runs, entries by their names, topics by
// the questions that all entries' answers on them share. Built once a catalog; asking only reads it.

import type { Answer, AnswerId, Catalog, Entry, EntryId } from '../catalog/index.ts';
import { forEachLanguage, LANGUAGES, type Language } from '../language/index.ts';
import { learnCalls } from './calls.ts';
import { type LanguageModels, learnLanguages } from './detect-language.ts';
import { buildExampleIndex, type ExampleIndex } from './examples.ts';
import { type HubTopics, learnHubTopics } from './hub-topics.ts';
import { findKin } from './kin.ts';
import { buildNameIndex, type EntryName, type NameIndex } from './names.ts';
import { learnOpenTopics, type OpenTopics } from './open-topic.ts';
import { buildOutsideIndex, type InsideUse, type OutsideIndex } from './outside.ts';
import { buildPairIndex, type PairIndex } from './pairs.ts';
import { countHolders, eachOnce } from './postings.ts';
import { TermCollector } from './term-collector.ts';
import { findTies, isPlace, type Tie } from './ties.ts';
import { SATURATION } from './tuning.ts';
import { buildVocabulary, type Vocabulary } from './vocabulary.ts';
import { buildIndex, type QuestionTerm, type WeightedIndex } from './weighted-index.ts';
import { splitWords } from './words.ts';

/** What is ranked, and the numbers under which the indexes know its parts. */
export interface RankedAnswer {
  readonly id: AnswerId;
  readonly entry: EntryId;
  /** Its entry's number in `names`, and its topic's document in `topics`. */
  readonly entryNumber: number;
  readonly topicDocument: number;
  readonly isOverview: boolean;
  /** Its entry is a hub, a facility or a route. */
  readonly isOfPlace: boolean;
  /** Which facilities a hub has. */
  readonly listsPlaces: boolean;
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
  /** For each entry, the stems of its names: the share of them that hold it; 1 where its name itself does. */
  readonly nameWords: Readonly<Record<Language, readonly ReadonlyMap<number, number>[]>>;
  /** What people call each entry. */
  readonly calls: Readonly<Record<Language, readonly (readonly QuestionTerm[])[]>>;
  /** Names and aliases of entries. */
  readonly names: NameIndex;
  /** Stems of example questions without the names in them; a document a kind's topic. */
  readonly topics: WeightedIndex;
  /** Stems that ask for a topic of the hubs. */
  readonly openTopics: OpenTopics;
  /** Subjects that content is not for. */
  readonly outside: OutsideIndex;
  /** What hubs are asked on each topic. */
  readonly hubTopics: HubTopics;
  /** The answers of each hub, by number, and their topics' places in `hubTopics`. */
  readonly hubs: readonly (readonly { readonly number: number; readonly topic: number }[])[];
  /** What people usually ask: the hubs' overviews. */
  readonly usual: readonly AnswerId[];
  readonly stopwords: ReadonlySet<string>;
  readonly vocabulary: Vocabulary;
  readonly languages: LanguageModels;
}

/** Builds the index of a catalog. Drafts are left out: they never answer. */
export function indexCatalog(catalog: Catalog): SearchIndex {
  const answers = [...catalog.answers.values()].filter((answer) => !answer.draft);
  const byEntry = groupBy(answers, (answer) => answer.entry);
  const byTopic = groupBy(answers, topicKeyOf);
  const entries = [...catalog.entries.values()].filter((entry) => byEntry.has(entry.id));
  const stopwords = collectStopwords(catalog);
  const collector = new TermCollector(catalog, stopwords);
  const answerDocuments = answers.map((answer) => collector.collectAnswer(answer));
  const examples = forEachLanguage((language) =>
    answers.map((answer) => collector.collectExamples(answer, language)),
  );
  // A guide's name says what is asked ("export VAT"), not of what.
  const names = entries.flatMap((entry, number) =>
    entry.id.startsWith('guides/') ? [] : collector.collectNames(entry, number),
  );
  const nameStems = new Set(names.flatMap((name) => name.stems));
  const ownNameStems = entries.map(() => new Set<number>());
  for (const { entry, stems } of names) for (const stem of stems) ownNameStems[entry]?.add(stem);
  const usages = entries.map((entry) => collector.collectUsage(entry, byEntry.get(entry.id) ?? []));
  const topics = [...byTopic.values()].map((members) => collector.collectTopic(members, nameStems));
  const topicNumbers = new Map([...byTopic.keys()].map((key, number) => [key, number]));
  const entryNumbers = new Map(entries.map((entry, number) => [entry.id, number]));
  const kinds = entries.map(({ id }) => KINDS.indexOf(kindOf(id)));
  // From here on no term takes a new number.
  const { stems, grams, surfaces } = collector.book;
  const words = buildIndex(
    answerDocuments.map((document) => document.stems),
    stems.size,
    SATURATION.words,
  );
  const ranked = answers.map((answer) => ({
    id: answer.id,
    entry: answer.entry,
    entryNumber: entryNumbers.get(answer.entry) ?? -1,
    topicDocument: topicNumbers.get(topicKeyOf(answer)) ?? -1,
    isOverview: answer.topic === 'about',
    isOfPlace: isPlace(answer.entry),
    listsPlaces: answer.topic === 'facilities',
  }));
  const hubAnswers = answers.flatMap((answer, number) => {
    const topicDocument = topicNumbers.get(topicKeyOf(answer)) ?? -1;
    return answer.entry.startsWith('hubs/') ? [{ answer, number, topicDocument }] : [];
  });
  const hubWordings = hubAnswers.map(({ answer, topicDocument }) => ({
    topicDocument,
    texts: collector.collectWordings(answer),
  }));
  const hubQuestions = LANGUAGES.map((language) =>
    ranked.flatMap(({ entry, topicDocument, isOverview }, number) =>
      entry.startsWith('hubs/') && !isOverview
        ? [{ topicDocument, questions: examples[language][number] ?? [] }]
        : [],
    ),
  );
  const hubTopics = learnHubTopics(hubWordings, stems.size);
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
    grams: buildIndex(
      answerDocuments.map((document) => document.grams),
      grams.size,
      SATURATION.grams,
    ),
    // A word that the questions on every entry use ("zone") names none, though it stands in a name.
    names: buildNameIndex(names, buildIndex(usages, stems.size, 0)),
    topics: buildIndex(topics, stems.size, SATURATION.topics),
    places: entries.flatMap(({ id }, number) => (isPlace(id) ? [number] : [])),
    kinds,
    kin: findKin(
      entries.map(({ id }, number) => ({
        kind: kinds[number] ?? -1,
        isOfManySorts: id.startsWith('facilities/'),
        stems: ownNameStems[number] ?? new Set(),
      })),
    ),
    ties: findTies(entries),
    nameWords: forEachLanguage((language) =>
      entries.map((entry) => collector.collectNameWords(entry, language)),
    ),
    calls: forEachLanguage((language) =>
      learnCalls(
        entries.map((_, entry) =>
          ranked.flatMap(({ entryNumber }, number) =>
            entryNumber === entry ? (examples[language][number] ?? []) : [],
          ),
        ),
      ),
    ),
    openTopics: learnOpenTopics(hubQuestions, nameStems),
    outside: buildOutsideIndex(catalog.outside, {
      ...countUse(examples, stems, words),
      isPlace: findPlaceStems(entries, names, stems),
      stopwords,
    }),
    hubTopics,
    hubs: [...groupBy(hubAnswers, ({ answer }) => answer.entry).values()].map((own) =>
      own.map(({ number, topicDocument }) => ({ number, topic: hubTopics.documents.indexOf(topicDocument) })),
    ),
    usual: answers.filter(({ id }) => /^hubs\/.*\/about$/.test(id)).map(({ id }) => id),
    stopwords,
    vocabulary: buildVocabulary(surfaces, grams.size),
    languages: learnLanguages(forEachLanguage((language) => collector.collectWords(answers, language))),
  };
}

/** How many example questions there are, and how many of them and of the answers hold a stem. */
function countUse(
  examples: Readonly<Record<Language, readonly (readonly (readonly number[])[])[]>>,
  stems: ReadonlyMap<string, number>,
  words: WeightedIndex,
): Pick<InsideUse, 'questions' | 'countOf'> {
  const counts = new Uint32Array(stems.size);
  let questions = 0;
  for (const example of LANGUAGES.flatMap((language) => examples[language].flat())) {
    questions += 1;
    for (const stem of eachOnce(example)) counts[stem] = (counts[stem] ?? 0) + 1;
  }
  const countOf = (stem: string): number => {
    const number = stems.get(stem);
    return number === undefined ? 0 : (counts[number] ?? 0) + countHolders(words, number);
  };
  return { questions, countOf };
}

/** Tells of a stem whether it stands in the name of a hub or facility, or of a hub's neighbour. */
function findPlaceStems(
  entries: readonly Entry[],
  names: readonly EntryName[],
  stems: ReadonlyMap<string, number>,
): InsideUse['isPlace'] {
  const isPlace = entries.map(({ id }) => /^(?:hubs|facilities)\//.test(id));
  const own = new Set(names.flatMap((name) => (isPlace[name.entry] ? name.stems : [])));
  return (stem) => own.has(stems.get(stem) ?? -1);
}

/** Whether any answer holds a stem. */
export function isKnownStem(stem: string, { stems, words }: SearchIndex): boolean {
  return countHolders(words, stems.get(stem)) > 0;
}

const KINDS = ['hubs', 'facilities', 'routes', 'formats', 'guides'];

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

function topicKeyOf(answer: Answer): string {
  return `${kindOf(answer.entry)} ${answer.topic}`;
}

function collectStopwords(catalog: Catalog): Set<string> {
  return new Set(
    LANGUAGES.flatMap((language) =>
      catalog.stopwords[language].flatMap((text) => splitWords(text).map((word) => word.folded)),
    ),
  );
}
