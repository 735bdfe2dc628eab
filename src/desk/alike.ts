// Things that are described by weighted terms, grouped by likeness: each joins the leader that it is most like, or leads
// a group of its own. Who comes first leads, so the order decides; the same input gives the same groups.

/** A term and what it counts for. */
export interface WeightedTerm {
  readonly key: string;
  readonly weight: number;
}

/** Something to be grouped; it has each term once. */
export interface Described {
  readonly terms: readonly WeightedTerm[];
}

interface Leader<T> {
  readonly terms: ReadonlyMap<string, number>;
  readonly total: number;
  readonly members: T[];
}

/**
 * Groups things of which the common terms weigh at least `threshold` of all terms that either has.
 * Only leaders are compared that can be like enough: a thing with the share `threshold` in common has a term in common
 * outside of its lightest terms of less than that share (prefix filtering; Chaudhuri, Ganti, Kaushik 2006).
 */
export function groupAlike<T extends Described>(things: readonly T[], threshold: number): T[][] {
  const leaders: Leader<T>[] = [];
  const byTerm = new Map<string, Leader<T>[]>();
  for (const thing of things) {
    const terms = thing.terms.toSorted(
      (left, right) => right.weight - left.weight || (left.key < right.key ? -1 : 1),
    );
    const total = terms.reduce((sum, { weight }) => sum + weight, 0);
    const probes = telling(terms, threshold * total);
    const best = findBest(probes, { terms, total }, byTerm);
    if (best && best.likeness >= threshold) {
      best.leader.members.push(thing);
      continue;
    }
    const leader = { terms: new Map(terms.map(({ key, weight }) => [key, weight])), total, members: [thing] };
    leaders.push(leader);
    for (const { key } of probes) {
      const known = byTerm.get(key);
      if (known) known.push(leader);
      else byTerm.set(key, [leader]);
    }
  }
  return leaders.map(({ members }) => members);
}

/** The heaviest terms, up to where the others together weigh less than `least`. */
function telling(terms: readonly WeightedTerm[], least: number): WeightedTerm[] {
  let rest = terms.reduce((sum, { weight }) => sum + weight, 0);
  return terms.filter(({ weight }) => {
    const isNeeded = rest >= least && rest > 0;
    rest -= weight;
    return isNeeded;
  });
}

function findBest<T>(
  probes: readonly WeightedTerm[],
  { terms, total }: { readonly terms: readonly WeightedTerm[]; readonly total: number },
  byTerm: ReadonlyMap<string, readonly Leader<T>[]>,
): { readonly leader: Leader<T>; readonly likeness: number } | undefined {
  const seen = new Set<Leader<T>>();
  let best: { leader: Leader<T>; likeness: number } | undefined;
  for (const { key } of probes) {
    for (const leader of byTerm.get(key) ?? []) {
      if (seen.has(leader)) continue;
      seen.add(leader);
      const shared = terms.reduce((sum, term) => sum + (leader.terms.has(term.key) ? term.weight : 0), 0);
      const likeness = shared / (total + leader.total - shared);
      if (likeness > (best?.likeness ?? 0)) best = { leader, likeness };
    }
  }
  return best;
}
