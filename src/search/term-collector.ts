// Texts of a catalog → the terms that the search index holds.

import { type Answer, type Catalog, type Entry, plainLines } from '../catalog/index.ts';
import { forEachLanguage, LANGUAGES, type Language } from '../language/index.ts';
import type { CountedWord } from './detect-language.ts';
import type { EntryName } from './names.ts';
import { TermSums, type TermValues } from './postings.ts';
import { FIELD_WEIGHTS } from './tuning.ts';
import { WordBook } from './word-book.ts';

/** The terms of an answer, by number: its stems and letter runs, by how much each counts. */
export interface AnswerDocument {
  readonly stems: TermValues;
  readonly grams: TermValues;
}

interface StemmedSynonym {
  readonly stems: readonly number[];
  readonly typed: readonly string[];
}

/** Collects the terms of one catalog. */
export class TermCollector {
  readonly book = new WordBook();
  /** The document that is being collected: what its stems, letter runs and words count for until now. */
  private readonly stemSums = new TermSums();
  private readonly gramSums = new TermSums();
  private readonly wordSums = new TermSums();
  private readonly catalog: Catalog;
  private readonly stopwords: ReadonlySet<string>;
  private readonly synonyms: Readonly<Record<Language, readonly StemmedSynonym[]>>;

  /** @param stopwords words that say nothing, in folded letters */
  constructor(catalog: Catalog, stopwords: ReadonlySet<string>) {
    this.catalog = catalog;
    this.stopwords = stopwords;
    const synonyms = catalog.synonyms.map(({ language, word, typed }) => ({
      language,
      stems: this.stemNumbersOf(word, language),
      typed,
    }));
    this.synonyms = forEachLanguage((own) => synonyms.filter(({ language }) => language === own));
  }

  /** Words of questions, title, names, text, and what people type for them. */
  collectAnswer(answer: Answer): AnswerDocument {
    const entry = this.catalog.entries.get(answer.entry);
    for (const language of LANGUAGES) {
      const { title, questions, body } = answer.texts[language];
      const names = entry ? namesOf(entry, language) : [];
      const nameWeight = answer.topic === 'about' ? FIELD_WEIGHTS.aboutName : FIELD_WEIGHTS.name;
      this.count(questions, FIELD_WEIGHTS.question);
      this.count([title], FIELD_WEIGHTS.title);
      this.count(names, nameWeight);
      this.count(plainLines(body), FIELD_WEIGHTS.body);
      this.addCounted(language);
      this.addSynonyms(language);
    }
    return { stems: this.stemSums.take(), grams: this.gramSums.take() };
  }

  /** Each example as stems: the questions and the title; for an overview also the entry's names, asked alone. */
  collectExamples(answer: Answer, language: Language): number[][] {
    const entry = answer.topic === 'about' ? this.catalog.entries.get(answer.entry) : undefined;
    const { title, questions } = answer.texts[language];
    const names = entry ? namesOf(entry, language) : [];
    return [title, ...questions, ...names].map((text) => this.tellingStemsOf(text, language));
  }

  /** Questions and title as all of their stems, of words that say nothing too. */
  collectWordings({ texts }: Answer): number[][] {
    return LANGUAGES.flatMap((language) =>
      [texts[language].title, ...texts[language].questions].map((text) => this.stemNumbersOf(text, language)),
    );
  }

  /** Each name of an entry as stems, and the name of its neighbour. */
  collectNames(entry: Entry, number: number): EntryName[] {
    return LANGUAGES.flatMap((language) =>
      namesWithNeighbour(entry, language).map((name) => ({
        entry: number,
        stems: this.stemNumbersOf(name, language),
      })),
    );
  }

  /** In which share of an entry's names a stem stands; 1 for those of its name itself. */
  collectNameWords(entry: Entry, language: Language): Map<number, number> {
    const shares = new Map<number, number>();
    const names = namesOf(entry, language);
    for (const name of names) {
      for (const stem of new Set(this.stemNumbersOf(name, language)))
        shares.set(stem, (shares.get(stem) ?? 0) + 1 / names.length);
    }
    for (const stem of this.stemNumbersOf(entry.name[language], language)) shares.set(stem, 1);
    return shares;
  }

  /** The stems of an entry's names and of the questions on it, which `own` answers. */
  collectUsage(entry: Entry, own: readonly Answer[]): TermValues {
    for (const language of LANGUAGES) {
      const questions = own.flatMap((answer) => answer.texts[language].questions);
      for (const text of [...namesWithNeighbour(entry, language), ...questions]) {
        this.stemSums.addAll(this.stemNumbersOf(text, language), 1);
      }
    }
    return this.stemSums.take();
  }

  /** The stems of the questions on one topic, without those that names are made of. */
  collectTopic(answers: readonly Answer[], nameStems: ReadonlySet<number>): TermValues {
    for (const language of LANGUAGES) {
      for (const answer of answers) this.count(answer.texts[language].questions, 1);
      this.addStems(this.wordSums.take(), language);
    }
    const { terms, values } = this.stemSums.take();
    const isKept = (_: unknown, place: number): boolean => !nameStems.has(terms[place] ?? -1);
    return { terms: terms.filter(isKept), values: values.filter(isKept) };
  }

  /** How often each word stands in the titles, questions and texts of answers in one language. */
  collectWords(answers: readonly Answer[], language: Language): CountedWord[] {
    for (const { texts } of answers) {
      const { title, questions, body } = texts[language];
      this.count([title, ...questions, ...plainLines(body)], 1);
    }
    const { terms, values } = this.wordSums.take();
    return terms.flatMap((number, place) => {
      const word = this.book.words[number];
      return word ? [{ typed: word.typed, skeleton: word.skeleton, count: values[place] ?? 0 }] : [];
    });
  }

  private count(texts: readonly string[], weight: number): void {
    for (const text of texts) this.wordSums.addAll(this.book.split(text), weight);
  }

  /** Adds the stems and letter runs of the words that were counted. */
  private addCounted(language: Language): void {
    const counted = this.wordSums.take();
    this.addStems(counted, language);
    counted.terms.forEach((word, place) => {
      this.gramSums.addAll(this.book.words[word]?.grams ?? [], counted.values[place] ?? 0);
    });
  }

  private addStems({ terms, values }: TermValues, language: Language): void {
    this.book.stemsOf(terms, language).forEach((stem, place) => {
      this.stemSums.add(stem, values[place] ?? 0);
    });
  }

  private stemNumbersOf(text: string, language: Language): number[] {
    return this.book.stemsOf(this.book.split(text), language);
  }

  /** The stems of a text as a question's are taken: without the words that say nothing. */
  private tellingStemsOf(text: string, language: Language): number[] {
    const words = this.book.split(text);
    const telling = words.filter((word) => !this.stopwords.has(this.book.words[word]?.folded ?? ''));
    return this.book.stemsOf(telling.length > 0 ? telling : words, language);
  }

  /** A document that holds content's word is found by people's words for it as well. */
  private addSynonyms(language: Language): void {
    for (const { stems, typed } of this.synonyms[language]) {
      const frequencies = stems.map((stem) => this.stemSums.sumOf(stem));
      const frequency = Math.min(...frequencies);
      if (frequency === 0) continue;
      this.count(typed, frequency * FIELD_WEIGHTS.synonym);
      this.addCounted(language);
    }
  }
}

function namesOf({ name, aliases }: Entry, language: Language): string[] {
  return [name[language], ...aliases[language]];
}

function namesWithNeighbour(entry: Entry, language: Language): string[] {
  return [...namesOf(entry, language), ...(entry.neighbour ? [entry.neighbour[language]] : [])];
}
