import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DurableJsonFile } from '../../src/store/durable-json-file.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** What reached the disk, in order: everything is done for real, and noted. */
const steps = vi.hoisted((): string[] => []);

vi.mock('node:fs/promises', async (importOriginal) => {
  const real = await importOriginal<typeof import('node:fs/promises')>();
  return {
    ...real,
    open: async (file: string, flags: string) => {
      const handle = await real.open(file, flags);
      const sync = handle.sync.bind(handle);
      handle.sync = async () => {
        await sync();
        steps.push(`sync ${file}`);
      };
      return handle;
    },
    rename: async (from: string, to: string) => {
      await real.rename(from, to);
      steps.push(`rename to ${to}`);
    },
  };
});

beforeEach(() => {
  steps.length = 0;
});

async function fileInFolder(): Promise<string> {
  return join(await temporaryFolder(), 'chat.json');
}

describe('DurableJsonFile', () => {
  it('reads back what was written', async () => {
    const file = await fileInFolder();
    const value = { version: 1, text: 'Қорғас \u2028 "👍"', list: [1, null, true] };
    await new DurableJsonFile(file).write(value);
    expect(await new DurableJsonFile(file).read()).toEqual(value);
  });

  it('reads null where there is no file', async () => {
    expect(await new DurableJsonFile(await fileInFolder()).read()).toBeNull();
  });

  it.each(['', '{', '{"version":1', 'null null', '\u0000', 'null', '0', '""'])(
    'throws a SyntaxError for a file that holds %j',
    async (text) => {
      const file = await fileInFolder();
      await writeFile(file, text);
      await expect(new DurableJsonFile(file).read()).rejects.toThrow(SyntaxError);
    },
  );

  it('throws what the system says where the file cannot be read', async () => {
    const folder = await temporaryFolder();
    await expect(new DurableJsonFile(folder).read()).rejects.toThrow('EISDIR');
  });

  it('leaves nothing but the file behind', async () => {
    const file = await fileInFolder();
    await new DurableJsonFile(file).write({ first: true });
    await new DurableJsonFile(file).write({ second: true });
    expect(await readdir(dirname(file))).toEqual(['chat.json']);
  });

  it('replaces a longer value whole', async () => {
    const file = await fileInFolder();
    await new DurableJsonFile(file).write(['long '.repeat(1000)]);
    await new DurableJsonFile(file).write(['short']);
    expect(await readFile(file, 'utf8')).toBe('["short"]');
  });

  it('ends with the last of 101 writes', async () => {
    const file = await fileInFolder();
    const adapter = new DurableJsonFile(file);
    for (let count = 1; count <= 101; count += 1) await adapter.write({ count });
    expect(await adapter.read()).toEqual({ count: 101 });
    expect(await readdir(dirname(file))).toEqual(['chat.json']);
  });

  it('writes over what a killed process has left half written', async () => {
    const file = await fileInFolder();
    await writeFile(`${file}.new`, '{"half":');
    await new DurableJsonFile(file).write({ whole: true });
    expect(await new DurableJsonFile(file).read()).toEqual({ whole: true });
    expect(await readdir(dirname(file))).toEqual(['chat.json']);
  });
});

describe('a write that fails', () => {
  it.each([
    ['before anything is written', 1n],
    ['halfway', undefined],
  ])('%s leaves the old file and nothing else', async (_, unwritable) => {
    const file = await fileInFolder();
    const adapter = new DurableJsonFile(file);
    await adapter.write({ old: true });
    await expect(adapter.write(unwritable)).rejects.toThrow(TypeError);
    expect(await adapter.read()).toEqual({ old: true });
    expect(await readdir(dirname(file))).toEqual(['chat.json']);
  });

  it('on a full disk rejects with what the system says, and leaves the old file and nothing else', async () => {
    const file = await fileInFolder();
    const adapter = new DurableJsonFile(file);
    await adapter.write({ old: true });
    // A device of Linux that is always full.
    await symlink('/dev/full', `${file}.new`);
    await expect(adapter.write({ new: true })).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(await adapter.read()).toEqual({ old: true });
    expect(await readdir(dirname(file))).toEqual(['chat.json']);
  });

  it('at the last step leaves what was there and nothing else', async () => {
    const file = await fileInFolder();
    await mkdir(join(file, 'in-the-way'), { recursive: true });
    await expect(new DurableJsonFile(file).write({ new: true })).rejects.toThrow();
    expect(await readdir(dirname(file))).toEqual(['chat.json']);
    expect(await readdir(file)).toEqual(['in-the-way']);
  });
});

describe('what a power cut could take', () => {
  it('is synced first, then put in place, then the folder is synced', async () => {
    const file = await fileInFolder();
    await new DurableJsonFile(file).write({});
    expect(steps).toEqual([`sync ${file}.new`, `rename to ${file}`, `sync ${dirname(file)}`]);
  });

  it('includes new folders: each folder that gained one is synced as well', async () => {
    const folder = await temporaryFolder();
    await new DurableJsonFile(join(folder, 'chats', '0a', '1.json')).write({});
    expect(steps.slice(2)).toEqual([`sync ${folder}/chats/0a`, `sync ${folder}/chats`, `sync ${folder}`]);
    steps.length = 0;
    await new DurableJsonFile(join(folder, 'chats', '0b', '2.json')).write({});
    expect(steps.slice(2)).toEqual([`sync ${folder}/chats/0b`, `sync ${folder}/chats`]);
  });
});

describe('a file that need not outlive a power cut', () => {
  it('is put in place whole, and nothing is synced', async () => {
    const file = join(await temporaryFolder(), 'chats', '0a', '1.json');
    const adapter = new DurableJsonFile(file, { synced: false });
    await adapter.write({ count: 1 });
    await adapter.write({ count: 2 });
    expect(await adapter.read()).toEqual({ count: 2 });
    expect(steps).toEqual([`rename to ${file}`, `rename to ${file}`]);
  });
});
