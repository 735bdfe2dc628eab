import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder, namesIn } from '../../src/store/folders.ts';
import { temporaryFolder } from '../temporary-folder.ts';

describe('makeFolder', () => {
  it('makes what is missing and tells the topmost that it made', async () => {
    const folder = await temporaryFolder();
    expect(await makeFolder(join(folder, 'a', 'b', 'c'))).toBe(join(folder, 'a'));
    expect(await makeFolder(join(folder, 'a', 'b', 'd'))).toBe(join(folder, 'a', 'b', 'd'));
    expect(await makeFolder(join(folder, 'a', 'b'))).toBeUndefined();
    expect(await readdir(join(folder, 'a', 'b'))).toEqual(['c', 'd']);
  });

  it('makes one folder when two make it at once', async () => {
    const folder = await temporaryFolder();
    await Promise.all(Array.from({ length: 20 }, () => makeFolder(join(folder, 'a', 'b', 'c'))));
    expect(await readdir(join(folder, 'a', 'b'))).toEqual(['c']);
  });

  it('says why it can not', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'file'), '');
    await expect(makeFolder(join(folder, 'file', 'a', 'b'))).rejects.toMatchObject({ code: 'ENOTDIR' });
  });
});

describe('namesIn', () => {
  it('tells the names, and none where there is no folder', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'a'));
    expect(await namesIn(folder)).toEqual(['a']);
    await rm(join(folder, 'a'), { recursive: true });
    expect(await namesIn(join(folder, 'a'))).toEqual([]);
  });
});
