import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AT_ONCE, createFloodBudgets } from '../../src/bot/flood.ts';

describe('the flood budgets', () => {
  it('admit so many at once, tell of the next, and drop what follows', () => {
    const take = createFloodBudgets();
    const verdicts = Array.from({ length: 500 }, () => take('a', 0));
    expect(verdicts.slice(0, AT_ONCE).every((verdict) => verdict === 'admit')).toBe(true);
    expect(verdicts[AT_ONCE]).toBe('tell');
    expect(verdicts.slice(AT_ONCE + 1).every((verdict) => verdict === 'drop')).toBe(true);
  });

  it('admit one more each second, and tell again only after a quiet minute', () => {
    const take = createFloodBudgets();
    for (let count = 0; count <= AT_ONCE; count += 1) take('a', 0);
    expect([take('a', 1_000), take('a', 1_001)]).toEqual(['admit', 'drop']);
    for (let count = 0; count < AT_ONCE; count += 1) take('a', 60_000);
    expect(take('a', 60_002)).toBe('drop');
    for (let count = 0; count < AT_ONCE; count += 1) take('a', 120_002);
    expect(take('a', 120_002)).toBe('tell');
  });

  it("leave others' alone", () => {
    const take = createFloodBudgets();
    for (let count = 0; count < 99; count += 1) take('a', 0);
    expect(take('b', 0)).toBe('admit');
  });

  it('admit all that was sent slowly, however late it arrives', () => {
    const take = createFloodBudgets();
    const verdicts = Array.from({ length: 200 }, (_, minute) => take('a', minute * 60_000));
    expect(new Set(verdicts)).toEqual(new Set(['admit']));
  });

  it('never admit more than so many and one a second, in whatever order times come', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20_000), { maxLength: 200 }), (times) => {
        const take = createFloodBudgets();
        const admitted = times.filter((time) => take('a', time) === 'admit').length;
        expect(admitted).toBeLessThanOrEqual(AT_ONCE + Math.max(0, ...times) / 1000);
      }),
    );
  });

  it('forget whom they saw longest ago', () => {
    const take = createFloodBudgets();
    for (let count = 0; count < 2 * AT_ONCE; count += 1) take('first', 0);
    for (let person = 0; person < 10_000; person += 1) take(String(person), 0);
    expect(take('first', 0)).toBe('admit');
  });
});
