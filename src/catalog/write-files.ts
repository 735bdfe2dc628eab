// Several files changed together: each is written beside its place first, and only when all are there do they
// take their places. The running bot never reads half a file, and a full disk changes none.

import { chmod, open, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A file and the text that it shall hold. */
export interface FileChange {
  readonly path: string;
  readonly text: string;
}

interface Staged extends FileChange {
  readonly beside: string;
  /** What the file held; undefined when it is new. */
  readonly before: string | undefined;
}

/**
 * Writes all of the files or none; their folders must exist, and their permissions stay.
 * @throws Error when one can't be written; then all hold what they held
 */
export async function writeFiles(changes: readonly FileChange[]): Promise<void> {
  const staged: Staged[] = [];
  const done: Staged[] = [];
  try {
    for (const change of changes) staged.push(await stage(change));
    for (const change of staged) {
      await rename(change.beside, change.path);
      done.push(change);
    }
  } catch (error) {
    for (const { beside } of staged) await rm(beside, { force: true });
    for (const { path, before } of done) {
      if (before === undefined) await rm(path, { force: true });
      else await writeFile(path, before);
    }
    throw error;
  }
}

async function stage(change: FileChange): Promise<Staged> {
  const { text } = change;
  // Where a link stands, the file that it leads to is changed.
  const path = await realpath(change.path).catch(() => change.path);
  const before = await readFile(path, 'utf8').catch(() => undefined);
  // A name with a dot before it is no content, should a crash leave it behind.
  const beside = join(dirname(path), `.${basename(path)}.new`);
  try {
    const handle = await open(beside, 'w');
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (before !== undefined) await chmod(beside, (await stat(path)).mode);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  return { path, text, beside, before };
}
