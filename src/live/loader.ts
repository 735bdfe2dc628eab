// Loading content takes a good part of a second, which nobody's question shall wait for: a thread does it.
// What it hands over is taken in a few pieces, for unpacking one holds up the thread that answers.

import { Worker } from 'node:worker_threads';
import type { Catalog, Problem } from '../catalog/index.ts';
import { createPhrases, type Phrases, type Strings } from '../language/index.ts';
import type { SearchableCatalog, SearchIndex } from '../search/index.ts';
import type { ContentFolders } from './read-content.ts';

/** What answers: content and interface strings that were loaded together. */
export interface Content {
  readonly catalog: SearchableCatalog;
  readonly phrases: Phrases;
}

/** What a look at the files found. */
export type LoadedContent =
  | {
      readonly kind: 'loaded';
      readonly content: Content;
      /** The same for the same files. */
      readonly fingerprint: string;
      readonly warnings: readonly Problem[];
    }
  /** The files are those of the fingerprint that was given. */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly errors: readonly Problem[] };

/** Loads content without holding up anything else. */
export interface Loader {
  /**
   * Loads what the files hold now.
   * @param known the fingerprint of what is loaded already
   * @throws Error when the thread fails; the next load starts another
   */
  readonly load: (known?: string) => Promise<LoadedContent>;
  /** Reviews the example questions of some more answers of what was loaded last; undefined when all are done. */
  readonly reviewMore: () => Promise<readonly Problem[] | undefined>;
  readonly close: () => Promise<void>;
}

/** What the thread hands over, piece by piece. */
interface Pieces {
  /** Reads the files anew. */
  readonly catalog:
    | {
        readonly kind: 'loaded';
        readonly fingerprint: string;
        readonly catalog: Catalog;
        readonly strings: Strings;
        readonly warnings: readonly Problem[];
      }
    | { readonly kind: 'unchanged' }
    | { readonly kind: 'refused'; readonly errors: readonly Problem[] };
  readonly words: Omit<SearchIndex, 'grams' | 'vocabulary'>;
  readonly grams: Pick<SearchIndex, 'grams' | 'vocabulary'>;
  readonly questions: readonly Problem[] | undefined;
}

/** What the thread is asked for; `known` goes with the catalog. */
export interface PieceRequest {
  readonly name: PieceName;
  readonly known?: string | undefined;
}

/** The name of a piece. */
export type PieceName = keyof Pieces;

/** A piece. */
export type Piece<Name extends PieceName> = Pieces[Name];

/** What is asked of a loader that is closed, or was under way then. */
export class LoaderClosedError extends Error {
  override readonly name = 'LoaderClosedError';
}

/** Creates a loader; its thread starts with the first load and stays, warm, for the next. */
export function createLoader(folders: ContentFolders): Loader {
  let thread: LoaderThread | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  /** Asks the thread for one piece after the other. */
  function get<Name extends PieceName>(name: Name, known?: string): Promise<Piece<Name>> {
    const next = last.then(() => {
      if (isClosed) throw new LoaderClosedError('the loader is closed');
      if (!thread?.isAlive) thread = new LoaderThread(folders);
      return thread.ask(name, known);
    });
    last = next.catch(() => undefined);
    return next;
  }

  return {
    load: async (known) => {
      const read = await get('catalog', known);
      if (read.kind !== 'loaded') return read;
      const { fingerprint, strings, warnings } = read;
      const index = { ...(await get('words')), ...(await get('grams')) };
      const content = { catalog: { ...read.catalog, index }, phrases: await createPhrases(strings) };
      return { kind: 'loaded', content, fingerprint, warnings };
    },
    reviewMore: () => get('questions'),
    close: async () => {
      isClosed = true;
      await thread?.end();
    },
  };
}

/**
 * Nearly all that a load makes lives until its end. With less room for what is young it is copied more often:
 * as much as this takes some hundredths off a load's processor time, and no more memory at its peak.
 */
const YOUNG_MEGABYTES = 96;

/** The thread, and the one request that it is working on. */
class LoaderThread {
  isAlive = true;
  private isEnding = false;
  private readonly worker: Worker;
  private answered: (piece: unknown) => void = () => {};
  private failed: (error: Error) => void = () => {};

  constructor(folders: ContentFolders) {
    this.worker = new Worker(new URL('./loader-thread-start.js', import.meta.url), {
      workerData: folders,
      // What the process was told to import first may be TypeScript, which a thread can't read so early.
      execArgv: [],
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    });
    this.worker.on('message', (piece: unknown) => this.answered(piece));
    this.worker.on('error', (error: Error) => this.failed(error));
    this.worker.on('exit', () => {
      this.isAlive = false;
      this.failed(
        this.isEnding
          ? new LoaderClosedError('the loader was closed')
          : new Error('the thread that loads content has ended'),
      );
    });
  }

  ask<Name extends PieceName>(name: Name, known: string | undefined): Promise<Piece<Name>> {
    return new Promise<Piece<Name>>((resolve, reject) => {
      // Both sides name their pieces by `Pieces`.
      this.answered = (piece) => resolve(piece as Piece<Name>);
      this.failed = reject;
      this.worker.postMessage({ name, known } satisfies PieceRequest);
    });
  }

  async end(): Promise<void> {
    this.isEnding = true;
    await this.worker.terminate();
  }
}
