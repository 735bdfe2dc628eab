// A read question → answers with scores. Five parts are weighed: words, letter runs, the entry that is named and
// the topic that is asked for (each the share of the question's weight that they explain), and the nearest example.

import type { AnswerId, EntryId } from '../catalog/index.ts';
import { gramsOf } from './grams.ts';
import { type ReadQuestion, stemTerms } from './read-question.ts';
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

/** Scores the answers that share most with the question, the best first. */
export function rankAnswers(question: ReadQuestion, index: SearchIndex): Candidate[] {
  const terms = stemTerms(question);
  const named = terms.filter(({ term }) => index.names.has(term));
  const asked = terms.filter(({ term }) => !index.names.has(term));
  const words = explainedShares(index.words, terms);
  const grams = explainedShares(index.grams, gramTerms(question));
  const names = index.names.match(named);
  const topics = explainedShares(index.topics, asked);
  const nearestExample = index.examples.nearest(terms);
  const candidates = index.answers.map((answer, number) => {
    const parts = {
      words: words.get(number) ?? 0,
      grams: grams.get(number) ?? 0,
      name: names.get(answer.entryNumber) ?? 0,
      topic: topics.get(answer.topicDocument) ?? 0,
      example: 0,
    };
    return { number, answer: answer.id, entry: answer.entry, score: weigh(parts), parts };
  });
  return candidates
    .filter(({ score }) => score > 0)
    .sort(byScore)
    .slice(0, LIMITS.compared)
    .map(({ number, answer, entry, parts }) => {
      const compared = { ...parts, example: nearestExample(number) };
      return { answer, entry, score: weigh(compared), parts: compared };
    })
    .sort(byScore);
}

function byScore(left: { readonly score: number }, right: { readonly score: number }): number {
  return right.score - left.score;
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
