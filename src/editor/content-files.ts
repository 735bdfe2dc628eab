// The editor's way to files: reading one with a mark of what it held, and writing it back whole or not at all,
// only over what the person had before them.

import { createHash, randomUUID } from 'node:crypto';
import { lstat, open, readFile, realpath, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type EditorFolders, parseContentPath } from './content-paths.ts';

/** A file as it stands on disk. */
export interface ContentFile {
  /** Such as `content/hubs/khorgos/about.ru.md`. */
  readonly path: string;
  /** With line feeds only, however the file ends its lines. */
  readonly text: string;
  /** A mark of the file's bytes; empty for a file that isn't there yet. */
  readonly hash: string;
}

/** Why a file is not opened or saved. */
export type Refusal = 'not-content' | 'link' | 'missing' | 'too-large' | 'not-text' | 'no-access';

/** What comes of opening a file. */
export type OpenOutcome =
  | { readonly kind: 'opened'; readonly file: ContentFile }
  | { readonly kind: 'refused'; readonly reason: Refusal };

/** What comes of saving a file. `changed`: somebody else has written it meanwhile, nothing was saved. */
export type SaveOutcome =
  | { readonly kind: 'saved'; readonly file: ContentFile }
  | { readonly kind: 'changed'; readonly file: ContentFile }
  | { readonly kind: 'refused'; readonly reason: Refusal };

/** What to save. */
export interface Draft {
  readonly path: string;
  readonly text: string;
  /** The `hash` of the file that the person had before them. */
  readonly basedOn: string;
}

/** The editor's files. */
export interface ContentFiles {
  /** Opens a file. One that isn't there is opened empty where its folder is; its `hash` is empty then. */
  readonly open: (path: string) => Promise<OpenOutcome>;
  /** Saves a file, one after the other. */
  readonly save: (draft: Draft) => Promise<SaveOutcome>;
}

/** What the loader takes for content: larger files are none. */
export const MAX_FILE_BYTES = 256 * 1024;

/** Makes the editor's files of these folders. */
export function createContentFiles(folders: EditorFolders): ContentFiles {
  let last: Promise<unknown> = Promise.resolve();
  return {
    open: (path) => openFile(path, folders),
    save: (draft) => {
      // One at a time: between the look at the file and its replacement no other save may come.
      const saving = last.then(() => saveFile(draft, folders));
      last = saving.catch(() => undefined);
      return saving;
    },
  };
}

async function openFile(path: string, folders: EditorFolders): Promise<OpenOutcome> {
  const found = await findFile(path, folders);
  if (found.kind === 'refused') return found;
  if (found.bytes === undefined) return { kind: 'opened', file: { path, text: '', hash: '' } };
  const text = decode(found.bytes);
  if (text === undefined) return { kind: 'refused', reason: 'not-text' };
  return { kind: 'opened', file: { path, text: text.replaceAll('\r\n', '\n'), hash: hashOf(found.bytes) } };
}

async function saveFile({ path, text, basedOn }: Draft, folders: EditorFolders): Promise<SaveOutcome> {
  const found = await findFile(path, folders);
  if (found.kind === 'refused') return found;
  const before = found.bytes && (decode(found.bytes) ?? '');
  const isSame = basedOn === (found.bytes ? hashOf(found.bytes) : '');
  if (!isSame) {
    const opened = await openFile(path, folders);
    return opened.kind === 'opened' ? { kind: 'changed', file: opened.file } : opened;
  }
  const lines = text.replaceAll('\r\n', '\n');
  const bytes = Buffer.from(before?.includes('\r\n') ? lines.replaceAll('\n', '\r\n') : lines);
  if (bytes.length > MAX_FILE_BYTES) return { kind: 'refused', reason: 'too-large' };
  try {
    await replaceFile(found.location, bytes, found.mode);
  } catch (error) {
    if (isSystemError(error)) return { kind: 'refused', reason: 'no-access' };
    throw error;
  }
  return { kind: 'saved', file: { path, text: lines, hash: hashOf(bytes) } };
}

type FoundFile =
  | { readonly kind: 'refused'; readonly reason: Refusal }
  | {
      readonly kind: 'found';
      readonly location: string;
      /** Undefined for a file that isn't there, in a folder that is. */
      readonly bytes: Buffer | undefined;
      readonly mode: number;
    };

/** Finds a file without following a link inside the folders; the folders themselves may be links. */
async function findFile(path: string, folders: EditorFolders): Promise<FoundFile> {
  const parsed = parseContentPath(path);
  if (!parsed) return { kind: 'refused', reason: 'not-content' };
  try {
    const root = await realpath(parsed.folder === 'content' ? folders.contentDir : folders.localesDir);
    const places = parsed.names.map((_, place) => join(root, ...parsed.names.slice(0, place + 1)));
    const location = places.at(-1) ?? root;
    for (const place of places.slice(0, -1)) {
      const folder = await lstat(place);
      if (folder.isSymbolicLink()) return { kind: 'refused', reason: 'link' };
      if (!folder.isDirectory()) return { kind: 'refused', reason: 'missing' };
    }
    const file = await lstat(location).catch(undefinedIfMissing);
    if (!file) return { kind: 'found', location, bytes: undefined, mode: NEW_FILE_MODE };
    if (file.isSymbolicLink()) return { kind: 'refused', reason: 'link' };
    if (!file.isFile()) return { kind: 'refused', reason: 'not-content' };
    if (file.size > MAX_FILE_BYTES) return { kind: 'refused', reason: 'too-large' };
    return { kind: 'found', location, bytes: await readFile(location), mode: file.mode & 0o777 };
  } catch (error) {
    if (isMissing(error)) return { kind: 'refused', reason: 'missing' };
    if (isSystemError(error)) return { kind: 'refused', reason: 'no-access' };
    throw error;
  }
}

/** Before the umask of the process. */
const NEW_FILE_MODE = 0o666;

/** Writes beside the file and renames: a reader sees the old bytes or the new ones, never a part. */
async function replaceFile(location: string, bytes: Buffer, mode: number): Promise<void> {
  // A name with a dot before it is no content to the loader.
  const beside = join(dirname(location), `.torap-${randomUUID()}.tmp`);
  try {
    const file = await open(beside, 'wx', mode);
    try {
      await file.writeFile(bytes);
      if (mode !== NEW_FILE_MODE) await file.chmod(mode);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, location);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function undefinedIfMissing(error: unknown): undefined {
  if (isMissing(error)) return undefined;
  throw error;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
