// The desk at which staff look at content and change it: what answers now, what the check says, the files.
// A browser shows it; nothing here knows of one.

import { type CreatedEntry, createEntry, KINDS, type Problem, parseAnswerId } from '../catalog/index.ts';
import { type LiveContent, readGitCommit } from '../live/index.ts';
import { createContentFiles, type Draft, type OpenOutcome, type SaveOutcome } from './content-files.ts';
import { type EditorFolders, editorPathOf } from './content-paths.ts';
import { makeOverview } from './overview.ts';
import { showAnswer } from './shown-answer.ts';

/** What the desk works with. */
export interface ContentDeskParts {
  readonly live: LiveContent;
  readonly folders: EditorFolders;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
}

/** Makes the desk of content that is live. */
export function createContentDesk({ live, folders, now }: ContentDeskParts) {
  const files = createContentFiles(folders);
  const standing = () => {
    const { version, loadedAt, checkedAt, errors, warnings } = live.state();
    return {
      // What a longer review finds comes after the look itself, without a new time.
      stamp: [version, checkedAt, errors.length, warnings.length].join('-'),
      version,
      loadedAt,
      errors: errors.map((problem) => fileProblem(problem, folders)),
      warnings: warnings.map((problem) => fileProblem(problem, folders)),
    };
  };
  return {
    standing,
    /** Content at a glance. */
    async overview() {
      const commit = await readGitCommit(folders.contentDir);
      const found = standing();
      return { standing: found, commit, ...makeOverview({ ...live.current(), ...found, now: now() }) };
    },
    /** An answer of what answers now, drafts included; undefined when there is none of this id. */
    answer(id: string) {
      const { catalog, phrases } = live.current();
      const known = parseAnswerId(id);
      const answer = known && (catalog.answers.get(known) ?? catalog.unfinished.get(known));
      if (!answer) return undefined;
      const shown = showAnswer(answer, { catalog, phrases, now: now() });
      const found = standing();
      const paths = new Set([shown.files.entry, ...Object.values(shown.files.texts)]);
      const problems = [...found.errors, ...found.warnings].filter(({ path }) => path && paths.has(path));
      return { ...shown, problems, standing: found };
    },
    open: (path: string): Promise<OpenOutcome> => files.open(path),
    /** Saves a file; once that is done all files have been looked at again. */
    async save(draft: Draft): Promise<SaveOutcome> {
      const outcome = await files.save(draft);
      if (outcome.kind === 'saved') await live.reload();
      return outcome;
    },
    /** Makes the files of a new entry as drafts; once that is done all files have been looked at again. */
    async create({ kind, slug }: { readonly kind: string; readonly slug: string }): Promise<CreatedEntry> {
      const known = KINDS.find((other) => other === kind);
      if (!known) return { ok: false, reason: `There is no kind of entry "${kind}".` };
      const created = await createEntry(folders.contentDir, { kind: known, slug, now: now() });
      if (created.ok) await live.reload();
      return created;
    },
    onChange: (listener: () => void) => live.onChange(listener),
  };
}

/** The desk that `createContentDesk` makes. */
export type ContentDesk = ReturnType<typeof createContentDesk>;

function fileProblem({ file, line, message, remedy }: Problem, folders: EditorFolders) {
  return { file, path: editorPathOf(file, folders), line, message, remedy };
}
