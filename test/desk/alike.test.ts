import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupAlike, type WeightedTerm } from '../../src/desk/alike.ts';

interface Thing {
  readonly terms: readonly WeightedTerm[];
}

/** A thing of a word's letters: a vowel counts 1, other letters 3. */
function thing(letters: string): Thing {
  return { terms: [...new Set(letters)].map((key) => ({ key, weight: /[aeiou]/.test(key) ? 1 : 3 })) };
}

function keysOf({ terms }: Thing): string {
  return terms.map(({ key }) => key).join('');
}

/** The naive way: each thing is compared with every leader. */
function groupNaively(things: readonly Thing[], threshold: number): Thing[][] {
  const groups: Thing[][] = [];
  for (const thing of things) {
    const likenesses = groups.map(([leader]) => (leader ? likeness(leader, thing) : 0));
    const best = Math.max(0, ...likenesses);
    const group = best >= threshold ? groups[likenesses.indexOf(best)] : undefined;
    if (group) group.push(thing);
    else groups.push([thing]);
  }
  return groups;
}

function likeness(left: Thing, right: Thing): number {
  const sum = (terms: readonly WeightedTerm[]): number => terms.reduce((all, { weight }) => all + weight, 0);
  const shared = sum(right.terms.filter(({ key }) => left.terms.some((other) => other.key === key)));
  return shared / (sum(left.terms) + sum(right.terms) - shared);
}

describe('groupAlike', () => {
  it('puts what is alike together, in the order in which it comes', () => {
    const groups = groupAlike(['bcd', 'bcdf', 'xyz', 'zyx', 'q'].map(thing), 0.5);
    expect(groups.map((group) => group.map(keysOf))).toEqual([['bcd', 'bcdf'], ['xyz', 'zyx'], ['q']]);
  });

  it('groups nothing, and what has no terms apart', () => {
    expect(groupAlike([], 0.5)).toEqual([]);
    expect(groupAlike([thing(''), thing('')], 0.5)).toEqual([[thing('')], [thing('')]]);
  });

  it('joins each thing to a leader that is like enough whenever there is one, as comparing with all does', () => {
    const things = fc.array(fc.string({ unit: fc.constantFrom(...'abcdefg'), minLength: 1, maxLength: 6 }), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(things, fc.constantFrom(0.3, 0.5, 0.8), (words, threshold) => {
        const all = words.map(thing);
        const groups = groupAlike(all, threshold);
        expect(groups.length).toBe(groupNaively(all, threshold).length);
        expect(groups.flat().length).toBe(all.length);
        for (const [leader, ...members] of groups) {
          for (const member of members) {
            expect(leader && likeness(leader, member)).toBeGreaterThanOrEqual(threshold - 1e-9);
          }
        }
      }),
    );
  });
});
