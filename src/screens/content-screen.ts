// How content stands, for those who keep it: what answers, and what the check says of the files.

import type { Speech } from '../language/index.ts';
import { bold, escapeHtml } from './html.ts';
import { menuButton } from './menu-screens.ts';
import { formatMoment } from './moments.ts';
import { joinParts, type Screen, type ScreenContext } from './screen.ts';

/** How content stands. */
export interface ContentReport {
  /** 1 is what the process started with; each reload that went well adds one. */
  readonly version: number;
  /** When that was loaded; milliseconds since 1970 UTC. */
  readonly loadedAt: number;
  /** The last commit that changed the files; undefined where there is none. */
  readonly commit: string | undefined;
  /** Why the files as they are now can't answer, a line each; empty when they do. */
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

/** More would not be read on a phone; the check lists them all. */
const SHOWN_PROBLEMS = 5;

/** Shows how content stands. */
export function contentScreen(report: ContentReport, context: ScreenContext): Screen {
  const { speech, catalog } = context;
  const { phrase } = speech;
  const answers = [...catalog.answers.values()];
  const drafts = answers.filter((answer) => answer.draft).length;
  const counts = phrase('contentReport.counts', {
    entries: catalog.entries.size,
    answers: answers.length,
    drafts,
    sources: catalog.sources.size,
  });
  return {
    html: joinParts(
      bold(phrase('contentReport.title')),
      [
        phrase('contentReport.version', {
          version: report.version,
          time: formatMoment(report.loadedAt, speech),
        }),
        report.commit === undefined ? undefined : phrase('contentReport.commit', { commit: report.commit }),
        counts,
      ]
        .filter((line) => line !== undefined)
        .map(escapeHtml)
        .join('\n'),
      problemList(
        report.errors,
        { some: 'contentReport.errors.some', none: 'contentReport.errors.none' },
        speech,
      ),
      problemList(
        report.warnings,
        { some: 'contentReport.warnings.some', none: 'contentReport.warnings.none' },
        speech,
      ),
    ),
    keyboard: [[menuButton('hubs', context)]],
  };
}

interface ListKeys {
  readonly some: string;
  readonly none: string;
}

function problemList(problems: readonly string[], keys: ListKeys, { phrase }: Speech): string {
  if (problems.length === 0) return escapeHtml(phrase(keys.none));
  const shown = problems.slice(0, SHOWN_PROBLEMS).map((line) => `• ${escapeHtml(line)}`);
  const left = problems.length - shown.length;
  const rest = left > 0 ? [escapeHtml(phrase('contentReport.more', { left }))] : [];
  return [bold(phrase(keys.some, { number: problems.length })), ...shown, ...rest].join('\n');
}
