import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMisspelt } from '../../src/desk/near-words.ts';

describe('findMisspelt', () => {
  it.each([
    ['another letter', 'vogon', 'vagon'],
    ['a letter more', 'vagonn', 'vagon'],
    ['a letter fewer', 'teminal', 'terminal'],
    ['two exchanged', 'temrinal', 'terminal'],
  ])('takes a word with %s for the common one', (_, typed, meant) => {
    expect(
      findMisspelt(
        new Map([
          [typed, 1],
          [meant, 3],
        ]),
      ),
    ).toEqual(new Map([[typed, meant]]));
  });

  it.each([
    [
      'as common',
      [
        ['vagon', 3],
        ['vogon', 2],
      ],
    ],
    [
      'short',
      [
        ['port', 9],
        ['tort', 1],
      ],
    ],
    [
      'farther off',
      [
        ['vagon', 9],
        ['vogun', 1],
      ],
    ],
    [
      'a number',
      [
        ['87032', 9],
        ['87033', 1],
      ],
    ],
  ] satisfies [string, [string, number][]][])('leaves a word that is %s', (_, counts) => {
    expect(findMisspelt(new Map<string, number>(counts))).toEqual(new Map());
  });

  it('takes words only for such as are no misspelt ones themselves, at most one slip away', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 5, maxLength: 7 });
    fc.assert(
      fc.property(fc.dictionary(word, fc.integer({ min: 1, max: 50 })), (counts) => {
        const misspelt = findMisspelt(new Map(Object.entries(counts)));
        for (const [typed, meant] of misspelt) {
          expect(misspelt.has(meant)).toBe(false);
          expect(counts[meant]).toBeGreaterThanOrEqual(3 * (counts[typed] ?? 0));
          expect(slips(typed, meant)).toBe(1);
        }
      }),
    );
  });
});

/** The naive way: the optimal string alignment distance. */
function slips(left: string, right: string): number {
  const rows = Array.from({ length: left.length + 1 }, (_, row) =>
    Array.from({ length: right.length + 1 }, (__, column) => (row === 0 ? column : column === 0 ? row : 0)),
  );
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let row = 1; row <= left.length; row += 1) {
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1] ? 0 : 1;
      const exchanged =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      const best = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + same);
      const line = rows[row];
      if (line) line[column] = exchanged ? Math.min(best, at(row - 2, column - 2) + 1) : best;
    }
  }
  return at(left.length, right.length);
}
