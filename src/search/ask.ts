// The way of a question: read it, rank answers, decide. Pure: a question, a chat and a catalog in, a value out.

import type { AnswerId, Catalog } from '../catalog/index.ts';
import type { Language } from '../language/index.ts';
import { type Confidence, judge } from './confidence.ts';
import { type Decision, decide } from './decide.ts';
import { matchOutside, type OutsideMatch } from './outside.ts';
import { type Candidate, rankAnswers } from './rank.ts';
import { type ReadQuestion, readQuestion } from './read-question.ts';
import { indexCatalog, type SearchIndex } from './search-index.ts';

/** What is known of the chat when a question comes. */
export interface AskingChat {
  readonly language: Language;
  /** The answer that was shown last, which a question such as "and how do I get there" goes on from. */
  readonly context?: AnswerId | undefined;
}

/** A catalog that can be asked: its search index is built. */
export interface SearchableCatalog extends Catalog {
  readonly index: SearchIndex;
}

/** An answer that fits the question; `confidence` runs from 0 to 1. */
export interface Match {
  readonly answer: AnswerId;
  readonly confidence: number;
}

/** What Torap makes of a question. */
export interface Reply {
  /** The question's language; the reply is in it. */
  readonly language: Language;
  readonly decision: Decision;
  /** The best answers first, also on refusal. */
  readonly matches: readonly Match[];
  /** How it came about, for `ask --explain`. */
  readonly explanation: {
    readonly question: ReadQuestion;
    readonly candidates: readonly Candidate[];
    readonly confidence: Confidence;
    readonly outside: OutsideMatch;
  };
}

/** Builds a catalog's search index, once. */
export function makeSearchable(catalog: Catalog): SearchableCatalog {
  return { ...catalog, index: indexCatalog(catalog) };
}

/** Answers a question from the catalog: which answer, which ones to choose from, or none. Never throws. */
export function ask(question: string, chat: AskingChat, catalog: SearchableCatalog): Reply {
  const read = readQuestion(question, chat.language, catalog.index);
  const { index } = catalog;
  const { candidates, isOpen, isFollowUp } = rankAnswers(read, index, chat.context);
  const outside = matchOutside(read, index.outside);
  const confidence = judge(read, candidates, { words: index.words, outside, isFollowUp });
  return {
    language: read.language,
    decision: decide({
      question: read,
      candidates,
      confidence,
      outside,
      isOpen,
      isFollowUp,
      usual: index.usual,
    }),
    matches: candidates.map(({ answer, score }) => ({ answer, confidence: Math.min(1, score) })),
    explanation: { question: read, candidates, confidence, outside },
  };
}
