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

/** The share of hubs whose questions on a topic hold a stem that asks for it; on other topics; and in how few words. */
export const OPEN_TOPIC = { home: 0.8, others: 0.4, mostWords: 2 } as const;

/**
 * Which topic of a hub is asked for: questions that are added to each topic's, as usual as all of them; how far one word
 * or pair of a question decides; what the likeliest topic gains over one that is out of the question.
 */
export const HUB_TOPICS = { smoothing: 6, sharpness: 0.5, gain: 0.15 } as const;

/**
 * A place is named where as much of a name of its (`whole`) stands in the question, or fits it (see `NameMatch`); not
 * where as many fit nearly as well as the best. After an answer was shown, `part` of the name must stand there, and of
 * the places of that answer's kind a poorer fit is enough.
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
} as const;

/** Two entries of a kind are kin where their names share this much of their words. */
export const KIN = 0.25;

/** What people call an entry: in which share of its questions a word stands, how telling it is, and how many words. */
export const CALLS = { share: 0.2, telling: 0.3, most: 4 } as const;

/**
 * How much more often a stem must stand in the questions of a subject outside than in others: the most that it
 * may tell, as a logarithm, and what is added to both counts.
 */
export const OUTSIDE = { mostTelling: 3, small: 0.1 } as const;

/** What an answer gains by the one that was shown before. */
export const CONTEXT = {
  /**
   * Its entry's, when no entry is named and the question points back; when it has few words; otherwise. What is added
   * for each share of the question's words that an answer of the entry, or a guide tied to it, explains. And the share of
   * the gain for what is tied to the entry (see `Tie`). First for places, then for guides and formats.
   */
  place: {
    goesOn: 0.48,
    short: 0.43,
    other: 0.12,
    words: { same: 0.2, guide: 0.13 },
    tied: { hub: 0.5, place: 0.3, fellow: 0, guide: 0.5, farGuide: 0 },
  },
  elsewhere: {
    goesOn: 0.25,
    short: 0.14,
    other: 0.1,
    words: { same: 0, guide: 0 },
    tied: { hub: 0, place: 0, fellow: 0, guide: 0.7, farGuide: 0 },
  },
  /** The share of a place's gain that other places lose that are not tied to it: "when does it open" is not theirs. */
  apart: 0.5,
  fewWords: 4,
  someWords: 5,
  /** The share of it for the very answer that was shown; and where its entry has more than few answers. */
  sameAnswer: 0.6,
  sameOfMany: 0.2,
  fewAnswers: 2,
  /** What is tied to the entry and called by a word of its names; one of the sort likewise. */
  called: 0.1,
  calledKin: 0.2,
  /** More for the overview of a hub that is called so; the share that is then left for the answer that was read. */
  calledOverview: 0.2,
  readBeside: 0.5,
  /** The share of an entry's names from which on a word of them calls it. */
  callingWord: 0.3,
  /** A place tied to the entry, when the question looks around; and more for what tells of a hub's facilities. */
  around: 0.1,
  aroundList: 0.2,
  /** An example that is the question itself, were the entry named in it (see `EXAMPLE_FLOOR`). */
  example: 0.15,
  /** What the likeliest topic of a hub gains (see `HUB_TOPICS`): more, as the hub is known. */
  hubTopics: 0.25,
  /**
   * Its entry's, when the question points back and names places of other kinds only: they may stand within that entry.
   */
  within: 0.15,
  /** Another entry's on the same topic, when nothing but that entry is named; and when the question points back. */
  sameTopic: 0.36,
  sameKind: 0.42,
  /** One's of the sort that is tied to an entry that is named. */
  kinOfNamed: 0.1,
  /** What is tied to the entry, when another is named; called by its name's words; tied to what is named as well. */
  tiedBeside: { any: 0.1, called: 0.1, ofNamed: 0.03 },
} as const;

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
  context: 4.15,
  unknown: -2.33,
  length: 6.25,
  weight: 3.77,
  explained: 4.87,
  outside: -7.07,
};

/** How likely the best answer is a right one; fitted likewise. */
export const RIGHT: EvidenceWeights = {
  start: -8.16,
  lead: 0.94,
  margin: 5.53,
  words: 3.18,
  pairs: 0,
  example: 0,
  grams: 6,
  context: 2.76,
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
  right: 0.8,
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
  calls: CALLS,
  outside: OUTSIDE,
  context: CONTEXT,
  inScope: IN_SCOPE,
  right: RIGHT,
  thresholds: THRESHOLDS,
  limits: LIMITS,
} as const;
