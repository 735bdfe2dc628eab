import { describe, expect, it } from 'vitest';
import { gramsOf } from '../../src/search/grams.ts';

describe('gramsOf', () => {
  it('gives the runs of three and four letters, ends marked', () => {
    expect(gramsOf('порт')).toEqual(['^по', 'пор', 'орт', 'рт$', '^пор', 'порт', 'орт$']);
  });

  it('gives one run for a single letter', () => {
    expect(gramsOf('т')).toEqual(['^т$']);
  });

  it('gives none for nothing', () => {
    expect(gramsOf('')).toEqual([]);
  });

  it('keeps characters whole that take two units', () => {
    expect(gramsOf('𐐨𐐩')).toEqual(['^𐐨𐐩', '𐐨𐐩$', '^𐐨𐐩$']);
  });

  it('lets an inflected word and a misspelt one share most runs', () => {
    const shared = (left: string, right: string) =>
      gramsOf(left).filter((gram) => gramsOf(right).includes(gram)).length / gramsOf(left).length;
    expect(shared('терминал', 'терминалдар')).toBeGreaterThan(0.8);
    expect(shared('терминал', 'терминл')).toBeGreaterThan(0.4);
    expect(shared('терминал', 'контейнер')).toBe(0);
  });
});
