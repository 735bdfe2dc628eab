// How a reply came about, for the person who looks into a wrong one.

import type { Reply } from '../search/index.ts';

/** Writes a reply's language, words, candidates and decision, a line each. */
export function explainReply({ language, decision, explanation }: Reply): string {
  const { question, candidates } = explanation;
  const words = question.words.map(({ typed, stem, correctedTo, trust }) => {
    const correction =
      correctedTo === undefined ? '' : ` (taken for "${correctedTo}", trust ${trust.toFixed(2)})`;
    return `  ${typed} → ${stem}${correction}`;
  });
  const ranked = candidates.map(({ answer, score, parts }) => {
    const shares = Object.entries(parts).map(([name, share]) => `${name} ${share.toFixed(2)}`);
    return `  ${score.toFixed(3)}  ${answer}  (${shares.join(', ')})`;
  });
  return [
    `language: ${language} (clarity ${question.clarity.toFixed(2)})`,
    'words and stems:',
    ...(words.length > 0 ? words : ['  none that says anything']),
    'candidates:',
    ...(ranked.length > 0 ? ranked : ['  none']),
    `decision: ${decision.kind}, because ${decision.reason}`,
  ].join('\n');
}
