// How sure is the best answer? A score alone is a poor judge: a short question scores high by one common word. What
// tells is how much of what was asked content knows and the answer explains, and how far it stands before other entries.

import type { OutsideMatch } from './outside.ts';
import type { Candidate } from './rank.ts';
import type { ReadQuestion } from './read-question.ts';
import { CONTEXT, IN_SCOPE, IN_SCOPE_AFTER, RIGHT } from './tuning.ts';
import { tellingOf, type WeightedIndex } from './weighted-index.ts';

/** What is weighed; each from 0 to about 1. */
export interface Evidence {
  /** The best score less the best of another entry. */
  readonly lead: number;
  /** The best score less the next, which may be the same entry's. */
  readonly margin: number;
  /** How much of the question's words, of pairs of them, and of its letter runs, the best answer explains. */
  readonly words: number;
  readonly pairs: number;
  readonly grams: number;
  /** How near an example of the best answer is. */
  readonly example: number;
  /** What the best answer gained by the one that was shown before. */
  readonly context: number;
  /** How likely it is beside the others, as a softmax of scores (see `FOLLOW_UP`). */
  readonly likelihood: number;
  /** The question goes on from the answer that was shown. */
  readonly goesOn: number;
  /** The share of the question's weight that lies in words that content does not know. */
  readonly unknown: number;
  /** How many words say something; 1 from ten on. */
  readonly length: number;
  /** How telling all words are together, in words of which one answer alone holds each; and how much the best explains. */
  readonly weight: number;
  readonly explained: number;
  /** How much its words tell of a subject that content is not for. */
  readonly outside: number;
}

/** What each piece of evidence counts for, and with what the sum begins. */
export type EvidenceWeights = Readonly<Record<keyof Evidence | 'start', number>>;

/** From 0 to 1, as on the development questions: how likely it is … */
export interface Confidence {
  /** … that content answers the question at all, */
  readonly inScope: number;
  /** … that the best answer is a right one, */
  readonly right: number;
  /** … and that its entry is; at least as likely. */
  readonly rightEntry: number;
}

/** What else the evidence is taken from: how telling words are, and what speaks for another subject. */
export interface Known {
  readonly words: WeightedIndex;
  readonly outside: OutsideMatch;
  /** An answer was shown before. */
  readonly isFollowUp: boolean;
}

/**
 * Weighs the evidence for the best candidate; nothing speaks for none. After an answer was shown, what scores were fitted
 * to says how likely the best one is right, and its entry.
 */
export function judge(question: ReadQuestion, candidates: readonly Candidate[], known: Known): Confidence {
  const [best] = candidates;
  if (!best) return { inScope: 0, right: 0, rightEntry: 0 };
  const likelihoods = likelihoodsAmong(candidates, best);
  const evidence = collectEvidence(question, { best, others: candidates, likelihoods }, known);
  if (known.isFollowUp) {
    const { best: right, entry: rightEntry } = likelihoods;
    return { inScope: likelihoodOf(evidence, IN_SCOPE_AFTER), right, rightEntry };
  }
  const right = likelihoodOf(evidence, RIGHT);
  return { inScope: likelihoodOf(evidence, IN_SCOPE), right, rightEntry: right };
}

/** How likely the best candidate is right, and how likely its entry is. */
interface Likelihoods {
  readonly best: number;
  readonly entry: number;
}

/** As a softmax of scores (see `FOLLOW_UP`). */
function likelihoodsAmong(candidates: readonly Candidate[], best: Candidate): Likelihoods {
  let all = 0;
  let ofEntry = 0;
  for (const { score, entry } of candidates) {
    const odds = Math.exp((score - best.score) / CONTEXT.spread);
    all += odds;
    if (entry === best.entry) ofEntry += odds;
  }
  return { best: 1 / all, entry: ofEntry / all };
}

const MOST_WORDS = 10;
/** In words that are as telling as can be. */
const MOST_WEIGHT = 6;
const MOST_EXPLAINED = 4;
/** Two words that hardly an answer's question holds. */
const MOST_OUTSIDE = 6;

/** The best candidate, all of them, and how likely it is right among them. */
interface Judged {
  readonly best: Candidate;
  readonly others: readonly Candidate[];
  readonly likelihoods: Likelihoods;
}

function collectEvidence(
  question: ReadQuestion,
  { best, others, likelihoods }: Judged,
  { words: index, outside }: Known,
): Evidence {
  const weight = tellingOf(index, question.words);
  const unknown = tellingOf(
    index,
    question.words.filter(({ number }) => number === undefined),
  );
  const rival = others.find(({ entry }) => entry !== best.entry);
  return {
    lead: best.score - (rival?.score ?? 0),
    margin: best.score - (others[1]?.score ?? 0),
    words: best.parts.words,
    pairs: best.parts.pairs,
    grams: best.parts.grams,
    example: best.parts.example,
    context: best.parts.context,
    likelihood: likelihoods.best,
    goesOn: question.goesOn ? 1 : 0,
    unknown: weight === 0 ? 1 : unknown / weight,
    length: Math.min(question.words.length, MOST_WORDS) / MOST_WORDS,
    weight: Math.min(weight, MOST_WEIGHT) / MOST_WEIGHT,
    explained: Math.min(best.parts.words * weight, MOST_EXPLAINED) / MOST_EXPLAINED,
    outside: Math.min(outside.weight, MOST_OUTSIDE) / MOST_OUTSIDE,
  };
}

/** A logistic model, as fitted. */
function likelihoodOf(evidence: Evidence, weights: EvidenceWeights): number {
  let sum = weights.start;
  for (const [name, value] of Object.entries(evidence)) sum += value * weights[name as keyof Evidence];
  return 1 / (1 + Math.exp(-sum));
}
