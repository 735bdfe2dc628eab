// An embedded store in a folder of a test's own, closed when the test is over.

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openEmbeddedStore, type Store } from '../../src/store/index.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** What the store's clock says. */
export const NOW = 1_764_000_000_000;

/** A store, and what can be seen of it from outside. */
export interface OpenStore {
  readonly folder: string;
  readonly store: Store;
  /** What was reported: the names of files that were set aside, and why. */
  readonly reports: { readonly file: string; readonly cause: unknown }[];
}

/** Opens a store in a new folder, or in that one; call it inside a test. */
export async function openStore(existing?: string): Promise<OpenStore> {
  const folder = existing ?? (await temporaryFolder());
  const reports: OpenStore['reports'] = [];
  const onDamaged = (file: string, cause: unknown) => reports.push({ file, cause });
  const store = await openEmbeddedStore(folder, { now: () => NOW, onDamaged });
  onTestFinished(() => store.close());
  return { folder, reports, store };
}

/** Closes a store and opens its folder again, as after a restart. */
export async function reopen({ folder, store }: OpenStore): Promise<OpenStore> {
  await store.close();
  return openStore(folder);
}

/** All files that hold data, by their paths; the lock holds none. */
export async function filesIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
