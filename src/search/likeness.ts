// What two questions have in common, whichever way each is typed: their words without inflection and spelling.
// Unlike what answers are ranked by, a word that content does not know stays what it is: it may be what is missing.

import type { Language } from '../language/index.ts';
import { detectLanguage } from './detect-language.ts';
import type { SearchIndex } from './search-index.ts';
import { stemWord } from './stems.ts';
import { weightOf } from './weighted-index.ts';
import { splitNormalized } from './words.ts';
import { cyrillicOf, skeletonOf } from './writing.ts';

/** A word that says something, as it is compared, and how telling it is. */
export interface LikenessTerm {
  readonly key: string;
  readonly weight: number;
}

/** Lists what a question is compared by, each word once. Empty when no word says anything. */
export function likenessTerms(question: string, language: Language, index: SearchIndex): LikenessTerm[] {
  const { text, typing } = detectLanguage(question, index.languages, language);
  const terms = new Map<string, LikenessTerm>();
  for (const { typed, folded } of splitNormalized(text)) {
    if (index.stopwords.words.has(folded) || LONE_LETTER.test(folded)) continue;
    const isRespelt = typing === 'latin' && /[a-z]/.test(folded);
    const meant = isRespelt ? cyrillicOf(skeletonOf(folded)) : folded;
    if (index.stopwords.words.has(meant)) continue;
    const stem = stemWord({ typed: isRespelt ? meant : typed, folded: meant }, language);
    const key = skeletonOf(stem);
    const number = index.stems.get(stem);
    const weight = number === undefined ? UNKNOWN : Math.min(MOST_TELLING, weightOf(index.words, number));
    if (!terms.has(key)) terms.set(key, { key, weight });
  }
  return [...terms.values()];
}

/**
 * A word that content lacks is as often a common verb as what is missing; a rare word of content is hardly more telling
 * than another. Chosen for how many pairs that `findGaps` joins in test/questions ask for the same answer.
 */
const UNKNOWN = 1;
const MOST_TELLING = 2;

const LONE_LETTER = /^\p{L}$/u;
