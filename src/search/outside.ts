// Is a question rather one on a subject that content is not for? "A job at a Khorgos warehouse" names a hub and a facility,
// and yet asks for a job. Subjects have example questions as answers have; they are weighed beside them, never shown.

import type { OutsideSubject } from '../catalog/index.ts';
import { LANGUAGES, type Language } from '../language/index.ts';
import { addValues, buildPostings, numberIn, type Postings } from './postings.ts';
import type { ReadQuestion } from './read-question.ts';
import { stemWord } from './stems.ts';
import { OUTSIDE } from './tuning.ts';
import { foldLetters, type Word } from './words.ts';

/** Subjects that content is not for, ready for look-up; plain data. */
export interface OutsideIndex {
  /** The subjects' ids; a subject is known by its place. */
  readonly subjects: readonly string[];
  /** The numbers of stems that tell of a subject. */
  readonly stems: ReadonlyMap<string, number>;
  /** How much a stem tells of each subject; a document a subject. */
  readonly telling: Postings;
}

/** The subject that a question tells of most; none where no word of it tells of any. */
export interface OutsideMatch {
  readonly subject: string | undefined;
  /** How much it tells, as a sum of logarithms; 0 for none. */
  readonly weight: number;
}

/** What the questions of content tell of stems. */
export interface InsideUse {
  /** How many example questions there are, and how many of them, or of the answers' texts, hold a stem. */
  readonly questions: number;
  readonly countOf: (stem: string) => number;
  /** Tells whether a stem stands in the name of a hub or facility. */
  readonly isPlace: (stem: string) => boolean;
  /** Words that say nothing, in folded letters. */
  readonly stopwords: ReadonlySet<string>;
}

/** Builds the index: a stem tells of a subject by how much more often its questions hold it than others. */
export function buildOutsideIndex(subjects: readonly OutsideSubject[], inside: InsideUse): OutsideIndex {
  const stems = new Map<string, number>();
  const counted = countStems(subjects, inside);
  const all = { size: 0, counts: new Map<string, number>() };
  for (const { size, counts } of counted) {
    all.size += size;
    for (const [stem, count] of counts) all.counts.set(stem, (all.counts.get(stem) ?? 0) + count);
  }
  const documents = counted.map(({ size, counts }) => {
    const told = [...counts].map(([stem, count]) => {
      const shareInside = inside.countOf(stem) / Math.max(1, inside.questions);
      // "Without" and "how much" stand in the questions of many subjects, and tell of none.
      const shareOfOthers = ((all.counts.get(stem) ?? 0) - count) / Math.max(1, all.size - size);
      return { stem, weight: tellingOf(count, Math.max(shareInside, shareOfOthers) * size) };
    });
    const telling = told.filter(({ weight }) => weight > 0);
    return {
      terms: telling.map(({ stem }) => numberIn(stems, stem)),
      values: telling.map(({ weight }) => weight),
    };
  });
  const telling = buildPostings(documents, stems.size);
  return { subjects: subjects.map(({ id }) => id), stems, telling };
}

/** @param expected how many of as many other questions hold the stem */
function tellingOf(count: number, expected: number): number {
  return Math.min(OUTSIDE.mostTelling, Math.log((count + OUTSIDE.small) / (expected + OUTSIDE.small)));
}

/** How many questions each subject has, and how many of them hold each stem. */
function countStems(subjects: readonly OutsideSubject[], inside: InsideUse) {
  const counted = subjects.map(({ questions }) => ({
    size: LANGUAGES.reduce((sum, language) => sum + questions[language].length, 0),
    counts: new Map<string, number>(),
  }));
  for (const language of LANGUAGES) {
    const stemOf = rememberStems(language);
    subjects.forEach(({ questions }, subject) => {
      const own = counted[subject]?.counts;
      for (const question of questions[language]) {
        for (const stem of stemsOf(question, stemOf, inside)) own?.set(stem, (own.get(stem) ?? 0) + 1);
      }
    });
  }
  return counted;
}

/** Stems each word once: subjects say many of them again and again. */
function rememberStems(language: Language): (word: Word) => string {
  const stems = new Map<string, string>();
  return (word) => {
    const stem = stems.get(word.typed) ?? stemWord(word, language);
    stems.set(word.typed, stem);
    return stem;
  };
}

/** The stems of an example, each once: without words that say nothing, and without names of places. */
function stemsOf(
  question: string,
  stemOf: (word: Word) => string,
  { stopwords, isPlace }: InsideUse,
): Set<string> {
  const stems = new Set<string>();
  for (const written of question.normalize('NFKC').match(/[\p{L}\p{N}]+/gu) ?? []) {
    const typed = written.toLowerCase();
    const folded = foldLetters(typed);
    if (stopwords.has(folded) || LONE_LETTER.test(folded)) continue;
    const stem = stemOf({ typed, folded });
    // People ask for work at Khorgos because they are there: the place tells of no subject.
    const isName = written.charAt(0) !== typed.charAt(0) && isPlace(stem);
    if (!isName) stems.add(stem);
  }
  return stems;
}

const LONE_LETTER = /^\p{L}$/u;

/** Finds the subject that a question tells of most. */
export function matchOutside({ words, language }: ReadQuestion, index: OutsideIndex): OutsideMatch {
  // What was asked, not the word of content that it was taken for.
  const stems = words.map((word) => (word.correctedTo === undefined ? word.stem : stemWord(word, language)));
  const weights = new Float64Array(index.subjects.length);
  for (const stem of new Set(stems)) addValues(index.telling, index.stems.get(stem), 1, weights);
  const weight = weights.reduce((most, own) => Math.max(most, own), 0);
  return { subject: weight > 0 ? index.subjects[weights.indexOf(weight)] : undefined, weight };
}
