// The data folder is tried at the start: a chat that can't be stored would fail again and again.

import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The data folder can't be written; the message names the setting. */
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
    await mkdir(folder, { recursive: true });
    await writeFile(probe, '');
    await rm(probe);
  } catch (cause) {
    throw new DataFolderError(
      `DATA_DIR: the folder ${folder} can't be written. Make it writable, or set it like this: DATA_DIR=./data`,
      { cause },
    );
  }
}
