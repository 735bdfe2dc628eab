// Word → stem, for each language: what inflection adds is taken off, so that «портта», «порттың» and «порт» meet.
// Russian and English: Snowball. Kazakh has no kept stemmer, so its suffixes are stripped here, in folded letters,
// where vowel harmony no longer differs and the list stays short.

import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemRussian } from '@orama/stemmers/russian';
import type { Language } from '../language/index.ts';
import { foldLetters, type Word } from './words.ts';

/** Stems a word by the rules of one language; the result is in folded letters. */
export function stemWord(word: Word, language: Language): string {
  if (/[a-z]/.test(word.typed)) return foldLetters(stemEnglish(word.typed));
  const land = LANDS.exec(word.folded);
  if (land) return land[0];
  if (language === 'kk') return stemKazakh(word.folded);
  // Snowball knows endings in ы, which folding would hide from it.
  return foldLetters(stemRussian(word.typed.replaceAll('ё', 'е')));
}

/** Suffixes in folded letters, a layer each, from the word's end inwards. */
const KAZAKH_LAYERS: readonly RegExp[] = [
  // Case, then the adjective of place (порттағы). т stands only after a voiceless sound (порт-ты, but порт-ы has р
  // before it), and the н before д only after a possessive (порт-ы-нда, but кеден-де).
  /(?:(?:(?<=и)н)?(?:даги|деги|дики|дан|ден|да|де)|(?<=[пфктсшщхцчбвгд])(?:таги|теги|тики|тан|тен|тин|та|те|ти)|ники|нан|нен|нин|дин|мен|бен|пен|ни|ди|га|ге|ка|ке|на|не)$/,
  /(?:имиз|миз|иниз|низ|им|ин|си|и)$/,
  // What is at a place may be named by it alone: «шекарадағысы», the one at the border.
  /(?:(?<=[пфктсшщхцчбвгд])(?:таги|теги)|даги|деги)$/,
  /(?:лар|лер|дар|дер|тар|тер)$/,
];

/** Endings of a verb that say who: «қосыламыз», «барсақ», «кіргім». They come off before a layer takes half of one. */
const KAZAKH_PERSONS =
  /(?:амин|емин|ймин|амиз|емиз|ймиз|асиз|есиз|йсиз|сам|сем|сан|сен|сак|сек|саниз|сениз|гим|ким|(?<=.{4})(?:ам|ем))$/;

const KAZAKH_VERB_ENDINGS = /(?:ади|еди|йди|лади|леди|уга|уге|ган|ген|кан|кен|атин|етин|йтин|ип|са|се|у)$/;

/**
 * Lands whose end looks like an ending: of «достан», from a friend, in Kazakh; of «избран» in Russian, which would make
 * the zone «Туран» the Kazakh «тұра», to stand.
 */
const LANDS = /^(?:(?:казак|озбек|киргиз|тажик|турикмен|туркимен|ауган|паки|турки|татар|башкорт)стан|туран)/;

/** Shorter stems no longer tell words apart. */
const SHORTEST_STEM = 3;

/** Strips Kazakh suffixes from a word in folded letters: case, possessive, plural, one layer each, and the endings of a verb. */
export function stemKazakh(folded: string): string {
  const verb = strip(folded, KAZAKH_PERSONS);
  if (verb !== folded) return verb;
  let stem = folded;
  for (const layer of KAZAKH_LAYERS) stem = strip(stem, layer);
  return strip(stem, KAZAKH_VERB_ENDINGS);
}

function strip(word: string, suffix: RegExp): string {
  const stripped = word.replace(suffix, '');
  return stripped.length >= SHORTEST_STEM && /[аеиоуэюя]/.test(stripped) ? stripped : word;
}
