import { describe, expect, it } from 'vitest';
import { findKin } from '../../src/search/kin.ts';

const HUB = 0;
const FACILITY = 1;
const named = (kind: number, ...stems: number[]) => ({
  kind,
  isOfManySorts: kind === FACILITY,
  stems: new Set(stems),
});

describe('findKin', () => {
  it('takes for kin facilities whose names share many words', () => {
    const [crossing, other, port] = findKin([
      named(FACILITY, 1, 2, 3),
      named(FACILITY, 1, 2, 4),
      named(FACILITY, 5, 6, 7),
    ]);
    expect(crossing).toEqual(new Set([1]));
    expect(other).toEqual(new Set([0]));
    expect(port).toEqual(new Set());
  });

  it('takes all of a kind of one sort, and none of another kind', () => {
    const [hub, other, facility] = findKin([named(HUB, 1), named(HUB, 2), named(FACILITY, 1)]);
    expect(hub).toEqual(new Set([1]));
    expect(other).toEqual(new Set([0]));
    expect(facility).toEqual(new Set());
  });
});
