// Is a question rather one on a subject that content is not for? "A job at a Khorgos warehouse" names a hub and a facility,
// and yet asks for a job. Subjects have example questions as answers have; they are weighed beside them, never shown.

import type { OutsideSubject } from '../catalog/index.ts';
import { forEachLanguage, LANGUAGES, type Language, remember } from '../language/index.ts';
import { addValues, buildPostings, eachOnce, numberIn, type Postings, TermSums } from './postings.ts';
import type { ReadQuestion, ReadWord } from './read-question.ts';
import { stemWord } from './stems.ts';
import { OUTSIDE } from './tuning.ts';
import { foldLetters, listWords } from './words.ts';

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
  const { stems, sizes, counted } = countStems(subjects, inside);
  const insideShares = Float64Array.from(
    stems.keys(),
    (stem) => inside.countOf(stem) / Math.max(1, inside.questions),
  );
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const totals = new Float64Array(stems.size);
  for (const { terms, values } of counted) {
    terms.forEach((stem, place) => {
      totals[stem] = (totals[stem] ?? 0) + (values[place] ?? 0);
    });
  }
  const documents = counted.map(({ terms, values }, subject) => {
    const size = sizes[subject] ?? 0;
    const telling = terms.map((stem, place) => {
      const count = values[place] ?? 0;
      // "Without" and "how much" stand in the questions of many subjects, and tell of none.
      const shareOfOthers = ((totals[stem] ?? 0) - count) / Math.max(1, total - size);
      return tellingOf(count, Math.max(insideShares[stem] ?? 0, shareOfOthers) * size);
    });
    const tells = (_: unknown, place: number): boolean => (telling[place] ?? 0) > 0;
    return { terms: terms.filter(tells), values: telling.filter(tells) };
  });
  return { subjects: subjects.map(({ id }) => id), stems, telling: buildPostings(documents, stems.size) };
}

/** @param expected how many of as many other questions hold the stem */
function tellingOf(count: number, expected: number): number {
  return Math.min(OUTSIDE.mostTelling, Math.log((count + OUTSIDE.small) / (expected + OUTSIDE.small)));
}

/** Numbers the stems; and for each subject, how many questions it has, and how many of them hold each stem. */
function countStems(subjects: readonly OutsideSubject[], inside: InsideUse) {
  const stems = new Map<string, number>();
  const numberers = forEachLanguage((language) => rememberStems(language, inside, stems));
  const sums = new TermSums();
  const counted = subjects.map(({ questions }) => {
    for (const language of LANGUAGES) {
      for (const question of questions[language]) {
        const numbers = listWords(question).map(numberers[language]);
        sums.addAll(
          eachOnce(numbers).filter((number) => number !== NO_STEM),
          1,
        );
      }
    }
    return sums.take();
  });
  const sizes = subjects.map(({ questions }) =>
    LANGUAGES.reduce((sum, language) => sum + questions[language].length, 0),
  );
  return { stems, sizes, counted };
}

/** The word says nothing, or names a place. */
const NO_STEM = -1;

/** Finds the number of a word's stem, once for each word. */
function rememberStems(
  language: Language,
  inside: InsideUse,
  stems: Map<string, number>,
): (written: string) => number {
  const numbers = new Map<string, number>();
  return (written) => {
    const known = numbers.get(written);
    if (known !== undefined) return known;
    const stem = stemOfWord(written, language, inside);
    const number = stem === undefined ? NO_STEM : numberIn(stems, stem);
    numbers.set(written, number);
    return number;
  };
}

function stemOfWord(
  written: string,
  language: Language,
  { stopwords, isPlace }: InsideUse,
): string | undefined {
  const typed = written.toLowerCase();
  const folded = foldLetters(typed);
  if (folded.length === 1 || stopwords.has(folded)) return undefined;
  const stem = stemWord({ typed, folded }, language);
  // People ask for work at Khorgos because they are there: the place tells of no subject.
  return written.charAt(0) !== typed.charAt(0) && isPlace(stem) ? undefined : stem;
}

/** Finds the subject that a question tells of most. */
export function matchOutside({ words, language }: ReadQuestion, index: OutsideIndex): OutsideMatch {
  const numbers = words.map((word) => index.stems.get(stemOfAsked(word, language, index)));
  const weights = new Float64Array(index.subjects.length);
  numbers.forEach((number, place) => {
    if (numbers.indexOf(number) === place) addValues(index.telling, number, 1, weights);
  });
  let best = 0;
  for (let subject = 1; subject < weights.length; subject += 1) {
    if ((weights[subject] ?? 0) > (weights[best] ?? 0)) best = subject;
  }
  const weight = weights[best] ?? 0;
  return { subject: weight > 0 ? index.subjects[best] : undefined, weight };
}

/** The stem of what was asked, not of the word of content that it was taken for. */
function stemOfAsked(word: ReadWord, language: Language, index: OutsideIndex): string {
  if (word.correctedTo === undefined) return word.stem;
  return remember(index, `${language} ${word.typed}`, () => stemWord(word, language));
}
