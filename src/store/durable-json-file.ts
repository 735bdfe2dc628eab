// lowdb's adapter for one JSON file that survives a kill and, synced, a power cut: written beside, synced, renamed,
// and the folder synced. (lowdb's own TextFile never syncs: github.com/typicode/lowdb/issues/139.)

import { open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Adapter } from 'lowdb';
import { makeFolder, syncFolder } from './folders.ts';
import { isMissing } from './system-error.ts';

/** How much a written file must survive. */
export interface Durability {
  /** True: a power cut; false: a kill of the process only, which costs a fraction of the time. */
  readonly synced: boolean;
}

/** One JSON file; what it holds is `unknown` until its reader decodes it. */
export class DurableJsonFile implements Adapter<unknown> {
  private readonly file: string;
  private readonly synced: boolean;

  constructor(file: string, { synced }: Durability = { synced: true }) {
    this.file = file;
    this.synced = synced;
  }

  /**
   * The file's value; null when there is no file.
   * @throws SyntaxError when the file holds no JSON object or list
   */
  async read(): Promise<unknown> {
    const text = await readFile(this.file, 'utf8').catch((error: unknown) => {
      if (isMissing(error)) return undefined;
      throw error;
    });
    if (text === undefined) return null;
    const value: unknown = JSON.parse(text);
    // lowdb takes 0, "" and null for nothing there, and would write over them.
    if (typeof value !== 'object' || value === null) throw new SyntaxError('it is no JSON object or list');
    return value;
  }

  /**
   * Replaces the file whole; when it resolves, the new value is as durable as was asked for.
   * One write at a time: two would share the temporary file.
   * @throws what the system says (ENOSPC, EROFS); the file is then as it was, and nothing is left beside it
   */
  async write(data: unknown): Promise<void> {
    const temporary = `${this.file}.new`;
    let changed: readonly string[];
    try {
      changed = await this.writeBeside(temporary, JSON.stringify(data));
      await rename(temporary, this.file);
    } catch (error) {
      // Where even that fails, the first error is the one to tell.
      await rm(temporary, { force: true }).catch(() => undefined);
      throw error;
    }
    if (this.synced) for (const folder of changed) await syncFolder(folder);
  }

  /** Writes a file; makes its folder when it is missing. Returns the folders that gained an entry. */
  private async writeBeside(file: string, text: string): Promise<readonly string[]> {
    const folder = resolve(dirname(file));
    try {
      await writeText(file, text, this.synced);
      return [folder];
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
    const firstMade = await makeFolder(folder);
    await writeText(file, text, this.synced);
    return changedFolders(folder, firstMade);
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

async function writeText(file: string, text: string, synced: boolean): Promise<void> {
  const handle = await open(file, 'w');
  try {
    await handle.writeFile(text);
    if (synced) await handle.sync();
  } finally {
    await handle.close();
  }
}
