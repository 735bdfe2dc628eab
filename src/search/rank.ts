// A read question → answers with scores. Five parts are weighed: words, letter runs, the entry that is named and
// the topic that is asked for (each the share of the question's weight that they explain), and the nearest example.

import type { AnswerId, EntryId } from '../catalog/index.ts';
import { nearestExamples } from './examples.ts';
import { gramsOf } from './grams.ts';
import { matchNames } from './names.ts';
import { type ReadQuestion, stemTerms } from './read-question.ts';
import type { SearchIndex } from './search-index.ts';
import { PART_WEIGHTS } from './tuning.ts';
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
  const isName = ({ term }: QuestionTerm): boolean => index.names.byStem.has(term);
  const words = explainedShares(index.words, terms);
  const grams = explainedShares(index.grams, gramTerms(question));
  const names = matchNames(index.names, terms.filter(isName));
  const topics = explainedShares(
    index.topics,
    terms.filter((term) => !isName(term)),
  );
  const examples = nearestExamples(index.examples, terms, index.words);
  const candidates: Candidate[] = [];
  index.answers.forEach(({ id, entry, entryNumber, topicDocument }, number) => {
    const parts = {
      words: words[number] ?? 0,
      grams: grams[number] ?? 0,
      name: names.get(entryNumber) ?? 0,
      topic: topics[topicDocument] ?? 0,
      example: examples[number] ?? 0,
    };
    const score = weigh(parts);
    if (score > 0) candidates.push({ answer: id, entry, score, parts });
  });
  return candidates.sort(byScore);
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
