// Content that is replaced while it answers: whole or not at all, one look after the other.

import { describe, expect, it, vi } from 'vitest';
import type { Problem } from '../../src/catalog/index.ts';
import { createLiveContent, type LoadedContent } from '../../src/live/index.ts';
import { makeSearchable } from '../../src/search/index.ts';
import { loadProjectPhrases } from '../language/project-phrases.ts';
import { smallCatalog } from '../small-catalog.ts';

const phrases = await loadProjectPhrases();

function whole(name: string, warnings: readonly Problem[] = []) {
  const catalog = makeSearchable(smallCatalog({ 'hubs/port': { name, topics: { about: {} } } }));
  return { kind: 'loaded', fingerprint: name, content: { catalog, phrases }, warnings } as const;
}

function broken(message: string): LoadedContent {
  return { kind: 'refused', errors: [problem(message)] };
}

function problem(message: string): Problem {
  return { file: 'content/hubs/port/about.en.md', message, remedy: 'Mend it.' };
}

/** Live content whose loads are done when the test says with what. */
function start() {
  const clock = { now: 1000 };
  const files = { changes: 0 };
  const loads: ((loaded: LoadedContent | Error) => void)[] = [];
  const known: (string | undefined)[] = [];
  const reviews: (readonly Problem[])[] = [];
  const onError = vi.fn();
  const live = createLiveContent(whole('first'), {
    loader: {
      load: (fingerprint) =>
        new Promise((resolve, reject) => {
          known.push(fingerprint);
          loads.push((loaded) => (loaded instanceof Error ? reject(loaded) : resolve(loaded)));
        }),
      reviewMore: async () => reviews.shift(),
    },
    changes: () => files.changes,
    now: () => clock.now,
    onError,
  });
  const finishLoad = async (loaded: LoadedContent | Error): Promise<void> => {
    await vi.waitFor(() => expect(loads).not.toEqual([]));
    loads.shift()?.(loaded);
  };
  const hubName = () => [...live.current().catalog.entries.values()][0]?.name.en;
  return { live, clock, files, loads, known, reviews, onError, finishLoad, hubName };
}

describe('live content', () => {
  it('begins with version 1 and no errors', () => {
    const { live, hubName } = start();
    expect(hubName()).toBe('first');
    expect(live.state()).toEqual({ version: 1, loadedAt: 1000, checkedAt: 1000, errors: [], warnings: [] });
  });

  it('takes over what is whole', async () => {
    const { live, clock, finishLoad, hubName } = start();
    const reloaded = live.reload();
    clock.now = 1500;
    await finishLoad(whole('second', [problem('It is old.')]));
    const warnings = [problem('It is old.')];
    expect(await reloaded).toEqual({ version: 2, loadedAt: 1500, checkedAt: 1500, errors: [], warnings });
    expect(hubName()).toBe('second');
  });

  it('goes on with the last good version where the new one is not whole, and tells why', async () => {
    const { live, clock, finishLoad, hubName } = start();
    const reloaded = live.reload();
    clock.now = 1500;
    await finishLoad(broken('It is cut off.'));
    expect(await reloaded).toMatchObject({ version: 1, loadedAt: 1000, checkedAt: 1500 });
    expect(live.state().errors).toEqual([problem('It is cut off.')]);
    expect(hubName()).toBe('first');
  });

  it('forgets the errors when they are mended', async () => {
    const { live, finishLoad } = start();
    const first = live.reload();
    await finishLoad(broken('It is cut off.'));
    await first;
    const second = live.reload();
    await finishLoad(whole('second'));
    expect(await second).toMatchObject({ version: 2, errors: [] });
  });

  it('stays with its version where the files are the same as before, and forgets errors', async () => {
    const { live, clock, known, finishLoad } = start();
    const first = live.reload();
    await finishLoad(broken('It is cut off.'));
    await first;
    const second = live.reload();
    clock.now = 1500;
    await finishLoad({ kind: 'unchanged' });
    expect(await second).toEqual({ version: 1, loadedAt: 1000, checkedAt: 1500, errors: [], warnings: [] });
    expect(known).toEqual(['first', 'first']);
  });

  it('looks once more for all who ask while it looks, since a file may have been read before it was changed', async () => {
    const { live, loads, finishLoad, hubName } = start();
    const first = live.reload();
    await vi.waitFor(() => expect(loads).toHaveLength(1));
    const others = [live.reload(), live.reload(), live.reload()];
    await finishLoad(whole('second'));
    await first;
    await finishLoad(whole('third'));
    expect((await Promise.all(others)).map(({ version }) => version)).toEqual([3, 3, 3]);
    expect(hubName()).toBe('third');
    expect(loads).toEqual([]);
  });

  it.each([['whole'], ['broken']])(
    'does not take over what was %s while files were changed, but looks again',
    async (kind) => {
      const { live, files, loads, finishLoad, hubName } = start();
      const told = vi.fn();
      live.onChange(told);
      const reloaded = live.reload();
      await vi.waitFor(() => expect(loads).toHaveLength(1));
      files.changes += 1;
      await finishLoad(kind === 'whole' ? whole('half of an edit') : broken('It is half.'));
      await vi.waitFor(() => expect(loads).toHaveLength(1));
      expect(told).not.toHaveBeenCalled();
      expect(hubName()).toBe('first');
      await finishLoad(whole('all of the edit'));
      expect(await reloaded).toMatchObject({ version: 2 });
      expect(hubName()).toBe('all of the edit');
    },
  );

  it('goes on as before where files never rest; the watch looks again when they do', async () => {
    const { live, files, finishLoad, hubName, loads } = start();
    const before = live.state();
    const reloaded = live.reload();
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await vi.waitFor(() => expect(loads).toHaveLength(1));
      files.changes += 1;
      await finishLoad(whole('half of an edit'));
    }
    expect(await reloaded).toBe(before);
    expect(hubName()).toBe('first');
  });

  it('can be reloaded after a load that failed for another reason than files', async () => {
    const { live, finishLoad, hubName } = start();
    const first = live.reload();
    await finishLoad(new Error('out of memory'));
    await expect(first).rejects.toThrow('out of memory');
    const second = live.reload();
    await finishLoad(whole('second'));
    await second;
    expect(hubName()).toBe('second');
  });

  it('adds what the review of the example questions finds, once it is done', async () => {
    const { live, reviews, finishLoad } = start();
    const told = vi.fn();
    const reloaded = live.reload();
    await vi.waitFor(() => expect(live.state().version).toBe(1));
    reviews.push([problem('A')], [], [problem('B')]);
    live.onChange(told);
    await finishLoad(whole('second', [problem('It is old.')]));
    expect((await reloaded).warnings).toEqual([problem('It is old.')]);
    await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(2));
    expect(live.state().warnings).toEqual(['It is old.', 'A', 'B'].map(problem));
  });

  it('tells those who listen, until they stop', async () => {
    const { live, finishLoad } = start();
    const told = vi.fn();
    const stop = live.onChange(told);
    const first = live.reload();
    await finishLoad(broken('It is cut off.'));
    await first;
    expect(told).toHaveBeenCalledExactlyOnceWith(live.state());
    stop();
    const second = live.reload();
    await finishLoad(whole('second'));
    await second;
    expect(told).toHaveBeenCalledOnce();
  });
});
