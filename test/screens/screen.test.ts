import { describe, expect, it } from 'vitest';
import { visibleLength } from '../../src/screens/html.ts';
import { type Button, MAX_MESSAGE_LENGTH, messagesOf, screenToPlainText } from '../../src/screens/index.ts';
import { joinParts, rowsOf } from '../../src/screens/screen.ts';

const button = (text: string): Button => ({ text, action: { kind: 'menu', language: 'en', menu: 'hubs' } });

describe('joinParts', () => {
  it('puts a blank line between parts, and leaves no gap for missing ones', () => {
    expect(joinParts('title', undefined, '', 'text')).toBe('title\n\ntext');
    expect(joinParts()).toBe('');
  });
});

describe('rowsOf', () => {
  it.each([
    [1, [['a'], ['b'], ['c']]],
    [2, [['a', 'b'], ['c']]],
    [3, [['a', 'b', 'c']]],
  ])('puts buttons into rows of %i', (columns, expected) => {
    const rows = rowsOf([button('a'), button('b'), button('c')], columns);
    expect(rows.map((row) => row.map(({ text }) => text))).toEqual(expected);
  });

  it('makes no row of no buttons', () => {
    expect(rowsOf([], 2)).toEqual([]);
  });
});

describe('messagesOf', () => {
  const head = '<b>A &lt; B</b>';
  const words = (count: number): string => 'word '.repeat(count).trim();

  it('begins each of several messages as the screen begins, and loses no word', () => {
    const texts = messagesOf({ html: joinParts(head, words(1_700)), head, keyboard: [] });
    expect(texts).toHaveLength(3);
    for (const text of texts) {
      expect(text.startsWith(`${head}\n\n`)).toBe(true);
      expect(visibleLength(text)).toBeLessThanOrEqual(MAX_MESSAGE_LENGTH);
    }
    expect(texts.join(' ').match(/word/g)).toHaveLength(1_700);
  });

  it('leaves what fits in one, and what has no head, as it is', () => {
    const html = `${head}\n\n${'x'.repeat(MAX_MESSAGE_LENGTH - 7)}`;
    expect(messagesOf({ html, head, keyboard: [] })).toEqual([html]);
    expect(messagesOf({ html: words(1_700), keyboard: [] }).join(' ')).toBe(words(1_700));
    expect(messagesOf({ html: ' ', keyboard: [] })).toEqual([]);
  });
});

describe('screenToPlainText', () => {
  const screen = { html: '<b>Q&amp;A</b>', keyboard: [[button('one'), button('two')], [button('three')]] };

  it('shows the text alone', () => {
    expect(screenToPlainText(screen, false)).toBe('Q&A');
  });

  it('adds a line a button', () => {
    expect(screenToPlainText(screen, true)).toBe('Q&A\n\n– one\n– two\n– three');
  });
});
