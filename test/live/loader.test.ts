// The loading thread: what it hands over answers as what is loaded here, and its errors come through.

import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadCatalog } from '../../src/catalog/index.ts';
import { loadPhrases } from '../../src/language/index.ts';
import { createLoader } from '../../src/live/index.ts';
import { ask, makeSearchable } from '../../src/search/index.ts';
import { temporaryFolder } from '../temporary-folder.ts';

async function start() {
  const folder = await temporaryFolder();
  const folders = { contentDir: join(folder, 'content'), localesDir: join(folder, 'locales') };
  await cp('content', folders.contentDir, { recursive: true });
  await cp('locales', folders.localesDir, { recursive: true });
  const loader = createLoader(folders);
  onTestFinished(() => loader.close());
  return { loader, ...folders };
}

describe('a loader', () => {
  it('loads what answers just as what is loaded in this thread', async () => {
    const { loader } = await start();
    const loaded = await loader.load();
    const here = loadCatalog('content', await loadPhrases('locales'));
    if (!here.ok || loaded.kind !== 'loaded') throw new Error('the content is not in order');
    const { content } = loaded;
    for (const question of ['где хоргос', 'Ақтау портындағы тариф', 'how do I get a road permit', 'погода']) {
      expect(ask(question, { language: 'ru' }, content.catalog)).toEqual(
        ask(question, { language: 'ru' }, makeSearchable(here.catalog)),
      );
    }
    expect(content.phrases.kk.phrase('menu.hubs.button')).toBe('Барлық хаб');
  });

  it('tells what is wrong with content, with strings, and with folders', async () => {
    const { loader, contentDir, localesDir } = await start();
    const errors = async () => {
      const loaded = await loader.load();
      return loaded.kind === 'refused' ? loaded.errors : [];
    };
    await writeFile(join(contentDir, 'hubs/khorgos/about.ru.md'), 'no front matter');
    expect(await errors()).toMatchObject([{ file: 'content/hubs/khorgos/about.ru.md', line: 1 }]);
    await writeFile(join(localesDir, 'en.json'), '{}');
    const missing = { file: 'locales/en.json', message: expect.stringContaining('is missing') };
    expect((await errors())[0]).toMatchObject(missing);
    await writeFile(join(localesDir, 'en.json'), '{');
    expect((await errors())[0]?.message).toContain("can't be read");
    await cp('locales', localesDir, { recursive: true });
    await rm(contentDir, { recursive: true });
    expect((await errors())[0]?.message).toContain("can't be read");
  });

  it('knows files that are the same as before', async () => {
    const { loader, contentDir } = await start();
    const first = await loader.load();
    const known = first.kind === 'loaded' ? first.fingerprint : '';
    expect(await loader.load(known)).toEqual({ kind: 'unchanged' });
    const file = join(contentDir, 'stopwords.yaml');
    await writeFile(file, `${await readFile(file, 'utf8')}\n`);
    expect(await loader.load(known)).toMatchObject({ kind: 'loaded' });
  });

  it('reviews example questions answer by answer, and ends', async () => {
    const { loader } = await start();
    await loader.load();
    let rounds = 0;
    for (let more = await loader.reviewMore(); more; more = await loader.reviewMore()) rounds += 1;
    expect(rounds).toBeGreaterThan(5);
    expect(await loader.reviewMore()).toBeUndefined();
  });
});
