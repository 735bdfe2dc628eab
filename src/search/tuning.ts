// Every number that was tuned, in one place. Chosen by `npm run eval` on test/questions.

/** What a word counts for by where it stands in an answer; a word of an example question counts 1. */
export const FIELD_WEIGHTS = {
  question: 1,
  title: 1.5,
  /** Names count in every answer of an entry, and more in `about`: a bare name asks for it. */
  name: 0.3,
  aboutName: 1,
  body: 0.35,
  /** People's word for a word of content, beside the word itself. */
  synonym: 0.5,
} as const;

/** The frequency at which a term's strength is one half. */
export const SATURATION = { words: 1, grams: 1.5, topics: 1.5 } as const;

/** What a term that content does not know counts for, as a share of the most telling known one. */
export const UNKNOWN_TERM_WEIGHT = 0.5;

/** What each part of a score counts for; they add up to 1. */
export const PART_WEIGHTS = { words: 0.36, grams: 0.37, name: 0.12, topic: 0.1, example: 0.05 } as const;

/** Cosines of a question and an example below this say nothing; R@1 falls when less is let in. */
export const EXAMPLE_FLOOR = 0.6;

/** From this nearness on (see `EXAMPLE_FLOOR`), two answers' example questions say the same. */
export const COLLISION = 0.95;

/** When an unknown word is taken for a known one. */
export const CORRECTION = {
  /** In letters: one edit in a shorter word makes another word (порт, торт). */
  shortestWord: 5,
  lengthDifference: 2,
  /** How many words fuse.js compares with. */
  candidates: 40,
  /** fuse.js: 0 is the same word, 1 matches anything. */
  threshold: 0.34,
} as const;

/** When a question is answered, when people choose, when it is refused; shares of 1. */
export const THRESHOLDS = {
  /** From this score on an answer is suggested beside a refusal. */
  suggest: 0.2,
  /** Below this score nothing fits. */
  refuse: 0.24,
  /** From this score on, with the margin, the best answer is given. */
  answer: 0.29,
  /** How far the best must stand before the second. */
  margin: 0.034,
  /** What stands this close to the best is offered beside it. */
  choose: 0.12,
} as const;

/** How many answers are offered to choose from, suggested on refusal, ranked, compared example by example. */
export const LIMITS = { choices: 4, suggestions: 3, matches: 5, compared: 12 } as const;

/** All of them, for a report of what they bring. */
export const SETTINGS = {
  fieldWeights: FIELD_WEIGHTS,
  saturation: SATURATION,
  unknownTermWeight: UNKNOWN_TERM_WEIGHT,
  partWeights: PART_WEIGHTS,
  exampleFloor: EXAMPLE_FLOOR,
  correction: CORRECTION,
  thresholds: THRESHOLDS,
  limits: LIMITS,
} as const;
