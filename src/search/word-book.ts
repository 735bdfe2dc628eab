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
  /** The numbers of its letter runs. */
  readonly grams: readonly number[];
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
  private readonly texts = new Map<string, readonly number[]>();
  private readonly numbers = new Map<string, number>();
  /** The numbers of the words' stems: a word's in each language, one after the other. */
  private readonly stemNumbers: number[] = [];

  /** The numbers of a text's words. */
  split(text: string): readonly number[] {
    const known = this.texts.get(text);
    if (known) return known;
    const words = listWords(normalizeText(text)).map((typed) => this.numberOf(typed));
    this.texts.set(text, words);
    return words;
  }

  /** The numbers of the stems that words have in one language. */
  stemsOf(words: readonly number[], language: Language): number[] {
    const place = LANGUAGES.indexOf(language);
    return words.map((word) => {
      const known = this.stemNumbers[word * LANGUAGES.length + place] ?? NOT_STEMMED;
      return known === NOT_STEMMED ? this.stem(word, language) : known;
    });
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
    this.words.push({ typed, folded, skeleton, grams });
    this.numbers.set(typed, number);
    for (const _ of LANGUAGES) this.stemNumbers.push(NOT_STEMMED);
    return number;
  }

  private stem(number: number, language: Language): number {
    const word = this.words[number];
    if (!word) return NOT_STEMMED;
    const stem = stemWord(word, language);
    const stemNumber = numberIn(this.stems, stem);
    this.stemNumbers[number * LANGUAGES.length + LANGUAGES.indexOf(language)] = stemNumber;
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
