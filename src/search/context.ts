// What speaks for an answer after the one that the chat was shown before: "and how do I get there?" asks of the same
// entry, or of what is tied to it; "and in Aktau?" asks the same of another. Each reason counts for as much as was
// fitted (see `FOLLOW_UP`).

import { isBareAsking } from './follow-ups.ts';
import { guessHubTopic } from './hub-topics.ts';
import { findOthers } from './named-places.ts';
import { matchNames, type NameMatch } from './names.ts';
import type { ReadQuestion, ReadWord } from './read-question.ts';
import type { RankedAnswer, SearchIndex } from './search-index.ts';
import { CONTEXT, FOLLOW_UP } from './tuning.ts';
import { weightOf } from './weighted-index.ts';

/** What is known of a question when it is looked at what was shown before. */
export interface Asked {
  readonly question: ReadQuestion;
  readonly names: NameMatch;
  /** The numbers of the places that it names. */
  readonly places: ReadonlySet<number>;
  /** Its words that are no part of a name. */
  readonly others: readonly ReadWord[];
  /** The shares of its words, of pairs of them and of its letter runs that each answer explains, by number. */
  readonly words: Float64Array;
  readonly pairs: Float64Array;
  readonly grams: Float64Array;
  /** The share of its other words that each topic explains, by the topic's document. */
  readonly topics: Float64Array;
}

/** What may speak for an answer, or against it. */
export type Reason = keyof typeof FOLLOW_UP;

/** Takes a reason that holds for an answer, by the answer's number, and how far it does. */
export type AddReason = (answer: number, reason: Reason, extent: number) => void;

/** The answer that was shown before, of an index. */
interface Shown {
  readonly index: SearchIndex;
  readonly shown: RankedAnswer;
}

/** Weighs what each answer gains, by its number, as `shown` was shown before. */
export function weighContext(asked: Asked, { index, shown }: Shown): Float64Array {
  const gains = new Float64Array(index.answers.length);
  giveReasons(asked, { index, shown }, (answer, reason, extent) => {
    gains[answer] = (gains[answer] ?? 0) + FOLLOW_UP[reason] * extent;
  });
  return gains;
}

/** Gives the reasons that hold for each answer. */
export function giveReasons(asked: Asked, { index, shown }: Shown, add: AddReason): void {
  weighWords(asked, index, add);
  weighNames(asked, { index, shown }, add);
  const named = findOthers(asked, index, shown);
  if (named.size > 0) turnToOthers(asked, { index, shown, named }, add);
  else stayWithSame(asked, { index, shown }, add);
}

/** What the question's words say by themselves: after an answer some parts count for more, and some for less. */
function weighWords(asked: Asked, index: SearchIndex, add: AddReason): void {
  const telling = Math.min(1, tellingOf(asked.question, index) / CONTEXT.mostTelling);
  // "The road there" has few words in common with what one hub's answer on routes says, and more with another's.
  const topicGrams = new Float64Array(asked.topics.length);
  index.answers.forEach(({ topicDocument: topic }, number) => {
    topicGrams[topic] = Math.max(topicGrams[topic] ?? 0, asked.grams[number] ?? 0);
  });
  index.answers.forEach(({ entryNumber, topicDocument }, number) => {
    const grams = asked.grams[number] ?? 0;
    add(number, 'words', asked.words[number] ?? 0);
    add(number, 'pairs', asked.pairs[number] ?? 0);
    add(number, 'grams', grams);
    add(number, 'tellingGrams', grams * telling);
    add(number, 'topicGrams', topicGrams[topicDocument] ?? 0);
    add(number, 'name', asked.names.fits[entryNumber] ?? 0);
    add(number, 'topic', asked.topics[topicDocument] ?? 0);
  });
}

/** How telling a question's words are together, in words that one answer alone holds. */
function tellingOf({ words }: ReadQuestion, { words: index }: SearchIndex): number {
  return words.reduce((sum, { number }) => sum + weightOf(index, number) / index.mostTelling, 0);
}

/** What the question calls by its name, guides too; the more telling the words are, the more that says. */
function weighNames({ question }: Asked, { index, shown }: Shown, add: AddReason): void {
  const { fits } = matchNames(index.allNames, question.words);
  const telling = tellingOf(question, index);
  const ties = index.ties[shown.entryNumber];
  const nameWords = index.nameWords[question.language].map((usual) =>
    question.words.reduce((sum, { number }) => {
      const share = number === undefined ? 0 : (usual.get(number) ?? 0);
      return share === 0 ? sum : sum + (share * weightOf(index.words, number)) / index.words.mostTelling;
    }, 0),
  );
  index.answers.forEach(({ entryNumber: entry }, number) => {
    const called = (fits[entry] ?? 0) * telling;
    add(number, 'nameWords', nameWords[entry] ?? 0);
    add(number, 'called', called);
    if (ties?.has(entry)) add(number, 'calledTied', called);
  });
}

/** The question names no other place: it rather asks of the entry that was shown, or of what is tied to it. */
function stayWithSame({ question, words }: Asked, { index, shown }: Shown, add: AddReason): void {
  const own = shown.entryNumber;
  const { isOfPlace } = shown;
  const { goesOn, pointsBack } = question;
  const count = question.words.length;
  const isClose = count <= CONTEXT.fewWords || (goesOn && count <= CONTEXT.someWords);
  const guess = guessTopics(question, index);
  const hasMany = index.answers.filter(({ entryNumber }) => entryNumber === own).length > CONTEXT.fewAnswers;
  index.answers.forEach((answer, number) => {
    const entry = answer.entryNumber;
    const tie = index.ties[own]?.get(entry);
    if (entry === own) {
      if (isOfPlace && isClose) add(number, 'same', 1);
      if (isOfPlace && pointsBack) add(number, 'samePointed', 1);
      add(number, 'sameWords', words[number] ?? 0);
      add(number, 'sameTopic', guess?.[number] ?? 0);
      if (answer === shown && isOfPlace && isClose) add(number, 'read', 1);
      if (answer === shown && hasMany) add(number, 'readOfMany', 1);
    } else if (isOfPlace && index.kin[own]?.has(entry)) {
      if (pointsBack) add(number, 'kinPointed', 1);
      if (question.turnsAway) add(number, 'kinTurned', 1);
    }
    if (!isOfPlace && goesOn && !pointsBack && isOnSame(answer, shown, index))
      add(number, 'onSameAfterGuide', 1);
    if (entry !== own && tie === undefined && isOfPlace && isFacility(answer))
      add(number, 'facilityApart', 1);
    if (tie === 'hub') add(number, 'hubTopic', guess?.[number] ?? 0);
    if (tie !== undefined && answer.isOfPlace && question.looksAround) add(number, 'around', 1);
    if (tie === 'guide') {
      add(number, 'guideWords', words[number] ?? 0);
      if (isClose) add(number, isOfPlace ? 'guideOfPlace' : 'guideOfGuide', 1);
    }
    if (tie === 'farGuide' && isClose) add(number, 'farGuide', 1);
  });
}

/**
 * Other places are named: the question rather asks of them, the same as before where it says no more ("and in Aktau?"),
 * or of what is tied to both; yet "and its terminal in Kuryk?" may still ask of the entry that was shown.
 */
function turnToOthers(
  { question, names, others }: Asked,
  { index, shown, named }: Shown & { readonly named: ReadonlySet<number> },
  add: AddReason,
): void {
  const own = shown.entryNumber;
  const kin = index.kin[own];
  const asksNothing = others.every(({ folded }) => isBareAsking(folded, question.language));
  // A bare name opens its entry's overview.
  const isBare = asksNothing && (question.goesOn || others.length > 0);
  const ofNamed = new Set([...named].flatMap((entry) => [...(index.ties[entry]?.keys() ?? [])]));
  const guess = guessTopics(question, index);
  index.answers.forEach((answer, number) => {
    const entry = answer.entryNumber;
    const isNamed = named.has(entry);
    const isOn = isOnSame(answer, shown, index);
    // The words of a bare name, such as "trade centre", ask for no topic.
    if (!isBare) add(number, 'othersTopic', guess?.[number] ?? 0);
    if (isNamed && isOn) add(number, 'namedOnSame', 1);
    if (isNamed && isOn && isBare) add(number, 'namedOnSameBare', 1);
    if (!isNamed && isFacility(answer)) add(number, 'facilityBeside', 1);
    if (!isNamed && index.ties[own]?.has(entry)) add(number, 'tiedBeside', 1);
    if (entry === own) add(number, 'sameBeside', 1);
    if (answer === shown) add(number, 'readBeside', 1);
    if (isOn && kin?.has(entry)) {
      if (question.goesOn && (names.fits[entry] ?? 0) > 0) add(number, 'kinOnSame', 1);
      if (ofNamed.has(entry)) add(number, 'kinOfNamed', 1);
    }
  });
}

function isFacility({ entry }: RankedAnswer): boolean {
  return entry.startsWith('facilities/');
}

/** For each answer of a hub, how likely its topic is asked for beside the hub's others: a logarithm, 0 for the middle. */
function guessTopics(
  { stems }: ReadQuestion,
  { hubTopics, hubs, answers }: SearchIndex,
): Float64Array | undefined {
  const guess = guessHubTopic(hubTopics, stems)?.map(Math.log);
  if (!guess) return undefined;
  const middle = guess.reduce((sum, share) => sum + share, 0) / guess.length;
  const all = new Float64Array(answers.length);
  for (const { number, topic } of hubs.flat()) all[number] = (guess[topic] ?? middle) - middle;
  return all;
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
