// Saved files → a reload, once it is quiet: an editor, a copy or a `git pull` writes in several steps.
// The folders are watched from the folder above, so that one that is replaced goes on being watched. Links are not
// followed, for one may lead to the whole disk; only a watched folder may be one itself.

import { realpathSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { watch } from 'chokidar';

/** A watch on folders. */
export interface FolderWatch {
  /** How many changes were noticed until now. */
  readonly changes: () => number;
  /** Has `onChange` called once it is quiet, as after a change. */
  readonly touch: () => void;
  readonly close: () => Promise<void>;
}

/** Why files are to be looked at: they changed, or all that changed has settled. */
export type WhyLook = 'changed' | 'settled';

/** How a watch works. */
export interface WatchOptions {
  readonly onChange: (why: WhyLook) => void;
  readonly onError: (error: unknown) => void;
  /** How long nothing may have changed before `onChange` is called, in milliseconds. */
  readonly quietMs: number;
}

/** What systems, editors and Git leave behind. Links that platforms swap, such as ..data, are no such thing. */
const PASSED_OVER = /[/\\](?:\.[^./\\][^/\\]*|[^/\\]*~|Thumbs\.db)(?=[/\\]|$)/;

/** How long it may take until all that has changed is watched again: then the files are looked at once more. */
const SETTLING_MS = 2000;

/** Watches folders with all that is in them; resolves once changes are noticed. */
export async function watchFolders(
  folders: readonly string[],
  { onChange, onError, quietMs }: WatchOptions,
): Promise<FolderWatch> {
  const roots = folders.map((folder) => resolve(folder));
  const above = roots.map((root) => dirname(root));
  let real: readonly string[] = await realFolders(roots);
  let changes = 0;
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;
  let settling: NodeJS.Timeout | undefined;

  const isWatched = (path: string): boolean => {
    const root = [...roots, ...real].find((known) => path === known || path.startsWith(known + sep));
    if (root === undefined) return above.includes(path);
    // Where a link takes the place of a folder, chokidar goes into it all the same.
    return !PASSED_OVER.test(path.slice(root.length)) && (path === root || isInside(dirname(path), real));
  };
  const watcher = watch([...above, ...real], {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path) => !isWatched(path),
  });
  const onQuiet = async (why: WhyLook): Promise<void> => {
    const before = changes;
    // A folder that is a link may lead to another place by now.
    real = await realFolders(roots);
    watcher.add([...real]);
    if (!isClosed && changes === before) onChange(why);
  };
  const lookSoon = (why: WhyLook): void => {
    if (isClosed) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      void onQuiet(why).catch(onError);
    }, quietMs);
  };
  const notice = (): void => {
    changes += 1;
    lookSoon('changed');
    // What is written in a folder that has just come, or come back, may be written before it is watched.
    clearTimeout(settling);
    settling = setTimeout(() => {
      // A look that is to come will see what has settled.
      if (timer === undefined) lookSoon('settled');
    }, SETTLING_MS);
  };
  watcher.on('all', notice);
  // A link that a file takes the place of at once has the same name before and after, which is all that "all" goes by.
  watcher.on('raw', (_kind, name, details) => {
    if (isWatched(join(watchedPathOf(details), name ?? ''))) notice();
  });
  watcher.on('error', onError);
  await new Promise<void>((ready) => watcher.once('ready', ready));
  return {
    changes: () => changes,
    touch: () => lookSoon('changed'),
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      clearTimeout(settling);
      await watcher.close();
    },
  };
}

/** The folder or file that a raw event is told of. */
function watchedPathOf(details: unknown): string {
  return typeof details === 'object' && details !== null && 'watchedPath' in details
    ? String(details.watchedPath)
    : '';
}

/** Whether a folder, links resolved, is one of these folders or in one; also where it is gone. */
function isInside(folder: string, roots: readonly string[]): boolean {
  try {
    const real = realpathSync(folder);
    return roots.some((root) => real === root || real.startsWith(root + sep));
  } catch {
    return true;
  }
}

/** Where folders really are; one that is not there is where it would be. */
async function realFolders(roots: readonly string[]): Promise<string[]> {
  return Promise.all(roots.map((root) => realpath(root).catch(() => root)));
}
