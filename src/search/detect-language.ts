// Which language is a question in, and how was it typed? Letters that only Kazakh has decide at once; otherwise
// trigrams of skeletons, learned from content, weigh the languages against each other in each way of typing.

import { forEachLanguage, LANGUAGES, type Language, remember } from '../language/index.ts';
import { countLetters, foldLetters, listWords, normalizeText } from './words.ts';
import { retypeInCyrillic, retypeInLatin, skeletonOf } from './writing.ts';

/** How a text was typed: as its language is written, in Latin letters, or with the keyboard set to another language. */
export type Typing = 'plain' | 'latin' | 'keyboard';

/** Trigram probabilities of each language, over the skeletons of its words. */
export interface LanguageModels {
  readonly trigrams: Readonly<Record<Language, ReadonlyMap<number, number>>>;
  /** Skeletons of words that texts in two languages hold, mostly names: they tell none. */
  readonly shared: ReadonlySet<string>;
  /** The words of English texts: what is made of them is English, whatever else the letters may stand for. */
  readonly english: ReadonlySet<string>;
}

/** A language and how clear it is: 0 none, 1 and more certain (log-likelihood ratio per trigram). */
export interface DetectedLanguage {
  readonly language: Language;
  readonly clarity: number;
  readonly typing: Typing;
  /** The text in lower case, retyped where the keyboard was set wrong. */
  readonly text: string;
}

/** A word, in lower case, its skeleton, and how often it stands in a language's texts. */
export interface CountedWord {
  readonly typed: string;
  readonly skeleton: string;
  readonly count: number;
}

/** Learns trigrams from the words of each language. */
export function learnLanguages(words: Readonly<Record<Language, readonly CountedWord[]>>): LanguageModels {
  const holders = new Map<string, number>();
  for (const language of LANGUAGES) {
    for (const skeleton of new Set(words[language].map((word) => word.skeleton))) {
      holders.set(skeleton, (holders.get(skeleton) ?? 0) + 1);
    }
  }
  const shared = [...holders].filter(([, count]) => count > 1).map(([skeleton]) => skeleton);
  return {
    trigrams: forEachLanguage((language) => learn(words[language])),
    shared: new Set(shared),
    english: new Set(words.en.map(({ typed }) => typed)),
  };
}

function learn(words: readonly CountedWord[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  let total = 0;
  for (const { skeleton, count } of words) {
    for (const trigram of trigramsOf(skeleton)) {
      counts.set(trigram, (counts.get(trigram) ?? 0) + count);
      total += count;
    }
  }
  const size = counts.size + 1;
  const probabilities = new Map<number, number>([[UNKNOWN, Math.log(0.5 / (total + size))]]);
  for (const [trigram, count] of counts) probabilities.set(trigram, Math.log((count + 0.5) / (total + size)));
  return probabilities;
}

/** The key of what a trigram weighs that a language does not hold. */
const UNKNOWN = 0;

/** Skeletons have Latin letters and digits; letters of other scripts may meet, which tells none of the three. */
const LETTER_BITS = 10;
const LETTER_MASK = 2 ** LETTER_BITS - 1;
const EDGE = ' '.charCodeAt(0);

/** The trigrams of a skeleton, its ends marked, as numbers that hold their letters. */
function trigramsOf(skeleton: string): number[] {
  const trigrams: number[] = [];
  let last = EDGE;
  for (let place = 0; place <= skeleton.length; place += 1) {
    const letter = place < skeleton.length ? skeleton.charCodeAt(place) & LETTER_MASK : EDGE;
    if (place > 0) trigrams.push((last << LETTER_BITS) | letter);
    last = ((last & LETTER_MASK) << LETTER_BITS) | letter;
  }
  return trigrams;
}

/**
 * Tells the language of a question, and how it was typed.
 * @param fallback the chat's language: taken where the text does not tell (a bare name, digits only)
 */
export function detectLanguage(text: string, models: LanguageModels, fallback: Language): DetectedLanguage {
  const normalized = normalizeText(text);
  const { latin, cyrillic } = countLetters(normalized);
  const plain = { typing: 'plain', text: normalized } as const;
  if (latin + cyrillic === 0) return { ...plain, language: fallback, clarity: 0 };
  const isLatin = latin > cyrillic;
  const words = weighWords(normalized, isLatin, models);
  const kazakh = isLatin ? 0 : words.filter(({ text }) => /[әғқңөұүһі]/.test(text)).length;
  if (kazakh > 0 && kazakh >= words.length * KAZAKH_WORDS) return { ...plain, language: 'kk', clarity: 1 };
  if (isLatin && words.every(({ text }) => models.english.has(text)))
    return { ...plain, language: 'en', clarity: 1 };
  const isBareName = words.every((word) => word.isShared);
  if (isBareName && !isLatin && fallback !== 'en') return { ...plain, language: fallback, clarity: 0 };
  const readings = isLatin ? readLatin(normalized, words, models) : readCyrillic(normalized, words, models);
  const weighed = readings
    .map((reading) => ({
      ...reading,
      fit: likelihood(reading) - HANDICAPS[reading.typing],
    }))
    .sort((left, right) => right.fit - left.fit);
  const [best, second] = weighed;
  if (!best) return { ...plain, language: fallback, clarity: 0 };
  const clarity = best.fit - (second?.fit ?? 0);
  const { language, typing } = best;
  if (!isLatin && typing === 'plain' && clarity < UNCLEAR && fallback !== 'en')
    return { ...plain, language: fallback, clarity };
  return { language, clarity, typing, text: best.text };
}

/** Below this difference of log-likelihoods a trigram, a text (mostly a bare name) does not tell its language. */
const UNCLEAR = 0.42;

/** The share of words with letters that only Kazakh has from which on a text is Kazakh; below it may hold a Kazakh name. */
const KAZAKH_WORDS = 0.25;

/** How much better than plain typing another one must fit; log-likelihood a trigram. */
const HANDICAPS: Readonly<Record<Typing, number>> = { plain: 0, latin: 0.15, keyboard: 0.35 };

interface Reading {
  readonly language: Language;
  readonly typing: Typing;
  readonly text: string;
  readonly words: readonly WeighedWord[];
}

function readLatin(text: string, words: readonly WeighedWord[], models: LanguageModels): Reading[] {
  const retyped = (language: 'kk' | 'ru'): Reading => {
    const meant = retypeInCyrillic(text, language);
    return { language, typing: 'keyboard', text: meant, words: weighWords(meant, false, models) };
  };
  return [
    { language: 'en', typing: 'plain', text, words },
    { language: 'ru', typing: 'latin', text, words },
    { language: 'kk', typing: 'latin', text, words },
    ...(isPlausible(words) ? [] : [retyped('ru'), retyped('kk')]),
  ];
}

function readCyrillic(text: string, all: readonly WeighedWord[], models: LanguageModels): Reading[] {
  const retyped = (): Reading => {
    const meant = retypeInLatin(text);
    return { language: 'en', typing: 'keyboard', text: meant, words: weighWords(meant, true, models) };
  };
  const telling = all.filter(({ isShared }) => !isShared);
  const words = telling.length > 0 ? telling : all;
  return [
    { language: 'kk', typing: 'plain', text, words },
    { language: 'ru', typing: 'plain', text, words },
    ...(isPlausible(all) ? [] : [retyped()]),
  ];
}

/** Words that could be words as they stand; nearly all are, and then nobody asks what another keyboard makes of them. */
function isPlausible(words: readonly WeighedWord[]): boolean {
  return words.every((word) => word.isPlausible);
}

/** A word's trigrams: how many, and the sum of their log-likelihoods in each language. */
interface WeighedWord {
  /** In lower case. */
  readonly text: string;
  readonly count: number;
  readonly sums: Readonly<Record<Language, number>>;
  readonly isShared: boolean;
  readonly isLatin: boolean;
  readonly isCyrillic: boolean;
  /** Some language holds all of its trigrams. */
  readonly isPlausible: boolean;
}

/** Weighs a text's words in one script; words in another are mostly names. */
function weighWords(text: string, isLatin: boolean, models: LanguageModels): WeighedWord[] {
  return listWords(text)
    .map((word) => remember(models, word, () => weighWord(word, models)))
    .filter((word) => (isLatin ? word.isLatin : word.isCyrillic));
}

function weighWord(text: string, { trigrams, shared }: LanguageModels): WeighedWord {
  const { latin, cyrillic } = countLetters(text);
  const skeleton = skeletonOf(foldLetters(text));
  const own = trigramsOf(skeleton);
  const sums = forEachLanguage((language) => {
    const unknown = trigrams[language].get(UNKNOWN) ?? 0;
    return own.reduce((sum, trigram) => sum + (trigrams[language].get(trigram) ?? unknown), 0);
  });
  const isShared = shared.has(skeleton);
  return {
    text,
    count: own.length,
    sums,
    isShared,
    isLatin: latin > 0,
    isCyrillic: cyrillic > 0,
    isPlausible: LANGUAGES.some((language) => own.every((trigram) => trigrams[language].has(trigram))),
  };
}

/** The mean log-likelihood of a trigram. */
function likelihood({ words, language }: Reading): number {
  let sum = 0;
  let count = 0;
  for (const word of words) {
    sum += word.sums[language];
    count += word.count;
  }
  return count === 0 ? Number.NEGATIVE_INFINITY : sum / count;
}
