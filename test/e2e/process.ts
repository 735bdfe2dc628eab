// Starts the real program for a test, listens to what it says, and sees to it that it ends.

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { Waiters } from './waiters.ts';

/** A line that the program wrote. */
export interface OutputLine {
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
  /** The fields of a log line (JSON); empty for any other line. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Tells whether a line is the one waited for. */
export type LinePredicate = (line: OutputLine) => boolean;

/** How the program ended. */
export interface ProcessExit {
  /** The exit status; undefined when a signal ended it. */
  readonly code: number | undefined;
  readonly signal: NodeJS.Signals | undefined;
  /** From the call that asked for the end until it, in milliseconds; from the start, where none asked. */
  readonly milliseconds: number;
}

/** What is started. */
export interface TorapOptions {
  /** Its environment, besides PATH, a fresh DATA_DIR, PORT=0 and HOST=127.0.0.1, which it may override. */
  readonly env?: Readonly<Record<string, string>>;
  /** The line that says it is ready, the log line "listening" unless given; null: don't wait for any. */
  readonly ready?: LinePredicate | null;
  /** How long to wait for that line, in milliseconds. */
  readonly deadlineMs?: number;
  /** The program, from the root of the repository on. */
  readonly entry?: string;
  /** A module that is loaded before the program, from the root of the repository on: `./test/…`. */
  readonly preload?: string;
}

/** A running program. */
export interface TorapProcess {
  readonly pid: number;
  readonly dataDir: string;
  /** Everything it wrote so far. */
  readonly lines: readonly OutputLine[];
  /** The `url` of the line that said it is ready; empty when there was none. */
  readonly url: string;
  /** Settles when the program has ended. */
  readonly exited: Promise<ProcessExit>;
  /** The first line that fits, past ones included. @throws Error (rejects) after the deadline or when it ended without */
  readonly waitForLine: (matches: LinePredicate, deadlineMs?: number) => Promise<OutputLine>;
  /** Asks it to end. @throws Error (rejects) when it has not ended within the deadline; it is killed then */
  readonly stop: (signal?: NodeJS.Signals, deadlineMs?: number) => Promise<ProcessExit>;
  /** Ends it on the spot (SIGKILL) and keeps its data. */
  readonly kill: () => Promise<ProcessExit>;
  /** Ends it in any case and removes its DATA_DIR, if that was made for it. Calling it twice is harmless. */
  readonly close: () => Promise<void>;
}

const ROOT = resolve(import.meta.dirname, '../..');
const ENTRY = 'src/main.ts';
const END_WITH_RUNNER = './test/e2e/end-with-runner.ts';
const READY_MS = 25_000;
const LINE_MS = 10_000;
/** The program promises to end within 10 s. */
const STOP_MS = 15_000;

/** Starts the program and waits until it is ready. @throws Error (rejects) when it isn't in time, with its output */
export async function startTorap(options: TorapOptions = {}): Promise<TorapProcess> {
  const { env = {}, ready = isListening, deadlineMs = READY_MS, entry = ENTRY, preload } = options;
  const madeDir = env.DATA_DIR === undefined ? await mkdtemp(join(tmpdir(), 'torap-e2e-')) : undefined;
  const dataDir = env.DATA_DIR ?? madeDir ?? '';
  const modules = ['tsx', END_WITH_RUNNER, ...(preload === undefined ? [] : [preload])];
  const imports = modules.flatMap((module) => ['--import', module]);
  const child = spawn(process.execPath, [...imports, entry], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const torap = new RunningProgram(child, { dataDir, madeDir });
  try {
    if (ready) torap.setReady(await torap.waitForLine(ready, deadlineMs));
    return torap;
  } catch (error) {
    await torap.close();
    throw error;
  }
}

function isListening({ fields }: OutputLine): boolean {
  return fields.msg === 'listening';
}

interface Folders {
  readonly dataDir: string;
  /** Removed at the end; undefined for a folder that the test brought. */
  readonly madeDir: string | undefined;
}

class RunningProgram implements TorapProcess {
  readonly pid: number;
  readonly dataDir: string;
  readonly lines: OutputLine[] = [];
  readonly exited: Promise<ProcessExit>;
  url = '';
  private readonly child: ChildProcess;
  private readonly madeDir: string | undefined;
  private readonly waiters = new Waiters<OutputLine>();
  private askedAt = performance.now();
  private hasEnded = false;

  constructor(child: ChildProcess, { dataDir, madeDir }: Folders) {
    this.child = child;
    this.dataDir = dataDir;
    this.madeDir = madeDir;
    this.pid = child.pid ?? 0;
    this.exited = new Promise((resolve) => {
      // "close" comes after the last of its output, unlike "exit".
      child.once('close', (code, signal) => {
        this.hasEnded = true;
        resolve({
          code: code ?? undefined,
          signal: signal ?? undefined,
          milliseconds: performance.now() - this.askedAt,
        });
        this.waiters.fail(this.failure(`It ended (${signal ?? code}) without the line.`));
      });
    });
    this.read('stdout', child.stdout);
    this.read('stderr', child.stderr);
  }

  setReady(line: OutputLine): void {
    this.url = typeof line.fields.url === 'string' ? line.fields.url : '';
  }

  waitForLine(matches: LinePredicate, deadlineMs = LINE_MS): Promise<OutputLine> {
    const past = this.lines.find(matches);
    if (past) return Promise.resolve(past);
    if (this.hasEnded) return Promise.reject(this.failure('It ended without the line.'));
    const tooLate = () => this.failure(`The line did not come within ${deadlineMs} ms.`);
    return this.waiters.wait(matches, { deadlineMs, tooLate });
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM', deadlineMs = STOP_MS): Promise<ProcessExit> {
    this.ask(signal);
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), deadlineMs);
    });
    const exit = await Promise.race([this.exited, tooLate]);
    clearTimeout(timer);
    if (exit) return exit;
    await this.kill();
    throw this.failure(`It did not end within ${deadlineMs} ms of ${signal} and was killed.`);
  }

  kill(): Promise<ProcessExit> {
    this.ask('SIGKILL');
    return this.exited;
  }

  async close(): Promise<void> {
    await this.kill();
    if (this.madeDir !== undefined) await rm(this.madeDir, { recursive: true, force: true });
  }

  private ask(signal: NodeJS.Signals): void {
    if (this.hasEnded) return;
    this.askedAt = performance.now();
    this.child.kill(signal);
  }

  private read(stream: OutputLine['stream'], source: Readable | null): void {
    if (!source) return;
    createInterface({ input: source }).on('line', (text) => {
      const line = { stream, text, fields: readFields(text) };
      this.lines.push(line);
      this.waiters.tell(line);
    });
  }

  private failure(reason: string): Error {
    const tail = this.lines.slice(-30).map(({ text }) => `  ${text}`);
    return new Error([reason, 'Its last output:', ...(tail.length > 0 ? tail : ['  none'])].join('\n'));
  }
}

function readFields(text: string): Record<string, unknown> {
  if (!text.startsWith('{')) return {};
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
