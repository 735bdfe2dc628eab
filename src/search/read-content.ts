// The texts of a catalog as words and stems by number: each text is read once, whatever is then learnt from it.

import { type Answer, type Catalog, type Entry, plainLines } from '../catalog/index.ts';
import { forEachLanguage, type Language } from '../language/index.ts';
import { readStopwords, type Stopwords } from './stopwords.ts';
import { type StemmedText, WordBook } from './word-book.ts';

/** An answer, its entry's number, and its texts in each language. */
export interface ReadAnswer {
  readonly answer: Answer;
  readonly entry: number;
  readonly texts: Readonly<Record<Language, AnswerTexts>>;
}

/** The texts of an answer in one language; `lines` are those of its body. */
export interface AnswerTexts {
  readonly title: StemmedText;
  readonly questions: readonly StemmedText[];
  readonly lines: readonly StemmedText[];
}

/** An entry with the numbers of its answers; its names, the proper one first, and its neighbour's, if it has one. */
export interface ReadEntry {
  readonly entry: Entry;
  readonly answers: readonly number[];
  readonly names: Readonly<Record<Language, readonly StemmedText[]>>;
  readonly neighbour: Readonly<Record<Language, readonly StemmedText[]>>;
}

/** A word of content, and what people type for it. */
export interface ReadSynonym {
  readonly word: StemmedText;
  readonly typed: readonly StemmedText[];
}

/** What a catalog says, without drafts: they never answer. Answers and entries are known by their places. */
export interface ReadContent {
  readonly book: WordBook;
  readonly answers: readonly ReadAnswer[];
  readonly entries: readonly ReadEntry[];
  readonly synonyms: Readonly<Record<Language, readonly ReadSynonym[]>>;
  readonly stopwords: Stopwords;
}

/** Reads the texts of a catalog. */
export function readContent(catalog: Catalog): ReadContent {
  const stopwords = readStopwords(catalog.stopwords);
  const book = new WordBook(stopwords.words);
  const readAll = (texts: readonly string[], language: Language): StemmedText[] =>
    texts.map((text) => book.read(text, language));
  const synonyms = forEachLanguage((own) =>
    catalog.synonyms
      .filter(({ language }) => language === own)
      .map(({ word, typed }) => ({ word: book.read(word, own), typed: readAll(typed, own) })),
  );
  const shown = [...catalog.answers.values()].filter((answer) => !answer.draft);
  const used = new Set(shown.map(({ entry }) => entry));
  const numbers = new Map(
    [...catalog.entries.keys()].filter((id) => used.has(id)).map((id, place) => [id, place]),
  );
  const own = new Map<number, number[]>();
  const answers = shown.map((answer, number) => {
    const entry = numbers.get(answer.entry) ?? -1;
    own.set(entry, [...(own.get(entry) ?? []), number]);
    const texts = forEachLanguage((language) => {
      const { title, questions, body } = answer.texts[language];
      return {
        title: book.read(title, language),
        questions: readAll(questions, language),
        lines: readAll(plainLines(body), language),
      };
    });
    return { answer, entry, texts };
  });
  const entries = [...catalog.entries.values()]
    .filter(({ id }) => used.has(id))
    .map((entry, number) => ({
      entry,
      answers: own.get(number) ?? [],
      names: forEachLanguage((language) =>
        readAll([entry.name[language], ...entry.aliases[language]], language),
      ),
      neighbour: forEachLanguage((language) =>
        readAll(entry.neighbour ? [entry.neighbour[language]] : [], language),
      ),
    }));
  return { book, answers, entries, synonyms, stopwords };
}
