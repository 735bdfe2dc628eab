// Which entries are of one sort? All hubs are, and all routes; of facilities crossings are called crossings, checkpoints
// and border posts, free zones zones: their names share many words. "And the one on the Uzbek border?" asks of kin.

import { KIN } from './tuning.ts';

/** An entry's kind, whether that is of many sorts, and the stems of all its names, by number. */
export interface NamedEntry {
  readonly kind: number;
  readonly isOfManySorts: boolean;
  readonly stems: ReadonlySet<number>;
}

/** For each entry, the numbers of its kin. */
export function findKin(entries: readonly NamedEntry[]): Set<number>[] {
  return entries.map((entry, own) => {
    const isKin = (other: NamedEntry, number: number): boolean =>
      number !== own &&
      other.kind === entry.kind &&
      (!entry.isOfManySorts || likenessOf(entry, other) >= KIN);
    return new Set(entries.flatMap((other, number) => (isKin(other, number) ? [number] : [])));
  });
}

/** The share of the names' words, of the entry that has fewer, that both have. */
function likenessOf({ stems }: NamedEntry, other: NamedEntry): number {
  let shared = 0;
  for (const stem of stems) if (other.stems.has(stem)) shared += 1;
  return shared / Math.max(1, Math.min(stems.size, other.stems.size));
}
