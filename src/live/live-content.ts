// The content that answers now, and the way to newer content: files are read again, and what is whole takes the
// place of what was there. What is not whole changes nothing but the list of problems.

import type { Problem } from '../catalog/index.ts';
import type { Content, LoadedContent, Loader } from './loader.ts';

/** How content stands: what answers, and what the last look at the files found. */
export interface ContentState {
  /** What answers: 1 is what the process started with, each reload that went well adds one. */
  readonly version: number;
  /** When that was loaded; milliseconds since 1970 UTC. */
  readonly loadedAt: number;
  /** When the files were last looked at. */
  readonly checkedAt: number;
  /** Why the files as they are now can't answer; empty when they do. */
  readonly errors: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/** Content that can be reloaded while it answers. */
export interface LiveContent {
  readonly current: () => Content;
  readonly state: () => ContentState;
  /**
   * Looks at the files again, once what is being looked at is done. Where files were changed meanwhile, the state
   * stays the same object: whoever noticed the change asks again when it is quiet.
   * @throws Error only for what no file is to blame for; what is wrong with files is in the state
   */
  readonly reload: () => Promise<ContentState>;
  /** Calls `listener` after each look at the files. Returns how to stop that. */
  readonly onChange: (listener: (state: ContentState) => void) => () => void;
}

/** What live content works with. */
export interface LiveParts {
  readonly loader: Pick<Loader, 'load' | 'reviewMore'>;
  /** How many changes of files were noticed until now. */
  readonly changes: () => number;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  /** Told when the example questions could not be reviewed. */
  readonly onError: (error: unknown) => void;
}

/** Files that change all the time are looked at again once they rest. */
const MAX_ATTEMPTS = 5;

/** Makes live content of what was loaded at the start. */
export function createLiveContent(
  first: Extract<LoadedContent, { kind: 'loaded' }>,
  { loader, changes, now, onError }: LiveParts,
): LiveContent {
  let { content, fingerprint } = first;
  let state: ContentState = {
    version: 1,
    loadedAt: now(),
    checkedAt: now(),
    errors: [],
    warnings: first.warnings,
  };
  let last: Promise<unknown> = Promise.resolve();
  let waiting: Promise<ContentState> | undefined;
  const listeners = new Set<(state: ContentState) => void>();

  function tell(next: ContentState): ContentState {
    state = next;
    for (const listener of listeners) listener(state);
    return state;
  }

  /** Loads again while files change: some may have been read before and others after, which is half an edit. */
  async function loadUnchanged(): Promise<LoadedContent | undefined> {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
      const before = changes();
      const loaded = await loader.load(fingerprint);
      if (changes() === before) return loaded;
    }
    return undefined;
  }

  async function look(): Promise<ContentState> {
    const loaded = await loadUnchanged();
    if (!loaded) return state;
    if (loaded.kind === 'refused') return tell({ ...state, checkedAt: now(), errors: loaded.errors });
    if (loaded.kind === 'unchanged') return tell({ ...state, checkedAt: now(), errors: [] });
    const { warnings } = loaded;
    const version = state.version + 1;
    ({ content, fingerprint } = loaded);
    tell({ version, loadedAt: now(), checkedAt: now(), errors: [], warnings });
    void reviewQuestions(version).catch(onError);
    return state;
  }

  /** Takes longer than loading, so what it finds is added when it is done; a newer version has its own review. */
  async function reviewQuestions(version: number): Promise<void> {
    const found: Problem[] = [];
    for (let more = await loader.reviewMore(); more; more = await loader.reviewMore()) {
      if (state.version !== version) return;
      found.push(...more);
    }
    if (state.version === version && found.length > 0) {
      tell({ ...state, warnings: [...state.warnings, ...found] });
    }
  }

  void reviewQuestions(state.version).catch(onError);
  return {
    current: () => content,
    state: () => state,
    reload: () => {
      // A look that has begun may have read a file before it was changed; one look after it serves all who wait.
      waiting ??= last.then(() => {
        waiting = undefined;
        const looking = look();
        last = looking.catch(() => undefined);
        return looking;
      });
      return waiting;
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
