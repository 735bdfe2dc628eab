// A read question → answers with scores. Six parts are weighed: words, pairs of words, letter runs, the entry that is
// named and the topic that is asked for (each the share of the question's weight that they explain), and the nearest
// example. What the chat was shown before adds to them.

import type { AnswerId, EntryId } from '../catalog/index.ts';
import { remember } from '../language/index.ts';
import { type Asked, giveReasons, type Reason, weighContext } from './context.ts';
import { nearestExamples } from './examples.ts';
import { guessTopic } from './kind-topics.ts';
import { findPlaces } from './named-places.ts';
import { isNameStem, matchNames } from './names.ts';
import { findOpenTopic } from './open-topic.ts';
import { pairTerms } from './pairs.ts';
import type { ReadQuestion, ReadWord } from './read-question.ts';
import type { RankedAnswer, SearchIndex } from './search-index.ts';
import { BARE_NAME_GAIN, CONTEXT, HUB_TOPICS, LIMITS, PART_WEIGHTS, SAME_QUESTION } from './tuning.ts';
import { stemsOfWord } from './vocabulary.ts';
import {
  type ExplainedWeight,
  explainedShares,
  type QuestionTerm,
  sharesOf,
  type WeightedIndex,
  weighTerms,
} from './weighted-index.ts';

/**
 * An answer's score and its parts, each from 0 to 1 but for `settled`; where the chat was shown something before, a score
 * may be more.
 */
export interface Candidate {
  readonly answer: AnswerId;
  readonly entry: EntryId;
  readonly score: number;
  readonly parts: Readonly<Record<keyof typeof PART_WEIGHTS | 'context' | 'settled', number>>;
}

/** The answers that come into question. */
export interface Ranking {
  /** Those that share most with the question, the best first. */
  readonly candidates: readonly Candidate[];
  /** The question names a topic and no hub: the candidates are the hubs' answers on it. */
  readonly isOpen: boolean;
  /** They were weighed by the answer that was shown before. */
  readonly isFollowUp: boolean;
}

/**
 * Scores the answers. Examples are compared for the most likely ones only: what they add never lifts one from
 * farther down.
 * @param context the answer that was shown before
 */
export function rankAnswers(read: ReadQuestion, index: SearchIndex, context?: AnswerId): Ranking {
  const asked = weighParts(read, index, context !== undefined);
  const { question, names, places, others } = asked;
  const { words, language } = question;
  const openTopic = context === undefined && places.size === 0 ? findOpenTopic(others, index) : undefined;
  const shown = context === undefined ? undefined : index.answers.find(({ id }) => id === context);
  const shares: Shares = {
    words: asked.words,
    pairs: asked.pairs,
    grams: asked.grams,
    names: names.fits,
    topics: asked.topics,
    context: shown && weighContext(asked, { index, shown }),
    overview: context === undefined && words.length > 0 && others.length === 0 ? BARE_NAME_GAIN : 0,
  };
  const scores = scoreAnswers(shares, index, openTopic);
  const settled = new Float64Array(scores.length);
  if (openTopic === undefined && !shown) settleHubTopics({ scores, settled }, question, index);
  const likely = bestOf(scores, LIMITS.compared);
  const compared = { words: index.words, answers: likely };
  const nearness = nearestExamples(index.examples[language], words, compared);
  const best = likely
    .map((number, place) => {
      const example = nearness[place] ?? 0;
      return { number, example, score: (scores[number] ?? 0) + gainOfExample(example) };
    })
    .sort((left, right) => right.score - left.score)
    .slice(0, LIMITS.matches);
  const candidates = best.flatMap(({ number, score, example }) => {
    const answer = index.answers[number];
    if (!answer) return [];
    const { id, entry } = answer;
    const found = { number, example, settled: settled[number] ?? 0 };
    return [{ answer: id, entry, score, parts: partsOf(shares, answer, found) }];
  });
  return { candidates, isOpen: openTopic !== undefined, isFollowUp: shown !== undefined };
}

/**
 * For each answer, what it would score by its parts alone, the reasons that hold for it after `shown`, and what it scores
 * with them: what `FOLLOW_UP` is fitted on.
 */
export function reasonsAfter(
  read: ReadQuestion,
  { index, shown }: { readonly index: SearchIndex; readonly shown: RankedAnswer },
) {
  const asked = weighParts(read, index, true);
  const { question, names } = asked;
  const extents = index.answers.map((): Partial<Record<Reason, number>> => ({}));
  const one = (number: number, reason: Reason, extent: number): void => {
    const own = extents[number];
    if (own) own[reason] = (own[reason] ?? 0) + extent;
  };
  const all = (reason: Reason, values: Float64Array, times = 1): void =>
    index.answers.forEach((_, number) => {
      one(number, reason, (values[number] ?? 0) * times);
    });
  giveReasons(asked, { index, shown }, { one, all });
  const shares = { ...asked, names: names.fits, context: undefined, overview: 0 };
  const gains = weighContext(asked, { index, shown });
  const examples = nearestExamples(index.examples[question.language], question.words, {
    words: index.words,
    answers: index.answers.map((_, number) => number),
  });
  const scores = scoreAnswers(shares, index, undefined);
  return index.answers.map(({ id }, number) => {
    const base = (scores[number] ?? 0) + gainOfExample(examples[number] ?? 0);
    return { answer: id, base, extents: extents[number] ?? {}, score: base + (gains[number] ?? 0) };
  });
}

/** What is found in a question. */
interface AskedParts extends Asked {
  /** The share of pairs of its words that each answer explains, by number. */
  readonly pairs: Float64Array;
  /** The share of its other words that each topic explains, by the topic's document. */
  readonly topics: Float64Array;
}

/** Finds what a question names, and how much of it each answer and topic explains. */
function weighParts(read: ReadQuestion, index: SearchIndex, isFollowUp: boolean): AskedParts {
  const isShort = isFollowUp && read.words.length <= CONTEXT.fewWords;
  const question = isShort ? { ...read, words: takeNames(read.words, index) } : read;
  const { words } = question;
  const isName = ({ number }: QuestionTerm): boolean => isNameStem(index.names, number);
  const others = words.filter((word) => !isName(word));
  const names = matchNames(index.names, words.filter(isName));
  return {
    question,
    names,
    places: findPlaces(names, index),
    others,
    words: explainedShares(index.words, words),
    pairs: explainedShares(index.pairs.index, pairTerms(words, index.pairs)),
    grams: gramShares(words, index.grams),
    topics: explainedShares(index.topics, others),
  };
}

/**
 * What goes on from an answer is often a bare name, and no more tells its language: a word by which content names
 * something in another language is taken for that.
 */
function takeNames(words: readonly ReadWord[], { names, stems, vocabulary }: SearchIndex): ReadWord[] {
  const take = (word: ReadWord): ReadWord => {
    if (isNameStem(names, word.number)) return word;
    const stem = stemsOfWord(vocabulary, word.folded).find((other) => isNameStem(names, stems.get(other)));
    return stem === undefined ? word : { ...word, stem, number: stems.get(stem) };
  };
  // The same word each time: what its letter runs explain is remembered with it.
  return words.map((word) => remember(names, word, () => take(word)));
}

/** 16 MB of what words' letter runs explain: of 20,000 words for 100 answers. */
const REMEMBERED_SHARES = 2_000_000;

/** Of so many answers that fewer words can be remembered, hardly one comes again in time. */
const FEWEST_REMEMBERED = 2_000;

/**
 * A word has a dozen letter runs, each in half of all answers: what they explain together is remembered with the word,
 * which comes in question after question.
 */
function gramShares(words: readonly ReadWord[], grams: WeightedIndex): Float64Array {
  const { documentCount } = grams;
  const most = REMEMBERED_SHARES / Math.max(1, documentCount);
  if (most < FEWEST_REMEMBERED)
    return explainedShares(
      grams,
      words.flatMap((word) => word.grams),
    );
  const weigh = (word: ReadWord): ExplainedWeight =>
    remember(grams, word, () => weighTerms(grams, word.grams), most);
  return sharesOf(words.map(weigh), documentCount);
}

/** What a question shares with answers, with entries and with topics, each by number. */
interface Shares {
  readonly words: Float64Array;
  readonly pairs: Float64Array;
  readonly grams: Float64Array;
  readonly names: Float64Array;
  readonly topics: Float64Array;
  /** What each answer gains by the one that was shown before. */
  readonly context: Float64Array | undefined;
  /** What overviews gain. */
  readonly overview: number;
}

function partsOf(
  shares: Shares,
  answer: RankedAnswer,
  { number, ...found }: { number: number; example: number; settled: number },
): Candidate['parts'] {
  return {
    words: shares.words[number] ?? 0,
    pairs: shares.pairs[number] ?? 0,
    grams: shares.grams[number] ?? 0,
    name: shares.names[answer.entryNumber] ?? 0,
    topic: shares.topics[answer.topicDocument] ?? 0,
    context: shares.context?.[number] ?? 0,
    ...found,
  };
}

/** The scores of all answers, without examples; with an open topic, those on other topics get none. */
function scoreAnswers(shares: Shares, { answers }: SearchIndex, openTopic: number | undefined): Float64Array {
  const { words, pairs, grams, names, topics, context, overview } = shares;
  const scores = new Float64Array(answers.length);
  answers.forEach((answer, number) => {
    if (openTopic !== undefined && answer.topicDocument !== openTopic) return;
    scores[number] =
      PART_WEIGHTS.words * (words[number] ?? 0) +
      PART_WEIGHTS.pairs * (pairs[number] ?? 0) +
      PART_WEIGHTS.grams * (grams[number] ?? 0) +
      PART_WEIGHTS.name * (names[answer.entryNumber] ?? 0) +
      PART_WEIGHTS.topic * (topics[answer.topicDocument] ?? 0) +
      (context?.[number] ?? 0) +
      (answer.isOverview ? overview : 0);
  });
  return scores;
}

/**
 * Adds to the score of each answer of a hub what it gains or loses beside the others of that hub, by which of their
 * topics is asked for, and keeps it in `settled`. A hub's best score stays as it was: the topic tells nothing of which
 * hub it is, nor whether it is one.
 */
function settleHubTopics(
  { scores, settled }: { readonly scores: Float64Array; readonly settled: Float64Array },
  { stems }: ReadQuestion,
  { hubs, kindTopics }: SearchIndex,
): void {
  const { gain } = HUB_TOPICS;
  const guess = guessTopic(kindTopics.hubs.topics, stems);
  if (!guess) return;
  for (const hub of hubs) {
    let before = 0;
    let after = 0;
    for (const { number, topic } of hub) {
      const score = scores[number] ?? 0;
      before = Math.max(before, score);
      after = Math.max(after, score + gain * (guess[topic] ?? 0));
    }
    for (const { number, topic } of hub) {
      const change = gain * (guess[topic] ?? 0) + before - after;
      settled[number] = change;
      scores[number] = (scores[number] ?? 0) + change;
    }
  }
}

/** What an answer gains by its nearest example; more where that is nearly the question itself. */
function gainOfExample(nearness: number): number {
  const { from, gain } = SAME_QUESTION;
  return PART_WEIGHTS.example * nearness + gain * Math.max(0, (nearness - from) / (1 - from));
}

/** The places of the highest scores above 0, the highest first; of equal ones the first first. */
function bestOf(scores: Float64Array, count: number): number[] {
  const best: number[] = [];
  let least = 0;
  for (let number = 0; number < scores.length; number += 1) {
    const score = scores[number] ?? 0;
    if (score <= least) continue;
    let place = best.length;
    while (place > 0 && score > (scores[best[place - 1] ?? 0] ?? 0)) place -= 1;
    best.splice(place, 0, number);
    if (best.length > count) best.pop();
    if (best.length === count) least = scores[best.at(-1) ?? 0] ?? 0;
  }
  return best;
}
