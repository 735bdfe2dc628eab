import { describe, expect, it } from 'vitest';
import { createTurns } from '../../src/store/turns.ts';

describe('createTurns', () => {
  it('lets work of one key follow one another, and of others overlap', async () => {
    const turns = createTurns<string>();
    const steps: string[] = [];
    const work = (name: string) => async () => {
      steps.push(`${name} begins`);
      await new Promise(setImmediate);
      steps.push(`${name} ends`);
    };
    await Promise.all([turns('a', work('a1')), turns('a', work('a2')), turns('b', work('b1'))]);
    expect(steps.slice(0, 2)).toEqual(['a1 begins', 'b1 begins']);
    expect(steps.filter((step) => step.startsWith('a'))).toEqual([
      'a1 begins',
      'a1 ends',
      'a2 begins',
      'a2 ends',
    ]);
  });

  it('gives each its value or its error, and goes on after an error', async () => {
    const turns = createTurns<string>();
    const failing = turns('a', async () => {
      throw new Error('full');
    });
    const next = turns('a', async () => 5);
    await expect(failing).rejects.toThrow('full');
    expect(await next).toBe(5);
  });
});
