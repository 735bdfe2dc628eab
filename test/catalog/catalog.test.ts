// An answer's text without its markup.

import { describe, expect, it } from 'vitest';
import { type Block, plainLines, plainText, type Span } from '../../src/catalog/index.ts';

const SPANS: readonly Span[] = [
  { kind: 'text', text: 'See ' },
  {
    kind: 'link',
    url: 'https://port.example/',
    spans: [
      { kind: 'text', text: 'the ' },
      { kind: 'strong', spans: [{ kind: 'emphasis', spans: [{ kind: 'text', text: 'port' }] }] },
    ],
  },
  { kind: 'text', text: '.' },
];

describe('plainText', () => {
  it('joins spans and leaves out markup and addresses', () => {
    expect(plainText(SPANS)).toBe('See the port.');
    expect(plainText([])).toBe('');
  });
});

describe('plainLines', () => {
  it('gives a line for each paragraph and each list item', () => {
    const body: readonly Block[] = [
      { kind: 'paragraph', spans: SPANS },
      {
        kind: 'list',
        ordered: false,
        items: [[{ kind: 'text', text: 'one' }], [{ kind: 'text', text: 'two' }]],
      },
    ];
    expect(plainLines(body)).toEqual(['See the port.', 'one', 'two']);
  });
});
