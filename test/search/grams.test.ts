import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gramsOf } from '../../src/search/grams.ts';
import { anyText } from '../any-text.ts';

/** The share of one word's runs that another has. */
function shared(left: string, right: string): number {
  const others = new Set(gramsOf(right));
  return gramsOf(left).filter((gram) => others.has(gram)).length / gramsOf(left).length;
}

describe('gramsOf', () => {
  it('gives the runs of three and four letters, ends marked', () => {
    // ^по, пор, орт, рт$, ^пор, порт, орт$
    expect(new Set(gramsOf('порт')).size).toBe(7);
    expect(shared('порт', 'аэропорт')).toBeCloseTo(5 / 7);
    expect(shared('порт', 'портал')).toBeCloseTo(5 / 7);
  });

  it('gives one run for a single letter, and none for nothing', () => {
    expect(gramsOf('т')).toHaveLength(1);
    expect(gramsOf('')).toEqual([]);
  });

  it('tells letters, digits and scripts apart', () => {
    const words = ['порт', 'port', '2025', 'торп', 'портъ'];
    expect(new Set(words.flatMap((word) => gramsOf(word).slice(-1))).size).toBe(words.length);
  });

  it('lets an inflected word and a misspelt one share most runs', () => {
    expect(shared('терминал', 'терминалдар')).toBeGreaterThan(0.8);
    expect(shared('терминал', 'терминл')).toBeGreaterThan(0.4);
    expect(shared('терминал', 'контейнер')).toBe(0);
  });

  it('gives small whole numbers for any text', () => {
    fc.assert(
      fc.property(anyText(40), (text) => {
        expect(gramsOf(text).every((gram) => Number.isInteger(gram) && gram > 0 && gram < 2 ** 28)).toBe(
          true,
        );
      }),
    );
  });
});
