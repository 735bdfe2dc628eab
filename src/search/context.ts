// What an answer gains by the one that the chat was shown before: "and how do I get there?" asks of the same entry, or
// of what is tied to it; "and in Aktau?" asks the same of another.

import type { AnswerId } from '../catalog/index.ts';
import { isBareAsking } from './follow-ups.ts';
import { findOthers } from './named-places.ts';
import type { NameMatch } from './names.ts';
import type { ReadQuestion, ReadWord } from './read-question.ts';
import type { RankedAnswer, SearchIndex } from './search-index.ts';
import { CONTEXT } from './tuning.ts';
import type { QuestionTerm } from './weighted-index.ts';

/** What is known of a question when it is looked at what was shown before. */
export interface Asked {
  readonly question: ReadQuestion;
  readonly names: NameMatch;
  /** The numbers of the places that it names. */
  readonly places: ReadonlySet<number>;
  /** Its words that are no part of a name. */
  readonly others: readonly ReadWord[];
  /** The share of its words that each answer explains, by the answer's number. */
  readonly explained: Float64Array;
}

/** What was shown before does to a question. */
export interface Context {
  /** What each answer gains, by its number; undefined where nothing was shown. */
  readonly gains: Float64Array | undefined;
  /** What the entry is called that the question asks of without naming it; none where it names one. */
  readonly calls: readonly QuestionTerm[];
}

/** Weighs `shown`, the answer that was shown before; without one nothing changes. */
export function weighContext(asked: Asked, index: SearchIndex, shown: AnswerId | undefined): Context {
  const before = shown === undefined ? undefined : index.answers.find(({ id }) => id === shown);
  if (!before) return { gains: undefined, calls: [] };
  const named = findOthers(asked, index, before);
  if (named.size > 0) return { gains: gainsOfOthers(asked, before, { named, index }), calls: [] };
  const calls = index.calls[asked.question.language][before.entryNumber] ?? [];
  return { gains: gainsOfSame(asked, index, before), calls };
}

/**
 * The question names no entry: it asks of the one that was shown, or of what is tied to it, the more where it calls that
 * by a word of its name: "and the station?". Of another of the sort it asks by such a word alone: "and by rail?".
 */
function gainsOfSame({ question, explained }: Asked, index: SearchIndex, shown: RankedAnswer): Float64Array {
  const isPlace = index.places.includes(shown.entryNumber);
  const { goesOn, short, other, words, tied } = isPlace ? CONTEXT.place : CONTEXT.elsewhere;
  const count = question.words.length;
  const isShort = count <= CONTEXT.fewWords;
  const gain = question.goesOn && count <= CONTEXT.someWords ? goesOn : isShort ? short : other;
  const ties = index.ties[shown.entryNumber];
  const kin = index.kin[shown.entryNumber];
  const isCalled = findCalled(question, index, shown.entryNumber);
  const isSame = findSame(index, shown);
  const turns = [...(ties?.keys() ?? []), ...(kin ?? [])].some(
    (entry) => index.places.includes(entry) && isCalled(entry),
  );
  const read = shareOfRead(index, shown) * (turns ? CONTEXT.readBeside : 1);
  return Float64Array.from(index.answers, (answer, number) => {
    const own = explained[number] ?? 0;
    if (answer.id === shown.id) return gain * read + words.same * own;
    if (answer.entryNumber === shown.entryNumber) return gain + words.same * own;
    const tie = ties?.get(answer.entryNumber);
    const called = isCalled(answer.entryNumber);
    if (tie === undefined) {
      if (called && kin?.has(answer.entryNumber) && isSame(answer)) return CONTEXT.calledKin;
      return isPlace && index.places.includes(answer.entryNumber) ? -gain * CONTEXT.apart : 0;
    }
    const isGuide = tie === 'guide' || tie === 'farGuide';
    const near = CONTEXT.around + (answer.listsPlaces ? CONTEXT.aroundList : 0);
    const asked = isGuide ? words.guide * own : question.looksAround ? near : 0;
    const overview = answer.isOverview && tie === 'hub' ? CONTEXT.calledOverview : 0;
    return gain * tied[tie] + asked + (called ? CONTEXT.called + overview : 0);
  });
}

/** The share of its entry's gain for the very answer that was shown: it has been read, and others may be left. */
function shareOfRead({ answers }: SearchIndex, shown: RankedAnswer): number {
  const own = answers.filter(({ entryNumber }) => entryNumber === shown.entryNumber);
  return own.length <= CONTEXT.fewAnswers ? CONTEXT.sameAnswer : CONTEXT.sameOfMany;
}

/**
 * Another entry is named: "and in Aktau?" asks the same of it, "and the crossing with Uzbekistan?" of one of the sort
 * that is tied to what is named; "and its terminal in Kuryk?" may still ask of the entry that was shown, and "what papers
 * does Russia want?" of a guide that is tied to that.
 */
function gainsOfOthers(
  { question, names, others }: Asked,
  shown: RankedAnswer,
  { named, index }: { readonly named: ReadonlySet<number>; readonly index: SearchIndex },
): Float64Array {
  const isBare = others.every(({ folded }) => isBareAsking(folded, question.language));
  // A bare name opens its entry's overview.
  const same = isBare && (question.goesOn || others.length > 0) ? CONTEXT.sameTopic : 0;
  const kind = question.goesOn ? CONTEXT.sameKind : 0;
  const kin = index.kin[shown.entryNumber];
  const ties = index.ties[shown.entryNumber];
  const fitOf = (entry: number): number => names.fits[entry] ?? 0;
  const isKin = (entry: number): boolean => kin?.has(entry) === true && fitOf(entry) > 0;
  const within = question.goesOn && ![...named].some(isKin) ? CONTEXT.within : 0;
  const isCalled = findCalled(question, index, shown.entryNumber);
  const isSame = findSame(index, shown);
  const best = [...named].reduce((most, entry) => Math.max(most, fitOf(entry)), 0);
  const isNamed = (entry: number): boolean =>
    named.has(entry) && (index.kinds[entry] === index.kinds[shown.entryNumber] || fitOf(entry) === best);
  const isOfNamed = (entry: number): boolean => [...named].some((one) => index.ties[one]?.has(entry));
  return Float64Array.from(index.answers, (answer) => {
    const entry = answer.entryNumber;
    if (entry === shown.entryNumber && within > 0) {
      return answer.id === shown.id ? within * CONTEXT.sameAnswer : within;
    }
    let gain = 0;
    if (ties?.has(entry)) {
      const { any, called, ofNamed } = CONTEXT.tiedBeside;
      gain += any + (isCalled(entry) ? called : 0) + (isOfNamed(entry) ? ofNamed : 0);
    }
    if (!isSame(answer)) return gain;
    if (kin?.has(entry) && isOfNamed(entry)) gain += CONTEXT.kinOfNamed;
    return gain + (isKin(entry) ? kind : 0) + (isNamed(entry) ? same : 0);
  });
}

/** Tells of an entry whether the question holds a word of its name by which few call the entry that was shown. */
function findCalled(
  { words, language }: ReadQuestion,
  { nameWords }: SearchIndex,
  shown: number,
): (entry: number) => boolean {
  const shareOf = (entry: number, stem: number): number => nameWords[language][entry]?.get(stem) ?? 0;
  const telling = words.flatMap(({ number }) =>
    number === undefined || shareOf(shown, number) > CONTEXT.callingWord ? [] : [number],
  );
  return (entry) => telling.some((stem) => shareOf(entry, stem) > CONTEXT.callingWord);
}

/**
 * Tells of an answer whether it is on the topic of the one that was shown; of an entry of the same kind that has none,
 * and of any after a guide or format, the overview.
 */
function findSame(
  { answers, kinds, places }: SearchIndex,
  { entryNumber: shown, topicDocument }: RankedAnswer,
): (answer: RankedAnswer) => boolean {
  const onTopic = new Set<number>();
  for (const answer of answers) if (answer.topicDocument === topicDocument) onTopic.add(answer.entryNumber);
  const isPlace = places.includes(shown);
  return (answer) =>
    answer.topicDocument === topicDocument ||
    (answer.isOverview &&
      !onTopic.has(answer.entryNumber) &&
      (!isPlace || kinds[answer.entryNumber] === kinds[shown]));
}
