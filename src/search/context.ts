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
  const { answers, kin, ties } = index;
  const own = shown.entryNumber;
  const { goesOn, short, other, words, tied } = shown.isOfPlace ? CONTEXT.place : CONTEXT.elsewhere;
  const count = question.words.length;
  const isShort = count <= CONTEXT.fewWords;
  const gain = question.goesOn && count <= CONTEXT.someWords ? goesOn : isShort ? short : other;
  const called = findCalled(question, index, own);
  const apart = shown.isOfPlace ? gain * CONTEXT.apart : 0;
  const gains = new Float64Array(answers.length);
  answers.forEach((answer, number) => {
    const entry = answer.entryNumber;
    if (entry === own) {
      gains[number] = gain * (answer === shown ? shareOfRead(index, shown, called) : 1);
      gains[number] += words.same * (explained[number] ?? 0);
      return;
    }
    const tie = ties[own]?.get(entry);
    if (tie === undefined) {
      const isMeant = called.has(entry) && kin[own]?.has(entry) && isOnSame(answer, shown, index);
      if (isMeant) gains[number] = CONTEXT.calledKin;
      else if (answer.isOfPlace) gains[number] = 0 - apart;
      return;
    }
    let more = 0;
    if (!answer.isOfPlace) more = words.guide * (explained[number] ?? 0);
    else if (question.looksAround) more = CONTEXT.around + (answer.listsPlaces ? CONTEXT.aroundList : 0);
    if (called.has(entry)) more += CONTEXT.called;
    if (called.has(entry) && answer.isOverview && tie === 'hub') more += CONTEXT.calledOverview;
    gains[number] = gain * tied[tie] + more;
  });
  return gains;
}

/** The share of its entry's gain for the very answer that was shown: it has been read, and others may be left. */
function shareOfRead({ answers }: SearchIndex, shown: RankedAnswer, called: ReadonlySet<number>): number {
  let own = 0;
  let isBeside = false;
  for (const { entryNumber, isOfPlace } of answers) {
    if (entryNumber === shown.entryNumber) own += 1;
    if (isOfPlace && called.has(entryNumber)) isBeside = true;
  }
  const share = own <= CONTEXT.fewAnswers ? CONTEXT.sameAnswer : CONTEXT.sameOfMany;
  return share * (isBeside ? CONTEXT.readBeside : 1);
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
  const { answers, kinds } = index;
  const own = shown.entryNumber;
  const isBare = others.every(({ folded }) => isBareAsking(folded, question.language));
  // A bare name opens its entry's overview.
  const same = isBare && (question.goesOn || others.length > 0) ? CONTEXT.sameTopic : 0;
  const kind = question.goesOn ? CONTEXT.sameKind : 0;
  const kin = index.kin[own];
  const ties = index.ties[own];
  const fitOf = (entry: number): number => names.fits[entry] ?? 0;
  const isKin = (entry: number): boolean => kin?.has(entry) === true && fitOf(entry) > 0;
  const within = question.goesOn && ![...named].some(isKin) ? CONTEXT.within : 0;
  const called = findCalled(question, index, own);
  const best = [...named].reduce((most, entry) => Math.max(most, fitOf(entry)), 0);
  const isNamed = (entry: number): boolean =>
    named.has(entry) && (kinds[entry] === kinds[own] || fitOf(entry) === best);
  const isOfNamed = (entry: number): boolean => [...named].some((one) => index.ties[one]?.has(entry));
  const gains = new Float64Array(answers.length);
  answers.forEach((answer, number) => {
    const entry = answer.entryNumber;
    if (entry === own && within > 0) {
      gains[number] = answer === shown ? within * CONTEXT.sameAnswer : within;
      return;
    }
    let gain = 0;
    if (ties?.has(entry)) {
      const { any, ofNamed } = CONTEXT.tiedBeside;
      gain = any + (called.has(entry) ? CONTEXT.tiedBeside.called : 0) + (isOfNamed(entry) ? ofNamed : 0);
    }
    const isOfKin = kin?.has(entry) === true;
    if ((isOfKin || named.has(entry)) && isOnSame(answer, shown, index)) {
      if (isOfKin && isOfNamed(entry)) gain += CONTEXT.kinOfNamed;
      gain += (isKin(entry) ? kind : 0) + (isNamed(entry) ? same : 0);
    }
    gains[number] = gain;
  });
  return gains;
}

/** The entries tied to the one that was shown, and its kin, that the question calls by a word that few call that by. */
function findCalled({ words, language }: ReadQuestion, index: SearchIndex, shown: number): Set<number> {
  const nameWords = index.nameWords[language];
  const isUsual = (entry: number, stem: number): boolean =>
    (nameWords[entry]?.get(stem) ?? 0) > CONTEXT.callingWord;
  const called = new Set<number>();
  for (const { number } of words) {
    if (number === undefined || isUsual(shown, number)) continue;
    for (const entry of index.ties[shown]?.keys() ?? []) if (isUsual(entry, number)) called.add(entry);
    for (const entry of index.kin[shown] ?? []) if (isUsual(entry, number)) called.add(entry);
  }
  return called;
}

/**
 * Tells whether an answer is on the topic of the one that was shown; of an entry of the same kind that has none, and of
 * any after a guide or format, the overview is.
 */
function isOnSame(answer: RankedAnswer, shown: RankedAnswer, { answers, kinds }: SearchIndex): boolean {
  if (answer.topicDocument === shown.topicDocument) return true;
  if (!answer.isOverview || (shown.isOfPlace && kinds[answer.entryNumber] !== kinds[shown.entryNumber]))
    return false;
  return !answers.some(
    ({ entryNumber, topicDocument }) =>
      entryNumber === answer.entryNumber && topicDocument === shown.topicDocument,
  );
}
