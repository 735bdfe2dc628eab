import { describe, expect, it } from 'vitest';
import { type Button, screenToPlainText } from '../../src/screens/index.ts';
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

describe('screenToPlainText', () => {
  const screen = { html: '<b>Q&amp;A</b>', keyboard: [[button('one'), button('two')], [button('three')]] };

  it('shows the text alone', () => {
    expect(screenToPlainText(screen, false)).toBe('Q&A');
  });

  it('adds a line a button', () => {
    expect(screenToPlainText(screen, true)).toBe('Q&A\n\n– one\n– two\n– three');
  });
});
