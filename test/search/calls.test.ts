import { describe, expect, it } from 'vitest';
import { learnCalls } from '../../src/search/calls.ts';

const [KURYK, PORT, WHERE, AKTAU, FERRY] = [0, 1, 2, 3, 4] as const;

describe('learnCalls', () => {
  const entries = [
    [
      [KURYK, WHERE],
      [KURYK, PORT],
      [KURYK, FERRY],
    ],
    [
      [AKTAU, WHERE],
      [AKTAU, PORT],
      [PORT, WHERE],
    ],
  ];

  it('finds the words of the questions on an entry that others lack, the most telling first', () => {
    const calls = learnCalls(entries).map((words) => words.map(({ number }) => number));
    expect(calls[0]?.[0]).toBe(KURYK);
    expect(calls[0]).not.toContain(WHERE);
    expect(calls[1]?.[0]).toBe(AKTAU);
  });

  it('trusts a word by the share of the questions that hold it', () => {
    const [kuryk, aktau] = learnCalls(entries);
    expect(kuryk?.[0]?.trust).toBe(1);
    expect(aktau?.[0]?.trust).toBeCloseTo(2 / 3);
  });

  it('finds none where there are no questions', () => {
    expect(learnCalls([[], []])).toEqual([[], []]);
  });
});
