// Saved files → a reload, once it is quiet: an editor, a copy or a `git pull` writes in several steps.

import { type FSWatcher, watch } from 'chokidar';

/** A watch on folders. */
export interface FolderWatch {
  readonly close: () => Promise<void>;
}

/** How a watch works. */
export interface WatchOptions {
  readonly onChange: () => void;
  readonly onError: (error: unknown) => void;
  /** How long nothing may have changed before `onChange` is called, in milliseconds. */
  readonly quietMs: number;
}

/** Watches folders with all that is in them; resolves once changes are noticed. */
export async function watchFolders(
  folders: readonly string[],
  { onChange, onError, quietMs }: WatchOptions,
): Promise<FolderWatch> {
  let timer: NodeJS.Timeout | undefined;
  const watcher: FSWatcher = watch([...folders], { ignoreInitial: true });
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(onChange, quietMs);
  });
  watcher.on('error', onError);
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  return {
    close: async () => {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}
