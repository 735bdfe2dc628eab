// Telegram's HTML: what is read, what is refused and in which words, what is let pass with a remark.

import fc from 'fast-check';
import type { MessageEntity } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { parseHtml } from './html.ts';

describe('parseHtml', () => {
  it.each<[string, string, MessageEntity[]]>([
    ['plain', 'plain', []],
    ['<b>a</b>', 'a', [{ type: 'bold', offset: 0, length: 1 }]],
    ['<strong>a</strong>', 'a', [{ type: 'bold', offset: 0, length: 1 }]],
    [
      '<i>a</i><em>b</em>',
      'ab',
      [
        { type: 'italic', offset: 0, length: 1 },
        { type: 'italic', offset: 1, length: 1 },
      ],
    ],
    [
      '<u>a</u><ins>b</ins>',
      'ab',
      [
        { type: 'underline', offset: 0, length: 1 },
        { type: 'underline', offset: 1, length: 1 },
      ],
    ],
    [
      '<s>a</s><strike>b</strike><del>c</del>',
      'abc',
      [
        { type: 'strikethrough', offset: 0, length: 1 },
        { type: 'strikethrough', offset: 1, length: 1 },
        { type: 'strikethrough', offset: 2, length: 1 },
      ],
    ],
    ['<span class="tg-spoiler">a</span>', 'a', [{ type: 'spoiler', offset: 0, length: 1 }]],
    ['<tg-spoiler>a</tg-spoiler>', 'a', [{ type: 'spoiler', offset: 0, length: 1 }]],
    ['<code>a</code>', 'a', [{ type: 'code', offset: 0, length: 1 }]],
    ['<pre>a</pre>', 'a', [{ type: 'pre', offset: 0, length: 1 }]],
    [
      '<pre><code class="language-python">a</code></pre>',
      'a',
      [{ type: 'pre', offset: 0, length: 1, language: 'python' }],
    ],
    ['<blockquote>a</blockquote>', 'a', [{ type: 'blockquote', offset: 0, length: 1 }]],
    ['<blockquote expandable>a</blockquote>', 'a', [{ type: 'expandable_blockquote', offset: 0, length: 1 }]],
    [
      '<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>',
      '👍',
      [{ type: 'custom_emoji', offset: 0, length: 2, custom_emoji_id: '5368324170671202286' }],
    ],
    [
      '<a href="https://qoldau.kz/kk?a=1&amp;b=2">Қолдау</a>',
      'Қолдау',
      [{ type: 'text_link', offset: 0, length: 6, url: 'https://qoldau.kz/kk?a=1&b=2' }],
    ],
    [
      "<a href='https://qoldau.kz'>x</a>",
      'x',
      [{ type: 'text_link', offset: 0, length: 1, url: 'https://qoldau.kz/' }],
    ],
    [
      '<a href="tg://user?id=42">x</a>',
      'x',
      [{ type: 'text_mention', offset: 0, length: 1, user: { id: 42, is_bot: false, first_name: '' } }],
    ],
    [
      '<b>a<i>b</i></b>',
      'ab',
      [
        { type: 'bold', offset: 0, length: 2 },
        { type: 'italic', offset: 1, length: 1 },
      ],
    ],
    [
      '<i><b>a</b></i>',
      'a',
      [
        { type: 'bold', offset: 0, length: 1 },
        { type: 'italic', offset: 0, length: 1 },
      ],
    ],
    ['<B>a</B >', 'a', [{ type: 'bold', offset: 0, length: 1 }]],
    ['&lt;b&gt; &amp;&quot;', '<b> &"', []],
    ['&#1179;&#x49B;', 'ққ', []],
    ['Құрық 😀 <b>порт</b>', 'Құрық 😀 порт', [{ type: 'bold', offset: 9, length: 4 }]],
  ])('reads %s', (html, text, entities) => {
    expect(parseHtml(html)).toEqual({ text, entities, remarks: [] });
  });

  it.each([
    ['<br>', 'Unsupported start tag "br" at byte offset 0'],
    ['<p>a</p>', 'Unsupported start tag "p" at byte offset 0'],
    ['a < b', 'Unsupported start tag "" at byte offset 2'],
    ['5 <6', 'Unclosed start tag at byte offset 2'],
    ['Қорғас <ul>', 'Unsupported start tag "ul" at byte offset 13'],
    ['<b>a', 'Can\'t find end tag corresponding to start tag "b"'],
    ['a</b>', 'Unexpected end tag at byte offset 1'],
    ['<b><i>a</b></i>', 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'],
    ['<b>a</b', 'Unclosed end tag at byte offset 4'],
    ['<b', 'Unclosed start tag at byte offset 0'],
    ['<a href="x', 'Unclosed start tag at byte offset 0'],
    ['<a href', 'Unclosed start tag "a" at byte offset 0'],
    ['<a href=http://x.kz>a</a>', 'Unexpected end of name token at byte offset 8'],
    ['<a "x">a</a>', 'Empty attribute name in the tag "a" at byte offset 0'],
    ['<span>a</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['<tg-emoji emoji-id="x">a</tg-emoji>', 'Invalid custom emoji identifier specified'],
    [
      '&#xD83D;',
      'Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units',
    ],
  ])('refuses %s', (html, reason) => {
    expect(() => parseHtml(html)).toThrow(`Bad Request: can't parse entities: ${reason}`);
  });

  it.each([
    ['a & b', 'a & b', '"&" begins no entity that Telegram knows and must be written &amp; (byte 2)'],
    ['a&nbsp;b', 'a&nbsp;b', '"&" begins no entity that Telegram knows and must be written &amp; (byte 1)'],
    ['&#XAB;', '&#XAB;', '"&" begins no entity that Telegram knows and must be written &amp; (byte 0)'],
    ['&lt b', '< b', 'an entity lacks its semicolon (byte 0)'],
    ['a > b', 'a > b', '">" must be written &gt; (byte 2)'],
    ['<b class="x">a</b>', 'a', 'the attribute "class" of <b> means nothing (byte 0)'],
    ['a<b></b>', 'a', '<b> holds no text (byte 1)'],
    ['<b>a</>', 'a', 'an end tag lacks its name (byte 4)'],
    ['<a href="x.kz">a</a>', 'a', '<a> has no address that begins with http://, https:// or tg:// (byte 0)'],
    ['<a>x.kz</a>', 'x.kz', '<a> has no address that begins with http://, https:// or tg:// (byte 0)'],
    [
      '<a href="mailto:a@b.kz">a</a>',
      'a',
      '<a> has no address that begins with http://, https:// or tg:// (byte 0)',
    ],
    ['<a href="https://localhost/">a</a>', 'a', '<a> is dropped: its address or time is none (byte 0)'],
    ['<code><b>a</b></code>', 'a', '<b> stands inside <code>, which holds no other (byte 6)'],
    ['<b><code>a</code></b>', 'a', '<code> stands inside <b> (byte 3)'],
    [
      '<blockquote><blockquote>a</blockquote></blockquote>',
      'a',
      '<blockquote> stands inside <blockquote> (byte 12)',
    ],
    ['<a href="https://a.kz">a<a href="https://b.kz">b</a></a>', 'ab', '<a> stands inside <a> (byte 24)'],
  ])('reads %s as Telegram does, with a remark', (html, text, remark) => {
    const parsed = parseHtml(html);
    expect(parsed.text).toBe(text);
    expect(parsed.remarks).toEqual([remark]);
  });

  it('gives any escaped text back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
        expect(parseHtml(`<b>${escaped}</b>.`).text).toBe(`${text}.`);
      }),
    );
  });

  it('ends on any input, with a result or with a refusal', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '/',
      'b',
      'a',
      ' ',
      '=',
      '"',
      "'",
      '&',
      '#',
      ';',
      'қ',
      'href',
      '\n',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        try {
          parseHtml(pieces.join(''));
        } catch (error) {
          expect(String(error)).toContain("can't parse entities: ");
        }
      }),
    );
  });
});
