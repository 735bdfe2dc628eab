import { appendFile, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/store/index.ts';
import { openStore, reopen } from './open-store.ts';
import { OPENED_AT } from './sample-inquiry.ts';

const TODAY = 'outcomes/2026-11-30.jsonl';

function outcome(id: string, at = OPENED_AT): Outcome {
  return { id, at, language: 'ru', question: 'где «Хоргос»?\nи что там', outcome: 'refuse', answers: [] };
}

describe('outcomes', () => {
  it('stand in a file a day, a line each', async () => {
    const { folder, store } = await openStore();
    await store.outcomes.add(outcome('a', Date.UTC(2026, 10, 30, 23, 59)));
    await store.outcomes.vote('a', Date.UTC(2026, 11, 1), 'up');
    expect(await readdir(join(folder, 'outcomes'))).toEqual(['2026-11-30.jsonl', '2026-12-01.jsonl']);
    expect(await readFile(join(folder, TODAY), 'utf8')).toBe(
      `{"outcome":${JSON.stringify(outcome('a', Date.UTC(2026, 10, 30, 23, 59)))}}\n`,
    );
    expect(await readFile(join(folder, 'outcomes/2026-12-01.jsonl'), 'utf8')).toBe(
      `{"vote":{"id":"a","at":${Date.UTC(2026, 11, 1)},"vote":"up"}}\n`,
    );
  });

  it('lose nothing but the line that a kill tore, and go on after it', async () => {
    const open = await openStore();
    await open.store.outcomes.add(outcome('a'));
    await appendFile(join(open.folder, TODAY), '{"outcome":{"id":"torn","at":17');
    const { store } = await reopen(open);
    expect((await store.outcomes.since(0)).map(({ id }) => id)).toEqual(['a']);
    await store.outcomes.add(outcome('b'));
    expect((await store.outcomes.since(0)).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('pass over lines and files that they can not read', async () => {
    const { folder, store, reports } = await openStore();
    await mkdir(join(folder, 'outcomes'));
    const lines = ['', 'null', '{"outcome":{}}', '\0\0', '{"later":1}'];
    await writeFile(join(folder, TODAY), `${lines.join('\n')}\n`);
    await writeFile(join(folder, 'outcomes', 'notes.txt'), 'mine');
    await store.outcomes.add(outcome('a'));
    expect((await store.outcomes.since(0)).map(({ id }) => id)).toEqual(['a']);
    await store.outcomes.forget(OPENED_AT + 2 * 86_400_000);
    expect(await readdir(join(folder, 'outcomes'))).toEqual(['notes.txt']);
    expect(reports).toEqual([]);
  });

  it('are taken again after their day was forgotten', async () => {
    const { store } = await openStore();
    await store.outcomes.add(outcome('a'));
    await store.outcomes.forget(OPENED_AT + 2 * 86_400_000);
    await store.outcomes.add(outcome('b'));
    expect((await store.outcomes.since(0)).map(({ id }) => id)).toEqual(['b']);
  });

  it('reject on a full disk, and are taken again when there is room', async () => {
    const { folder, store } = await openStore();
    await mkdir(join(folder, 'outcomes'));
    // A device of Linux that is always full.
    await symlink('/dev/full', join(folder, TODAY));
    await expect(store.outcomes.add(outcome('a'))).rejects.toMatchObject({ code: 'ENOSPC' });
    await rm(join(folder, TODAY));
    await store.outcomes.add(outcome('b'));
    expect((await store.outcomes.since(0)).map(({ id }) => id)).toEqual(['b']);
  });
});
