// A read question → answers with scores. Five parts are weighed: words, letter runs, the entry that is named and
// the topic that is asked for (each the share of the question's weight that they explain), and the nearest example.

import type { AnswerId, EntryId } from '../catalog/index.ts';
import { nearestExamples } from './examples.ts';
import { gramsOf } from './grams.ts';
import { matchNames } from './names.ts';
import { type ReadQuestion, stemTerms } from './read-question.ts';
import type { RankedAnswer, SearchIndex } from './search-index.ts';
import { LIMITS, PART_WEIGHTS } from './tuning.ts';
import { explainedShares, type QuestionTerm } from './weighted-index.ts';

/** An answer's score, from 0 to 1, and its parts. */
export interface Candidate {
  readonly answer: AnswerId;
  readonly entry: EntryId;
  readonly score: number;
  readonly parts: Readonly<Record<keyof typeof PART_WEIGHTS, number>>;
}

/** Scores the answers, and returns the few that share most with the question, the best first. */
export function rankAnswers(question: ReadQuestion, index: SearchIndex): Candidate[] {
  const terms = stemTerms(question);
  const isName = ({ term }: QuestionTerm): boolean => index.names.byStem.has(term);
  const words = explainedShares(index.words, terms);
  const grams = explainedShares(index.grams, gramTerms(question));
  const names = matchNames(index.names, terms.filter(isName));
  const topics = explainedShares(
    index.topics,
    terms.filter((term) => !isName(term)),
  );
  const examples = nearestExamples(index.examples, terms, index.words);
  const partsOf = (number: number, { entryNumber, topicDocument }: RankedAnswer): Candidate['parts'] => ({
    words: words[number] ?? 0,
    grams: grams[number] ?? 0,
    name: names.get(entryNumber) ?? 0,
    topic: topics[topicDocument] ?? 0,
    example: examples[number] ?? 0,
  });
  const scores = Float64Array.from(index.answers, (answer, number) => weigh(partsOf(number, answer)));
  return bestOf(scores, LIMITS.matches).flatMap((number) => {
    const answer = index.answers[number];
    if (!answer) return [];
    const { id, entry } = answer;
    return [{ answer: id, entry, score: scores[number] ?? 0, parts: partsOf(number, answer) }];
  });
}

/** The places of the highest scores above 0, the highest first; of equal ones the first first. */
function bestOf(scores: Float64Array, count: number): number[] {
  const best: number[] = [];
  scores.forEach((score, number) => {
    if (score <= (best.length < count ? 0 : (scores[best.at(-1) ?? 0] ?? 0))) return;
    const place = best.findIndex((other) => score > (scores[other] ?? 0));
    best.splice(place < 0 ? best.length : place, 0, number);
    best.length = Math.min(best.length, count);
  });
  return best;
}

function weigh(parts: Candidate['parts']): number {
  return (
    PART_WEIGHTS.words * parts.words +
    PART_WEIGHTS.grams * parts.grams +
    PART_WEIGHTS.name * parts.name +
    PART_WEIGHTS.topic * parts.topic +
    PART_WEIGHTS.example * parts.example
  );
}

function gramTerms({ words }: ReadQuestion): QuestionTerm[] {
  return words.flatMap(({ folded }) => gramsOf(folded).map((term) => ({ term, trust: 1 })));
}
