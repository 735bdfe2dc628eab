// Ranked answers → answer, choose or refuse. A wrong answer said with confidence costs more than a question back.

import type { AnswerId } from '../catalog/index.ts';
import type { Candidate } from './rank.ts';
import type { ReadQuestion } from './read-question.ts';
import { LIMITS, THRESHOLDS } from './tuning.ts';

/** What to do with a question; `reason` is for those who look into it. */
export type Decision =
  | { readonly kind: 'answer'; readonly answer: AnswerId; readonly reason: string }
  | { readonly kind: 'choose'; readonly answers: readonly AnswerId[]; readonly reason: string }
  | { readonly kind: 'refuse'; readonly suggestions: readonly AnswerId[]; readonly reason: string };

/**
 * Decides from the candidates, the best first.
 * @param usual what people usually ask; suggested on a refusal where nothing comes near
 */
export function decide(
  question: ReadQuestion,
  candidates: readonly Candidate[],
  usual: readonly AnswerId[],
): Decision {
  const [best, second] = candidates;
  const suggestions = suggest(candidates, usual);
  if (question.words.length === 0) {
    return { kind: 'refuse', suggestions, reason: 'the question holds no word that says anything' };
  }
  if (!best || best.score < THRESHOLDS.refuse) {
    const reason = `the best score ${show(best?.score)} is below ${THRESHOLDS.refuse}`;
    return { kind: 'refuse', suggestions, reason };
  }
  const lead = best.score - (second?.score ?? 0);
  if (best.score >= THRESHOLDS.answer && lead >= THRESHOLDS.margin) {
    return {
      kind: 'answer',
      answer: best.answer,
      reason: `score ${show(best.score)}, ahead by ${show(lead)}`,
    };
  }
  const close = candidates
    .filter(({ score }) => score >= best.score - THRESHOLDS.choose)
    .slice(0, LIMITS.choices)
    .map(({ answer }) => answer);
  const answers = close.length > 1 ? close : candidates.slice(0, 2).map(({ answer }) => answer);
  if (answers.length === 1) {
    return { kind: 'refuse', suggestions, reason: `score ${show(best.score)}, and no second to choose from` };
  }
  return { kind: 'choose', answers, reason: `score ${show(best.score)}, ahead by only ${show(lead)}` };
}

/** Up to three answers beside a refusal: those that come near, then what people usually ask. */
function suggest(candidates: readonly Candidate[], usual: readonly AnswerId[]): AnswerId[] {
  const near = candidates.filter(({ score }) => score >= THRESHOLDS.suggest).map(({ answer }) => answer);
  return [...new Set([...near, ...usual])].slice(0, LIMITS.suggestions);
}

function show(score: number | undefined): string {
  return (score ?? 0).toFixed(3);
}
