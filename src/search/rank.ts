// A read question → answers with scores. Six parts are weighed: words, pairs of words, letter runs, the entry that is
// named and the topic that is asked for (each the share of the question's weight that they explain), and the nearest
// example. What the chat was shown before adds to them.

import type { AnswerId, EntryId } from '../catalog/index.ts';
import { findPlaces, weighContext } from './context.ts';
import { nearestExamples } from './examples.ts';
import { matchNames } from './names.ts';
import { findOpenTopic } from './open-topic.ts';
import { pairTerms } from './pairs.ts';
import type { ReadQuestion } from './read-question.ts';
import type { SearchIndex } from './search-index.ts';
import { BARE_NAME_GAIN, CONTEXT, LIMITS, PART_WEIGHTS, SAME_QUESTION } from './tuning.ts';
import { explainedShares, type QuestionTerm } from './weighted-index.ts';

/** An answer's score and its parts, each from 0 to 1; where the chat was shown something before, a score may be more. */
export interface Candidate {
  readonly answer: AnswerId;
  readonly entry: EntryId;
  readonly score: number;
  readonly parts: Readonly<Record<keyof typeof PART_WEIGHTS | 'context', number>>;
}

/** The answers that come into question. */
export interface Ranking {
  /** Those that share most with the question, the best first. */
  readonly candidates: readonly Candidate[];
  /** The question names a topic and no hub: the candidates are the hubs' answers on it. */
  readonly isOpen: boolean;
}

/**
 * Scores the answers. Examples are compared for the most likely ones only: what they add never lifts one from
 * farther down.
 * @param context the answer that was shown before
 */
export function rankAnswers(question: ReadQuestion, index: SearchIndex, context?: AnswerId): Ranking {
  const terms = question.words;
  const isName = ({ number }: QuestionTerm): boolean => index.names.byStem.has(number ?? -1);
  const words = explainedShares(index.words, terms);
  const runs = explainedShares(
    index.grams,
    terms.flatMap(({ grams }) => grams),
  );
  const pairs = explainedShares(index.pairs.index, pairTerms(terms, index.pairs));
  const names = matchNames(index.names, terms.filter(isName));
  const others = terms.filter((term) => !isName(term));
  const places = findPlaces(names, index);
  const open = context === undefined && places.size === 0 ? findOpenTopic(others, index) : undefined;
  const before = weighContext({ question, places, others }, index, context);
  const topics = explainedShares(index.topics, others);
  const isBareName = context === undefined && terms.length > 0 && others.length === 0;
  const scores = new Float64Array(index.answers.length);
  index.answers.forEach((answer, number) => {
    const { entryNumber, topicDocument, isOverview } = answer;
    if (open !== undefined && topicDocument !== open) return;
    scores[number] =
      // Of the entry that the chat is at, the topic decides: its other words stood in the questions before.
      before(answer) * (1 + CONTEXT.topic * (topics[topicDocument] ?? 0)) +
      (isBareName && isOverview ? BARE_NAME_GAIN : 0) +
      PART_WEIGHTS.words * (words[number] ?? 0) +
      PART_WEIGHTS.pairs * (pairs[number] ?? 0) +
      PART_WEIGHTS.grams * (runs[number] ?? 0) +
      PART_WEIGHTS.name * (names.fits[entryNumber] ?? 0) +
      PART_WEIGHTS.topic * (topics[topicDocument] ?? 0);
  });
  const likely = bestOf(scores, LIMITS.compared);
  const examples = nearestExamples(index.examples[question.language], terms, {
    words: index.words,
    answers: likely,
  });
  const compared = likely.map((number, place) => ({
    number,
    example: examples[place] ?? 0,
    score:
      (scores[number] ?? 0) +
      PART_WEIGHTS.example * (examples[place] ?? 0) +
      gainOfSame(examples[place] ?? 0),
  }));
  const candidates = compared
    .sort((left, right) => right.score - left.score)
    .slice(0, LIMITS.matches)
    .flatMap(({ number, example, score }) => {
      const answer = index.answers[number];
      if (!answer) return [];
      const parts = {
        words: words[number] ?? 0,
        pairs: pairs[number] ?? 0,
        grams: runs[number] ?? 0,
        name: names.fits[answer.entryNumber] ?? 0,
        context: before(answer),
        topic: topics[answer.topicDocument] ?? 0,
        example,
      };
      return [{ answer: answer.id, entry: answer.entry, score, parts }];
    });
  return { candidates, isOpen: open !== undefined };
}

/** What an answer gains by an example that is nearly the question itself. */
function gainOfSame(nearness: number): number {
  const { from, gain } = SAME_QUESTION;
  return gain * Math.max(0, (nearness - from) / (1 - from));
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
