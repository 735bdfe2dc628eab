// The content that answers now, and the way to newer content: files are read again, and what is whole takes the
// place of what was there. What is not whole changes nothing but the list of problems.

import type { Problem } from '../catalog/index.ts';
import type { Content, LoadedContent } from './load-content.ts';

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
  /** Looks at the files again, once what is being looked at is done. Never rejects: errors are in the state. */
  readonly reload: () => Promise<ContentState>;
  /** Calls `listener` after each look at the files. Returns how to stop that. */
  readonly onChange: (listener: (state: ContentState) => void) => () => void;
}

/** What live content works with. */
export interface LiveParts {
  /** Loads what the files hold now. */
  readonly load: () => Promise<LoadedContent>;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
}

/** Makes live content of what was loaded at the start. */
export function createLiveContent(
  first: { readonly content: Content; readonly warnings: readonly Problem[] },
  { load, now }: LiveParts,
): LiveContent {
  let { content } = first;
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

  async function look(): Promise<ContentState> {
    const loaded = await load();
    if (loaded.content) content = loaded.content;
    const isNew = loaded.content !== undefined;
    state = {
      version: state.version + (isNew ? 1 : 0),
      loadedAt: isNew ? now() : state.loadedAt,
      checkedAt: now(),
      errors: loaded.errors,
      warnings: isNew ? loaded.warnings : state.warnings,
    };
    for (const listener of listeners) listener(state);
    return state;
  }

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
