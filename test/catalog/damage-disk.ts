// Damages to files as things on a disk: gone, renamed, replaced by what is no file, links that lead astray.

import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Random } from '../random.ts';

/** What is damaged: a file or a folder of the folder `root`. */
export interface DiskTarget {
  readonly root: string;
  readonly path: string;
  /** The other files there. */
  readonly files: readonly string[];
}

/** Damages the target; returns the paths, from the root on, that are no longer as they were. */
export type DiskDamage = (target: DiskTarget, random: Random) => readonly string[];

/** Damages to a file. */
export const FILE_DAMAGES: Readonly<Record<string, DiskDamage>> = {
  deleted: only((file) => rmSync(file)),
  'the folder of the file deleted': ({ root, path }) => {
    const folder = dirname(path);
    if (folder === '.') return removed(root, path);
    rmSync(join(root, folder), { recursive: true });
    return [folder];
  },
  renamed: ({ root, path }, random) => {
    const odd = random.pick(['x', '.bak', ' (1)', '.YAML', '.de.md', '\n', '%s']);
    const renamed = random.below(2) === 0 ? `${path}${odd}` : path.replace(/\.[^./]*$/, odd);
    renameSync(join(root, path), join(root, renamed));
    return [path, renamed];
  },
  'in upper case': ({ root, path }) => {
    const renamed = join(dirname(path), path.slice(path.lastIndexOf('/') + 1).toUpperCase());
    renameSync(join(root, path), join(root, renamed));
    return [path, renamed];
  },
  'in the place of another': ({ root, path, files }, random) => {
    const other = random.pick(files);
    if (other !== path) writeFileSync(join(root, other), readFileSync(join(root, path)));
    return [other];
  },
  'swapped with another': ({ root, path, files }, random) => {
    const other = random.pick(files);
    const [one, two] = [readFileSync(join(root, path)), readFileSync(join(root, other))];
    writeFileSync(join(root, path), two);
    writeFileSync(join(root, other), one);
    return [path, other];
  },
  'a folder now': only((file) => {
    rmSync(file);
    mkdirSync(file);
  }),
  'a folder with itself in it': only((file) => {
    const bytes = readFileSync(file);
    rmSync(file);
    mkdirSync(file);
    writeFileSync(join(file, 'about.ru.md'), bytes);
  }),
  'a link to itself': only((file) => linkTo(file, file)),
  'a link to nowhere': only((file) => linkTo(file, './no-such-file')),
  'a link out of the folder': only((file) => linkTo(file, '/etc/hostname')),
  'a link to a folder outside': only((file) => linkTo(file, tmpdir())),
  'a link to what never ends': only((file) => linkTo(file, '/dev/zero')),
  'a link to its folder': only((file) => linkTo(file, '.')),
  'a link to the whole folder': ({ root, path }) => {
    linkTo(join(root, path), root);
    return [path];
  },
  'a pipe': only((file) => {
    rmSync(file);
    execFileSync('mkfifo', [file]);
  }),
  'large and empty, 50 MB': only((file) => truncateSync(file, 50 * 1024 * 1024)),
  ...(process.getuid?.() === 0 ? {} : { 'not to be read': only((file) => chmodSync(file, 0)) }),
};

/** Damages to the folder that a file stands in, or to that folder's own. */
export const FOLDER_DAMAGES: Readonly<Record<string, DiskDamage>> = {
  'deleted with all in it': only((folder) => rmSync(folder, { recursive: true })),
  emptied: only((folder) => {
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  }),
  renamed: ({ root, path }, random) => {
    const renamed = `${path}${random.pick(['-x', '_', ' ', '-', 'Ы', 'x'.repeat(40)])}`;
    renameSync(join(root, path), join(root, renamed));
    return [path, renamed];
  },
  'a file now': only((folder) => {
    rmSync(folder, { recursive: true });
    writeFileSync(folder, 'no folder');
  }),
  'a link out of the folder': only((folder) => linkTo(folder, tmpdir())),
  'a link to itself': only((folder) => linkTo(folder, folder)),
  'a link to the whole folder': ({ root, path }) => {
    linkTo(join(root, path), root);
    return [path];
  },
  'a copy of it in it': only((folder) => {
    const copy = join(folder, 'copy');
    const names = readdirSync(folder);
    mkdirSync(copy);
    for (const name of names) cpSync(join(folder, name), join(copy, name), { recursive: true });
  }),
  'a copy beside it': ({ root, path }, random) => {
    const copy = `${path}${random.pick(['-copy', ' - Copy', '.old', '2'])}`;
    cpSync(join(root, path), join(root, copy), { recursive: true });
    return [copy];
  },
  'a stray file in it': ({ root, path }, random) => {
    const stray = `${path}/${random.pick(['about.md', 'about.xx.md', 'notes.docx', 'entry.yml', 'sources.yaml', 'core', '-'])}`;
    writeFileSync(join(root, stray), 'stray');
    return [stray];
  },
};

function only(damage: (path: string) => void): DiskDamage {
  return ({ root, path }) => {
    damage(join(root, path));
    return [path];
  };
}

function removed(root: string, path: string): readonly string[] {
  rmSync(join(root, path));
  return [path];
}

function linkTo(path: string, target: string): void {
  rmSync(path, { recursive: true });
  symlinkSync(target, path);
}
