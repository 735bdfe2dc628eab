// Ranked answers → answer, choose or refuse. A wrong answer said with confidence costs more than a question back.

import type { AnswerId } from '../catalog/index.ts';
import type { Confidence } from './confidence.ts';
import type { OutsideMatch } from './outside.ts';
import type { Candidate } from './rank.ts';
import type { ReadQuestion } from './read-question.ts';
import { COLLISION, LIMITS, THRESHOLDS } from './tuning.ts';

/** What to do with a question; `reason` is for those who look into it. */
export type Decision =
  | { readonly kind: 'answer'; readonly answer: AnswerId; readonly reason: string }
  | {
      readonly kind: 'choose';
      readonly answers: readonly AnswerId[];
      readonly reason: string;
      /** They are the hubs' answers on one topic: none is likelier than the others. */
      readonly isOpen?: boolean;
    }
  | {
      readonly kind: 'refuse';
      readonly suggestions: readonly AnswerId[];
      readonly reason: string;
      /** It is no question: a greeting, thanks, a sign. */
      readonly asksNothing?: boolean;
    };

/** What a decision rests on. */
export interface Judged {
  readonly question: ReadQuestion;
  /** The best first. */
  readonly candidates: readonly Candidate[];
  readonly confidence: Confidence;
  /** The subject that content is not for of which the question tells most. */
  readonly outside: OutsideMatch;
  /** The question names a topic and no hub: the candidates are the hubs' answers on it. */
  readonly isOpen: boolean;
  /** An answer was shown before. */
  readonly isFollowUp: boolean;
  /** What people usually ask; suggested on a refusal where nothing comes near. */
  readonly usual: readonly AnswerId[];
}

/** Decides what becomes of a question. */
export function decide({
  question,
  candidates,
  confidence,
  outside,
  isOpen,
  isFollowUp,
  usual,
}: Judged): Decision {
  const { inScope, right, rightEntry } = confidence;
  const [best, second] = candidates;
  const suggestions = suggest(candidates, usual);
  if (question.words.length === 0) {
    const reason = 'the question holds no word that says anything';
    return { kind: 'refuse', suggestions, reason, asksNothing: true };
  }
  if (isOpen) {
    const answers = candidates.map(({ answer }) => answer);
    return { kind: 'choose', answers, reason: 'it names a topic of the hubs, and no hub', isOpen };
  }
  if (best && best.parts.example >= COLLISION && (second?.parts.example ?? 0) < COLLISION) {
    return { kind: 'answer', answer: best.answer, reason: 'an example or a name of it says the same' };
  }
  if (!best || inScope < THRESHOLDS.refuse) {
    const reason = `content hardly answers it (${show(inScope)}, below ${THRESHOLDS.refuse})${tellOutside(outside)}`;
    return { kind: 'refuse', suggestions, reason };
  }
  const sure = `content answers it (${show(inScope)}), with the best answer (${show(right)}), or its entry (${show(rightEntry)})`;
  const least = isFollowUp ? THRESHOLDS.rightAfter : THRESHOLDS.right;
  const leastEntry = isFollowUp ? THRESHOLDS.rightEntryAfter : THRESHOLDS.right;
  if (inScope >= THRESHOLDS.inScope && right >= least && rightEntry >= leastEntry) {
    return { kind: 'answer', answer: best.answer, reason: sure };
  }
  const close = candidates
    .filter(({ score }) => score >= best.score - THRESHOLDS.choose)
    .slice(0, LIMITS.choices)
    .map(({ answer }) => answer);
  const answers = close.length > 1 ? close : candidates.slice(0, 2).map(({ answer }) => answer);
  if (answers.length === 1) return { kind: 'refuse', suggestions, reason: `${sure}, but there is no second` };
  const reason = `${sure}; an answer takes ${THRESHOLDS.inScope}, ${least} and ${leastEntry}`;
  return { kind: 'choose', answers, reason };
}

/** Names the subject, where a word or more tells of it. */
function tellOutside({ subject, weight }: OutsideMatch): string {
  return weight < THRESHOLDS.outside ? '' : `; it rather asks of "${subject}", which content is not for`;
}

/** Up to three answers beside a refusal: those that come near, then what people usually ask. */
function suggest(candidates: readonly Candidate[], usual: readonly AnswerId[]): AnswerId[] {
  const near = candidates.filter(({ score }) => score >= THRESHOLDS.suggest).map(({ answer }) => answer);
  return [...new Set([...near, ...usual])].slice(0, LIMITS.suggestions);
}

function show(share: number): string {
  return share.toFixed(3);
}
