import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bold, link } from '../../src/screens/html.ts';
import {
  escapeHtml,
  htmlToPlainText,
  MAX_MESSAGE_LENGTH,
  splitHtml,
  visibleLength,
} from '../../src/screens/index.ts';
import { anyText } from '../any-text.ts';
import { parseTelegramHtml } from './telegram-html.ts';

describe('escapeHtml', () => {
  it.each([
    ['A & B', 'A &amp; B'],
    ['5 < 7 > 3', '5 &lt; 7 &gt; 3'],
    ['«Khorgos» "hub"', '«Khorgos» &quot;hub&quot;'],
    ['&amp;', '&amp;amp;'],
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ])('writes %s so that Telegram shows it', (text, html) => {
    expect(escapeHtml(text)).toBe(html);
  });

  it('holds for any text: Telegram shows just that text, and so does a terminal', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        expect(parseTelegramHtml(escapeHtml(text)).text).toBe(text);
        expect(htmlToPlainText(escapeHtml(text))).toBe(text);
        expect(visibleLength(escapeHtml(text))).toBe(text.length);
      }),
    );
  });
});

describe('bold and link', () => {
  it('escape their text', () => {
    expect(bold('R&D')).toBe('<b>R&amp;D</b>');
    expect(link('"Q"', 'https://a.kz/?x="1"&y')).toBe(
      '<a href="https://a.kz/?x=&quot;1&quot;&amp;y">&quot;Q&quot;</a>',
    );
  });

  it('lead to the very address', () => {
    const url = 'https://kz.example/a?b=<c>&d="e"';
    expect(parseTelegramHtml(link('page', url)).links).toEqual([{ text: 'page', url }]);
  });
});

describe('htmlToPlainText', () => {
  it.each([
    ['<b>Khorgos</b> hub', 'Khorgos hub'],
    ['see <a href="https://ktz.kz/?a=1&amp;b=2">KTZ</a>.', 'see KTZ (https://ktz.kz/?a=1&b=2).'],
    [
      '<a href="https://a.kz"><b>one</b>\ntwo</a>; <a href="https://b.kz">three</a>',
      'one\ntwo (https://a.kz); three (https://b.kz)',
    ],
    ['<blockquote expandable>sources</blockquote>', 'sources'],
    ['&lt;b&gt; &amp;lt; &quot;', '<b> &lt; "'],
  ])('writes %s for a terminal', (html, text) => {
    expect(htmlToPlainText(html)).toBe(text);
  });
});

describe('visibleLength', () => {
  it.each([
    ['', 0],
    ['<b></b>', 0],
    ['<b>порт</b>', 4],
    ['&lt;&amp;&gt;&quot;', 4],
    ['<a href="https://very.long.example/address">a</a>', 1],
    ['👍', 2],
  ])('counts %s as Telegram does: %i', (html, length) => {
    expect(visibleLength(html)).toBe(length);
  });
});

describe('splitHtml', () => {
  it('leaves a text alone that fits', () => {
    expect(splitHtml('<b>Khorgos</b>\n\nA hub.')).toEqual(['<b>Khorgos</b>\n\nA hub.']);
    expect(splitHtml('a'.repeat(MAX_MESSAGE_LENGTH))).toHaveLength(1);
    expect(MAX_MESSAGE_LENGTH).toBe(4096);
  });

  it.each([
    ['between lines', 'One. Two three\n\nFour. Five six', 20, ['One. Two three', 'Four. Five six']],
    [
      'after a sentence where a line is too long',
      'One two. Three four! Five six? Seven',
      22,
      ['One two. Three four!', 'Five six? Seven'],
    ],
    [
      'between words where a sentence is too long',
      'one two three four five six',
      20,
      ['one two three four', 'five six'],
    ],
    [
      'within a word where it is too long',
      'a'.repeat(45),
      20,
      ['a'.repeat(20), 'a'.repeat(20), 'a'.repeat(5)],
    ],
    ['right at the limit', 'one two three four12\nfive', 20, ['one two three four12', 'five']],
    ['never within an entity', '&amp;'.repeat(25), 20, ['&amp;'.repeat(20), '&amp;'.repeat(5)]],
    ['never within a character', '👍'.repeat(15), 21, ['👍'.repeat(10), '👍'.repeat(5)]],
  ])('cuts %s', (_, html, limit, messages) => {
    expect(splitHtml(html, limit)).toEqual(messages);
  });

  it('keeps a line whole that has tags within', () => {
    const line = 'Aktau takes <b>containers</b> and grain.';
    expect(splitHtml(`Kuryk takes ferries.\n${line}`, 40)).toEqual(['Kuryk takes ferries.', line]);
  });

  it('keeps a sentence whole that has tags within', () => {
    expect(splitHtml('<i>Aktau is big.</i> Kuryk is <b>small</b> but new.', 30)).toEqual([
      '<i>Aktau is big.</i>',
      'Kuryk is <b>small</b> but new.',
    ]);
  });

  it('closes a tag before a cut and opens it again behind it', () => {
    expect(splitHtml('<b>one two <i>three four</i> five</b>', 16)).toEqual([
      '<b>one two <i>three</i></b>',
      '<b><i>four</i> five</b>',
    ]);
  });

  it('keeps a link on both sides of a cut', () => {
    expect(splitHtml('<a href="https://a.kz/x y">one two three four five</a>', 20)).toEqual([
      '<a href="https://a.kz/x y">one two three four</a>',
      '<a href="https://a.kz/x y">five</a>',
    ]);
  });

  it.each(['', ' \n ', '<b> </b>', '<b>\n\n</b>', '\n'.repeat(5000)])(
    'makes no message of blank text',
    (html) => {
      expect(splitHtml(html)).toEqual([]);
    },
  );

  it('makes no blank message of white space within tags', () => {
    expect(splitHtml(`<b>${'a'.repeat(20)}\n\n\n</b>`, 20)).toEqual([`<b>${'a'.repeat(20)}</b>`]);
  });
});

const words = fc
  .array(
    fc.oneof(
      fc.constantFrom('порт', 'хаб', 'a', 'Khorgos', 'қойма', '5 < 7', 'Q&A', '"x"', '👍'),
      anyText(30),
    ),
    {
      maxLength: 30,
    },
  )
  .chain((list) => fc.constantFrom(' ', '. ', '\n', '! ', '\n\n').map((gap) => list.join(gap)))
  .map(escapeHtml);

/** HTML of any nesting of b, i and a, none within itself. */
const anyHtml = nested(['b', 'i', 'a']);

function nested(tags: readonly string[]): fc.Arbitrary<string> {
  if (tags.length === 0) return words;
  const inner = tags.map((tag) => {
    const opening = tag === 'a' ? '<a href="https://ktz.kz/?a=1&amp;b=2">' : `<${tag}>`;
    return nested(tags.filter((other) => other !== tag)).map((html) => `${opening}${html}</${tag}>`);
  });
  return fc.array(fc.oneof(words, ...inner), { maxLength: 4 }).map((parts) => parts.join(''));
}

const anyLimit = fc.oneof(fc.integer({ min: 20, max: 60 }), fc.integer({ min: 20, max: MAX_MESSAGE_LENGTH }));

describe('splitHtml, for any text, any nesting and any limit', () => {
  it('makes messages that are valid, within the limit and not blank', () => {
    fc.assert(
      fc.property(anyHtml, anyLimit, (html, limit) => {
        const messages = splitHtml(html, limit);
        const wrong = messages.filter((message) => {
          const { text } = parseTelegramHtml(message);
          return text.trim() === '' || text.length > limit || text.length !== visibleLength(message);
        });
        expect(wrong).toEqual([]);
      }),
    );
  });

  it('loses nothing but white space at cuts', () => {
    fc.assert(
      fc.property(anyHtml, anyLimit, (html, limit) => {
        let rest = parseTelegramHtml(html).text;
        for (const message of splitHtml(html, limit)) {
          const text = parseTelegramHtml(message).text.trimStart();
          rest = rest.trimStart();
          expect(rest.startsWith(text)).toBe(true);
          rest = rest.slice(text.length);
        }
        expect(rest.trim()).toBe('');
      }),
    );
  });

  it('keeps what is bold, italic and linked', () => {
    fc.assert(
      fc.property(anyHtml, anyLimit, (html, limit) => {
        expect(splitHtml(html, limit).flatMap(styledCharacters)).toEqual(styledCharacters(html));
      }),
    );
  });

  it('never tears a character', () => {
    fc.assert(
      fc.property(anyHtml, anyLimit, (html, limit) => {
        fc.pre(!/\p{Surrogate}/u.test(html));
        expect(splitHtml(html, limit).filter((message) => /\p{Surrogate}/u.test(message))).toEqual([]);
      }),
    );
  });

  it('never tears a line that fits', () => {
    const line = fc.constantFrom(
      'one two three',
      '<b>Title</b>',
      '• <i>four</i> five, <b>six</b>.',
      'Seven. Eight!',
      '&amp;',
    );
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 20, max: 60 }),
        (lines, limit) => {
          const shown = splitHtml(lines.join('\n'), limit).flatMap((message) => message.split('\n'));
          expect(shown).toEqual(lines);
        },
      ),
    );
  });
});

/** Each visible character with the tags around it. */
function styledCharacters(html: string): string[] {
  return parseTelegramHtml(html).runs.flatMap(({ text, tags }) =>
    [...text]
      .filter((character) => character.trim() !== '')
      .map((character) => `${character} ${tags.join()}`),
  );
}
