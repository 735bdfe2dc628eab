export {
  type AskingChat,
  ask,
  type Match,
  makeSearchable,
  type Reply,
  type SearchableCatalog,
} from './ask.ts';
export type { Decision } from './decide.ts';
export { languageAsked } from './language-request.ts';
export { type LikenessTerm, likenessTerms } from './likeness.ts';
export { reviewQuestions } from './review-questions.ts';
export type { SearchIndex } from './search-index.ts';
export { SETTINGS } from './tuning.ts';
