// A folder of records: one JSON file each, spread over 256 folders below it, read through a decoder.
// A file that can't be read is set aside under another name, and everything else goes on.

import { createHash } from 'node:crypto';
import { readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Low } from 'lowdb';
import { type Durability, DurableJsonFile } from './durable-json-file.ts';
import { namesIn, syncFolder } from './folders.ts';
import { isMissing } from './system-error.ts';

/** What is done about a file that can't be read. */
export interface DamageOptions {
  /** It was set aside under the name given; what it held starts anew. */
  readonly onDamaged: (asideFile: string, cause: unknown) => void;
  /** Milliseconds since 1970 UTC; names files that are set aside. */
  readonly now: () => number;
}

/** What a folder of records holds, and how. */
export interface RecordKind<Value> extends Durability {
  /** Such as "chat state"; for the note about a damaged file. */
  readonly name: string;
  /** Undefined for what is no such record, or one of an unknown version. */
  readonly decode: (record: unknown) => Value | undefined;
}

/** One record's file. */
export interface RecordFile<Value> {
  /** Undefined where there is none; one that can't be read is set aside first. */
  readonly read: () => Promise<Value | undefined>;
  /** One write at a time. */
  readonly write: (value: Value) => Promise<void>;
}

/** A record's file at that place. */
export function recordFile<Value>(
  file: string,
  { name, decode, synced }: RecordKind<Value>,
  damage: DamageOptions,
): RecordFile<Value> {
  return {
    read: async () => {
      const low = new Low<unknown>(new DurableJsonFile(file, { synced }), null);
      try {
        await low.read();
      } catch (error) {
        // Not V8's words: they quote the file, which is a person's.
        if (error instanceof SyntaxError) return setAside(file, new Error('it holds no JSON'), damage);
        throw error;
      }
      if (low.data === null) return undefined;
      return decode(low.data) ?? setAside(file, new Error(`it is no ${name} of a known version`), damage);
    },
    write: (value) => new Low<unknown>(new DurableJsonFile(file, { synced }), value).write(),
  };
}

async function setAside(file: string, cause: unknown, { now, onDamaged }: DamageOptions): Promise<undefined> {
  const aside = `${file}.damaged-${now()}`;
  try {
    await rename(file, aside);
  } catch (error) {
    // Somebody who read it at the same time was first.
    if (isMissing(error)) return undefined;
    throw error;
  }
  onDamaged(aside, cause);
  return undefined;
}

/** The place of a record's file: `<folder>/ab/<name>.json`, evenly spread whatever the names are. */
export function fanOut(folder: string, name: string): string {
  const spread = createHash('sha256').update(name).digest('hex').slice(0, 2);
  return join(folder, spread, `${name}.json`);
}

/** Removes a record's file for good, with what was set aside or left half written of it: that is data about it, too. */
export async function removeRecord(file: string, { synced }: Durability): Promise<void> {
  const folder = dirname(file);
  const names = (await namesIn(folder)).filter((name) => name.startsWith(basename(file)));
  if (names.length === 0) return;
  await Promise.all(names.map((name) => rm(join(folder, name), { force: true })));
  if (synced) await syncFolder(folder);
}

/** What a look through a folder finds. */
export interface FolderVisitor {
  /** A record's file, by its place and by the name it was given. */
  readonly record: (file: string, name: string) => Promise<void>;
  /** A file that was set aside earlier, by the name its record had. */
  readonly aside?: (name: string) => void;
}

/** Looks through all files of a folder; what a killed process left half written is removed. */
export async function visitFolder(folder: string, visitor: FolderVisitor): Promise<void> {
  const visit = async (file: string): Promise<void> => {
    const [, name = '', ending] = FILE_NAME.exec(basename(file)) ?? [];
    if (ending === '') await visitor.record(file, name);
    else if (ending === '.new') await rm(file, { force: true });
    else if (ending !== undefined) visitor.aside?.(name);
  };
  const files = await filesIn(folder);
  for (let start = 0; start < files.length; start += VISITED_AT_ONCE) {
    await Promise.all(files.slice(start, start + VISITED_AT_ONCE).map(visit));
  }
}

const FILE_NAME = /^(.+)\.json(|\.new|\.damaged-\d+)$/;

/** Enough to keep the system's four reading threads busy. */
const VISITED_AT_ONCE = 32;

async function filesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
