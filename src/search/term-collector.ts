// Texts of a catalog → the terms that the search index holds.

import { type Answer, type Catalog, type Entry, plainLines } from '../catalog/index.ts';
import { LANGUAGES, type Language } from '../language/index.ts';
import { gramsOf } from './grams.ts';
import type { EntryName } from './names.ts';
import { stemWord } from './stems.ts';
import { FIELD_WEIGHTS } from './tuning.ts';
import { splitWords, type Word } from './words.ts';

/** The terms of an answer: its stems and letter runs, by how much each counts. */
export interface AnswerDocument {
  readonly stems: Map<string, number>;
  readonly grams: Map<string, number>;
}

interface KnownWord {
  readonly stem: string;
  readonly grams: readonly string[];
}

/** Collects the terms of one catalog. What it learns of a word serves all texts that hold it. */
export class TermCollector {
  /** Each folded word of content with the stems it stands for; what unknown words are corrected to. */
  readonly surfaces = new Map<string, Set<string>>();
  private readonly words = new Map<string, KnownWord>();
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
      stems: this.stemsOf(word, language),
      typed,
    }));
  }

  /** Words of questions, title, names, text, and what people type for them. */
  collectAnswer(answer: Answer): AnswerDocument {
    const document: AnswerDocument = { stems: new Map(), grams: new Map() };
    const entry = this.catalog.entries.get(answer.entry);
    for (const language of LANGUAGES) {
      const { title, questions, body } = answer.texts[language];
      const names = entry ? [entry.name[language], ...entry.aliases[language]] : [];
      const nameWeight = answer.topic === 'about' ? FIELD_WEIGHTS.aboutName : FIELD_WEIGHTS.name;
      const counts = new Map<string, WordCount>();
      countWords(counts, questions, FIELD_WEIGHTS.question);
      countWords(counts, [title], FIELD_WEIGHTS.title);
      countWords(counts, names, nameWeight);
      countWords(counts, plainLines(body), FIELD_WEIGHTS.body);
      this.add(document, counts, language);
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
      return [title, ...questions, ...names].map((text) => this.stemsOf(text, language));
    });
  }

  /** Each name of an entry as stems, and the name of its neighbour. */
  collectNames(entry: Entry, number: number): EntryName[] {
    return LANGUAGES.flatMap((language) => {
      const neighbour = entry.neighbour ? [entry.neighbour[language]] : [];
      return [entry.name[language], ...entry.aliases[language], ...neighbour].map((name) => ({
        entry: number,
        stems: this.stemsOf(name, language),
      }));
    });
  }

  /** The stems of an entry's names and of the questions on it, which `own` answers. */
  collectUsage(entry: Entry, own: readonly Answer[]): Map<string, number> {
    const stems = new Map<string, number>();
    for (const { stems: words } of this.collectNames(entry, 0)) {
      for (const stem of words) addTo(stems, stem, 1);
    }
    for (const language of LANGUAGES) {
      for (const question of own.flatMap((answer) => answer.texts[language].questions)) {
        for (const stem of this.stemsOf(question, language)) addTo(stems, stem, 1);
      }
    }
    return stems;
  }

  /** The stems of the questions on one topic, without those that names are made of. */
  collectTopic(answers: readonly Answer[], nameStems: ReadonlySet<string>): Map<string, number> {
    const document: AnswerDocument = { stems: new Map(), grams: new Map() };
    for (const language of LANGUAGES) {
      const counts = new Map<string, WordCount>();
      for (const answer of answers) countWords(counts, answer.texts[language].questions, 1);
      this.add(document, counts, language);
      this.addSynonyms(document, language);
    }
    return new Map([...document.stems].filter(([stem]) => !nameStems.has(stem)));
  }

  private add(document: AnswerDocument, counts: ReadonlyMap<string, WordCount>, language: Language): void {
    for (const { word, count } of counts.values()) {
      const { stem, grams } = this.know(word, language);
      addTo(document.stems, stem, count);
      for (const gram of grams) addTo(document.grams, gram, count);
    }
  }

  private stemsOf(text: string, language: Language): string[] {
    return splitWords(text).map((word) => this.know(word, language).stem);
  }

  /** A few words make up most of all texts, so each is stemmed and cut up once. */
  private know(word: Word, language: Language): KnownWord {
    const key = `${language} ${word.typed}`;
    const known = this.words.get(key);
    if (known) return known;
    const learned = { stem: stemWord(word, language), grams: gramsOf(word.folded) };
    this.words.set(key, learned);
    const stems = this.surfaces.get(word.folded) ?? new Set();
    this.surfaces.set(word.folded, stems.add(learned.stem));
    return learned;
  }

  /** A document that holds content's word is found by people's words for it as well. */
  private addSynonyms(document: AnswerDocument, language: Language): void {
    for (const synonym of this.synonyms) {
      if (synonym.language !== language) continue;
      const frequencies = synonym.stems.map((stem) => document.stems.get(stem) ?? 0);
      const frequency = Math.min(...frequencies);
      if (frequency === 0) continue;
      const counts = new Map<string, WordCount>();
      countWords(counts, synonym.typed, frequency * FIELD_WEIGHTS.synonym);
      this.add(document, counts, language);
    }
  }
}

/** A word, and how often it stands in a text, weighted. */
interface WordCount {
  readonly word: Word;
  count: number;
}

/** A text says a word again and again; it is stemmed and cut up once for all of them. */
function countWords(counts: Map<string, WordCount>, texts: readonly string[], weight: number): void {
  for (const text of texts) {
    for (const word of splitWords(text)) {
      const known = counts.get(word.typed);
      if (known) known.count += weight;
      else counts.set(word.typed, { word, count: weight });
    }
  }
}

function addTo(frequencies: Map<string, number>, term: string, weight: number): void {
  frequencies.set(term, (frequencies.get(term) ?? 0) + weight);
}
