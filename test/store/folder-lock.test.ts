import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type FolderLock, lockFolder } from '../../src/store/folder-lock.ts';
import { DataFolderError } from '../../src/store/index.ts';
import { createRandom } from '../random.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** Holds a folder until the test is over. */
async function hold(folder: string): Promise<FolderLock> {
  const lock = await lockFolder(folder);
  onTestFinished(() => lock.release());
  return lock;
}

/** Starts a process that holds a folder. */
async function startHolder(folder: string): Promise<{ pid: number; kill: () => Promise<void> }> {
  const program = join(import.meta.dirname, 'hold-folder.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', program, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await exited;
  };
  onTestFinished(kill);
  await once(child.stdout, 'data');
  return { pid: child.pid ?? 0, kill };
}

describe('lockFolder', () => {
  it('refuses a folder that another process holds, and names that; a kill frees it at once', async () => {
    const folder = await temporaryFolder();
    const holder = await startHolder(folder);
    const attempt = lockFolder(folder);
    await expect(attempt).rejects.toThrow(DataFolderError);
    await expect(attempt).rejects.toThrow(
      `DATA_DIR: the folder ${folder} is in use by another Torap process (pid ${holder.pid}). Stop it, or set another DATA_DIR`,
    );
    await holder.kill();
    await hold(folder);
  });

  it('refuses a second one in the same process, and is free after release', async () => {
    const folder = await temporaryFolder();
    const lock = await hold(folder);
    await expect(lockFolder(folder)).rejects.toThrow(`(pid ${process.pid})`);
    await lock.release();
    await lock.release();
    await hold(folder);
    await expect(lockFolder(folder)).rejects.toThrow('is in use');
  });

  it('keeps one small file however often it was taken', async () => {
    const folder = await temporaryFolder();
    for (let count = 0; count < 12; count += 1) await (await lockFolder(folder)).release();
    expect(await readdir(join(folder, 'lock'))).toEqual(['12']);
  });

  it('removes what a process that was killed while it began has left, and leaves what begins', async () => {
    const folder = await temporaryFolder();
    const [killed, begins] = [join(folder, 'lock', 'new-killed'), join(folder, 'lock', 'new-begins')];
    for (const beginning of [killed, begins]) await mkdir(beginning, { recursive: true });
    await writeFile(join(killed, 'new-killed'), '');
    await utimes(killed, 1, 1);
    await hold(folder);
    expect(await readdir(join(folder, 'lock'))).toEqual(['1', 'new-begins']);
  });

  it('works in a folder whose path is longer than a socket may have', async () => {
    const folder = join(await temporaryFolder(), 'қорғас'.repeat(10), 'data');
    await mkdir(folder, { recursive: true });
    const lock = await hold(folder);
    await expect(lockFolder(folder)).rejects.toThrow(`(pid ${process.pid})`);
    await lock.release();
    await hold(folder);
  });

  it('takes a holder that does not speak for one', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'lock'));
    const busy = createServer(() => undefined).listen(join(folder, 'lock', '3'));
    onTestFinished(() => void busy.close());
    await once(busy, 'listening');
    await expect(lockFolder(folder)).rejects.toThrow('is in use by another Torap process. Stop it');
  });

  it.each(['', 'text'])(
    'is not kept out by a file %j where a lock would be, as a copy may hold',
    async (text) => {
      const folder = await temporaryFolder();
      await mkdir(join(folder, 'lock'));
      await writeFile(join(folder, 'lock', '3'), text);
      await hold(folder);
      expect(await readdir(join(folder, 'lock'))).toEqual(['4']);
    },
  );

  it('says why a folder can not be kept to one process', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'lock'), '');
    await expect(lockFolder(folder)).rejects.toThrow(/^DATA_DIR: .* can't be kept to one process \(ENOTDIR/);
  });

  it('lets exactly one of many in that start at once', async () => {
    const folder = await temporaryFolder();
    for (let round = 0; round < 5; round += 1) {
      const attempts = await Promise.allSettled(Array.from({ length: 12 }, () => lockFolder(folder)));
      const locks = attempts.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value] : []));
      expect(locks).toHaveLength(1);
      await locks[0]?.release();
    }
  });

  it('never lets two in while many come and go', async () => {
    const folder = await temporaryFolder();
    const random = createRandom(6);
    let holders = 0;
    let taken = 0;
    const comeAndGo = async (): Promise<void> => {
      for (let round = 0; round < 25; round += 1) {
        const lock = await lockFolder(folder).catch((error: unknown) => {
          if (error instanceof DataFolderError && error.message.includes('is in use')) return undefined;
          throw error;
        });
        if (lock === undefined) continue;
        holders += 1;
        taken += 1;
        expect(holders).toBe(1);
        for (let turns = random.below(4); turns > 0; turns -= 1) await new Promise(setImmediate);
        expect(holders).toBe(1);
        holders -= 1;
        await lock.release();
      }
    };
    await Promise.all(Array.from({ length: 6 }, comeAndGo));
    expect(taken).toBeGreaterThan(1);
  });
});
