// What an answer gains by the one that the chat was shown before: "and how do I get there?" asks of the same entry, or
// of a guide that goes with it; "and in Aktau?" asks the same of another.

import type { AnswerId } from '../catalog/index.ts';
import { isBareAsking } from './follow-ups.ts';
import type { NameMatch } from './names.ts';
import type { ReadQuestion, ReadWord } from './read-question.ts';
import type { RankedAnswer, SearchIndex } from './search-index.ts';
import { CONTEXT, NAMED } from './tuning.ts';
import type { QuestionTerm } from './weighted-index.ts';

/** What is known of a question when it is looked at what was shown before. */
export interface Asked {
  readonly question: ReadQuestion;
  readonly names: NameMatch;
  /** The numbers of the places that it names. */
  readonly places: ReadonlySet<number>;
  /** Its words that are no part of a name. */
  readonly others: readonly ReadWord[];
}

/** What was shown before does to a question. */
export interface Context {
  /** What an answer gains. */
  readonly gainOf: (answer: RankedAnswer) => number;
  /** What the entry is called that the question asks of without naming it; none where it names one. */
  readonly calls: readonly QuestionTerm[];
}

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

/** Weighs `shown`, the answer that was shown before; without one nothing changes. */
export function weighContext(asked: Asked, index: SearchIndex, shown: AnswerId | undefined): Context {
  const before = shown === undefined ? undefined : index.answers.find(({ id }) => id === shown);
  if (!before) return { gainOf: () => 0, calls: [] };
  const others = findOthers(asked, index, before);
  if (others.size > 0) return { gainOf: gainOfOthers(asked, before, { named: others, index }), calls: [] };
  const calls = index.calls[asked.question.language][before.entryNumber] ?? [];
  return { gainOf: gainOfSame(asked, index, before), calls };
}

/** The question names no entry: it asks of the one that was shown, or of a guide or format that goes with it. */
function gainOfSame(
  { question }: Asked,
  { guides, places }: SearchIndex,
  shown: RankedAnswer,
): (answer: RankedAnswer) => number {
  const isPlace = places.includes(shown.entryNumber);
  const { goesOn, short, other, guide } = isPlace ? CONTEXT.place : CONTEXT.elsewhere;
  const { words } = question;
  const isShort = words.length <= CONTEXT.fewWords;
  const gain = question.goesOn && words.length <= CONTEXT.someWords ? goesOn : isShort ? short : other;
  const linked = guides[shown.entryNumber];
  return ({ id, entryNumber }) => {
    // It has been read.
    if (id === shown.id) return gain * CONTEXT.sameAnswer;
    if (entryNumber === shown.entryNumber) return gain;
    return linked?.has(entryNumber) ? gain * guide : 0;
  };
}

/**
 * Another entry is named: "and in Aktau?" asks the same of it, "and the crossing with Uzbekistan?" of one of the kind;
 * "and its terminal in Kuryk?" may still ask of the entry that was shown.
 */
function gainOfOthers(
  { question, names, others }: Asked,
  shown: RankedAnswer,
  { named, index }: { readonly named: ReadonlySet<number>; readonly index: SearchIndex },
): (answer: RankedAnswer) => number {
  const isBare = others.every(({ folded }) => isBareAsking(folded, question.language));
  // A bare name opens its entry's overview.
  const same = isBare && (question.goesOn || others.length > 0) ? CONTEXT.sameTopic : 0;
  const kind = question.goesOn ? CONTEXT.sameKind : 0;
  const kin = index.kin[shown.entryNumber];
  const isKin = (entry: number): boolean => kin?.has(entry) === true && (names.fits[entry] ?? 0) > 0;
  const within = question.goesOn && ![...named].some(isKin) ? CONTEXT.within : 0;
  return ({ id, entryNumber, topicDocument }) => {
    if (entryNumber === shown.entryNumber && within > 0)
      return id === shown.id ? within * CONTEXT.sameAnswer : within;
    if (topicDocument !== shown.topicDocument) return 0;
    return (isKin(entryNumber) ? kind : 0) + (named.has(entryNumber) ? same : 0);
  };
}

/**
 * The places that a question goes on to. Less of a name than usual tells those of the kind of the one that was shown:
 * after a crossing "the other one with China" is a crossing, though China alone would be the hub.
 */
function findOthers({ names, places }: Asked, index: SearchIndex, shown: RankedAnswer): Set<number> {
  const isNamed = (entry: number): boolean => (names.wholes[entry] ?? 0) >= NAMED.part;
  const named = [...places].filter(isNamed);
  const fitOf = (entry: number): number => names.fits[entry] ?? 0;
  const kin = index.places.filter(
    (entry) => entry !== shown.entryNumber && index.kinds[entry] === index.kinds[shown.entryNumber],
  );
  const best = kin.reduce((most, entry) => Math.max(most, fitOf(entry)), 0);
  if (best < NAMED.sibling || named.some((entry) => kin.includes(entry))) return new Set(named);
  const near = kin.filter((entry) => fitOf(entry) >= NAMED.nearSibling * best && isNamed(entry));
  return new Set(near.length <= NAMED.mostSiblings ? [...named, ...near] : named);
}
