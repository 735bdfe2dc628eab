// Texts of a catalog → the terms that the search index holds. Each text is split once, each word stemmed and cut up
// once, and from there on terms go by number: a catalog says the same words again and again.

import { type Answer, type Catalog, type Entry, plainLines } from '../catalog/index.ts';
import { LANGUAGES, type Language } from '../language/index.ts';
import { gramsOf } from './grams.ts';
import type { EntryName } from './names.ts';
import { numberIn, TermSums, type TermValues } from './postings.ts';
import { stemWord } from './stems.ts';
import { FIELD_WEIGHTS } from './tuning.ts';
import type { Surface } from './vocabulary.ts';
import { foldLetters, listWords, normalizeText, type Word } from './words.ts';

/** The terms of an answer, by number: its stems and letter runs, by how much each counts. */
export interface AnswerDocument {
  readonly stems: TermValues;
  readonly grams: TermValues;
}

/** A word of content: one object for all places where it stands. */
interface KnownWord extends Word {
  /** The numbers of its letter runs. */
  readonly grams: readonly number[];
  /** The number of its stem in each language in which it was met. */
  readonly stems: Partial<Record<Language, number>>;
}

/** How often each word stands in texts, weighted. */
type WordCounts = Map<KnownWord, number>;

interface StemmedSynonym {
  readonly language: Language;
  readonly stems: readonly number[];
  readonly typed: readonly string[];
}

/** Collects the terms of one catalog. */
export class TermCollector {
  /** The numbers of stems and of letter runs, from 0 on. */
  readonly stems = new Map<string, number>();
  readonly grams = new Map<number, number>();
  /** Each folded word of content; what unknown words are corrected to. */
  readonly surfaces = new Map<string, Surface>();
  /** The document that is being collected. */
  private readonly stemSums = new TermSums();
  private readonly gramSums = new TermSums();
  private readonly texts = new Map<string, readonly KnownWord[]>();
  private readonly words = new Map<string, KnownWord>();
  private readonly catalog: Catalog;
  private readonly stopwords: ReadonlySet<string>;
  private readonly synonyms: readonly StemmedSynonym[];

  /** @param stopwords words that say nothing, in folded letters */
  constructor(catalog: Catalog, stopwords: ReadonlySet<string>) {
    this.catalog = catalog;
    this.stopwords = stopwords;
    this.synonyms = catalog.synonyms.map(({ language, word, typed }) => ({
      language,
      stems: this.stemNumbersOf(word, language),
      typed,
    }));
  }

  /** Words of questions, title, names, text, and what people type for them. */
  collectAnswer(answer: Answer): AnswerDocument {
    const entry = this.catalog.entries.get(answer.entry);
    for (const language of LANGUAGES) {
      const { title, questions, body } = answer.texts[language];
      const names = entry ? namesOf(entry, language) : [];
      const nameWeight = answer.topic === 'about' ? FIELD_WEIGHTS.aboutName : FIELD_WEIGHTS.name;
      const counts: WordCounts = new Map();
      this.count(counts, questions, FIELD_WEIGHTS.question);
      this.count(counts, [title], FIELD_WEIGHTS.title);
      this.count(counts, names, nameWeight);
      this.count(counts, plainLines(body), FIELD_WEIGHTS.body);
      this.add(counts, language);
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

  /** Each name of an entry as stems, and the name of its neighbour. */
  collectNames(entry: Entry, number: number): EntryName[] {
    return LANGUAGES.flatMap((language) =>
      namesWithNeighbour(entry, language).map((name) => ({
        entry: number,
        stems: this.stemNumbersOf(name, language),
      })),
    );
  }

  /** The stems of an entry's names and of the questions on it, which `own` answers. */
  collectUsage(entry: Entry, own: readonly Answer[]): TermValues {
    for (const language of LANGUAGES) {
      const questions = own.flatMap((answer) => answer.texts[language].questions);
      for (const text of [...namesWithNeighbour(entry, language), ...questions]) {
        for (const stem of this.stemNumbersOf(text, language)) this.stemSums.add(stem, 1);
      }
    }
    return this.stemSums.take();
  }

  /** The stems of the questions on one topic, without those that names are made of. */
  collectTopic(answers: readonly Answer[], nameStems: ReadonlySet<number>): TermValues {
    for (const language of LANGUAGES) {
      const counts: WordCounts = new Map();
      for (const answer of answers) this.count(counts, answer.texts[language].questions, 1);
      this.addStems(counts, language);
    }
    const { terms, values } = this.stemSums.take();
    const isKept = (_: unknown, place: number): boolean => !nameStems.has(terms[place] ?? -1);
    return { terms: terms.filter(isKept), values: values.filter(isKept) };
  }

  /** How often each word stands in the titles, questions and texts of answers in one language. */
  collectWords(answers: readonly Answer[], language: Language): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { texts } of answers) {
      const { title, questions, body } = texts[language];
      for (const text of [title, ...questions, ...plainLines(body)]) {
        for (const { typed } of this.split(text)) counts.set(typed, (counts.get(typed) ?? 0) + 1);
      }
    }
    return counts;
  }

  private add(counts: WordCounts, language: Language): void {
    this.addStems(counts, language);
    for (const [word, count] of counts) this.gramSums.addAll(word.grams, count);
  }

  private addStems(counts: WordCounts, language: Language): void {
    for (const [word, count] of counts) this.stemSums.add(this.stemOf(word, language), count);
  }

  private count(counts: WordCounts, texts: readonly string[], weight: number): void {
    for (const text of texts) {
      for (const word of this.split(text)) counts.set(word, (counts.get(word) ?? 0) + weight);
    }
  }

  private split(text: string): readonly KnownWord[] {
    const known = this.texts.get(text);
    if (known) return known;
    const words = listWords(normalizeText(text)).map((typed) => this.know(typed));
    this.texts.set(text, words);
    return words;
  }

  private know(typed: string): KnownWord {
    const known = this.words.get(typed);
    if (known) return known;
    const folded = foldLetters(typed);
    const grams =
      this.surfaces.get(folded)?.grams ?? gramsOf(folded).map((gram) => numberIn(this.grams, gram));
    const word = { typed, folded, grams, stems: {} };
    this.words.set(typed, word);
    return word;
  }

  private stemOf(word: KnownWord, language: Language): number {
    const known = word.stems[language];
    if (known !== undefined) return known;
    const stem = stemWord(word, language);
    const number = numberIn(this.stems, stem);
    word.stems[language] = number;
    const surface = this.surfaces.get(word.folded) ?? { grams: word.grams, stems: [] };
    this.surfaces.set(word.folded, surface);
    if (!surface.stems.includes(stem)) surface.stems.push(stem);
    return number;
  }

  private stemNumbersOf(text: string, language: Language): number[] {
    return this.split(text).map((word) => this.stemOf(word, language));
  }

  /** The stems of a text as a question's are taken: without the words that say nothing. */
  private tellingStemsOf(text: string, language: Language): number[] {
    const words = this.split(text);
    const telling = words.filter(({ folded }) => !this.stopwords.has(folded));
    return (telling.length > 0 ? telling : words).map((word) => this.stemOf(word, language));
  }

  /** A document that holds content's word is found by people's words for it as well. */
  private addSynonyms(language: Language): void {
    for (const synonym of this.synonyms) {
      if (synonym.language !== language) continue;
      const frequencies = synonym.stems.map((stem) => this.stemSums.sumOf(stem));
      const frequency = Math.min(...frequencies);
      if (frequency === 0) continue;
      const counts: WordCounts = new Map();
      this.count(counts, synonym.typed, frequency * FIELD_WEIGHTS.synonym);
      this.add(counts, language);
    }
  }
}

function namesOf({ name, aliases }: Entry, language: Language): string[] {
  return [name[language], ...aliases[language]];
}

function namesWithNeighbour(entry: Entry, language: Language): string[] {
  return [...namesOf(entry, language), ...(entry.neighbour ? [entry.neighbour[language]] : [])];
}
