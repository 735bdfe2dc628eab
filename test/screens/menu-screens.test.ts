import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../src/language/index.ts';
import {
  encodeAction,
  helpScreen,
  MENUS,
  menuScreen,
  noticeScreen,
  type Screen,
  screenContext,
} from '../../src/screens/index.ts';
import { loadProject } from '../project-catalog.ts';
import { smallCatalog } from '../small-catalog.ts';
import { parseTelegramHtml } from './telegram-html.ts';

const { catalog, phrases } = await loadProject();
const contextIn = (language: Language) => screenContext(language, phrases, catalog);
const HUBS = [...catalog.entries.values()].filter(({ id }) => id.startsWith('hubs/'));

/** A keyboard as callback data, row by row. */
function dataOf({ keyboard }: Screen): string[][] {
  return keyboard.map((row) => row.map(({ action }) => encodeAction(action)));
}

describe.each(LANGUAGES)('in %s', (language) => {
  const context = contextIn(language);

  it.each(MENUS)(
    'the menu "%s" is valid, begins with a bold title and has buttons that lead somewhere',
    (menu) => {
      const screen = menuScreen(menu, context);
      const [title] = parseTelegramHtml(screen.html).runs;
      expect(title?.tags).toEqual(['b']);
      expect(screen.keyboard.length).toBeGreaterThan(0);
      for (const { text, action } of screen.keyboard.flat()) {
        expect(text).not.toBe('');
        if (action.kind === 'open') expect(catalog.answers.has(action.answer)).toBe(true);
      }
    },
  );

  it('greets with the five hubs, both lists and the three languages', () => {
    expect(dataOf(menuScreen('start', context))).toEqual([
      ...HUBS.map(({ id }) => [`o:${language}:${id}/about`]),
      [`m:${language}:routes`, `m:${language}:formats`],
      ['l:kk', 'l:ru', 'l:en'],
    ]);
  });

  it('lists the hubs by their names, each with the topic that the list is about', () => {
    const topics = { hubs: 'about', routes: 'routes', formats: 'take-part' } as const;
    for (const menu of ['hubs', 'routes', 'formats'] as const) {
      const { keyboard } = menuScreen(menu, context);
      const rows = keyboard.slice(0, HUBS.length);
      expect(rows.map(([button]) => button?.text)).toEqual(HUBS.map(({ name }) => name[language]));
      expect(rows.map(([button]) => button && encodeAction(button.action))).toEqual(
        HUBS.map(({ id }) => `o:${language}:${id}/${topics[menu]}`),
      );
    }
  });

  it('leads from each list to the other two', () => {
    expect(dataOf(menuScreen('hubs', context)).at(-1)).toEqual([
      `m:${language}:routes`,
      `m:${language}:formats`,
    ]);
    expect(dataOf(menuScreen('routes', context)).at(-1)).toEqual([
      `m:${language}:hubs`,
      `m:${language}:formats`,
    ]);
    expect(dataOf(menuScreen('formats', context)).at(-1)).toEqual([
      `m:${language}:hubs`,
      `m:${language}:routes`,
    ]);
  });

  it('offers each language by its own name', () => {
    const [row = []] = menuScreen('language', context).keyboard;
    expect(row.map(({ text }) => text)).toEqual(['Қазақша', 'Русский', 'English']);
  });

  it('says what is kept and offers to erase it', () => {
    const screen = menuScreen('privacy', context);
    expect(parseTelegramHtml(screen.html).text).toContain(phrases[language].phrase('privacy.keepsNot'));
    expect(dataOf(screen)).toEqual([[`e:${language}`]]);
  });

  it('helps with examples and a way to everything', () => {
    const screen = helpScreen(context);
    expect(parseTelegramHtml(screen.html).text).toContain(phrases[language].phrase('help.examples'));
    expect(dataOf(screen)).toEqual([
      [`m:${language}:hubs`],
      [`m:${language}:routes`, `m:${language}:formats`],
    ]);
  });
});

describe('menuScreen', () => {
  it('lists routes and formats that have entries of their own before the hubs', () => {
    const small = smallCatalog({
      'hubs/khorgos': { name: 'Khorgos', topics: { about: {}, routes: {}, 'take-part': {} } },
      'routes/middle-corridor': { name: 'Middle Corridor', topics: { about: {} } },
      'formats/lease': { name: 'Lease', topics: { about: {} } },
    });
    const context = screenContext('en', phrases, small);
    const texts = (menu: 'routes' | 'formats') =>
      menuScreen(menu, context)
        .keyboard.slice(0, -1)
        .map(([button]) => button?.text);
    expect(texts('routes')).toEqual(['Middle Corridor', 'Khorgos']);
    expect(texts('formats')).toEqual(['Lease', 'Khorgos']);
  });

  it('leaves out what is a draft or has no such topic', () => {
    const small = smallCatalog({
      'hubs/khorgos': { name: 'Khorgos', topics: { about: { draft: true }, routes: {} } },
      'hubs/caspian': { name: 'Caspian', topics: { about: {} } },
    });
    const context = screenContext('en', phrases, small);
    expect(menuScreen('hubs', context).keyboard[0]?.map(({ text }) => text)).toEqual(['Caspian']);
    expect(menuScreen('routes', context).keyboard[0]?.map(({ text }) => text)).toEqual(['Khorgos']);
  });
});

describe('noticeScreen', () => {
  it('shows one text, escaped, and a way on', () => {
    expect(noticeScreen('2 < 3 & more', contextIn('en'))).toEqual({
      html: '2 &lt; 3 &amp; more',
      keyboard: [
        [
          {
            text: phrases.en.phrase('menu.hubs.button'),
            action: { kind: 'menu', language: 'en', menu: 'hubs' },
          },
        ],
      ],
    });
  });
});
