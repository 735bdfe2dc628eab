// Damages a folder of content or of interface strings by chance, a damage a seed, and mends it again.

import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRandom, type Random } from '../random.ts';
import { BYTE_DAMAGES } from './damage-bytes.ts';
import { type DiskDamage, FILE_DAMAGES, FOLDER_DAMAGES } from './damage-disk.ts';
import {
  FRONT_DAMAGES,
  JSON_DAMAGES,
  MARKDOWN_DAMAGES,
  type TextDamage,
  YAML_DAMAGES,
} from './damage-words.ts';

/** What was done to a folder. */
export interface Damage {
  /** In words, with the seed that does it again. */
  readonly what: string;
  /** The files and folders that are no longer as they were, from the folder on. */
  readonly paths: readonly string[];
}

/** A folder that is damaged and mended. */
export interface DamagedFolder {
  /** All its files when it was whole. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** Damages it: the same seed, the same damage. */
  readonly damage: (seed: number) => Damage;
  /** Makes what a damage changed as it was. */
  readonly mend: (damage: Damage) => void;
}

/** Takes a folder that is whole. */
export function createDamagedFolder(root: string): DamagedFolder {
  const files = readAll(root);
  return {
    files,
    damage: (seed) => {
      const random = createRandom(seed);
      const first = damageOnce({ root, files, random, damaged: [] });
      const done = [first];
      // One in eight has another beside it.
      if (random.below(8) === 0) done.push(damageOnce({ root, files, random, damaged: first.paths }));
      const what = done.map(({ what, paths }) => `${what} (${paths.join(', ')})`).join(', and ');
      return { what: `damage ${seed}: ${what}`, paths: done.flatMap(({ paths }) => paths) };
    },
    mend: ({ paths }) => {
      for (const path of paths) rmSync(join(root, path), { recursive: true, force: true });
      for (const [file, bytes] of files) {
        if (!paths.some((path) => isIn(file, path))) continue;
        mkdirSync(dirname(join(root, file)), { recursive: true });
        writeFileSync(join(root, file), bytes);
      }
    },
  };
}

function readAll(root: string): Map<string, Buffer> {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => statSync(join(root, name)).isFile());
  return new Map(files.map((name) => [name, readFileSync(join(root, name))]));
}

/** Whether a path is another, or stands in the folder that it is. */
export function isIn(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

interface Whole {
  readonly root: string;
  readonly files: ReadonlyMap<string, Buffer>;
  readonly random: Random;
  /** Already damaged: these are left alone. */
  readonly damaged: readonly string[];
}

function isWhole(path: string, { damaged }: Whole): boolean {
  return path !== '.' && !damaged.some((other) => isIn(path, other) || isIn(other, path));
}

/** Damages a file, and returns what is no longer as it was; undefined where this one can't be damaged so. */
type Doing = (file: string, whole: Whole) => readonly string[] | undefined;

const DOINGS: readonly (readonly [what: string, doing: Doing])[] = [
  ...Object.entries(BYTE_DAMAGES).map(([what, damage]): [string, Doing] => [
    what,
    (file, whole) => rewrite(file, damage(bytesOf(file, whole), whole.random), whole),
  ]),
  ...wordDoings(YAML_DAMAGES, (file) => file.endsWith('.yaml')),
  ...wordDoings(JSON_DAMAGES, (file) => file.endsWith('.json')),
  ...wordDoings(FRONT_DAMAGES, isAnswer),
  ...wordDoings(inFrontMatter(YAML_DAMAGES), isAnswer),
  ...wordDoings(inBody(MARKDOWN_DAMAGES), isAnswer),
  ...diskDoings(FILE_DAMAGES, (file) => file),
  ...diskDoings(FOLDER_DAMAGES, (file, random) =>
    random.below(4) === 0 ? dirname(dirname(file)) : dirname(file),
  ),
];

function damageOnce(whole: Whole): Damage {
  const { files, random } = whole;
  for (;;) {
    const [what, doing] = random.pick(DOINGS);
    // There are few YAML files among many texts, and more goes wrong in them.
    const all = [...files.keys()];
    const file = random.pick(random.below(2) === 0 ? all.filter(isNoAnswer) : all);
    const paths = isWhole(file, whole) ? doing(file, whole) : undefined;
    if (paths) return { what, paths };
  }
}

function bytesOf(file: string, { files }: Whole): Buffer {
  return files.get(file) ?? Buffer.alloc(0);
}

function rewrite(
  file: string,
  changed: Uint8Array | string | undefined,
  { root }: Whole,
): string[] | undefined {
  if (changed === undefined) return undefined;
  writeFileSync(join(root, file), changed);
  return [file];
}

function isAnswer(file: string): boolean {
  return file.endsWith('.md');
}

function isNoAnswer(file: string): boolean {
  return !isAnswer(file);
}

type TextDamages = Readonly<Record<string, TextDamage>>;

function wordDoings(damages: TextDamages, fits: (file: string) => boolean): [string, Doing][] {
  return Object.entries(damages).map(([what, damage]) => [
    what,
    (file, whole) =>
      fits(file) ? rewrite(file, damage(bytesOf(file, whole).toString(), whole.random), whole) : undefined,
  ]);
}

const FRONT_MATTER = /^---\n([\s\S]*?)(\n---\n[\s\S]*)$/;

function inFrontMatter(damages: TextDamages): TextDamages {
  return renamed(damages, 'in the front matter', (damage) => (text, random) => {
    const [, head = '', rest = ''] = FRONT_MATTER.exec(text) ?? [];
    const changed = damage(head, random);
    return changed === undefined ? undefined : `---\n${changed}${rest}`;
  });
}

function inBody(damages: TextDamages): TextDamages {
  return renamed(damages, 'in the text', (damage) => (text, random) => {
    const start = text.indexOf('\n---\n') + 5;
    const changed = damage(text.slice(start), random);
    return changed === undefined ? undefined : text.slice(0, start) + changed;
  });
}

function renamed(
  damages: TextDamages,
  where: string,
  change: (damage: TextDamage) => TextDamage,
): TextDamages {
  return Object.fromEntries(
    Object.entries(damages).map(([what, damage]) => [`${what} ${where}`, change(damage)]),
  );
}

function diskDoings(
  damages: Readonly<Record<string, DiskDamage>>,
  choose: (file: string, random: Random) => string,
): [string, Doing][] {
  return Object.entries(damages).map(([what, damage]) => [
    what,
    (file, whole) => {
      const path = choose(file, whole.random);
      if (!isWhole(path, whole)) return undefined;
      const files = [...whole.files.keys()].filter((other) => other !== path && isWhole(other, whole));
      return damage({ root: whole.root, path, files }, whole.random);
    },
  ]);
}
