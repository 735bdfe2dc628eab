import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../src/language/index.ts';
import {
  type Button,
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
const LISTS = ['hubs', 'routes', 'formats', 'guides'] as const;
const leadsToHub = (button: Button | undefined) =>
  button?.action.kind === 'open' && button.action.answer.startsWith('hubs/');
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

  it('greets with the five hubs, the other lists and the three languages', () => {
    expect(dataOf(menuScreen('start', context))).toEqual([
      ...HUBS.map(({ id }) => [`o:${language}:${id}/about`]),
      [`m:${language}:routes`, `m:${language}:guides`],
      [`m:${language}:formats`],
      [`i:${language}`, `r:${language}`],
      ['l:kk', 'l:ru', 'l:en'],
    ]);
  });

  it('lists the hubs by their names, each with the topic that the list is about', () => {
    const topics = { hubs: 'about', routes: 'routes', formats: 'take-part' } as const;
    for (const menu of ['hubs', 'routes', 'formats'] as const) {
      const rows = menuScreen(menu, context).keyboard.filter(([button]) => leadsToHub(button));
      expect(rows.map(([button]) => button?.text)).toEqual(HUBS.map(({ name }) => name[language]));
      expect(rows.map(([button]) => button && encodeAction(button.action))).toEqual(
        HUBS.map(({ id }) => `o:${language}:${id}/${topics[menu]}`),
      );
    }
  });

  it.each(LISTS)('leads from the list "%s" to the others', (list) => {
    const menus = LISTS.filter((other) => other !== list).map((other) => `m:${language}:${other}`);
    expect(dataOf(menuScreen(list, context)).slice(-2)).toEqual([menus.slice(0, 2), menus.slice(2)]);
  });

  it.each(['routes', 'formats', 'guides'] as const)('lists every entry of %s', (kind) => {
    const opened = dataOf(menuScreen(kind, context)).flat();
    const entries = [...catalog.entries.keys()].filter((id) => id.startsWith(`${kind}/`));
    expect(entries.length).toBeGreaterThan(4);
    expect(opened).toEqual(expect.arrayContaining(entries.map((id) => `o:${language}:${id}/about`)));
  });

  it('offers each language by its own name', () => {
    const [row = []] = menuScreen('language', context).keyboard;
    expect(row.map(({ text }) => text)).toEqual(['Қазақша', 'Русский', 'English']);
  });

  it('says what is kept and offers to erase it', () => {
    const screen = menuScreen('privacy', context);
    expect(parseTelegramHtml(screen.html).text).toContain(phrases[language].phrase('privacy.keepsNot'));
    expect(dataOf(screen)).toEqual([[`x:${language}`], [`e:${language}`]]);
  });

  it('helps with examples and a way to everything', () => {
    const screen = helpScreen(context);
    expect(parseTelegramHtml(screen.html).text).toContain(phrases[language].phrase('help.examples'));
    expect(dataOf(screen)).toEqual([
      [`m:${language}:hubs`, `m:${language}:routes`],
      [`m:${language}:guides`, `m:${language}:formats`],
      [`i:${language}`, `r:${language}`],
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
        .keyboard.slice(0, -2)
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
