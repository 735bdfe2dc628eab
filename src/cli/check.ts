// `torap check`: is the content whole? Each problem on a line, with what to do.

import { type ContentCounts, contentTable, describeProblem, type Problem } from '../catalog/index.ts';
import { readFolders } from '../config.ts';
import { LANGUAGES } from '../language/index.ts';
import { readContent } from '../live/index.ts';
import { reviewQuestions, type SearchableCatalog } from '../search/index.ts';
import { type Command, readOptions } from './command.ts';
import { summarizeContent } from './content-summary.ts';

/** What a check found. */
interface Report {
  readonly errors: readonly Problem[];
  readonly warnings: readonly Problem[];
  /** Where there are errors, of what could be read. */
  readonly counts: ContentCounts;
}

/** Checks content; exit status 1 when anything is wrong. Warnings alone leave it at 0. */
export const check: Command = {
  usage: `  check              checks content/ and locales/ and says what is wrong, where, and what to do
  check --table      also lists every answer, not only entries that need something
  check --json       the same as JSON: {"errors","warnings","counts"}; a problem of a whole file has line 1`,
  async run(args) {
    const { values } = readOptions(args, {
      json: { type: 'boolean', default: false },
      table: { type: 'boolean', default: false },
    });
    const folders = readFolders(process.env);
    const now = Date.now();
    const { whole, errors, warnings, counts } = await readContent(folders, now);
    const report = { errors, warnings: [...warnings, ...reviewAllQuestions(whole?.catalog)], counts };
    const table = whole
      ? summarizeContent(contentTable(whole.catalog, now), whole.phrases, { everyAnswer: values.table })
      : [];
    process.stdout.write(values.json ? `${toJson(report)}\n` : describeReport(report, table));
    return whole ? 0 : 1;
  },
};

function reviewAllQuestions(catalog: SearchableCatalog | undefined): Problem[] {
  return catalog ? [...catalog.answers.values()].flatMap((answer) => reviewQuestions(answer, catalog)) : [];
}

/** For programs: the same four keys for each problem. */
function toJson({ errors, warnings, counts }: Report): string {
  const plain = ({ file, line = 1, message, remedy }: Problem) => ({ file, line, message, remedy });
  return JSON.stringify({ errors: errors.map(plain), warnings: warnings.map(plain), counts });
}

function describeReport({ errors, warnings, counts }: Report, table: readonly string[]): string {
  const { entries, answers, drafts, unfinished, sources } = counts;
  const parts = [
    ...errors.map(describeProblem),
    ...(errors.length > 0 ? ['', `${errors.length} to mend.`] : []),
    ...warnings.map(describeProblem),
    ...(warnings.length > 0 ? ['', `${warnings.length} to look at.`] : []),
    ...(table.length > 0 ? [...(warnings.length > 0 ? [''] : []), ...table, ''] : []),
    ...(errors.length === 0
      ? [
          `Content is in order: ${entries} entries, ${answers} answers in ${LANGUAGES.length} languages, ` +
            `${drafts} of them drafts, ${unfinished === 0 ? '' : `${unfinished} more unfinished, `}${sources} sources.`,
        ]
      : []),
  ];
  return `${parts.join('\n')}\n`;
}
