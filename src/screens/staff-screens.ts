// What staff see of what people asked: questions without a good answer, and numbers.

import { type Gap, type StatsView, statsLines, viewGap } from '../desk/index.ts';
import { bold, escapeHtml } from './html.ts';
import { joinParts, type Screen, type ScreenContext } from './screen.ts';

/** More would not be read on a phone; the shell lists them all. */
const SHOWN_GAPS = 8;

/** The gaps, most asked first, each with the line that would close it. */
export function gapsScreen(gaps: readonly Gap[], { speech }: ScreenContext): Screen {
  const { phrase } = speech;
  const shown = gaps.slice(0, SHOWN_GAPS).map((gap, place) => {
    const { wordings, counts, advice, line, files } = viewGap(gap, speech);
    const [first = '', ...others] = wordings;
    return [
      `${place + 1}. ${bold(first)}`,
      escapeHtml(others.join(' · ')),
      escapeHtml(counts),
      escapeHtml(advice ?? ''),
      line === undefined ? '' : `<code>${escapeHtml(line)}</code>`,
      files.map((file) => `<code>${escapeHtml(file)}</code>`).join('\n'),
    ]
      .filter((part) => part !== '')
      .join('\n');
  });
  const left = gaps.length - shown.length;
  return {
    html: joinParts(
      bold(phrase('gaps.title')),
      gaps.length === 0 ? escapeHtml(phrase('gaps.none')) : undefined,
      ...shown,
      left > 0 ? escapeHtml(phrase('gaps.more', { left })) : undefined,
    ),
    keyboard: [],
  };
}

/** The numbers as text, beside their picture. */
export function statsScreen(view: StatsView): Screen {
  const [title = '', ...lines] = statsLines(view);
  return { html: joinParts(bold(title), escapeHtml(lines.join('\n').trim())), keyboard: [] };
}
