// lowdb's adapter for one JSON file that survives a kill and a power cut: written beside, synced, renamed,
// and the folder synced. (lowdb's own TextFile never syncs: github.com/typicode/lowdb/issues/139.)

import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Adapter } from 'lowdb';

/** One JSON file; what it holds is `unknown` until its reader decodes it. */
export class DurableJsonFile implements Adapter<unknown> {
  private readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  /**
   * The file's value; null when there is no file.
   * @throws SyntaxError when the file holds no JSON
   */
  async read(): Promise<unknown> {
    const text = await readFile(this.file, 'utf8').catch((error: unknown) => {
      if (isMissing(error)) return undefined;
      throw error;
    });
    return text === undefined ? null : JSON.parse(text);
  }

  /**
   * Replaces the file whole; when it resolves, the new value is on stable storage.
   * One write at a time: two would share the temporary file.
   */
  async write(data: unknown): Promise<void> {
    const folder = resolve(dirname(this.file));
    const firstMade = await mkdir(folder, { recursive: true });
    const temporary = `${this.file}.new`;
    try {
      await writeSynced(temporary, JSON.stringify(data));
      await rename(temporary, this.file);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    for (const changed of changedFolders(folder, firstMade)) await syncFolder(changed);
  }
}

/** The file's folder, and each above it that gained a folder: those are entries that must last, too. */
function changedFolders(folder: string, firstMade: string | undefined): string[] {
  const changed = [folder];
  if (firstMade === undefined) return changed;
  const top = dirname(resolve(firstMade));
  for (let above = dirname(folder); above.startsWith(top); above = dirname(above)) {
    changed.push(above);
    if (above === top) break;
  }
  return changed;
}

async function writeSynced(file: string, text: string): Promise<void> {
  const handle = await open(file, 'w');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A rename is only durable once the folder is (fsync(2), "does not necessarily ensure that the entry …"). */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Tells whether an error says that there is no such file or folder. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
