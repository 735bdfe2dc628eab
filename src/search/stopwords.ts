// What says nothing of what is asked: words such as "please", and phrases such as "have a nice day", whose words may
// say something elsewhere.

import type { Catalog } from '../catalog/index.ts';
import { LANGUAGES } from '../language/index.ts';
import type { CountedWord } from './detect-language.ts';
import { STOPWORD_COUNT } from './tuning.ts';
import { splitWords } from './words.ts';
import { skeletonOf } from './writing.ts';

/** Words and phrases that say nothing, in folded letters; plain data. */
export interface Stopwords {
  readonly words: ReadonlySet<string>;
  /** Phrases by their first words, as lists of words. */
  readonly phrases: ReadonlyMap<string, readonly (readonly string[])[]>;
}

/** Reads the stopwords of all languages together: people mix them. */
export function readStopwords(stopwords: Catalog['stopwords']): Stopwords {
  const words = new Set<string>();
  const phrases = new Map<string, (readonly string[])[]>();
  for (const text of new Set(LANGUAGES.flatMap((language) => stopwords[language]))) {
    const folded = splitWords(text).map((word) => word.folded);
    const [first] = folded;
    if (first === undefined) continue;
    if (folded.length === 1) words.add(first);
    else phrases.set(first, [...(phrases.get(first) ?? []), folded]);
  }
  return { words, phrases };
}

/** The stopwords of a language as words of its texts, which hold no greetings: they tell the language of one. */
export function countStopwords(texts: readonly string[]): CountedWord[] {
  return texts
    .flatMap((text) => splitWords(text))
    .map(({ typed, folded }) => ({ typed, skeleton: skeletonOf(folded), count: STOPWORD_COUNT }));
}

/** Finds the places of words that stand in a phrase which says nothing; `words` are in folded letters. */
export function findStopPhrases(words: readonly string[], { phrases }: Stopwords): ReadonlySet<number> {
  const places = new Set<number>();
  words.forEach((first, start) => {
    for (const phrase of phrases.get(first) ?? []) {
      if (phrase.every((word, place) => word === words[start + place]))
        phrase.forEach((_, place) => {
          places.add(start + place);
        });
    }
  });
  return places;
}
