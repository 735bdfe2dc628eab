// A question's text → its language and terms: words that say something, stemmed, unknown ones corrected.

import type { Language } from '../language/index.ts';
import { detectLanguage } from './detect-language.ts';
import type { SearchIndex } from './search-index.ts';
import { stemWord } from './stems.ts';
import { type Correction, correctWord, stemsOfWord } from './vocabulary.ts';
import { hasTerm, type QuestionTerm } from './weighted-index.ts';
import { splitWords, type Word } from './words.ts';

/** A word of the question and what was made of it. */
export interface ReadWord {
  readonly typed: string;
  readonly folded: string;
  readonly stem: string;
  /** The word of content that an unknown word was taken for. */
  readonly correctedTo?: string;
  /** 1, or less for a corrected word. */
  readonly trust: number;
}

/** A question, read. */
export interface ReadQuestion {
  readonly language: Language;
  /** How clear the language is; 0 when the chat's language was taken. */
  readonly clarity: number;
  readonly words: readonly ReadWord[];
}

/** Reads a question against the words that an index knows. `chatLanguage` decides where the text does not tell. */
export function readQuestion(text: string, chatLanguage: Language, index: SearchIndex): ReadQuestion {
  const { language, clarity } = detectLanguage(text, index.languages, chatLanguage);
  const words = splitWords(text)
    .filter(({ folded }) => !index.stopwords.has(folded) && !LONE_LETTER.test(folded))
    .map((word) => readWord(word, language, index));
  return { language, clarity, words };
}

/** The question's words as terms for an index of stems. */
export function stemTerms({ words }: ReadQuestion): QuestionTerm[] {
  return words.map(({ stem, trust }) => ({ term: stem, trust }));
}

/** Says nothing by itself: a preposition, an initial, what is left of markup. */
const LONE_LETTER = /^\p{L}$/u;

function readWord(word: Word, language: Language, index: SearchIndex): ReadWord {
  const base = { typed: word.typed, folded: word.folded };
  const stem = stemWord(word, language);
  if (hasTerm(index.words, stem)) return { ...base, stem, trust: 1 };
  // A Russian word in a Kazakh sentence, or a word whose form content happens to hold.
  const foreign = [
    stemWord(word, language === 'kk' ? 'ru' : 'kk'),
    ...stemsOfWord(index.vocabulary, word.folded),
  ];
  const known = foreign.find((other) => hasTerm(index.words, other));
  if (known !== undefined) return { ...base, stem: known, trust: 1 };
  const correction = correctWord(index.vocabulary, word.folded);
  const corrected = correction && stemOfSurface(correction, language);
  if (!correction || corrected === undefined) return { ...base, stem, trust: 1 };
  return { ...base, stem: corrected, correctedTo: correction.surface, trust: correction.trust };
}

/** A word that two languages share has a stem in each: the question's own is taken. */
function stemOfSurface({ surface, stems }: Correction, language: Language): string | undefined {
  const own = stemWord({ typed: surface, folded: surface }, language);
  return stems.includes(own) ? own : stems[0];
}
