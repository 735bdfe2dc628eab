export {
  compareDates,
  DATE_FORMS,
  type DateForm,
  endOf,
  formatDate,
  formatShortDate,
  isOver,
  type PartialDate,
  parsePartialDate,
  startOf,
} from './dates.ts';
export { type Figure, formatFigure, formatNumber, isKnownUnit, SCALES, type Scale } from './figures.ts';
export { HOME_TIME_ZONE } from './home-zone.ts';
export {
  FALLBACK_LANGUAGE,
  forEachLanguage,
  isLanguage,
  LANGUAGE_NAMES,
  LANGUAGES,
  type Language,
  languageOfTag,
} from './languages.ts';
export {
  createPhrases,
  LocalesError,
  loadPhrases,
  type Phrase,
  type Phrases,
  type PhraseValues,
  readStrings,
  type Speech,
  type Strings,
} from './phrases.ts';
export { remember } from './remember.ts';
export { findStringsProblems, type StringsProblem } from './strings-problems.ts';
export { findUnshowable, isCommonText, type Unshowable } from './unshowable.ts';
