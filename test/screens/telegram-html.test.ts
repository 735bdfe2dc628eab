import { describe, expect, it } from 'vitest';
import { parseTelegramHtml } from './telegram-html.ts';

describe('parseTelegramHtml', () => {
  it('reads text, runs and links', () => {
    expect(parseTelegramHtml('<b>Q&amp;A</b> see <i><a href="https://a.kz/?x=1&amp;y">here</a></i>')).toEqual(
      {
        text: 'Q&A see here',
        runs: [
          { text: 'Q', tags: ['b'] },
          { text: '&', tags: ['b'] },
          { text: 'A', tags: ['b'] },
          { text: ' see ', tags: [] },
          { text: 'here', tags: ['i', 'a href="https://a.kz/?x=1&amp;y"'] },
        ],
        links: [{ text: 'here', url: 'https://a.kz/?x=1&y' }],
      },
    );
  });

  it.each([
    ['a tag that is not closed', '<b>text'],
    ['a tag that was not opened', 'text</b>'],
    ['tags that cross', '<b>one <i>two</b> three</i>'],
    ['a tag within itself', '<b>one <b>two</b></b>'],
    ['a tag that Torap does not use', '<u>text</u>'],
    ['a tag that ends nowhere', 'one <b'],
    ['a bare <', 'one < two'],
    ['a bare >', 'one > two'],
    ['a bare &', 'one & two'],
    ['an entity that Telegram does not know', 'one&nbsp;two'],
    ['a link to something else than a page', '<a href="javascript:alert(1)">text</a>'],
    ['a link without an address', '<a>text</a>'],
  ])('refuses %s', (_, html) => {
    expect(() => parseTelegramHtml(html)).toThrow();
  });
});
