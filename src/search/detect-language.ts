// Which language is a question in? Letters that only Kazakh has decide at once; otherwise character
// trigrams, learned from content, weigh Kazakh (also as typed on a Russian keyboard) against Russian.

import { LANGUAGES, type Language } from '../language/index.ts';
import { foldLetters, normalizeText, splitWords } from './words.ts';

/** Trigram probabilities of each language; a model of Kazakh in folded letters stands beside Kazakh's own. */
export interface LanguageModels {
  readonly models: readonly { readonly language: Language; readonly trigrams: ReadonlyMap<string, number> }[];
  /** Words in folded letters that Kazakh and Russian texts both hold, mostly names: they tell neither. */
  readonly shared: ReadonlySet<string>;
}

/** A language and how clear it is: 0 none, 1 and more certain (log-likelihood ratio per letter, scaled). */
export interface DetectedLanguage {
  readonly language: Language;
  readonly clarity: number;
}

/** Words, in lower case, and how often each stands in a language's texts. */
type WordFrequencies = ReadonlyMap<string, number>;

/** Learns trigrams from the words of each language. */
export function learnLanguages(words: Readonly<Record<Language, WordFrequencies>>): LanguageModels {
  const models = LANGUAGES.map((language) => ({ language, trigrams: learn([...words[language]]) }));
  const folded = [...words.kk].map(([word, count]): [string, number] => [foldLetters(word), count]);
  const russian = new Set([...words.ru.keys()].map(foldLetters));
  const shared = new Set(folded.map(([word]) => word).filter((word) => russian.has(word)));
  return { models: [...models, { language: 'kk', trigrams: learn(folded) }], shared };
}

function learn(words: readonly (readonly [word: string, count: number])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  let total = 0;
  for (const [word, count] of words) {
    for (const trigram of trigramsOf(word)) {
      counts.set(trigram, (counts.get(trigram) ?? 0) + count);
      total += count;
    }
  }
  const size = counts.size + 1;
  const probabilities = new Map<string, number>([['', Math.log(0.5 / (total + size))]]);
  for (const [trigram, count] of counts) probabilities.set(trigram, Math.log((count + 0.5) / (total + size)));
  return probabilities;
}

function trigramsOf(text: string): string[] {
  const trigrams: string[] = [];
  for (const [word] of normalizeText(text).matchAll(/\p{L}+/gu)) {
    const marked = ` ${word} `;
    for (let start = 0; start + 3 <= marked.length; start += 1) trigrams.push(marked.slice(start, start + 3));
  }
  return trigrams;
}

/**
 * Tells the language of a question.
 * @param fallback the chat's language: taken where the text does not tell (a bare name, digits only)
 */
export function detectLanguage(text: string, models: LanguageModels, fallback: Language): DetectedLanguage {
  const normalized = normalizeText(text);
  const latin = normalized.match(/[a-z]/g)?.length ?? 0;
  const cyrillic = normalized.match(/[а-яёәғқңөұүһі]/g)?.length ?? 0;
  if (latin + cyrillic === 0) return { language: fallback, clarity: 0 };
  if (latin > cyrillic) return { language: 'en', clarity: 1 };
  if (/[әғқңөұүһі]/.test(normalized)) return { language: 'kk', clarity: 1 };
  const script = normalized.replace(/[a-z]+/g, ' ');
  const isBareName = splitWords(script).every((word) => models.shared.has(word.folded));
  if (isBareName && fallback !== 'en') return { language: fallback, clarity: 0 };
  const kazakh = likelihood(script, models, 'kk');
  const russian = likelihood(script, models, 'ru');
  const clarity = Math.abs(kazakh - russian);
  const language = kazakh > russian ? 'kk' : 'ru';
  if (clarity < UNCLEAR && fallback !== 'en') return { language: fallback, clarity };
  return { language, clarity };
}

/** Below this difference of log-likelihoods a trigram, a text (mostly a bare name) does not tell its language. */
const UNCLEAR = 0.25;

function likelihood(text: string, { models }: LanguageModels, language: Language): number {
  const trigrams = trigramsOf(text);
  const fits = models
    .filter((model) => model.language === language)
    .map(({ trigrams: known }) => {
      const unknown = known.get('') ?? 0;
      const sum = trigrams.reduce((total, trigram) => total + (known.get(trigram) ?? unknown), 0);
      return sum / Math.max(1, trigrams.length);
    });
  return Math.max(...fits);
}
