// One process a data folder. A lock is a unix socket that its holder listens on: it is free the moment the holder is
// gone, however it went, it does not rest on process numbers (containers use them again), and two containers that
// share a folder see each other's. It can't reach over machines: a data folder belongs to one.
//
// Locks are numbered, and the highest number counts. A lock is in its place only once somebody listens on it (it is
// bound under another name and linked), a number is taken only after the one below was found dead, and the highest
// is never removed. So two that start at once can't both come to hold it, as they could if a dead socket were replaced.

import { link, mkdtemp, open, readdir, rm, stat } from 'node:fs/promises';
import { createConnection, createServer, type Server } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { DataFolderError } from './data-folder.ts';
import { makeFolder } from './folders.ts';
import { codeOf } from './system-error.ts';

/** A data folder that is held. */
export interface FolderLock {
  /** Lets go of it; twice is harmless. */
  readonly release: () => Promise<void>;
}

/**
 * Holds the data folder, which must be there.
 * @throws DataFolderError when another process holds it, or when it can't be held
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const locks = join(folder, 'lock');
  try {
    await makeFolder(locks);
    await refuseIfHeld(locks, folder);
    return await holdFolder(locks, folder);
  } catch (error) {
    if (error instanceof DataFolderError) throw error;
    const code = codeOf(error) ?? 'unknown error';
    throw new DataFolderError(
      `DATA_DIR: the folder ${folder} can't be kept to one process (${code} in ${locks}). Put it on a disk of this machine, with a file system that has sockets`,
      { cause: error },
    );
  }
}

async function holdFolder(locks: string, folder: string): Promise<FolderLock> {
  const beginnings = await mkdtemp(join(locks, BEGINNINGS));
  // A name of its own: closing the server removes it by its path, which may lead elsewhere by then.
  const socket = join(beginnings, basename(beginnings));
  const server = createServer((caller) => {
    caller.on('error', () => undefined);
    caller.end(String(process.pid), () => caller.destroy());
  });
  try {
    await withShortPath(socket, (path) => listen(server, path));
    let own: number | undefined;
    while (own === undefined) own = await takeNext(locks, folder, socket);
    await removeLeftovers(locks, own);
  } catch (error) {
    await close(server);
    throw error;
  } finally {
    await rm(beginnings, { recursive: true, force: true });
  }
  return { release: () => close(server) };
}

/** Takes the number after the highest; undefined when somebody else did or went past it, so that all is to be seen anew. */
async function takeNext(locks: string, folder: string, socket: string): Promise<number | undefined> {
  const next = (await refuseIfHeld(locks, folder)) + 1;
  const lock = join(locks, String(next));
  try {
    await link(socket, lock);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return undefined;
    throw error;
  }
  // Whoever dawdled after looking may take a number that was used and removed long ago.
  if ((await highest(locks)) === next) return next;
  await rm(lock, { force: true });
  return undefined;
}

/** Returns the highest number, which is dead; 0 when there is none. */
async function refuseIfHeld(locks: string, folder: string): Promise<number> {
  const number = await highest(locks);
  if (number === 0) return 0;
  const holder = await withShortPath(join(locks, String(number)), askHolder);
  if (holder === undefined) return number;
  const process = holder === '' ? '' : ` (pid ${holder})`;
  throw new DataFolderError(
    `DATA_DIR: the folder ${folder} is in use by another Torap process${process}. Stop it, or set another DATA_DIR`,
  );
}

async function numbersIn(locks: string): Promise<number[]> {
  return (await readdir(locks)).filter((name) => /^\d+$/.test(name)).map(Number);
}

async function highest(locks: string): Promise<number> {
  return Math.max(0, ...(await numbersIn(locks)));
}

/** Removes the numbers below, which are dead, and what was left by processes that were killed while they began. */
async function removeLeftovers(locks: string, own: number): Promise<void> {
  const below = (await numbersIn(locks)).filter((number) => number < own);
  await Promise.all(below.map((number) => rm(join(locks, String(number)), { force: true })));
  const { mtimeMs: now } = await stat(join(locks, String(own)));
  const beginnings = (await readdir(locks)).filter((name) => name.startsWith(BEGINNINGS));
  for (const name of beginnings) {
    const begun = await stat(join(locks, name)).catch(() => undefined);
    if (begun && begun.mtimeMs < now - BEGINNING_MS)
      await rm(join(locks, name), { recursive: true, force: true });
  }
}

const BEGINNINGS = 'new-';

/** A process that begins is through within this, or dead. */
const BEGINNING_MS = 60_000;

/** What the listener says; empty when it is too busy to speak; undefined when nobody listens. */
function askHolder(path: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let said = '';
    const caller = createConnection(path).setEncoding('utf8').setTimeout(ANSWER_TIMEOUT_MS);
    caller.on('data', (text: string) => {
      said += text;
    });
    caller.on('error', (error) => {
      const dead = ['ECONNREFUSED', 'ENOENT'].includes(codeOf(error) ?? '');
      resolve(dead ? undefined : said);
    });
    caller.on('timeout', () => caller.destroy());
    caller.on('close', () => resolve(said));
  });
}

/** A process that is there takes the call at once; what it says is only for the message. */
const ANSWER_TIMEOUT_MS = 1000;

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    // Another user's process must see that somebody is there.
    server.listen({ path, readableAll: true, writableAll: true }, () => {
      server.off('error', reject);
      resolve();
    });
    server.unref();
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}

/** Sockets can't have paths longer than this (108 bytes with the end on Linux, 104 on macOS: unix(7)). */
const PATH_BYTES = 100;

/** Gives a path to a socket that is short enough: where it isn't, by way of the open folder (Linux only). */
async function withShortPath<Value>(socket: string, use: (path: string) => Promise<Value>): Promise<Value> {
  if (Buffer.byteLength(socket) <= PATH_BYTES) return use(socket);
  const folder = await open(dirname(socket), 'r');
  try {
    return await use(`/proc/self/fd/${folder.fd}/${basename(socket)}`);
  } finally {
    await folder.close();
  }
}
