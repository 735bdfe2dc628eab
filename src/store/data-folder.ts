// The data folder is tried at the start: a chat that can't be stored would fail again and again.

import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from './folders.ts';
import { codeOf } from './system-error.ts';

/** The data folder can't be written, or is in use; the message names the setting. */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError';
}

/**
 * Makes the folder and tries to write in it.
 * @throws DataFolderError when that fails
 */
export async function prepareDataFolder(folder: string): Promise<void> {
  const probe = join(folder, `.probe-${process.pid}`);
  try {
    await makeFolder(folder);
    await writeFile(probe, '');
    await rm(probe);
  } catch (cause) {
    throw new DataFolderError(
      `DATA_DIR: the folder ${folder} can't be written${reason(cause)}. Make it writable, or set it like this: DATA_DIR=./data`,
      { cause },
    );
  }
}

/** A read-only disk and a full one are mended in other ways than a folder that belongs to somebody else. */
function reason(cause: unknown): string {
  const code = codeOf(cause);
  return code === undefined ? '' : ` (${code})`;
}
