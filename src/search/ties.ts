// What belongs together? Entries link one another: a facility its hub and its neighbours, a hub its facilities, all of
// them guides. "And the station next to it?" asks of what is tied to the entry that was shown.

import type { Entry, EntryId } from '../catalog/index.ts';

/**
 * How an entry is tied to another. A place has its `hub`, other `place`s that are linked with it, and `fellow`s, which
 * have the same hub; it has guides and formats that it is linked with (`guide`), or that places linked with it are
 * (`farGuide`). What a guide or format is linked with is a `hub`, a `place` or a `guide`.
 */
export type Tie = 'hub' | 'place' | 'fellow' | 'guide' | 'farGuide';

/** Finds for each entry, by its number, the numbers of those that are tied to it; links count both ways. */
export function findTies(entries: readonly Pick<Entry, 'id' | 'links' | 'hubs'>[]): Map<number, Tie>[] {
  const numbers = new Map(entries.map(({ id }, number) => [id, number]));
  const linked = entries.map(() => new Set<number>());
  entries.forEach(({ links, hubs }, number) => {
    for (const id of [...links, ...hubs]) {
      const other = numbers.get(id);
      if (other === undefined) continue;
      linked[number]?.add(other);
      linked[other]?.add(number);
    }
  });
  const idOf = (number: number): EntryId | '' => entries[number]?.id ?? '';
  const linksOf = (number: number): number[] => [...(linked[number] ?? [])];
  return entries.map((_, own) => {
    const ties = new Map<number, Tie>();
    const isOwnHub = isHub(idOf(own));
    // Hubs that name one another lie apart.
    const near = linksOf(own).filter((other) => !(isOwnHub && isHub(idOf(other))));
    for (const other of near) {
      ties.set(other, !isPlace(idOf(other)) ? 'guide' : isHub(idOf(other)) ? 'hub' : 'place');
    }
    if (!isPlace(idOf(own))) return ties;
    for (const place of near.filter((other) => isPlace(idOf(other)))) {
      for (const other of linksOf(place)) {
        if (other === own || ties.has(other)) continue;
        if (!isPlace(idOf(other))) ties.set(other, 'farGuide');
        else if (isHub(idOf(place)) && !isHub(idOf(other))) ties.set(other, 'fellow');
      }
    }
    return ties;
  });
}

/** Tells whether an entry is a place, as hubs, facilities and routes are, and formats and guides are not. */
export function isPlace(id: string): boolean {
  return /^(?:hubs|facilities|routes)\//.test(id);
}

function isHub(id: string): boolean {
  return id.startsWith('hubs/');
}
