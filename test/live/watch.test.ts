// Watched folders: every way of saving is noticed, in steps or at once, and no link leads out of them.

import { execFileSync } from 'node:child_process';
import { cp, mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { watchFolders } from '../../src/live/index.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const QUIET_MS = 100;

/** A watched folder with a folder and a file in it. */
async function start() {
  const above = await temporaryFolder();
  const root = join(above, 'content');
  const file = join(root, 'hubs/port.md');
  await mkdir(join(root, 'hubs'), { recursive: true });
  await writeFile(file, 'old');
  const onChange = vi.fn();
  const onError = vi.fn();
  const watch = await watchFolders([root], { onChange, onError, quietMs: QUIET_MS });
  onTestFinished(async () => {
    await watch.close();
    expect(onError).not.toHaveBeenCalled();
  });
  /** Does something, and waits until it is noticed. */
  const noticed = async (act: () => Promise<unknown> | unknown): Promise<void> => {
    onChange.mockClear();
    await act();
    await vi.waitFor(() => expect(onChange).toHaveBeenCalled(), { timeout: 20_000 });
  };
  return { above, root, file, watch, onChange, noticed };
}

describe('a watch on folders', () => {
  it('notices a file that is saved, replaced, removed and made again', async () => {
    const { above, file, noticed } = await start();
    await noticed(() => writeFile(file, 'new'));
    await writeFile(join(above, 'saved'), 'newer');
    await noticed(() => rename(join(above, 'saved'), file));
    await noticed(() => writeFile(file, 'after it was replaced'));
    await noticed(() => rm(file));
    await noticed(() => writeFile(file, 'again'));
  });

  it('says why: files have changed, and once more when all of it has settled', async () => {
    const { file, onChange, noticed } = await start();
    await noticed(() => writeFile(file, 'new'));
    expect(onChange).toHaveBeenLastCalledWith('changed');
    await vi.waitFor(() => expect(onChange).toHaveBeenLastCalledWith('settled'), { timeout: 20_000 });
  });

  it('notices what is written in a new folder, however deep', async () => {
    const { root, noticed } = await start();
    const deep = join(root, 'facilities/new');
    await noticed(() => mkdir(deep, { recursive: true }));
    await noticed(() => writeFile(join(deep, 'about.md'), 'one'));
    await noticed(() => writeFile(join(deep, 'about.md'), 'two'));
  });

  it('notices a folder that is renamed away and back, and what is written then', async () => {
    const { root, file, noticed } = await start();
    await noticed(() => rename(join(root, 'hubs'), join(root, 'away')));
    await noticed(() => rename(join(root, 'away'), join(root, 'hubs')));
    await noticed(() => writeFile(file, 'new'));
  });

  it('goes on when the whole folder is removed, and put there again', async () => {
    const { above, root, file, noticed } = await start();
    await cp(root, join(above, 'copy'), { recursive: true });
    await noticed(() => rm(root, { recursive: true }));
    await noticed(() => rename(join(above, 'copy'), root));
    await noticed(() => writeFile(file, 'new'));
  });

  it('follows the folder itself where it is a link, and when the link is set to another', async () => {
    const { above, root } = await start();
    const link = join(above, 'current');
    await cp(root, join(above, 'next'), { recursive: true });
    await symlink(root, link);
    const onChange = vi.fn();
    const watch = await watchFolders([link], { onChange, onError: onChange, quietMs: QUIET_MS });
    onTestFinished(() => watch.close());
    await symlink(join(above, 'next'), join(above, 'new-link'));
    await rename(join(above, 'new-link'), link);
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1), { timeout: 20_000 });
    await writeFile(join(above, 'next/hubs/port.md'), 'new');
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(2), { timeout: 20_000 });
  });

  it('notices links and what takes their place, and does not follow them', async () => {
    const { root, noticed, watch } = await start();
    const elsewhere = await temporaryFolder();
    const link = join(root, 'link');
    await noticed(() => symlink(elsewhere, link));
    const before = watch.changes();
    await writeFile(join(elsewhere, 'file'), 'x');
    await noticed(() => watch.touch());
    expect(watch.changes()).toBe(before);
    await noticed(() => rm(link));
    await noticed(() => symlink(link, link));
    await noticed(() => rm(link));
    await noticed(() => symlink(elsewhere, link));
    await writeFile(join(elsewhere, 'saved'), 'a file');
    await noticed(() => rename(join(elsewhere, 'saved'), link));
    await noticed(() => writeFile(link, 'a file that changes'));
  });

  it('does not go into a link that takes the place of a folder', async () => {
    const { above, root, noticed, watch } = await start();
    const elsewhere = await temporaryFolder();
    await mkdir(join(elsewhere, 'deep'));
    await noticed(async () => {
      await rename(join(root, 'hubs'), join(above, 'hubs'));
      await symlink(elsewhere, join(root, 'hubs'));
    });
    await noticed(() => watch.touch());
    const before = watch.changes();
    await writeFile(join(elsewhere, 'deep/file'), 'x');
    await writeFile(join(elsewhere, 'file'), 'x');
    await noticed(() => watch.touch());
    expect(watch.changes()).toBe(before);
  });

  it('goes on beside what is no file', async () => {
    const { root, file, noticed } = await start();
    await noticed(() => execFileSync('mkfifo', [join(root, 'hubs/pipe')]));
    await noticed(() => writeFile(file, 'new'));
  });

  it('waits until it is quiet, and tells once', async () => {
    const { file, onChange } = await start();
    for (let step = 0; step < 10; step += 1) {
      await writeFile(file, 'x'.repeat(step));
      await wait(QUIET_MS / 5);
    }
    const { calls } = onChange.mock;
    await vi.waitFor(() => expect(calls.length).toBeGreaterThan(0), { timeout: 20_000 });
    // On a machine so slow that a step took longer than it must be quiet, one more is right.
    expect(calls.length).toBeLessThanOrEqual(2);
  });

  it('passes over what editors leave behind', async () => {
    const { root, watch, noticed } = await start();
    const before = watch.changes();
    await writeFile(join(root, 'hubs/.port.md.swp'), 'x');
    await writeFile(join(root, 'hubs/port.md~'), 'x');
    await mkdir(join(root, '.git'));
    await writeFile(join(root, '.git/index'), 'x');
    await noticed(() => watch.touch());
    expect(watch.changes()).toBe(before);
  });

  it('can be told to look, and says nothing more when it is closed', async () => {
    const { file, watch, noticed, onChange } = await start();
    await noticed(() => watch.touch());
    await watch.close();
    onChange.mockClear();
    watch.touch();
    await writeFile(file, 'new');
    await wait(QUIET_MS * 3);
    expect(onChange).not.toHaveBeenCalled();
  });
});
