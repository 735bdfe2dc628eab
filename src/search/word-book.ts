// The words of a catalog's texts, each once: what it folds to, its letter runs, its stem in each language. From here
// on words, stems and letter runs go by number: a catalog says the same words again and again.

import { LANGUAGES, type Language } from '../language/index.ts';
import { gramsOf } from './grams.ts';
import { numberIn } from './postings.ts';
import { stemWord } from './stems.ts';
import type { Surface } from './vocabulary.ts';
import { foldLetters, listWords, normalizeText, type Word } from './words.ts';
import { skeletonOf } from './writing.ts';

/** A word of content. */
export interface KnownWord extends Word {
  readonly skeleton: string;
  readonly saysNothing: boolean;
  /** The numbers of its letter runs. */
  readonly grams: readonly number[];
}

/** A text as its words and their stems, by number. */
export interface StemmedText {
  readonly words: readonly number[];
  readonly stems: readonly number[];
  /** As a question's are taken: without the words that say nothing, unless there are no others. */
  readonly telling: readonly number[];
}

/** Collects the words of texts. */
export class WordBook {
  /** The words, each at its number. */
  readonly words: KnownWord[] = [];
  /** The numbers of stems and of letter runs, from 0 on. */
  readonly stems = new Map<string, number>();
  readonly grams = new Map<number, number>();
  /** Each folded word that was stemmed; what unknown words are corrected to. */
  readonly surfaces = new Map<string, Surface>();
  private readonly numbers = new Map<string, number>();
  /** The numbers of the words' stems: a word's in each language, one after the other. */
  private readonly stemNumbers: number[] = [];
  private readonly stopwords: ReadonlySet<string>;

  /** @param stopwords words that say nothing, in folded letters */
  constructor(stopwords: ReadonlySet<string>) {
    this.stopwords = stopwords;
  }

  /** Reads a text in its language. */
  read(text: string, language: Language): StemmedText {
    const words: number[] = [];
    const stems: number[] = [];
    const telling: number[] = [];
    for (const typed of listWords(normalizeText(text))) {
      const word = this.numberOf(typed);
      const stem = this.stemOf(word, language);
      words.push(word);
      stems.push(stem);
      if (!this.words[word]?.saysNothing) telling.push(stem);
    }
    return { words, stems, telling: telling.length > 0 ? telling : stems };
  }

  private numberOf(typed: string): number {
    const known = this.numbers.get(typed);
    if (known !== undefined) return known;
    const number = this.words.length;
    const folded = foldLetters(typed);
    const { skeleton, grams } = this.surfaces.get(folded) ?? {
      skeleton: skeletonOf(folded),
      grams: gramsOf(folded).map((gram) => numberIn(this.grams, gram)),
    };
    this.words.push({ typed, folded, skeleton, grams, saysNothing: this.stopwords.has(folded) });
    this.numbers.set(typed, number);
    for (const _ of LANGUAGES) this.stemNumbers.push(NOT_STEMMED);
    return number;
  }

  /** The number of the stem that a word has in a language. */
  private stemOf(number: number, language: Language): number {
    const place = number * LANGUAGES.length + LANGUAGES.indexOf(language);
    const known = this.stemNumbers[place] ?? NOT_STEMMED;
    if (known !== NOT_STEMMED) return known;
    const word = this.words[number];
    if (!word) return NOT_STEMMED;
    const stem = stemWord(word, language);
    const stemNumber = numberIn(this.stems, stem);
    this.stemNumbers[place] = stemNumber;
    const surface = this.surfaces.get(word.folded) ?? {
      skeleton: word.skeleton,
      grams: word.grams,
      stems: [],
    };
    this.surfaces.set(word.folded, surface);
    if (!surface.stems.includes(stem)) surface.stems.push(stem);
    return stemNumber;
  }
}

/** The word was not met in the language yet. */
const NOT_STEMMED = -1;
