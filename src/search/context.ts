// What an answer gains by the one that the chat was shown before: "and how do I get there?" asks of the same entry,
// "and in Aktau?" asks the same of another.

import type { AnswerId } from '../catalog/index.ts';
import { isBareAsking } from './follow-ups.ts';
import type { NameMatch } from './names.ts';
import type { ReadQuestion, ReadWord } from './read-question.ts';
import type { RankedAnswer, SearchIndex } from './search-index.ts';
import { CONTEXT, NAMED } from './tuning.ts';

/** What is known of a question when it is looked at what was shown before. */
export interface Asked {
  readonly question: ReadQuestion;
  /** The numbers of the places that it names. */
  readonly places: ReadonlySet<number>;
  /** Its words that are no part of a name. */
  readonly others: readonly ReadWord[];
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

/** Gives what each answer gains by `context`, the answer that was shown before; nothing where there is none. */
export function weighContext(
  { question, places, others }: Asked,
  index: SearchIndex,
  context: AnswerId | undefined,
): (answer: RankedAnswer) => number {
  const shown = context === undefined ? undefined : index.answers.find(({ id }) => id === context);
  if (!shown) return () => 0;
  if (places.size === 0) {
    const gain = gainOfContext(question, index.places.includes(shown.entryNumber));
    return ({ id, entryNumber }) => {
      if (entryNumber !== shown.entryNumber) return 0;
      return id === shown.id ? gain * CONTEXT.sameAnswer : gain;
    };
  }
  // Another entry is named and nothing else is asked: "and in Aktau?" asks the same of it. After an overview its own
  // overview is meant, which a bare name opens anyway.
  if (shown.isOverview) return () => 0;
  const isBare = others.every(({ folded }) => isBareAsking(folded, question.language));
  if (!isBare || (!question.goesOn && others.length === 0)) return () => 0;
  return (answer) =>
    places.has(answer.entryNumber) && answer.topicDocument === shown.topicDocument ? CONTEXT.sameTopic : 0;
}

/** Whoever has read a guide asks for the next; of a place they ask for one thing after the other. */
function gainOfContext({ words, goesOn }: ReadQuestion, isPlace: boolean): number {
  if (goesOn && words.length <= CONTEXT.someWords) return isPlace ? CONTEXT.goesOn : CONTEXT.goesOnElsewhere;
  return isPlace && words.length <= CONTEXT.fewWords ? CONTEXT.short : CONTEXT.other;
}
