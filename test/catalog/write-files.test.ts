import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeFiles } from '../../src/catalog/write-files.ts';
import { temporaryFolder } from '../temporary-folder.ts';

describe('writeFiles', () => {
  it('writes new files and changes others, whose permissions stay', async () => {
    const folder = await temporaryFolder();
    const [old, fresh] = [join(folder, 'old.md'), join(folder, 'new.md')];
    await writeFile(old, 'before');
    await chmod(old, 0o640);
    await writeFiles([
      { path: old, text: 'after' },
      { path: fresh, text: 'fresh' },
    ]);
    expect(await Promise.all([old, fresh].map((path) => readFile(path, 'utf8')))).toEqual(['after', 'fresh']);
    expect((await stat(old)).mode & 0o777).toBe(0o640);
  });

  it('changes none where one has no place', async () => {
    const folder = await temporaryFolder();
    const first = join(folder, 'first.md');
    await writeFile(first, 'before');
    const changes = [
      { path: first, text: 'after' },
      { path: join(folder, 'nowhere', 'second.md'), text: '' },
    ];
    await expect(writeFiles(changes)).rejects.toThrow('ENOENT');
    expect(await readFile(first, 'utf8')).toBe('before');
  });

  it('gives back what it has changed where a later one can not take its place', async () => {
    const folder = await temporaryFolder();
    const [first, second] = [join(folder, 'first.md'), join(folder, 'second.md')];
    await writeFile(first, 'before');
    // A folder stands where the file should go.
    await mkdir(join(second, 'inside'), { recursive: true });
    const changes = [
      { path: first, text: 'after' },
      { path: join(folder, 'fresh.md'), text: 'fresh' },
      { path: second, text: '' },
    ];
    await expect(writeFiles(changes)).rejects.toThrow();
    expect(await readFile(first, 'utf8')).toBe('before');
    await expect(readFile(join(folder, 'fresh.md'))).rejects.toThrow('ENOENT');
  });
});
