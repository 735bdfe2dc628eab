// What stands on disk: files out of place, names that are no ids, bytes that are no text.

import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeProblem, loadCatalog, readContentFolder } from '../../src/catalog/index.ts';
import { loadProjectPhrases } from '../language/project-phrases.ts';
import { problemsOf, VALID_CONTENT, withChange, writeContent } from './content-tree.ts';

/** "Порт" as Windows-1251 writes it, which is no UTF-8. */
const WINDOWS_1251 = Uint8Array.of(0xcf, 0xee, 0xf0, 0xf2);

describe('the content folder', () => {
  it('is in order as the tests begin with it', async () => {
    expect(await problemsOf(VALID_CONTENT)).toBe('');
  });

  it('has no place for a stray file', async () => {
    expect(await problemsOf({ ...VALID_CONTENT, 'source.yaml': '' })).toMatchInlineSnapshot(
      `"content/source.yaml  "source.yaml" has no place in the content folder. Did you mean "sources.yaml"?"`,
    );
  });

  it('has no place for a folder of another kind', async () => {
    expect(await problemsOf({ ...VALID_CONTENT, 'people/aliya/entry.yaml': '' })).toMatchInlineSnapshot(
      `"content/people  "people" has no place in the content folder. Known here: hubs, facilities, routes, formats, guides, sources.yaml, places.yaml, synonyms.yaml, stopwords.yaml, outside.yaml, desk.yaml, schemas."`,
    );
  });

  it('has no place for a stray file in an entry', async () => {
    const text = VALID_CONTENT['facilities/port/about.en.md'];
    expect(await problemsOf({ ...VALID_CONTENT, 'facilities/port/abuot.en.md': text })).toMatchInlineSnapshot(
      `"content/facilities/port/abuot.en.md  the file is neither entry.yaml nor an answer such as about.ru.md. Did you mean "about.en.md"?"`,
    );
    expect(await problemsOf({ ...VALID_CONTENT, 'facilities/port/about.de.md': text })).toMatchInlineSnapshot(
      `"content/facilities/port/about.de.md  the file is neither entry.yaml nor an answer such as about.ru.md. Did you mean "about.kk.md"?"`,
    );
  });

  it('wants an id for the name of an entry', async () => {
    const entry = VALID_CONTENT['facilities/station/entry.yaml'];
    expect(
      await problemsOf({ ...VALID_CONTENT, 'facilities/Dry Port/entry.yaml': entry }),
    ).toMatchInlineSnapshot(
      `"content/facilities/Dry Port  "Dry Port" can't be an id. Use lower case letters, digits and single hyphens, 36 characters at most."`,
    );
  });

  it('wants a folder for an entry', async () => {
    expect(await problemsOf({ ...VALID_CONTENT, 'facilities/airport': 'soon' })).toMatchInlineSnapshot(`
      "content/facilities/airport  this is no readable folder. Remove it or mend its permissions.
      content/facilities/airport  the entry has no entry.yaml. Add it; copy the one of another entry and change it."
    `);
  });

  it('wants an entry.yaml in each entry', async () => {
    expect(
      await problemsOf({ ...VALID_CONTENT, 'facilities/station/entry.yaml': undefined }),
    ).toMatchInlineSnapshot(
      `"content/facilities/station  the entry has no entry.yaml. Add it; copy the one of another entry and change it."`,
    );
  });

  it('wants sources, and says so once', async () => {
    expect(await problemsOf({ ...VALID_CONTENT, 'sources.yaml': undefined })).toMatchInlineSnapshot(
      `"content/sources.yaml  the file is missing. Restore it: every fact names a source in it."`,
    );
  });

  it.each(['synonyms.yaml', 'stopwords.yaml', 'outside.yaml', 'desk.yaml'])(
    'does well without %s',
    async (name) => {
      const files = { ...VALID_CONTENT, [name]: undefined };
      expect(await problemsOf(files)).toBe('');
    },
  );

  it('passes over what systems and editors leave behind', async () => {
    const leftovers = {
      '.DS_Store': WINDOWS_1251,
      '.git/config': '',
      'Thumbs.db': WINDOWS_1251,
      'facilities/.gitkeep': '',
      'facilities/port/entry.yaml~': '',
      'facilities/port/.about.en.md.swp': '',
    };
    expect(await problemsOf({ ...VALID_CONTENT, ...leftovers })).toBe('');
  });

  it('is named in the error when it is not there', async () => {
    const folder = join(await writeContent({}), 'elsewhere');
    const phrases = await loadProjectPhrases();
    expect(() => loadCatalog(folder, phrases)).toThrow(
      `CONTENT_DIR: the content folder ${folder} can't be read. Set it like this: CONTENT_DIR=./content`,
    );
  });
});

describe('a file', () => {
  it('must be UTF-8, and is then not called missing as well', async () => {
    expect(
      await problemsOf({ ...VALID_CONTENT, 'facilities/port/about.ru.md': WINDOWS_1251 }),
    ).toMatchInlineSnapshot(
      `"content/facilities/port/about.ru.md  the file can't be read as UTF-8 text. Save it again as UTF-8."`,
    );
    expect(await problemsOf({ ...VALID_CONTENT, 'sources.yaml': WINDOWS_1251 })).toMatchInlineSnapshot(
      `"content/sources.yaml  the file can't be read as UTF-8 text. Save it again as UTF-8."`,
    );
    expect(
      await problemsOf({ ...VALID_CONTENT, 'facilities/station/entry.yaml': WINDOWS_1251 }),
    ).toMatchInlineSnapshot(
      `"content/facilities/station/entry.yaml  the file can't be read as UTF-8 text. Save it again as UTF-8."`,
    );
  });

  it('must not be huge', async () => {
    const huge = `${VALID_CONTENT['facilities/port/about.en.md']}${'filler\n'.repeat(40_000)}`;
    expect(await problemsOf({ ...VALID_CONTENT, 'facilities/port/about.en.md': huge })).toMatchInlineSnapshot(
      `"content/facilities/port/about.en.md  the file is too large to be content. Keep it under 256 KB."`,
    );
  });

  it('may be a link to another place of the content folder, as container platforms lay files out', async () => {
    const folder = await writeContent({ ...VALID_CONTENT, 'facilities/port/about.en.md': undefined });
    await mkdir(join(folder, '..data'));
    await writeFile(join(folder, '..data/about.en.md'), VALID_CONTENT['facilities/port/about.en.md']);
    await symlink('../../..data/about.en.md', join(folder, 'facilities/port/about.en.md'));
    expect(loadCatalog(folder, await loadProjectPhrases())).toMatchObject({ ok: true });
  });

  it('may not be a link out of the content folder, nor one that leads nowhere', async () => {
    const folder = await writeContent(VALID_CONTENT);
    await writeFile(join(folder, '../elsewhere.md'), VALID_CONTENT['facilities/port/about.en.md']);
    for (const target of ['../../../elsewhere.md', '../nowhere.md']) {
      await rm(join(folder, 'facilities/port/about.en.md'));
      await symlink(target, join(folder, 'facilities/port/about.en.md'));
      const loaded = loadCatalog(folder, await loadProjectPhrases());
      expect(loaded.ok ? '' : loaded.problems.map(describeProblem).join('\n')).toMatchSnapshot(target);
    }
  });

  it('must be a file', async () => {
    const folder = await writeContent({ ...VALID_CONTENT, 'facilities/port/about.en.md': undefined });
    await mkdir(join(folder, 'facilities/port/about.en.md'));
    const loaded = loadCatalog(folder, await loadProjectPhrases());
    expect(loaded.ok ? '' : loaded.problems.map(describeProblem).join('\n')).toMatchInlineSnapshot(
      `"content/facilities/port/about.en.md  this is no file. Remove it, or put a text file in its place."`,
    );
  });

  it('may begin with a byte order mark and end its lines as Windows does', async () => {
    const text = `\ufeff${VALID_CONTENT['facilities/port/about.en.md'].replaceAll('\n', '\r\n')}`;
    expect(await problemsOf({ ...VALID_CONTENT, 'facilities/port/about.en.md': text })).toBe('');
  });

  it('is read with its letters composed: й is one letter, however an editor saved it', async () => {
    const folder = readContentFolder(await writeContent({ 'stopwords.yaml': 'ru: [мой]'.normalize('NFD') }));
    expect(folder.stopwords).toEqual({ file: 'content/stopwords.yaml', text: 'ru: [мой]'.normalize('NFC') });
  });
});

describe('characters that can’t be shown', () => {
  it('are told by file and line', async () => {
    expect(
      await problemsOf(withChange('facilities/port/about.en.md', 'handle', 'han\0dle')),
    ).toMatchInlineSnapshot(
      `"content/facilities/port/about.en.md:10  here is a character that can't be shown (U+0000). Remove it. Where there are many, the file was saved in another encoding: save it as UTF-8."`,
    );
  });

  it('are told where Cyrillic was encoded twice', async () => {
    const twice = Buffer.from(VALID_CONTENT['facilities/port/about.ru.md']).toString('latin1');
    const problems = await problemsOf({ ...VALID_CONTENT, 'facilities/port/about.ru.md': twice });
    expect(problems).toContain('content/facilities/port/about.ru.md:2  here is a character');
  });

  it('are told where YAML writes them as escapes', async () => {
    expect(
      await problemsOf(withChange('facilities/port/entry.yaml', 'en: Port }', 'en: "Po\\0rt" }')),
    ).toMatchInlineSnapshot(
      `"content/facilities/port/entry.yaml:1:29  "name.en": it holds a character that can't be shown. Correct the value."`,
    );
  });
});
