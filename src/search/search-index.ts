// The search index of one catalog: answers by words and by letter runs, entries by their names, topics by
// the questions that all entries' answers on them share. Built once a catalog; asking only reads it.

import {
  type Answer,
  type AnswerId,
  type Catalog,
  type Entry,
  type EntryId,
  plainLines,
} from '../catalog/index.ts';
import { forEachLanguage, LANGUAGES, type Language } from '../language/index.ts';
import { type LanguageModels, learnLanguages } from './detect-language.ts';
import { createExampleIndex, type ExampleIndex } from './examples.ts';
import { gramsOf } from './grams.ts';
import { createNameIndex, type EntryName, type NameIndex } from './names.ts';
import { stemWord } from './stems.ts';
import { FIELD_WEIGHTS, SATURATION } from './tuning.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';
import { buildIndex, type WeightedIndex } from './weighted-index.ts';
import { splitWords } from './words.ts';

/** What is ranked, and the numbers under which the indexes know its parts. */
export interface RankedAnswer {
  readonly id: AnswerId;
  readonly entry: EntryId;
  /** Its entry's number in `names`, and its topic's document in `topics`. */
  readonly entryNumber: number;
  readonly topicDocument: number;
}

/** A catalog made ready for questions. */
export interface SearchIndex {
  readonly answers: readonly RankedAnswer[];
  /** Stems of questions, titles, names and texts; a document an answer. */
  readonly words: WeightedIndex;
  /** Letter runs of the same; a document an answer. */
  readonly grams: WeightedIndex;
  /** Example questions, titles and (for overviews) names of each answer. */
  readonly examples: ExampleIndex;
  /** Names and aliases of entries. */
  readonly names: NameIndex;
  /** Stems of example questions without the names in them; a document a kind's topic. */
  readonly topics: WeightedIndex;
  /** What people usually ask: the hubs' overviews. */
  readonly usual: readonly AnswerId[];
  readonly stopwords: ReadonlySet<string>;
  readonly vocabulary: Vocabulary;
  readonly languages: LanguageModels;
}

/** Builds the index of a catalog. Drafts are left out: they never answer. */
export function indexCatalog(catalog: Catalog): SearchIndex {
  const entries = [...catalog.entries.values()];
  const answers = [...catalog.answers.values()].filter((answer) => !answer.draft);
  const collector = new TermCollector(catalog);
  const answerDocuments = answers.map((answer) => collector.collectAnswer(answer));
  const names = entries.flatMap((entry, number) => collector.collectNames(entry, number));
  const nameStems = new Set(names.flatMap((name) => name.stems));
  // A word that the questions on every entry use ("zone") names none, though it stands in a name.
  const usage = buildIndex(
    entries.map((entry) => collector.collectUsage(entry, answers)),
    0,
  );
  const topicKeys = [...new Set(answers.map(topicKeyOf))];
  const entryNumbers = new Map(entries.map((entry, number) => [entry.id, number]));
  const words = buildIndex(
    answerDocuments.map((document) => document.stems),
    SATURATION.words,
  );
  return {
    answers: answers.map((answer) => ({
      id: answer.id,
      entry: answer.entry,
      entryNumber: entryNumbers.get(answer.entry) ?? -1,
      topicDocument: topicKeys.indexOf(topicKeyOf(answer)),
    })),
    words,
    examples: createExampleIndex(
      answers.map((answer) => collector.collectExamples(answer)),
      words.weightOf,
    ),
    grams: buildIndex(
      answerDocuments.map((document) => document.grams),
      SATURATION.grams,
    ),
    names: createNameIndex(names, usage.weightOf),
    topics: buildIndex(
      topicKeys.map((key) => {
        const members = answers.filter((answer) => topicKeyOf(answer) === key);
        return collector.collectTopic(members, nameStems);
      }),
      SATURATION.topics,
    ),
    usual: answers.filter(({ id }) => /^hubs\/.*\/about$/.test(id)).map(({ id }) => id),
    stopwords: collectStopwords(catalog),
    vocabulary: createVocabulary(collector.surfaces),
    languages: learnLanguages(forEachLanguage((language) => textsOf(answers, language))),
  };
}

function topicKeyOf(answer: Answer): string {
  return `${answer.entry.split('/')[0]} ${answer.topic}`;
}

function collectStopwords(catalog: Catalog): Set<string> {
  return new Set(
    LANGUAGES.flatMap((language) =>
      catalog.stopwords[language].flatMap((text) => splitWords(text).map((word) => word.folded)),
    ),
  );
}

function textsOf(answers: readonly Answer[], language: Language): string[] {
  return answers.flatMap((answer) => {
    const { title, questions, body } = answer.texts[language];
    return [title, ...questions, ...plainLines(body)];
  });
}

interface AnswerDocument {
  readonly stems: Map<string, number>;
  readonly grams: Map<string, number>;
}

class TermCollector {
  /** Each folded word of content with the stems it stands for; what unknown words are corrected to. */
  readonly surfaces = new Map<string, Set<string>>();
  private readonly catalog: Catalog;
  private readonly synonyms: readonly {
    language: Language;
    stems: readonly string[];
    typed: readonly string[];
  }[];

  constructor(catalog: Catalog) {
    this.catalog = catalog;
    this.synonyms = catalog.synonyms.map(({ language, word, typed }) => ({
      language,
      stems: splitWords(word).map((part) => stemWord(part, language)),
      typed,
    }));
  }

  collectAnswer(answer: Answer): AnswerDocument {
    const document: AnswerDocument = { stems: new Map(), grams: new Map() };
    const entry = this.catalog.entries.get(answer.entry);
    for (const language of LANGUAGES) {
      const { title, questions, body } = answer.texts[language];
      const names = entry ? [entry.name[language], ...entry.aliases[language]] : [];
      this.add(document, questions, language, FIELD_WEIGHTS.question);
      this.add(document, [title], language, FIELD_WEIGHTS.title);
      this.add(
        document,
        names,
        language,
        answer.topic === 'about' ? FIELD_WEIGHTS.aboutName : FIELD_WEIGHTS.name,
      );
      this.add(document, plainLines(body), language, FIELD_WEIGHTS.body);
      this.addSynonyms(document, language);
    }
    return document;
  }

  /** Each example as stems: the questions and the title; for an overview also the entry's names, asked alone. */
  collectExamples(answer: Answer): string[][] {
    const entry = answer.topic === 'about' ? this.catalog.entries.get(answer.entry) : undefined;
    return LANGUAGES.flatMap((language) => {
      const { title, questions } = answer.texts[language];
      const names = entry ? [entry.name[language], ...entry.aliases[language]] : [];
      return [title, ...questions, ...names].map((text) =>
        splitWords(text).map((word) => stemWord(word, language)),
      );
    });
  }

  collectNames(entry: Entry, number: number): EntryName[] {
    return LANGUAGES.flatMap((language) => {
      const neighbour = entry.neighbour ? [entry.neighbour[language]] : [];
      return [entry.name[language], ...entry.aliases[language], ...neighbour].map((name) => ({
        entry: number,
        stems: splitWords(name).map((word) => stemWord(word, language)),
      }));
    });
  }

  /** The stems of an entry's names and of the questions on it. */
  collectUsage(entry: Entry, answers: readonly Answer[]): Map<string, number> {
    const own = answers.filter((answer) => answer.entry === entry.id);
    const stems = new Map<string, number>();
    for (const { stems: words } of this.collectNames(entry, 0)) {
      for (const stem of words) addTo(stems, stem, 1);
    }
    for (const language of LANGUAGES) {
      for (const question of own.flatMap((answer) => answer.texts[language].questions)) {
        for (const word of splitWords(question)) addTo(stems, stemWord(word, language), 1);
      }
    }
    return stems;
  }

  collectTopic(answers: readonly Answer[], nameStems: ReadonlySet<string>): Map<string, number> {
    const document: AnswerDocument = { stems: new Map(), grams: new Map() };
    for (const language of LANGUAGES) {
      for (const answer of answers) this.add(document, answer.texts[language].questions, language, 1);
      this.addSynonyms(document, language);
    }
    return new Map([...document.stems].filter(([stem]) => !nameStems.has(stem)));
  }

  private add(document: AnswerDocument, texts: readonly string[], language: Language, weight: number): void {
    for (const word of texts.flatMap(splitWords)) {
      const stem = stemWord(word, language);
      addTo(document.stems, stem, weight);
      for (const gram of gramsOf(word.folded)) addTo(document.grams, gram, weight);
      const known = this.surfaces.get(word.folded) ?? new Set();
      this.surfaces.set(word.folded, known.add(stem));
    }
  }

  /** A document that holds content's word is found by people's words for it as well. */
  private addSynonyms(document: AnswerDocument, language: Language): void {
    for (const synonym of this.synonyms) {
      if (synonym.language !== language) continue;
      const frequencies = synonym.stems.map((stem) => document.stems.get(stem) ?? 0);
      const frequency = Math.min(...frequencies);
      if (frequency > 0) this.add(document, synonym.typed, language, frequency * FIELD_WEIGHTS.synonym);
    }
  }
}

function addTo(frequencies: Map<string, number>, term: string, weight: number): void {
  frequencies.set(term, (frequencies.get(term) ?? 0) + weight);
}
