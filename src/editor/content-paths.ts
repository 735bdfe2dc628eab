// Which files the editor may touch: a path as the page sends it → its parts, or nothing.
// Only plain names pass, so that no spelling of "..", no other drive and no encoding leads out of the folders.

import { resolve, sep } from 'node:path';

/** Where a file of the editor lies: which of the folders, and the names from there on. */
export interface ContentPath {
  readonly folder: 'content' | 'locales';
  /** At least one; the last is the file's. */
  readonly names: readonly string[];
}

/** The folders that the editor opens, wherever they are on disk. */
export interface EditorFolders {
  readonly contentDir: string;
  readonly localesDir: string;
}

/** content/kind/entry/file is the deepest there is. */
const MOST_NAMES = 3;

/** A name begins with a letter or digit; dots stand singly inside it. */
const NAME = /^[a-z0-9][a-z0-9_-]{0,63}$/;
const FILE_NAMES = {
  content: /^[a-z0-9][a-z0-9_-]{0,63}(?:\.[a-z0-9_-]{1,16})?\.(?:md|yaml)$/,
  locales: /^[a-z0-9][a-z0-9_-]{0,63}\.json$/,
};

/** What Windows takes for a device, whatever ending it has. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/;

/**
 * Reads a path such as `content/hubs/khorgos/about.ru.md`.
 * Returns undefined for a path that leads elsewhere, or to no Markdown, YAML or (in locales/) JSON file.
 */
export function parseContentPath(path: string): ContentPath | undefined {
  const [folder, ...names] = path.split('/');
  if (folder !== 'content' && folder !== 'locales') return undefined;
  const file = names.at(-1) ?? '';
  const folders = names.slice(0, -1);
  if (names.length > (folder === 'content' ? MOST_NAMES : 1)) return undefined;
  if (!FILE_NAMES[folder].test(file) || !folders.every((name) => NAME.test(name))) return undefined;
  return names.some((name) => DEVICE.test(name)) ? undefined : { folder, names };
}

/** The editor's path of a file as the check names it; undefined for what the editor doesn't open. */
export function editorPathOf(file: string, folders: EditorFolders): string | undefined {
  const roots = [
    { folder: 'content', root: resolve(folders.contentDir) },
    { folder: 'locales', root: resolve(folders.localesDir) },
  ];
  for (const { folder, root } of roots) {
    // The check names files from the folder's own name on, whatever that is, or by their path on disk.
    const base = `${root.split(sep).at(-1)}/`;
    const whole = `${root}${sep}`;
    const absolute = resolve(file);
    const rest = absolute.startsWith(whole)
      ? absolute.slice(whole.length).replaceAll(sep, '/')
      : [base, `${folder}/`]
          .filter((start) => file.startsWith(start))
          .map((start) => file.slice(start.length))[0];
    const path = rest === undefined ? undefined : `${folder}/${rest}`;
    if (path !== undefined && parseContentPath(path)) return path;
  }
  return undefined;
}
