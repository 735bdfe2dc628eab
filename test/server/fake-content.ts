// Content that is kept in memory, for tests of the routes that show and save it.

import type { ContentStanding, PreviewContent } from '../../src/server/index.ts';

/** The fake, and ways to see and change what it holds. */
export interface FakeContent extends PreviewContent {
  /** What was saved, in order. */
  readonly saved: readonly { readonly path: string; readonly text: string }[];
  /** Makes the next version, and tells it. */
  reload(): void;
  /** How many listen for changes. */
  listeners(): number;
}

/** Makes content of one file, `content/x.yaml`; saving it refuses what "basedOn" says: changed, link … */
export function createFakeContent(): FakeContent {
  const saved: { path: string; text: string }[] = [];
  const heard = new Set<() => void>();
  let version = 6;
  const standing = (): ContentStanding => ({
    stamp: `${version}-0`,
    version,
    loadedAt: 0,
    errors: [],
    warnings: [],
  });
  const reload = (): void => {
    version += 1;
    for (const listener of heard) listener();
  };
  const file = { path: 'content/x.yaml', text: 'x: 1\n', hash: 'abc' };
  return {
    saved,
    reload,
    listeners: () => heard.size,
    standing,
    overview: async () => ({
      standing: standing(),
      commit: undefined,
      counts: { entries: 0, answers: 0, drafts: 0, sources: 0 },
      entries: [],
      rows: [],
      files: [file.path],
    }),
    answer: () => undefined,
    open: async (path) =>
      path === file.path ? { kind: 'opened', file } : { kind: 'refused', reason: 'not-content' },
    save: async ({ path, text, basedOn }) => {
      if (basedOn === 'link' || basedOn === 'too-large') return { kind: 'refused', reason: basedOn };
      if (basedOn !== file.hash) return { kind: 'changed', file };
      saved.push({ path, text });
      reload();
      return { kind: 'saved', file: { path, text, hash: 'def' } };
    },
    create: async ({ kind, slug }) =>
      slug === 'taken' ? { ok: false, reason: 'It is taken.' } : { ok: true, id: `${kind}/${slug}` },
    onChange: (listener) => {
      heard.add(listener);
      return () => heard.delete(listener);
    },
  };
}
