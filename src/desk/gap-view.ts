// A gap in one language's words, for those who keep content.

import { formatDate, parsePartialDate, type Speech } from '../language/index.ts';
import { dayOf } from './days.ts';
import { GAP_REASONS, type Gap, pastesOf } from './gaps.ts';

/** A gap as it is shown: what was asked, how often, and what to do about it. */
export interface GapView {
  /** How people word it, the most frequent first. */
  readonly wordings: readonly string[];
  /** Such as "asked 12 times, last on 30 November 2026 · no answer: 10 · voted down: 2". */
  readonly counts: string;
  /** What the line is for; undefined where there is nothing to add. */
  readonly advice: string | undefined;
  /** The line to paste, and the files, the nearest answer's first. */
  readonly line: string | undefined;
  readonly files: readonly string[];
}

/** Puts a gap into a language's words. */
export function viewGap(gap: Gap, { phrase, numbers, ...speech }: Speech): GapView {
  const day = parsePartialDate(dayOf(gap.lastAsked));
  const date = day ? formatDate(day, 'plain', { phrase, numbers, ...speech }) : '';
  const asked = phrase('gaps.asked', { count: gap.asked, number: numbers.format(gap.asked) });
  const reasons = GAP_REASONS.filter((reason) => gap.reasons[reason] > 0).map((reason) =>
    phrase(`gaps.${reason}`, { number: numbers.format(gap.reasons[reason]) }),
  );
  const pastes = pastesOf(gap);
  return {
    wordings: gap.wordings,
    counts: [`${asked}, ${phrase('gaps.last', { date })}`, ...reasons].join(' · '),
    advice: pastes.length > 0 ? phrase('gaps.paste') : undefined,
    line: pastes[0]?.line,
    files: pastes.map(({ file }) => file),
  };
}
