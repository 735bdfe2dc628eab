import { describe, expect, it } from 'vitest';
import { rankAnswers } from '../../src/search/rank.ts';
import { readQuestion } from '../../src/search/read-question.ts';
import { indexCatalog } from '../../src/search/search-index.ts';
import { PART_WEIGHTS } from '../../src/search/tuning.ts';
import { smallCatalog } from '../small-catalog.ts';

const index = indexCatalog(
  smallCatalog({
    'hubs/khorgos': {
      name: 'Khorgos',
      topics: {
        about: { title: 'Khorgos', questions: ['where is the dry port'] },
        regime: { title: 'Khorgos rules', questions: ['customs rules for traders'] },
      },
    },
    'hubs/caspian': {
      name: 'Aktau',
      topics: {
        about: { title: 'Aktau', questions: ['where is the seaport'] },
        regime: { title: 'Aktau rules', questions: ['customs rules for ships'] },
      },
    },
  }),
);
const rank = (question: string) => rankAnswers(readQuestion(question, 'en', index), index).candidates;

describe('rankAnswers', () => {
  it.each([
    ['Khorgos customs rules', 'hubs/khorgos/regime'],
    ['Aktau customs rules', 'hubs/caspian/regime'],
    ['where is Khorgos', 'hubs/khorgos/about'],
    ['customs for ships', 'hubs/caspian/regime'],
    ['khorgos custms', 'hubs/khorgos/regime'],
  ])('puts the answer first that entry and topic point to: %s', (question, answer) => {
    expect(rank(question)[0]?.answer).toBe(answer);
  });

  it('gives the best first', () => {
    const scores = rank('customs at the port').map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((left, right) => right - left));
  });

  it('adds a score up from its parts, each from 0 to 1 but for what settles topics', () => {
    for (const { score, parts: all } of rank('Khorgos customs rules')) {
      const { settled, ...parts } = all;
      const shares = Object.values(parts);
      const weights: Readonly<Record<string, number>> = PART_WEIGHTS;
      const sum = Object.entries(parts).reduce(
        (total, [name, part]) => total + part * (weights[name] ?? 0),
        0,
      );
      expect(score).toBeCloseTo(sum + settled);
      expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...shares)).toBeLessThanOrEqual(1 + 1e-9);
    }
  });

  it('leaves answers out that share nothing with the question', () => {
    expect(rank('zzz')).toEqual([]);
    expect(rank('')).toEqual([]);
  });
});

describe('PART_WEIGHTS', () => {
  it('adds up to 1, so that a score is a share', () => {
    expect(Object.values(PART_WEIGHTS).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1);
  });
});
