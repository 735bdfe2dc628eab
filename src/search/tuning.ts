// Every number that was tuned, in one place. Chosen by `npm run eval` on test/questions.

import type { EvidenceWeights } from './confidence.ts';

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
export const SATURATION = { words: 1, pairs: 0.5, grams: 1.5, topics: 1.5 } as const;

/** As often a stopword is taken to stand in texts of its language. */
export const STOPWORD_COUNT = 2;

/** Words that stand this far apart at most, make a pair. */
export const PAIR_DISTANCE = 2;

/** What a term that content does not know counts for, as a share of the most telling known one. */
export const UNKNOWN_TERM_WEIGHT = 0.5;

/** What each part of a score counts for; they add up to 1. */
export const PART_WEIGHTS = {
  words: 0.27,
  pairs: 0.18,
  grams: 0.28,
  name: 0.11,
  topic: 0.12,
  example: 0.04,
} as const;

/** Cosines of a question and an example below this say nothing; R@1 falls when less is let in. */
export const EXAMPLE_FLOOR = 0.6;

/** What an answer gains by an example that is nearly the question, from which nearness (see `EXAMPLE_FLOOR`) on. */
export const SAME_QUESTION = { from: 0.6, gain: 0.15 } as const;

/** What an overview gains where nothing but names is asked. */
export const BARE_NAME_GAIN = 0.06;

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

/**
 * The share of hubs whose questions on a topic hold a stem that asks for it; on other topics; of all questions with the
 * stem, the share that are such; and in how few words.
 */
export const OPEN_TOPIC = { home: 0.8, others: 0.4, questions: 0.3, mostWords: 2 } as const;

/**
 * Which topic of a hub is asked for: questions that are added to each topic's, as usual as all of them; how far one word
 * or pair of a question decides; what the likeliest topic gains over one that is out of the question.
 */
export const HUB_TOPICS = { smoothing: 6, sharpness: 0.5, gain: 0.15 } as const;

/**
 * A place is named where as much of a name of its (`whole`) stands in the question, or fits it (see `NameMatch`); not
 * where as many fit nearly as well as the best. After an answer was shown, `part` of the name must stand there, and of
 * the places of that answer's kind a poorer fit is enough; where the name of its own place fits nearly as well (`same`),
 * that one is meant.
 */
export const NAMED = {
  whole: 0.95,
  fit: 0.7,
  near: 0.8,
  most: 3,
  part: 0.55,
  sibling: 0.3,
  nearSibling: 0.9,
  mostSiblings: 2,
  same: 0.85,
} as const;

/** Two entries of a kind are kin where their names share this much of their words. */
export const KIN = 0.25;

/**
 * How much more often a stem must stand in the questions of a subject outside than in others: the most that it
 * may tell, as a logarithm, and what is added to both counts.
 */
export const OUTSIDE = { mostTelling: 3, small: 0.1 } as const;

/** What is short or long of a question that goes on from an answer (see `FOLLOW_UP`). */
export const CONTEXT = {
  fewWords: 4,
  someWords: 5,
  /** More answers of an entry than these leave others to be read. */
  fewAnswers: 2,
  /** More telling words (of which one answer alone holds each) tell no more. */
  mostTelling: 6,
  /** Words that tell as much of a subject are not plain: they ask of one, not of a price, a time or an office. */
  plain: 1.5,
  /** By as much less a score an answer is e times less likely the right one. */
  spread: 0.06,
} as const;

/**
 * What each reason counts for after an answer was shown (see src/search/context.ts), beside the parts of a score; fitted by
 * bench/fit-follow-ups.ts to test/questions without what is held out. `openTopic`, `sameTopic` and `kinOnSame` are set by
 * hand: there are few bare topics ("and contacts?") and bare towns ("and in Aktau?") there.
 */
export const FOLLOW_UP = {
  words: -0.21,
  grams: -0.09,
  tellingGrams: 2.02,
  topicGrams: 0.11,
  nameWords: 0.14,
  called: 0.07,
  calledTied: 0.14,
  same: 0.25,
  samePointed: 0.1,
  sameWords: 0.05,
  plainOfGuide: 0.95,
  plainOfPlace: 0.36,
  plainOfHub: 0.42,
  sameGoesOn: -0.25,
  sameTopicOfFew: 0.06,
  sameTopic: 0.06,
  read: -0.1,
  kinPointed: 0.1,
  kinTurned: 0.09,
  onSameAfterGuide: 0.24,
  facilityApart: -0.17,
  hubTopic: 0.02,
  hubApart: -0.12,
  apartFromGuide: -0.13,
  tiedPlace: 0.07,
  openTopic: 0.65,
  around: 0.19,
  guideWords: 0.15,
  guideOfPlace: 0.06,
  guideOfGuide: 0.08,
  othersTopic: 0.05,
  namedOnSame: 0.1,
  namedOnSameBare: 0.25,
  tiedBeside: 0.09,
  sameBeside: 0.1,
  readBeside: -0.27,
  kinOnSame: 0.3,
} satisfies Record<string, number>;

/**
 * How likely content answers a question at all, by the evidence for the best answer; fitted to test/questions, where a
 * follow-up counts twice, and a question with noise a tenth.
 */
export const IN_SCOPE: EvidenceWeights = {
  start: -6,
  lead: 1.53,
  margin: 0,
  words: 2.66,
  pairs: 2.01,
  example: 1.3,
  grams: 4.83,
  context: 0,
  likelihood: 0,
  goesOn: 0,
  unknown: -2.33,
  length: 6.25,
  weight: 3.77,
  explained: 4.87,
  outside: -7.07,
};

/** The same after an answer was shown; fitted to follow-ups, and to questions on other subjects after answers. */
export const IN_SCOPE_AFTER: EvidenceWeights = {
  start: -1.77,
  lead: 0,
  margin: 0,
  words: 2.78,
  pairs: 2,
  example: 0,
  grams: 2.46,
  context: 4.08,
  likelihood: 1.36,
  goesOn: 1.55,
  unknown: -3.9,
  length: 2.22,
  weight: -2.35,
  explained: 1.08,
  outside: -7.23,
};

/** How likely the best answer is a right one; fitted likewise; for those that no answer was shown before. */
export const RIGHT: EvidenceWeights = {
  start: -8.16,
  lead: 0.94,
  margin: 5.53,
  words: 3.18,
  pairs: 0,
  example: 0,
  grams: 6,
  context: 0,
  likelihood: 0,
  goesOn: 0,
  unknown: -1.29,
  length: 4.5,
  weight: 1.56,
  explained: 2.29,
  outside: 0,
};

/** When a question is answered, when people choose, when it is refused. */
export const THRESHOLDS = {
  /** From this score on an answer is suggested beside a refusal. */
  suggest: 0.2,
  /** Where it is less likely that content answers the question, it is refused. */
  refuse: 0.5,
  /** Where it is as likely that content answers the question, and that the best answer is right, that one is given. */
  inScope: 0.88,
  right: 0.84,
  /**
   * As likely as that it, and its entry, must be right after an answer was shown: another topic of the right entry is the
   * lesser mistake.
   */
  rightAfter: 0.5,
  rightEntryAfter: 0.8,
  /** From this weight on (see `OutsideMatch`) a refusal names the subject outside. */
  outside: 1,
  /** What scores this close to the best is offered beside it. */
  choose: 0.12,
} as const;

/** How many answers are offered to choose from, suggested on refusal, ranked, compared example by example. */
export const LIMITS = { choices: 4, suggestions: 3, matches: 5, compared: 12 } as const;

/** All of them, for a report of what they bring. */
export const SETTINGS = {
  fieldWeights: FIELD_WEIGHTS,
  saturation: SATURATION,
  stopwordCount: STOPWORD_COUNT,
  pairDistance: PAIR_DISTANCE,
  unknownTermWeight: UNKNOWN_TERM_WEIGHT,
  partWeights: PART_WEIGHTS,
  exampleFloor: EXAMPLE_FLOOR,
  sameQuestion: SAME_QUESTION,
  bareNameGain: BARE_NAME_GAIN,
  correction: CORRECTION,
  openTopic: OPEN_TOPIC,
  hubTopics: HUB_TOPICS,
  named: NAMED,
  kin: KIN,
  outside: OUTSIDE,
  context: CONTEXT,
  followUp: FOLLOW_UP,
  inScope: IN_SCOPE,
  inScopeAfter: IN_SCOPE_AFTER,
  right: RIGHT,
  thresholds: THRESHOLDS,
  limits: LIMITS,
} as const;
