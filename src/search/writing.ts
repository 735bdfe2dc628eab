// The same words in other writing: Kazakh and Russian in Latin letters, which people spell in many ways, and text
// typed while the keyboard was set to another language. Only letters are turned; what was meant is decided elsewhere.

import { letterReplacer } from './letters.ts';

/** Letters of the Kazakh Latin alphabets of 2018 and 2021 and their like, in plain Latin. */
const plainLatin = letterReplacer(
  Object.entries({
    a: 'äáàâə',
    o: 'öóòô',
    u: 'üúùûūýŭ',
    g: 'ğǵ',
    n: 'ñńņ',
    i: 'ıíïīỳ',
    e: 'éèêëē',
    sh: 'şš',
    ch: 'çč',
    zh: 'ž',
  }).flatMap(([plain, letters]) => [...letters].map((letter): [string, string] => [letter, plain])),
);

/** Sounds that are spelt with several Latin letters, or with different ones, each as one letter of the skeleton. */
const LATIN_SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/j(?![aeiouy])/g, 'i'],
  [/shch|sch|sh/g, '6'],
  [/ch/g, '4'],
  [/zh/g, 'j'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/ph/g, 'f'],
  [/t[sz](?=[aeiouy])|c(?=[eiy])/g, '3'],
  [/ck?|q/g, 'k'],
  [/^x/g, 'h'],
  [/x/g, 'ks'],
  [/y[eo]|jo/g, 'e'],
  [/y/g, 'i'],
  [/w/g, 'u'],
];

const CYRILLIC_SOUNDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    д: 'd',
    е: 'e',
    э: 'e',
    ж: 'j',
    з: 'z',
    и: 'i',
    й: 'i',
    к: 'k',
    л: 'l',
    м: 'm',
    н: 'n',
    о: 'o',
    п: 'p',
    р: 'r',
    с: 's',
    т: 't',
    у: 'u',
    ф: 'f',
    х: 'h',
    ц: '3',
    ч: '4',
    ш: '6',
    щ: '6',
    ъ: '',
    ь: '',
    ю: 'iu',
    я: 'ia',
  }),
);

const cyrillicSounds = letterReplacer(CYRILLIC_SOUNDS);

/**
 * What is left of a word in folded letters when its spelling is taken away: «жиберди», "jiberdi" and "zhiberdi" meet.
 * Made to be compared, not to be read.
 */
export function skeletonOf(folded: string): string {
  const sounds = /[а-я]/.test(folded)
    ? cyrillicSounds(folded)
    : LATIN_SOUNDS.reduce((text, [spelling, sound]) => text.replace(spelling, sound), plainLatin(folded));
  return sounds.replace(/ii+/g, 'i');
}

const GUESSES: ReadonlyMap<string, string> = new Map(
  [...CYRILLIC_SOUNDS]
    .filter(([letter]) => !'эйщъь'.includes(letter))
    .map(([letter, sound]): [string, string] => [sound, letter]),
);

/** A skeleton in folded Cyrillic letters, as far as it tells: «ш» stands for «щ» too. */
export function cyrillicOf(skeleton: string): string {
  return skeleton.replace(/i[ua]|./gu, (sound) => GUESSES.get(sound) ?? sound);
}

/** The keys of a keyboard, row by row, as each layout writes them. */
const ENGLISH_KEYS = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./";
const RUSSIAN_KEYS = 'ёйцукенгшщзхъфывапролджэячсмитьбю.';
/** Kazakh letters have the row of digits. */
const DIGIT_KEYS = '2345890-=';
const KAZAKH_DIGIT_KEYS = 'әіңғүұқөһ';

const SHIFTED_KEYS: ReadonlyMap<string, string> = new Map(
  Object.entries({ '{': '[', '}': ']', ':': ';', '"': "'", '<': ',', '>': '.', '~': '`' }),
);

function keysTo(from: string, to: string): (text: string) => string {
  const keys = new Map([...from].map((key, place) => [key, to.charAt(place)]));
  const shifted = [...SHIFTED_KEYS].flatMap(([sign, key]): [string, string][] => {
    const turned = keys.get(key);
    return turned === undefined ? [] : [[sign, turned]];
  });
  return letterReplacer([...keys, ...shifted]);
}

const toRussianKeys = keysTo(ENGLISH_KEYS, RUSSIAN_KEYS);
const toKazakhKeys = keysTo(ENGLISH_KEYS + DIGIT_KEYS, RUSSIAN_KEYS + KAZAKH_DIGIT_KEYS);

/** What a text in lower case would be, had the keyboard been set to a language in which Cyrillic is written. */
export function retypeInCyrillic(text: string, language: 'kk' | 'ru'): string {
  if (language === 'ru') return toRussianKeys(text);
  // A digit by itself is a digit.
  return text.replace(/\S*[^\s\d]\S*/g, toKazakhKeys);
}

/** What a text in lower case would be, had the keyboard been set to English. */
export const retypeInLatin = keysTo(RUSSIAN_KEYS + KAZAKH_DIGIT_KEYS, ENGLISH_KEYS + DIGIT_KEYS);
