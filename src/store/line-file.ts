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

/** A file of lines. */
export class LineFile {
  private readonly file: string;
  /** In bytes; undefined before the file was looked at. */
  private size: number | undefined;

  constructor(file: string) {
    this.file = file;
  }

  /** The file's length in bytes; 0 before a line was added here. */
  get bytes(): number {
    return this.size ?? 0;
  }

  /**
   * Adds a line, which brings its own end.
   * @throws what the system says (ENOSPC, EROFS); the file then holds nothing of the line
   */
  append(line: string): void {
    const size = this.size ?? this.lookAtEnd();
    try {
      appendFileSync(this.file, line);
      this.size = size + Buffer.byteLength(line);
    } catch (error) {
      this.size = undefined;
      this.cutTo(size);
      throw error;
    }
  }

  /** Makes the file where it is missing; ends a line that was torn by a kill. */
  private lookAtEnd(): number {
    mkdirSync(dirname(this.file), { recursive: true });
    const descriptor = openSync(this.file, 'a+');
    try {
      const { size } = fstatSync(descriptor);
      const last = Buffer.alloc(1);
      if (size === 0 || readSync(descriptor, last, 0, 1, size - 1) === 0 || last[0] === LINE_END) return size;
      return size + writeSync(descriptor, '\n');
    } finally {
      closeSync(descriptor);
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

const LINE_END = 10;
