// A question's text → its language and terms: words that say something, stemmed, unknown ones corrected.

import type { Language } from '../language/index.ts';
import { detectLanguage, type Typing } from './detect-language.ts';
import type { SearchIndex } from './search-index.ts';
import { stemWord } from './stems.ts';
import { type Correction, correctWord, spellingsOf, stemsOfWord } from './vocabulary.ts';
import { hasTerm, type QuestionTerm } from './weighted-index.ts';
import { splitWords, type Word } from './words.ts';
import { cyrillicOf, skeletonOf } from './writing.ts';

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
  readonly typing: Typing;
  readonly words: readonly ReadWord[];
}

/** Reads a question against the words that an index knows. `chatLanguage` decides where the text does not tell. */
export function readQuestion(text: string, chatLanguage: Language, index: SearchIndex): ReadQuestion {
  const { language, clarity, typing, text: meant } = detectLanguage(text, index.languages, chatLanguage);
  const words = splitWords(typing === 'latin' ? meant.replace(INNER_APOSTROPHE, '') : meant)
    .map((word) => rewrite(word, { language, typing, index }))
    .filter(({ folded }) => !index.stopwords.has(folded) && !LONE_LETTER.test(folded))
    .map((word) => readWord(word, language, index));
  return { language, clarity, typing, words };
}

/** The question's words as terms for an index of stems. */
export function stemTerms({ words }: ReadQuestion): QuestionTerm[] {
  return words.map(({ stem, trust }) => ({ term: stem, trust }));
}

/** Says nothing by itself: a preposition, an initial, what is left of markup. */
const LONE_LETTER = /^\p{L}$/u;

/** In Latin letters an apostrophe is the soft sign, or part of a letter. */
const INNER_APOSTROPHE = /(?<=\p{L})'(?=\p{L})/gu;

interface Rewriting {
  readonly language: Language;
  readonly typing: Typing;
  readonly index: SearchIndex;
}

/** A word in the letters in which content has it: Latin letters in a Kazakh or Russian question may stand for Cyrillic. */
function rewrite(word: Word, { language, typing, index }: Rewriting): Word {
  if (!/[a-z]/.test(word.folded)) return word;
  const isKnown = (): boolean => hasTerm(index.words, stemWord(word, 'en'));
  if (typing === 'latin') {
    const [spelling] = preferOwn(spellingsOf(index.vocabulary, word.folded), language, index);
    if (spelling !== undefined) return { typed: spelling, folded: spelling };
    if (isKnown()) return word;
    const guess = cyrillicOf(skeletonOf(word.folded));
    return { typed: guess, folded: guess };
  }
  if (isKnown() || index.stopwords.has(word.folded)) return word;
  const [spelling] = preferOwn(spellingsOf(index.vocabulary, word.folded), language, index);
  return spelling === undefined ? word : { typed: spelling, folded: spelling };
}

/** Words whose stem in the question's language content knows come first. */
function preferOwn(spellings: readonly string[], language: Language, index: SearchIndex): readonly string[] {
  if (spellings.length < 2) return spellings;
  const isOwn = (spelling: string): boolean =>
    stemsOfWord(index.vocabulary, spelling).includes(
      stemWord({ typed: spelling, folded: spelling }, language),
    );
  return [...spellings].sort((left, right) => Number(isOwn(right)) - Number(isOwn(left)));
}

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
  const [spelling] = preferOwn(spellingsOf(index.vocabulary, word.folded), language, index);
  if (spelling !== undefined) {
    const own = stemOfSurface(
      { surface: spelling, stems: stemsOfWord(index.vocabulary, spelling), trust: 1 },
      language,
    );
    if (own !== undefined) return { ...base, stem: own, correctedTo: spelling, trust: 1 };
  }
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
