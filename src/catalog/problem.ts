// What is wrong with content, said to the person who edits it: where, what, and what to do.

import Fuse from 'fuse.js';

/** One thing that is wrong with a content file. `line` and `column` count from 1. */
export interface Problem {
  /** The file, with forward slashes, from the content folder's parent: content/hubs/khorgos/about.ru.md. */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
  readonly remedy: string;
}

/** What checks collect: problems stand in the way of a catalog, warnings don't. */
export interface Findings {
  readonly problems: Problem[];
  readonly warnings: Problem[];
}

/** Writes a problem as one line: `file:line:column  message remedy`. */
export function describeProblem({ file, line, column, message, remedy }: Problem): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return `${place}  ${message} ${remedy}`;
}

/** Cuts what a problem quotes from a file where it is long, so that the problem can still be read. */
export function shortenQuotes(problem: Problem): Problem {
  const cut = (text: string): string => text.replace(LONG_QUOTE, '"$1…"');
  return { ...problem, message: cut(problem.message), remedy: cut(problem.remedy) };
}

const LONG_QUOTE = /"([^"]{60})[^"]{20,}"/gu;

/** A name longer than any id is looked up by its beginning. */
const MAX_MEANT_LENGTH = 60;

/**
 * Finds the known name that somebody most likely meant.
 * Returns a sentence such as `Did you mean "capacity"?`, or the list of known names where none is near.
 * An id that is right but for its kind means the one of the other kind.
 */
export function suggestName(meant: string, known: readonly string[]): string {
  const twin = known.find((name) => withoutKind(name) === withoutKind(meant));
  if (twin !== undefined) return `Did you mean "${twin}"?`;
  const [nearest] = new Fuse([...known], { threshold: 0.4, ignoreLocation: true }).search(
    meant.slice(0, MAX_MEANT_LENGTH),
  );
  if (nearest) return `Did you mean "${nearest.item}"?`;
  if (known.length === 0) return 'None is known here.';
  if (known.length <= 12) return `Known here: ${known.join(', ')}.`;
  return `${known.length} are known here, none is like it.`;
}

function withoutKind(name: string): string {
  return name.slice(name.indexOf('/') + 1);
}
