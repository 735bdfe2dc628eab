// What a catalog says → the terms that the parts of the search index hold.

import { LANGUAGES, type Language } from '../language/index.ts';
import type { CountedWord } from './detect-language.ts';
import type { EntryName } from './names.ts';
import { TermSums, type TermValues } from './postings.ts';
import type { AnswerTexts, ReadAnswer, ReadContent, ReadEntry } from './read-content.ts';
import { FIELD_WEIGHTS } from './tuning.ts';
import type { StemmedText } from './word-book.ts';

/** The terms of answers, by number: their stems and letter runs, by how much each counts. */
export interface AnswerDocuments {
  readonly stems: readonly TermValues[];
  readonly grams: readonly TermValues[];
}

/** Words of questions, title, names, text, and what people type for them. */
export function collectAnswers({ answers, entries, synonyms, book }: ReadContent): AnswerDocuments {
  const stemSums = new TermSums();
  const gramSums = new TermSums();
  const wordSums = new TermSums();
  const count = ({ words, stems }: StemmedText, weight: number): void => {
    stemSums.addAll(stems, weight);
    wordSums.addAll(words, weight);
  };
  const documents = answers.map(({ answer, entry, texts }) => {
    const nameWeight = answer.topic === 'about' ? FIELD_WEIGHTS.aboutName : FIELD_WEIGHTS.name;
    for (const language of LANGUAGES) {
      const { title, questions, lines } = texts[language];
      for (const question of questions) count(question, FIELD_WEIGHTS.question);
      count(title, FIELD_WEIGHTS.title);
      for (const name of entries[entry]?.names[language] ?? []) count(name, nameWeight);
      for (const line of lines) count(line, FIELD_WEIGHTS.body);
      // A document that holds content's word is found by people's words for it as well.
      for (const { word, typed } of synonyms[language]) {
        const frequency = stemSums.leastOf(word.stems);
        if (frequency > 0) for (const text of typed) count(text, frequency * FIELD_WEIGHTS.synonym);
      }
    }
    const { terms, values } = wordSums.take();
    terms.forEach((word, place) => {
      gramSums.addAll(book.words[word]?.grams ?? [], values[place] ?? 0);
    });
    return { stems: stemSums.take(), grams: gramSums.take() };
  });
  return { stems: documents.map(({ stems }) => stems), grams: documents.map(({ grams }) => grams) };
}

/**
 * Each example as stems, without the words that say nothing: the title and the questions; for an overview also the
 * entry's names, asked alone.
 */
export function collectExamples(
  { answer, entry, texts }: ReadAnswer,
  language: Language,
  { entries }: ReadContent,
): (readonly number[])[] {
  const names = answer.topic === 'about' ? entries[entry]?.names[language] : [];
  return [...wordingsIn(texts[language]), ...(names ?? [])].map(({ telling }) => telling);
}

/** Questions and title as all of their stems, of words that say nothing too. */
export function collectWordings({ texts }: ReadAnswer): (readonly number[])[] {
  return LANGUAGES.flatMap((language) => wordingsIn(texts[language]).map(({ stems }) => stems));
}

/** Each name of an entry as stems, and the name of its neighbour. */
export function collectNames(entry: ReadEntry, number: number): EntryName[] {
  return LANGUAGES.flatMap((language) =>
    namesWithNeighbour(entry, language).map(({ stems }) => ({ entry: number, stems })),
  );
}

/** In which share of an entry's names a stem stands; 1 for those of its name itself. */
export function collectNameWords({ names }: ReadEntry, language: Language): TermValues {
  const shares = new Map<number, number>();
  const own = names[language];
  for (const { stems } of own) {
    for (const stem of new Set(stems)) shares.set(stem, (shares.get(stem) ?? 0) + 1 / own.length);
  }
  for (const stem of own[0]?.stems ?? []) shares.set(stem, 1);
  return { terms: [...shares.keys()], values: [...shares.values()] };
}

/** The stems of each entry's names and of the questions on it. */
export function collectUsages({ entries, answers }: ReadContent): TermValues[] {
  const sums = new TermSums();
  return entries.map((entry) => {
    for (const language of LANGUAGES) {
      for (const { stems } of namesWithNeighbour(entry, language)) sums.addAll(stems, 1);
      for (const answer of entry.answers) {
        for (const { stems } of answers[answer]?.texts[language].questions ?? []) sums.addAll(stems, 1);
      }
    }
    return sums.take();
  });
}

/** The stems of the questions on one topic, without those that names are made of. */
export function collectTopic(answers: readonly ReadAnswer[], nameStems: ReadonlySet<number>): TermValues {
  const sums = new TermSums();
  for (const { texts } of answers) {
    for (const language of LANGUAGES)
      for (const { stems } of texts[language].questions) sums.addAll(stems, 1);
  }
  const { terms, values } = sums.take();
  const isKept = (_: unknown, place: number): boolean => !nameStems.has(terms[place] ?? -1);
  return { terms: terms.filter(isKept), values: values.filter(isKept) };
}

/** How often each word stands in the titles, questions and texts of answers in one language. */
export function countWords({ answers, book }: ReadContent, language: Language): CountedWord[] {
  const sums = new TermSums();
  for (const { texts } of answers) {
    for (const { words } of [...wordingsIn(texts[language]), ...texts[language].lines]) sums.addAll(words, 1);
  }
  const { terms, values } = sums.take();
  return terms.flatMap((number, place) => {
    const word = book.words[number];
    return word ? [{ typed: word.typed, skeleton: word.skeleton, count: values[place] ?? 0 }] : [];
  });
}

function wordingsIn({ title, questions }: AnswerTexts): readonly StemmedText[] {
  return [title, ...questions];
}

function namesWithNeighbour({ names, neighbour }: ReadEntry, language: Language): readonly StemmedText[] {
  return [...names[language], ...neighbour[language]];
}
