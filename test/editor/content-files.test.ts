import { chmod, mkdir, readdir, readFile, rename, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ContentFile, createContentFiles } from '../../src/editor/content-files.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const PATH = 'content/hubs/khorgos/about.ru.md';

/** Two folders with one file in each, and the editor's files of them. */
async function openFolders() {
  const root = await temporaryFolder();
  const folders = { contentDir: join(root, 'content'), localesDir: join(root, 'locales') };
  await mkdir(join(root, 'content/hubs/khorgos'), { recursive: true });
  await mkdir(folders.localesDir);
  const location = join(root, PATH);
  await writeFile(location, 'Хоргос\n');
  await writeFile(join(root, 'locales/ru.json'), '{}\n');
  const files = createContentFiles(folders);
  const open = async (path = PATH): Promise<ContentFile> => {
    const outcome = await files.open(path);
    if (outcome.kind !== 'opened') throw new Error(outcome.reason);
    return outcome.file;
  };
  return { root, folders, location, files, open };
}

describe('opening', () => {
  it('gives the text and a mark of it', async () => {
    const { open } = await openFolders();
    expect(await open()).toEqual({
      path: PATH,
      text: 'Хоргос\n',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect((await open('locales/ru.json')).text).toBe('{}\n');
  });

  it('gives an empty text for a file that is still to be written', async () => {
    const { open } = await openFolders();
    const path = 'content/hubs/khorgos/about.kk.md';
    expect(await open(path)).toEqual({ path, text: '', hash: '' });
  });

  it.each([
    ['a path that leads out', 'content/../.env', 'not-content'],
    ['a folder that is not there', 'content/hubs/nowhere/about.ru.md', 'missing'],
    ['a folder with the name of a file', 'content/hubs/folder.yaml', 'not-content'],
    ['a file where a folder should be', 'content/sources.yaml/x/y.md', 'not-content'],
    ['a link to a file', 'content/link.yaml', 'link'],
    ['a link that leads nowhere', 'content/dangling.yaml', 'link'],
    ['a folder that is a link', 'content/hubs/link/about.ru.md', 'link'],
    ['a file that is too large', 'content/large.yaml', 'too-large'],
    ['a file that is no UTF-8', 'content/latin.yaml', 'not-text'],
  ])('refuses %s', async (_name, path, reason) => {
    const { root, files } = await openFolders();
    await writeFile(join(root, 'secret.yaml'), 'token: 1\n');
    await mkdir(join(root, 'outside'));
    await writeFile(join(root, 'outside/about.ru.md'), 'outside');
    await mkdir(join(root, 'content/hubs/folder.yaml'));
    await symlink(join(root, 'secret.yaml'), join(root, 'content/link.yaml'));
    await symlink(join(root, 'nowhere'), join(root, 'content/dangling.yaml'));
    await symlink(join(root, 'outside'), join(root, 'content/hubs/link'));
    await writeFile(join(root, 'content/large.yaml'), 'x'.repeat(256 * 1024 + 1));
    await writeFile(join(root, 'content/latin.yaml'), Buffer.from([0xe9, 0x0a]));
    expect(await files.open(path)).toEqual({ kind: 'refused', reason });
    expect(await files.save({ path, text: 'hacked', basedOn: '' })).not.toMatchObject({ kind: 'saved' });
    expect(await readFile(join(root, 'secret.yaml'), 'utf8')).toBe('token: 1\n');
    expect(await readFile(join(root, 'outside/about.ru.md'), 'utf8')).toBe('outside');
    expect(await readdir(root)).not.toContain('nowhere');
  });

  it('opens folders that are themselves links, as settings may name them', async () => {
    const { root, location, folders } = await openFolders();
    await rename(folders.contentDir, join(root, 'kept'));
    await symlink(join(root, 'kept'), folders.contentDir);
    const files = createContentFiles(folders);
    expect(await files.open(PATH)).toMatchObject({ kind: 'opened', file: { text: 'Хоргос\n' } });
    expect(location).toContain('/content/');
  });
});

describe('saving', () => {
  it('writes the text, and gives the mark for the next save', async () => {
    const { files, open, location } = await openFolders();
    const { hash } = await open();
    const outcome = await files.save({ path: PATH, text: 'Новый\n', basedOn: hash });
    expect(outcome).toEqual({ kind: 'saved', file: await open() });
    expect(await readFile(location, 'utf8')).toBe('Новый\n');
  });

  it('keeps permissions and the way lines end, and leaves nothing beside the file', async () => {
    const { files, open, location } = await openFolders();
    await writeFile(location, 'one\r\ntwo\r\n');
    await chmod(location, 0o640);
    const { text, hash } = await open();
    expect(text).toBe('one\ntwo\n');
    await files.save({ path: PATH, text: 'one\nthree\n', basedOn: hash });
    expect(await readFile(location, 'utf8')).toBe('one\r\nthree\r\n');
    expect((await stat(location)).mode & 0o777).toBe(0o640);
    expect(await readdir(join(location, '..'))).toEqual(['about.ru.md']);
  });

  it('makes a file that is still to be written', async () => {
    const { root, files } = await openFolders();
    const path = 'content/hubs/khorgos/about.kk.md';
    expect(await files.save({ path, text: 'Қорғас\n', basedOn: '' })).toMatchObject({ kind: 'saved' });
    expect(await readFile(join(root, path), 'utf8')).toBe('Қорғас\n');
  });

  it('refuses to write over what somebody else has saved, and shows it', async () => {
    const { files, open, location } = await openFolders();
    const { hash } = await open();
    await writeFile(location, 'theirs\n');
    const outcome = await files.save({ path: PATH, text: 'mine\n', basedOn: hash });
    expect(outcome).toEqual({ kind: 'changed', file: await open() });
    expect(await readFile(location, 'utf8')).toBe('theirs\n');
    expect(await files.save({ path: PATH, text: 'mine\n', basedOn: '' })).toMatchObject({ kind: 'changed' });
  });

  it('lets one of two saves at once win, and tells the other', async () => {
    const { files, open } = await openFolders();
    const { hash } = await open();
    const outcomes = await Promise.all(
      ['one', 'two', 'three'].map((text) => files.save({ path: PATH, text, basedOn: hash })),
    );
    expect(outcomes.map(({ kind }) => kind)).toEqual(['saved', 'changed', 'changed']);
    expect((await open()).text).toBe('one');
  });

  it('refuses a text of more than 256 KB, counted in bytes', async () => {
    const { files, open } = await openFolders();
    const { hash } = await open();
    const tooLarge = 'ж'.repeat(128 * 1024 + 1);
    const outcome = await files.save({ path: PATH, text: tooLarge, basedOn: hash });
    expect(outcome).toEqual({ kind: 'refused', reason: 'too-large' });
    const largest = await files.save({ path: PATH, text: tooLarge.slice(1), basedOn: hash });
    expect(largest.kind).toBe('saved');
  });

  it('goes on after a save that failed', async () => {
    const { root, files, open } = await openFolders();
    const { hash } = await open();
    await rename(join(root, 'content'), join(root, 'away'));
    expect(await files.save({ path: PATH, text: 'x', basedOn: hash })).toEqual({
      kind: 'refused',
      reason: 'missing',
    });
    await rename(join(root, 'away'), join(root, 'content'));
    expect((await files.save({ path: PATH, text: 'x', basedOn: hash })).kind).toBe('saved');
  });
});
