// A file that lines are added to, in order, each whole or not at all. They only reach the system's memory: they survive
// a kill, not a power cut, and take microseconds and no thread.

import {
  appendFileSync,
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { codeOf } from './system-error.ts';

/** A file of lines. It stays open between them: opening and closing cost more than the writing. */
export class LineFile {
  private readonly file: string;
  private opened: { readonly descriptor: number; bytes: number } | undefined;

  constructor(file: string) {
    this.file = file;
  }

  /** The file's length in bytes; 0 before a line was added here. */
  get bytes(): number {
    return this.opened?.bytes ?? 0;
  }

  /**
   * Adds a line, which brings its own end.
   * @throws what the system says (ENOSPC, EROFS); the file then holds nothing of the line
   */
  append(line: string): void {
    this.opened ??= this.open();
    const { descriptor, bytes } = this.opened;
    try {
      appendFileSync(descriptor, line);
      this.opened.bytes = bytes + Buffer.byteLength(line);
    } catch (error) {
      this.close();
      this.cutTo(bytes);
      throw error;
    }
  }

  /** Lets go of the file; the next line opens it anew, or makes it where it is gone. */
  close(): void {
    if (this.opened) closeSync(this.opened.descriptor);
    this.opened = undefined;
  }

  /** Makes the file where it is missing; ends a line that was torn by a kill. */
  private open(): { descriptor: number; bytes: number } {
    mkdirSync(dirname(this.file), { recursive: true });
    const descriptor = openSync(this.file, 'a+');
    try {
      return { descriptor, bytes: endLastLine(descriptor) };
    } catch (error) {
      closeSync(descriptor);
      throw error;
    }
  }

  /** What a failing write has added goes again; where even that fails, the first error is the one to tell. */
  private cutTo(size: number): void {
    try {
      truncateSync(this.file, size);
    } catch (error) {
      if (codeOf(error) === undefined) throw error;
    }
  }
}

/** Returns the length of the file then. */
function endLastLine(descriptor: number): number {
  const { size } = fstatSync(descriptor);
  const last = Buffer.alloc(1);
  if (size === 0 || readSync(descriptor, last, 0, 1, size - 1) === 0 || last[0] === LINE_END) return size;
  return size + writeSync(descriptor, '\n');
}

const LINE_END = 10;
