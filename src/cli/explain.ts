// How a reply came about, for the person who looks into a wrong one.

import type { Reply } from '../search/index.ts';

const TYPING_NAMES: Readonly<Record<Reply['explanation']['question']['typing'], string>> = {
  plain: 'as it is written',
  latin: 'in Latin letters',
  keyboard: 'with the keyboard set to another language',
};

/** Writes a reply's language, words, candidates and decision, a line each. */
export function explainReply({ language, decision, explanation }: Reply): string {
  const { question, candidates, confidence, outside } = explanation;
  const words = question.words.map(({ typed, folded, stem, number, correctedTo, trust }) => {
    const correction =
      correctedTo === undefined ? '' : ` (taken for "${correctedTo}", trust ${trust.toFixed(2)})`;
    const unknown = number === undefined ? ' (content does not know it)' : '';
    return `  ${typed} → ${folded} → ${stem}${correction}${unknown}`;
  });
  const ranked = candidates.map(({ answer, score, parts }) => {
    const shares = Object.entries(parts).map(([name, share]) => `${name} ${share.toFixed(2)}`);
    return `  ${score.toFixed(3)}  ${answer}  (${shares.join(', ')})`;
  });
  return [
    `language: ${language} (clarity ${question.clarity.toFixed(2)}, typed ${TYPING_NAMES[question.typing]})`,
    `goes on from the answer before: ${question.goesOn ? 'yes' : 'no'}`,
    'words, normal forms and stems:',
    ...(words.length > 0 ? words : ['  none that says anything']),
    'candidates:',
    ...(ranked.length > 0 ? ranked : ['  none']),
    `outside of content: ${outside.subject === undefined ? 'nothing' : `${outside.subject} ${outside.weight.toFixed(2)}`}`,
    `content answers it: ${confidence.inScope.toFixed(3)}, with the best candidate: ${confidence.right.toFixed(3)}, or its entry: ${confidence.rightEntry.toFixed(3)}`,
    `decision: ${decision.kind}, because ${decision.reason}`,
  ].join('\n');
}
