// A read question → answers with scores. Five parts are weighed: words, letter runs, the entry that is named and
// the topic that is asked for (each the share of the question's weight that they explain), and the nearest example.

import type { AnswerId, EntryId } from '../catalog/index.ts';
import { nearestExamples } from './examples.ts';
import { isBareAsking } from './follow-ups.ts';
import { matchNames, type NameMatch } from './names.ts';
import { pairTerms } from './pairs.ts';
import type { ReadQuestion } from './read-question.ts';
import type { RankedAnswer, SearchIndex } from './search-index.ts';
import { BARE_NAME_GAIN, CONTEXT, LIMITS, NAMED, PART_WEIGHTS, SAME_QUESTION } from './tuning.ts';
import { explainedShares, type QuestionTerm } from './weighted-index.ts';

/** An answer's score, from 0 to 1, and its parts. */
export interface Candidate {
  readonly answer: AnswerId;
  readonly entry: EntryId;
  readonly score: number;
  readonly parts: Readonly<Record<keyof typeof PART_WEIGHTS | 'context', number>>;
}

/** What a ranking takes into account beside the question. */
export interface Ranking {
  /** The answer that was shown before. */
  readonly context?: AnswerId | undefined;
  /** The document of the only topic whose answers are ranked. */
  readonly topicDocument?: number | undefined;
}

/**
 * Scores the answers, and returns the few that share most with the question, the best first. Examples are compared
 * for the most likely answers only: the part that they add never lifts one from farther down.
 */
export function rankAnswers(
  question: ReadQuestion,
  index: SearchIndex,
  { context, topicDocument: only }: Ranking = {},
): Candidate[] {
  const terms = question.words;
  const isName = ({ number }: QuestionTerm): boolean => index.names.byStem.has(number ?? -1);
  const words = explainedShares(index.words, terms);
  const runs = explainedShares(
    index.grams,
    terms.flatMap(({ grams }) => grams),
  );
  const pairs = explainedShares(index.pairs.index, pairTerms(terms, index.pairs));
  const names = matchNames(index.names, terms.filter(isName));
  const before = contextOf({ question, names, isName }, index, context);
  const topics = explainedShares(
    index.topics,
    terms.filter((term) => !isName(term)),
  );
  const isBareName = context === undefined && terms.every(isName);
  const scores = new Float64Array(index.answers.length);
  index.answers.forEach((answer, number) => {
    const { entryNumber, topicDocument, isOverview } = answer;
    if (only !== undefined && topicDocument !== only) return;
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
  return compared
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
}

/** What an answer gains by an example that is nearly the question itself. */
function gainOfSame(nearness: number): number {
  const { from, gain } = SAME_QUESTION;
  return gain * Math.max(0, (nearness - from) / (1 - from));
}

/** What the ranking knows of a question when it looks at what was said before. */
interface Asked {
  readonly question: ReadQuestion;
  readonly names: NameMatch;
  readonly isName: (term: QuestionTerm) => boolean;
}

/** What each answer gains by the answer that was shown before: its own entry's, or another's on the same topic. */
function contextOf(
  { question, names, isName }: Asked,
  { answers }: SearchIndex,
  context: AnswerId | undefined,
): (answer: RankedAnswer) => number {
  const shown = context === undefined ? undefined : answers.find(({ id }) => id === context);
  if (!shown) return () => 0;
  const isNamed = ({ isPlace, entryNumber }: RankedAnswer): boolean =>
    isPlace &&
    ((names.wholes[entryNumber] ?? 0) >= NAMED.whole || (names.fits[entryNumber] ?? 0) >= NAMED.fit);
  if (!answers.some(isNamed)) {
    const gain = gainOfContext(question, shown);
    return ({ entryNumber }) => (entryNumber === shown.entryNumber ? gain : 0);
  }
  // Another entry is named and nothing else is asked: "and in Aktau?" asks the same of it.
  const others = question.words.filter((word) => !isName(word));
  const isBare = others.every(({ folded }) => isBareAsking(folded, question.language));
  if (!isBare || (!question.goesOn && others.length === 0)) return () => 0;
  return (answer) =>
    isNamed(answer) && answer.topicDocument === shown.topicDocument ? CONTEXT.sameTopic : 0;
}

/** Whoever has read a guide asks for the next; of a place they ask for one thing after the other. */
function gainOfContext({ words, goesOn }: ReadQuestion, { isPlace }: RankedAnswer): number {
  if (goesOn && words.length <= CONTEXT.someWords) return isPlace ? CONTEXT.goesOn : CONTEXT.goesOnElsewhere;
  return isPlace && words.length <= CONTEXT.fewWords ? CONTEXT.short : CONTEXT.other;
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
