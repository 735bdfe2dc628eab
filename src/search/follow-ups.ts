// Does a question go on from what was said? "And how do I get there?" names no entry: it asks of the one before.

import type { Language } from '../language/index.ts';

/** Words that point at something named before, in folded letters. */
const POINTERS: Readonly<Record<Language, ReadonlySet<string>>> = {
  kk: wordSet(
    'онда ол они онин оган одан онимен сонда сол сони сонин соган содан сондай солай ондай мундай бул буни мунда мунин муни осинда оси осини олар олардин ондаги сондаги мундаги',
  ),
  ru: wordSet(
    'там туда оттуда тут здесь сюда он она оно они его ее ей ему им их него нее них нем ней этот эта это этого этой этому тот та того той',
  ),
  en: wordSet('there it its that they them their this these those he she same'),
};

/** Words with which a question begins, or in Kazakh ends, that goes on from the one before. */
const OPENERS: Readonly<Record<Language, RegExp>> = {
  kk: /^(?:ал|жане|сонимен катар|ендеше) | ше$/,
  ru: /^(?:ну |и )?(?:а|и|или|тогда|ну|то же)(?: |$)/,
  en: /^(?:and|or|what about|how about|also|then|ok and|so) /,
};

/** Words that look around what was named before, in folded letters: "what stands next to it". */
const AROUND: Readonly<Record<Language, RegExp>> = {
  kk: /(?:^| )(?:(?:жанин|касин|манин|тониреги|айналасин|иргесин)(?:да|де)(?:ги)?|коршилес)(?: |$)/,
  ru: /(?:^| )(?:рядом|возле|вокруг|поблизости|неподалеку|соседн(?:ий|яя|ее|ие|его|ей|ем|их|юю))(?: |$)/,
  en: /(?:^| )(?:next (?:to|door)|beside|near|nearby|around|adjacent|neighbou?ring)(?: |$)/,
};

/** Words that turn from what was named before to another of its sort, in folded letters: "and by rail instead". */
const TURNING: Readonly<Record<Language, ReadonlySet<string>>> = {
  kk: wordSet('баска озге алде орнина емес керисинше'),
  ru: wordSet(
    'вместо лучше если тогда не другой другая другое другие другую другого другом остальные остальных',
  ),
  en: wordSet('instead rather other others another else rest jointly'),
};

/** "Is there a ban" points at nothing. */
const EXISTENTIAL = /\b(?:is|are|was|were|will|isn t|aren t) there\b|\bthere (?:is|are|was|were|will|s)\b/g;

/** Words beside a name that ask nothing by themselves: "what about Aktau", "same for Khorgos". */
const BARE_ASKING: Readonly<Record<Language, ReadonlySet<string>>> = {
  kk: wordSet('калай ше не болса деген туралы толигирак толик айтши'),
  ru: wordSet('что как насчет касается то же самое тоже подробнее поподробнее расскажи'),
  en: wordSet('what how same one ones about likewise more tell'),
};

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/** Tells whether a word, in folded letters, asks nothing by itself. */
export function isBareAsking(folded: string, language: Language): boolean {
  return BARE_ASKING[language].has(folded);
}

/** Tells whether words, in folded letters, point at something that was named before, or take up what was asked. */
export function goesOn(folded: readonly string[], language: Language): boolean {
  return OPENERS[language].test(folded.join(' ')) || pointsBack(folded, language);
}

/** Tells whether words, in folded letters, point at something that was named before. */
export function pointsBack(folded: readonly string[], language: Language): boolean {
  const words = language === 'en' ? folded.join(' ').replace(EXISTENTIAL, '').split(' ') : folded;
  return words.some((word) => POINTERS[language].has(word));
}

/** Tells whether words, in folded letters, turn to another of the sort of what was named before. */
export function turnsAway(folded: readonly string[], language: Language): boolean {
  return folded.some((word) => TURNING[language].has(word));
}

/** Tells whether words, in folded letters, look around what was named before. */
export function looksAround(folded: readonly string[], language: Language): boolean {
  return AROUND[language].test(folded.join(' '));
}
