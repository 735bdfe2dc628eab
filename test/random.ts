// Chance that can be repeated: the same seed gives the same choices on every machine.

/** A source of choices. */
export interface Random {
  /** A whole number from 0 up to, and without, `limit`. */
  readonly below: (limit: number) => number;
  /** @throws Error when there is nothing to pick from */
  readonly pick: <T>(items: readonly T[]) => T;
}

/** Starts a source of choices: mulberry32, 32 bits of state (github.com/bryc/code, "PRNGs"). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
  return {
    below,
    pick: (items) => {
      const [picked] = items.slice(below(items.length));
      if (picked === undefined) throw new Error('there is nothing to pick from');
      return picked;
    },
  };
}
