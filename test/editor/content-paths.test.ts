import { resolve, sep } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editorPathOf, parseContentPath } from '../../src/editor/content-paths.ts';

describe('a path of the editor', () => {
  it.each([
    'content/hubs/khorgos/entry.yaml',
    'content/hubs/khorgos/about.ru.md',
    'content/hubs/khorgos/take-part.kk.md',
    'content/sources.yaml',
    'locales/ru.json',
  ])('opens %s', (path) => {
    const parsed = parseContentPath(path);
    expect([parsed?.folder, ...(parsed?.names ?? [])].join('/')).toBe(path);
  });

  it.each([
    '',
    'content',
    'content/',
    'content//sources.yaml',
    'content/../package.json',
    'content/hubs/../../../etc/passwd',
    'content/hubs/khorgos/..',
    'content/./sources.yaml',
    '../content/sources.yaml',
    '/content/sources.yaml',
    '/etc/passwd',
    '//server/content/sources.yaml',
    'C:/content/sources.yaml',
    'content\\sources.yaml',
    'content/hubs\\..\\..\\x.yaml',
    'content/%2e%2e/package.yaml',
    'content/%2e%2e%2fpackage.yaml',
    'content/sources.yaml\0',
    'content/sources.yaml\0.md',
    'content/sources.yaml\n',
    'content/sources.yaml ',
    'content/sources.yaml.',
    'content/.git/config.yaml',
    'content/.sources.yaml',
    'content/hubs/khorgos/.about.ru.md',
    'Content/sources.yaml',
    'content/Sources.yaml',
    'content/sources.YAML',
    'content/sources.yaml:stream',
    'content/hubs/khorgos/about.ru.md.exe',
    'content/hubs/khorgos/about.html',
    'content/hubs/khorgos/about.js',
    'content/hubs/khorgos/deeper/about.ru.md',
    'content/schemas/entry.schema.json',
    'content/con.yaml',
    'content/hubs/nul/entry.yaml',
    'content/hubs/khorgos/aux.md',
    'content/ⅽonfig.yaml',
    'content/‥/x.yaml',
    'locales/ru.yaml',
    'locales/deeper/ru.json',
    'src/main.ts',
    'data/chat.json',
    '.env',
    `content/${'a'.repeat(300)}.yaml`,
  ])('does not open %j', (path) => {
    expect(parseContentPath(path)).toBeUndefined();
  });

  it('never leads out of its folder, however it is written', () => {
    const piece = fc.oneof(
      fc.constantFrom('content', 'locales', '..', '.', '', '/', '\\', '\0', '%2e%2e', '%2f', '~', 'C:'),
      fc.constantFrom('hubs', 'khorgos', 'entry.yaml', 'about.ru.md', 'ru.json', 'sources.yaml', '.git'),
      fc.string({ maxLength: 6 }),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    const path = fc
      .tuple(fc.array(piece, { maxLength: 7 }), fc.constantFrom('/', '\\', '', '//'))
      .map(([pieces, between]) => pieces.join(between));
    fc.assert(
      fc.property(path, (hostile) => {
        const parsed = parseContentPath(hostile);
        if (!parsed) return;
        const root = resolve('/somewhere', parsed.folder);
        const location = resolve(root, ...parsed.names);
        expect(location).toBe([root, ...parsed.names].join(sep));
        expect(hostile).toMatch(/^(content|locales)(\/[a-z0-9][a-z0-9._-]*){1,3}$/);
        expect(location).toMatch(/\.(md|yaml|json)$/);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a file that the check names', () => {
  const folders = { contentDir: '/srv/torap/knowledge', localesDir: './locales' };

  it.each([
    ['knowledge/hubs/khorgos/entry.yaml', 'content/hubs/khorgos/entry.yaml'],
    ['content/hubs/khorgos/about.ru.md', 'content/hubs/khorgos/about.ru.md'],
    ['locales/ru.json', 'locales/ru.json'],
    [resolve('locales/ru.json'), 'locales/ru.json'],
    ['/srv/torap/knowledge/sources.yaml', 'content/sources.yaml'],
  ])('%s is opened as %s', (file, path) => {
    expect(editorPathOf(file, folders)).toBe(path);
  });

  it.each([
    'knowledge',
    'knowledge/hubs/khorgos',
    'knowledge/hubs/khorgos/notes.txt',
    '/etc/passwd',
    'x.yaml',
  ])('%s is not opened', (file) => {
    expect(editorPathOf(file, folders)).toBeUndefined();
  });
});
