// Making folders, listing them, and putting their entries on stable storage.

import { mkdir, open, readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf, isMissing } from './system-error.ts';

/**
 * Makes a folder and those above it where they are missing. Returns the topmost that it made, if any.
 * (Node's own mkdir does so too, but says ENOENT on a read-only disk, which would be told as a missing file.)
 */
export async function makeFolder(folder: string): Promise<string | undefined> {
  try {
    return await makeOne(folder);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  const topmost = await makeFolder(dirname(folder));
  const made = await makeOne(folder);
  return topmost ?? made;
}

async function makeOne(folder: string): Promise<string | undefined> {
  try {
    await mkdir(folder);
    return folder;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return undefined;
    throw error;
  }
}

/** The names in a folder; none where there is no folder. */
export async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
}

/**
 * Puts a folder's entries on stable storage: a rename or a removal is only durable then
 * (fsync(2): syncing a file "does not necessarily ensure that the entry in the directory … has also reached disk").
 */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
