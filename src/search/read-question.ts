// A question's text → its language and terms: words that say something, stemmed, unknown ones corrected.

import { type Language, remember } from '../language/index.ts';
import { detectLanguage, type Typing } from './detect-language.ts';
import { goesOn, looksAround, pointsBack, turnsAway } from './follow-ups.ts';
import { gramsOf } from './grams.ts';
import { isKnownStem, type SearchIndex } from './search-index.ts';
import { stemWord } from './stems.ts';
import { findStopPhrases } from './stopwords.ts';
import { type Correction, correctWord, spellingsOf, stemsOfWord } from './vocabulary.ts';
import type { QuestionTerm } from './weighted-index.ts';
import { foldLetters, listWords, normalizeText, type Word } from './words.ts';
import { cyrillicOf, skeletonOf } from './writing.ts';

/** A word of the question and what was made of it; as a term, its stem's. */
export interface ReadWord extends QuestionTerm {
  readonly typed: string;
  readonly folded: string;
  readonly stem: string;
  /** The word of content that an unknown word was taken for. */
  readonly correctedTo?: string;
  /** Its runs of letters. */
  readonly grams: readonly QuestionTerm[];
}

/** A question, read. */
export interface ReadQuestion {
  readonly language: Language;
  /** How clear the language is; 0 when the chat's language was taken. */
  readonly clarity: number;
  readonly typing: Typing;
  readonly words: readonly ReadWord[];
  /** The numbers of all of its words' stems, of those that say nothing too. */
  readonly stems: readonly (number | undefined)[];
  /** It points at something that was named before, or takes up what was asked. */
  readonly goesOn: boolean;
  /** It points at something that was named before. */
  readonly pointsBack: boolean;
  /** It turns to another of the sort of what was named before. */
  readonly turnsAway: boolean;
  /** It asks of what is near something that was named before. */
  readonly looksAround: boolean;
}

/** Reads a question against the words that an index knows. `chatLanguage` decides where the text does not tell. */
export function readQuestion(text: string, chatLanguage: Language, index: SearchIndex): ReadQuestion {
  const { language, clarity, typing, text: meant } = detectLanguage(text, index.languages, chatLanguage);
  return { clarity, ...readIn(language, meant, { typing, index }) };
}

/** Reads a question in a language that is known; it is typed as that is written. */
export function readQuestionIn(language: Language, text: string, index: SearchIndex): ReadQuestion {
  return { clarity: 1, ...readIn(language, normalizeText(text), { typing: 'plain', index }) };
}

function readIn(
  language: Language,
  meant: string,
  { typing, index }: Pick<Reader, 'typing' | 'index'>,
): Omit<ReadQuestion, 'clarity'> {
  const memory = remember(index, `${language} ${typing}`, () => ({}));
  const reader = { language, typing, index, memory };
  const split = listWords(typing === 'latin' ? meant.replace(INNER_APOSTROPHE, '') : meant);
  const recalled = split.map((typed) => recall(typed, reader));
  const folded = recalled.map((word) => word.folded);
  const inPhrases = findStopPhrases(folded, index.stopwords);
  const words = recalled.flatMap(({ read }, place) => (read && !inPhrases.has(place) ? [read] : []));
  const stems = recalled.map(({ number }) => number);
  return {
    language,
    typing,
    words,
    stems,
    goesOn: goesOn(folded, language),
    pointsBack: pointsBack(folded, language),
    turnsAway: turnsAway(folded, language),
    looksAround: looksAround(folded, language),
  };
}

/** Says nothing by itself: a preposition, an initial, what is left of markup. */
const LONE_LETTER = /^\p{L}$/u;

/** In Latin letters an apostrophe is the soft sign, or part of a letter. */
const INNER_APOSTROPHE = /(?<=\p{L})'(?=\p{L})/gu;

/** In what a word is read. */
interface Reader {
  readonly language: Language;
  readonly typing: Typing;
  readonly index: SearchIndex;
  /** Owns what words were read as in this language, typed in this way. */
  readonly memory: object;
}

/** A word as it was meant, and what it was read as; undefined for one that says nothing. */
interface RecalledWord {
  readonly folded: string;
  readonly number: number | undefined;
  readonly read: ReadWord | undefined;
}

/** Reads a word. The same words come in question after question. */
function recall(typed: string, reader: Reader): RecalledWord {
  const { language, index, memory } = reader;
  return remember(memory, typed, () => {
    const meant = rewrite({ typed, folded: foldLetters(typed) }, reader);
    const saysNothing = index.stopwords.words.has(meant.folded) || LONE_LETTER.test(meant.folded);
    const read = saysNothing ? undefined : readWord(meant, reader);
    const number = read ? read.number : index.stems.get(stemWord(meant, language));
    return { folded: meant.folded, number, read };
  });
}

/** A word in the letters in which content has it: Latin letters in a Kazakh or Russian question may stand for Cyrillic. */
function rewrite(word: Word, { language, typing, index }: Reader): Word {
  if (!/[a-z]/.test(word.folded)) return word;
  const isEnglish = isKnownStem(stemWord(word, 'en'), index);
  const isPlain = typing !== 'latin';
  if (isPlain && (isEnglish || index.stopwords.words.has(word.folded))) return word;
  const spelling = findSpelling(word, language, index);
  if (spelling !== undefined) return { typed: spelling, folded: spelling };
  if (isPlain || isEnglish) return word;
  const guess = cyrillicOf(skeletonOf(word.folded));
  return { typed: guess, folded: guess };
}

/** A word of content that differs in spelling only, such as й for и; rather one of the question's language. */
function findSpelling(word: Word, language: Language, { vocabulary }: SearchIndex): string | undefined {
  const spellings = spellingsOf(vocabulary, word.folded);
  const isOwn = (spelling: string): boolean =>
    stemsOfWord(vocabulary, spelling).includes(stemWord({ typed: spelling, folded: spelling }, language));
  return spellings.find(isOwn) ?? spellings[0];
}

function readWord(word: Word, { language, index }: Reader): ReadWord {
  const typedGrams = gramTerms(word.folded, index);
  const { stem, correctedTo, trust } = findStem({ ...word, grams: typedGrams }, language, index);
  const grams = correctedTo === undefined ? typedGrams : gramTerms(correctedTo, index, trust);
  return {
    typed: word.typed,
    folded: word.folded,
    stem,
    ...(correctedTo !== undefined && { correctedTo }),
    number: index.stems.get(stem),
    trust,
    grams,
  };
}

function gramTerms(folded: string, { gramNumbers }: SearchIndex, trust = 1): QuestionTerm[] {
  return gramsOf(folded).map((gram) => ({ number: gramNumbers.get(gram), trust }));
}

/** A stem of content, or the word's own where content has none like it; see `ReadWord`. */
function findStem(
  word: Word & Pick<ReadWord, 'grams'>,
  language: Language,
  index: SearchIndex,
): Pick<ReadWord, 'stem' | 'correctedTo' | 'trust'> {
  const stem = stemWord(word, language);
  if (isKnownStem(stem, index)) return { stem, trust: 1 };
  // A Russian word in a Kazakh sentence, or a word whose form content happens to hold.
  const foreign = [
    stemWord(word, language === 'kk' ? 'ru' : 'kk'),
    ...stemsOfWord(index.vocabulary, word.folded),
  ];
  const known = foreign.find((other) => isKnownStem(other, index));
  if (known !== undefined) return { stem: known, trust: 1 };
  const { vocabulary } = index;
  const surface = findSpelling(word, language, index);
  const correction =
    surface === undefined
      ? correctWord(
          vocabulary,
          word.folded,
          word.grams.map(({ number }) => number),
        )
      : { surface, stems: stemsOfWord(vocabulary, surface), trust: 1 };
  const corrected = correction && stemOfSurface(correction, language);
  if (!correction || corrected === undefined) return { stem, trust: 1 };
  return { stem: corrected, correctedTo: correction.surface, trust: correction.trust };
}

/** A word that two languages share has a stem in each: the question's own is taken. */
function stemOfSurface({ surface, stems }: Correction, language: Language): string | undefined {
  const own = stemWord({ typed: surface, folded: surface }, language);
  return stems.includes(own) ? own : stems[0];
}
