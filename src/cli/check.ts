// `torap check`: is the content whole? Each problem on a line, with what to do.

import {
  type Catalog,
  describeProblem,
  type LoadResult,
  loadCatalog,
  type Problem,
  reviewCatalog,
} from '../catalog/index.ts';
import { readFolders } from '../config.ts';
import { LANGUAGES, loadPhrases } from '../language/index.ts';
import { type Command, readOptions } from './command.ts';

/** What a check found; counts are absent when content can't be loaded. */
interface Report {
  readonly errors: readonly Problem[];
  readonly warnings: readonly Problem[];
  readonly counts?: {
    readonly entries: number;
    readonly answers: number;
    readonly drafts: number;
    readonly sources: number;
  };
}

/** Checks content; exit status 1 when anything is wrong. Warnings alone leave it at 0. */
export const check: Command = {
  usage: `  check              checks content/ and says what is wrong, where, and what to do
  check --json       the same as JSON: {"errors","warnings","counts"}`,
  async run(args) {
    const { values } = readOptions(args, { json: { type: 'boolean', default: false } });
    const folders = readFolders(process.env);
    const phrases = await loadPhrases(folders.localesDir);
    const loaded = loadCatalog(folders.contentDir, phrases);
    const warnings = loaded.ok ? reviewCatalog(loaded.catalog, phrases, Date.now()) : [];
    const report = makeReport(loaded, warnings);
    process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : describeReport(report));
    return loaded.ok ? 0 : 1;
  },
};

function makeReport(loaded: LoadResult, warnings: readonly Problem[]): Report {
  if (!loaded.ok) return { errors: loaded.problems, warnings };
  return { errors: [], warnings, counts: countParts(loaded.catalog) };
}

function countParts({ entries, answers, sources }: Catalog) {
  const drafts = [...answers.values()].filter((answer) => answer.draft).length;
  return { entries: entries.size, answers: answers.size, drafts, sources: sources.size };
}

function describeReport({ errors, warnings, counts }: Report): string {
  const parts = [
    ...errors.map(describeProblem),
    ...(errors.length > 0 ? ['', `${errors.length} to mend.`] : []),
    ...warnings.map(describeProblem),
    ...(warnings.length > 0 ? ['', `${warnings.length} to look at.`] : []),
    ...(counts
      ? [
          `Content is in order: ${counts.entries} entries, ${counts.answers} answers in ${LANGUAGES.length} languages, ` +
            `${counts.drafts} of them drafts, ${counts.sources} sources.`,
        ]
      : []),
  ];
  return `${parts.join('\n')}\n`;
}
