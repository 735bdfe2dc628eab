// Which places does a question name? By itself it takes most of a name; after an answer less tells those of its kind.

import type { NameMatch } from './names.ts';
import type { RankedAnswer, SearchIndex } from './search-index.ts';
import { NAMED } from './tuning.ts';

/**
 * The numbers of the places (hubs, facilities, routes) that a question names. A word that stands in many names, such
 * as "hub", names none.
 */
export function findPlaces({ wholes, fits }: NameMatch, { places }: SearchIndex): Set<number> {
  const whole = places.filter((entry) => (wholes[entry] ?? 0) >= NAMED.whole);
  if (whole.length > 0) return new Set(whole);
  const best = places.reduce((most, entry) => Math.max(most, fits[entry] ?? 0), 0);
  const near = places.filter((entry) => (fits[entry] ?? 0) >= Math.max(NAMED.fit, NAMED.near * best));
  return new Set(near.length <= NAMED.most ? near : []);
}

/**
 * The places that a question goes on to. Less of a name than usual tells those of the kind of the one that was shown:
 * after a crossing "the other one with China" is a crossing, though China alone would be the hub.
 */
export function findOthers(
  { names, places }: { readonly names: NameMatch; readonly places: ReadonlySet<number> },
  index: SearchIndex,
  shown: RankedAnswer,
): Set<number> {
  const isNamed = (entry: number): boolean => (names.wholes[entry] ?? 0) >= NAMED.part;
  const named = [...places].filter(isNamed);
  const fitOf = (entry: number): number => names.fits[entry] ?? 0;
  // "The port" after a port is that one, whatever other names the word stands in.
  const isMeant = (entry: number): boolean =>
    entry === shown.entryNumber || fitOf(shown.entryNumber) < NAMED.same * fitOf(entry);
  const kin = index.places.filter(
    (entry) => entry !== shown.entryNumber && index.kinds[entry] === index.kinds[shown.entryNumber],
  );
  const best = kin.reduce((most, entry) => Math.max(most, fitOf(entry)), 0);
  if (best < NAMED.sibling || named.some((entry) => kin.includes(entry)))
    return new Set(named.filter(isMeant));
  const near = kin.filter((entry) => fitOf(entry) >= NAMED.nearSibling * best && isNamed(entry));
  return new Set((near.length <= NAMED.mostSiblings ? [...named, ...near] : named).filter(isMeant));
}
