// A read question → answers with scores. Five parts are weighed: words, letter runs, the entry that is named and
// the topic that is asked for (each the share of the question's weight that they explain), and the nearest example.

import type { AnswerId, EntryId } from '../catalog/index.ts';
import { nearestExamples } from './examples.ts';
import { matchNames } from './names.ts';
import type { ReadQuestion } from './read-question.ts';
import type { SearchIndex } from './search-index.ts';
import { LIMITS, PART_WEIGHTS } from './tuning.ts';
import { explainedShares, type QuestionTerm } from './weighted-index.ts';

/** An answer's score, from 0 to 1, and its parts. */
export interface Candidate {
  readonly answer: AnswerId;
  readonly entry: EntryId;
  readonly score: number;
  readonly parts: Readonly<Record<keyof typeof PART_WEIGHTS, number>>;
}

/**
 * Scores the answers, and returns the few that share most with the question, the best first. Examples are compared
 * for the most likely answers only: the part that they add never lifts one from farther down.
 */
export function rankAnswers(question: ReadQuestion, index: SearchIndex): Candidate[] {
  const terms = question.words;
  const isName = ({ number }: QuestionTerm): boolean => index.names.byStem.has(number ?? -1);
  const words = explainedShares(index.words, terms);
  const runs = explainedShares(
    index.grams,
    terms.flatMap(({ grams }) => grams),
  );
  const names = matchNames(index.names, terms.filter(isName));
  const topics = explainedShares(
    index.topics,
    terms.filter((term) => !isName(term)),
  );
  const scores = new Float64Array(index.answers.length);
  index.answers.forEach(({ entryNumber, topicDocument }, number) => {
    scores[number] =
      PART_WEIGHTS.words * (words[number] ?? 0) +
      PART_WEIGHTS.grams * (runs[number] ?? 0) +
      PART_WEIGHTS.name * (names[entryNumber] ?? 0) +
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
    score: (scores[number] ?? 0) + PART_WEIGHTS.example * (examples[place] ?? 0),
  }));
  return compared
    .sort((left, right) => right.score - left.score)
    .slice(0, LIMITS.matches)
    .flatMap(({ number, example, score }) => {
      const answer = index.answers[number];
      if (!answer) return [];
      const parts = {
        words: words[number] ?? 0,
        grams: runs[number] ?? 0,
        name: names[answer.entryNumber] ?? 0,
        topic: topics[answer.topicDocument] ?? 0,
        example,
      };
      return [{ answer: answer.id, entry: answer.entry, score, parts }];
    });
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
