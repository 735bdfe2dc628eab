import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DataFolderError, prepareDataFolder } from '../../src/store/index.ts';
import { temporaryFolder } from '../temporary-folder.ts';

describe('prepareDataFolder', () => {
  it('makes the folder and leaves nothing in it', async () => {
    const folder = join(await temporaryFolder(), 'a', 'b');
    await prepareDataFolder(folder);
    expect(await readdir(folder)).toEqual([]);
  });

  it('names the setting when the folder can not be made', async () => {
    const file = join(await temporaryFolder(), 'file');
    await writeFile(file, '');
    const attempt = prepareDataFolder(join(file, 'data'));
    await expect(attempt).rejects.toThrow(DataFolderError);
    await expect(attempt).rejects.toThrow(/^DATA_DIR: /);
  });
});
