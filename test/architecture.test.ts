// The rule of the house: arrows point inward, other rooms are entered by their door, grammY stays in the bot.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SOURCE = resolve(import.meta.dirname, '../src');

/** Which rooms each room may import. main.ts knows all of them. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  language: [],
  catalog: ['language'],
  store: ['language'],
  search: ['catalog', 'language'],
  desk: ['store', 'catalog', 'search', 'language'],
  screens: ['desk', 'store', 'search', 'catalog', 'language'],
  bot: ['screens', 'desk', 'search', 'store', 'catalog', 'language'],
  server: [],
  live: ['search', 'catalog', 'language'],
  editor: ['live', 'screens', 'search', 'catalog', 'language'],
  cli: ['config', 'desk', 'live', 'screens', 'search', 'store', 'catalog', 'language'],
  config: [],
};

interface Import {
  /** The importing file, from src/ on. */
  readonly file: string;
  readonly specifier: string;
}

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
);
const imports: Import[] = files.flatMap((file) => {
  const code = readFileSync(join(SOURCE, file), 'utf8');
  const found = code.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^;'"]*?\bfrom\s*'([^']+)'|\bimport\(\s*'([^']+)'/g,
  );
  return [...found].map(([, static_, dynamic]) => ({ file, specifier: static_ ?? dynamic ?? '' }));
});

function roomOf(file: string): string {
  const [first = ''] = file.split('/');
  return first.replace(/\.ts$/, '');
}

/** An import of another room: who imports, which room, by which file of it. */
function crossings() {
  return imports.flatMap(({ file, specifier }) => {
    if (!specifier.startsWith('.')) return [];
    const target = relative(SOURCE, resolve(SOURCE, dirname(file), specifier));
    return roomOf(target) === roomOf(file) ? [] : [{ file, room: roomOf(file), target }];
  });
}

describe('the house', () => {
  it('knows every room', () => {
    const rooms = new Set(files.map(roomOf));
    rooms.delete('main');
    expect([...rooms].sort()).toEqual(Object.keys(ARROWS).sort());
  });

  it('has arrows that point inward only', () => {
    const outward = crossings()
      .filter(({ room }) => room !== 'main')
      .filter(({ room, target }) => !ARROWS[room]?.includes(roomOf(target)))
      .map(({ file, target }) => `${file} → ${target}`);
    expect(outward).toEqual([]);
  });

  it('is entered by the doors', () => {
    const sideways = crossings()
      .filter(({ target }) => target !== 'config.ts' && !target.endsWith('/index.ts'))
      .map(({ file, target }) => `${file} → ${target}`);
    expect(sideways).toEqual([]);
  });

  it('keeps grammY in the bot', () => {
    const elsewhere = imports
      .filter(({ specifier }) => /^(?:grammy|@grammyjs)\b/.test(specifier))
      .map(({ file }) => roomOf(file));
    expect(new Set(elsewhere)).toEqual(new Set(['bot']));
  });

  it('keeps files, the network and the clock out of the search', () => {
    const impure = imports.filter(
      ({ file, specifier }) => roomOf(file) === 'search' && specifier.startsWith('node:'),
    );
    expect(impure).toEqual([]);
    const clocks = files
      .filter((file) => ['search', 'screens', 'desk'].includes(roomOf(file)))
      .filter((file) => /Date\.now|new Date\(\)|Math\.random/.test(readFileSync(join(SOURCE, file), 'utf8')));
    expect(clocks).toEqual([]);
  });
});
