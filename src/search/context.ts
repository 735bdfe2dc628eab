// What speaks for an answer after the one that the chat was shown before: "and how do I get there?" asks of the same
// entry, or of what is tied to it; "and in Aktau?" asks the same of another. Each reason counts for as much as was
// fitted (see `FOLLOW_UP`).

import { isBareAsking } from './follow-ups.ts';
import { guessTopic } from './kind-topics.ts';
import { findOthers } from './named-places.ts';
import { matchNames, type NameMatch } from './names.ts';
import { findTopicAfterPlace } from './open-topic.ts';
import { addValues } from './postings.ts';
import type { ReadQuestion, ReadWord } from './read-question.ts';
import type { RankedAnswer, SearchIndex } from './search-index.ts';
import { CONTEXT, FOLLOW_UP } from './tuning.ts';
import { tellingOf, weightOf } from './weighted-index.ts';

/** What is known of a question when it is looked at what was shown before. */
export interface Asked {
  readonly question: ReadQuestion;
  readonly names: NameMatch;
  /** The numbers of the places that it names. */
  readonly places: ReadonlySet<number>;
  /** Its words that are no part of a name. */
  readonly others: readonly ReadWord[];
  /** The shares of its words and of its letter runs that each answer explains, by number. */
  readonly words: Float64Array;
  readonly grams: Float64Array;
}

/** What may speak for an answer, or against it. */
export type Reason = keyof typeof FOLLOW_UP;

/** Takes reasons, and how far they hold. */
export interface ReasonTaker {
  /** One that holds for an answer, by its number. */
  readonly one: (answer: number, reason: Reason, extent: number) => void;
  /** One that holds for many, by the answers' numbers; as many times as far. */
  readonly all: (reason: Reason, extents: Float64Array, times?: number) => void;
}

/** The answer that was shown before, of an index. */
interface Shown {
  readonly index: SearchIndex;
  readonly shown: RankedAnswer;
}

/** Weighs what each answer gains, by its number, as `shown` was shown before. */
export function weighContext(asked: Asked, { index, shown }: Shown): Float64Array {
  const gains = new Float64Array(index.answers.length);
  giveReasons(
    asked,
    { index, shown },
    {
      one: (answer, reason, extent) => {
        gains[answer] = (gains[answer] ?? 0) + FOLLOW_UP[reason] * extent;
      },
      all: (reason, extents, times = 1) => {
        const weight = FOLLOW_UP[reason] * times;
        for (let answer = 0; answer < gains.length; answer += 1)
          gains[answer] = (gains[answer] ?? 0) + weight * (extents[answer] ?? 0);
      },
    },
  );
  return gains;
}

/** Gives the reasons that hold for each answer. */
export function giveReasons(asked: Asked, { index, shown }: Shown, take: ReasonTaker): void {
  const telling = tellingOf(index.words, asked.question.words);
  weighWords(asked, { index, telling }, take);
  weighNames(asked.question, { index, shown, telling }, take);
  const named = findOthers(asked, index, shown);
  if (named.size > 0) turnToOthers(asked, { index, shown, named }, take);
  else stayWithSame(asked, { index, shown, telling }, take);
}

/** What the question's words say by themselves: after an answer they count for less, and more where they are telling. */
function weighWords(
  { words, grams }: Asked,
  { index, telling }: { readonly index: SearchIndex; readonly telling: number },
  take: ReasonTaker,
): void {
  // "The road there" has few words in common with what one hub's answer on routes says, and more with another's.
  const topicGrams = new Float64Array(index.topics.documentCount);
  index.answers.forEach(({ topicDocument: topic }, number) => {
    topicGrams[topic] = Math.max(topicGrams[topic] ?? 0, grams[number] ?? 0);
  });
  take.all('words', words);
  take.all('grams', grams);
  take.all('tellingGrams', grams, Math.min(1, telling / CONTEXT.mostTelling));
  take.all('topicGrams', perAnswer(topicGrams, 'topicDocument', index));
}

/** What the question calls by its name, guides too; the more telling the words are, the more that says. */
function weighNames(
  { words, language }: ReadQuestion,
  { index, shown, telling }: Shown & { readonly telling: number },
  take: ReasonTaker,
): void {
  const { fits } = matchNames(index.allNames, words);
  const ties = index.ties[shown.entryNumber];
  const nameWords = new Float64Array(fits.length);
  for (const { number } of words)
    addValues(
      index.nameWords[language],
      number,
      weightOf(index.words, number) / index.words.mostTelling,
      nameWords,
    );
  take.all('nameWords', perAnswer(nameWords, 'entryNumber', index));
  take.all('called', perAnswer(fits, 'entryNumber', index), telling);
  index.answers.forEach(({ entryNumber: entry }, number) => {
    const fit = fits[entry] ?? 0;
    if (fit > 0 && ties?.has(entry)) take.one(number, 'calledTied', fit * telling);
  });
}

/** Values of entries or of topics, for each answer. */
function perAnswer(
  values: Float64Array,
  key: 'entryNumber' | 'topicDocument',
  { answers }: SearchIndex,
): Float64Array {
  const all = new Float64Array(answers.length);
  answers.forEach((answer, number) => {
    all[number] = values[answer[key]] ?? 0;
  });
  return all;
}

/** The question names no other place: it rather asks of the entry that was shown, or of what is tied to it. */
function stayWithSame(
  { question, words, others }: Asked,
  { index, shown, telling }: Shown & { readonly telling: number },
  take: ReasonTaker,
): void {
  const own = shown.entryNumber;
  const { isOfPlace } = shown;
  const { goesOn, pointsBack } = question;
  const count = question.words.length;
  const isClose = count <= CONTEXT.fewWords || (goesOn && count <= CONTEXT.someWords);
  const guess = guessTopics(question, index);
  const plain = asksOther(guess, { index, shown }) ? 0 : Math.max(0, 1 - telling / CONTEXT.plain);
  const onOpenTopic = isOfPlace ? answersOn(findTopicAfterPlace(others, index), { index, shown }) : [];
  const isOnSame = compareTopics({ index, shown });
  const hasMany = index.answers.filter(({ entryNumber }) => entryNumber === own).length > CONTEXT.fewAnswers;
  index.answers.forEach((answer, number) => {
    const entry = answer.entryNumber;
    const tie = index.ties[own]?.get(entry);
    if (entry === own) {
      if (isOfPlace && isClose) take.one(number, 'same', 1);
      if (pointsBack) take.one(number, 'samePointed', 1);
      if (isOfPlace) take.one(number, 'sameWords', words[number] ?? 0);
      take.one(number, hasMany ? 'sameTopic' : 'sameTopicOfFew', guess[number] ?? 0);
      if (answer === shown) {
        // "How long does it take?" asks of a guide itself, which tells it; "and customs?" takes up another one.
        const ofPlace = hasMany ? 'plainOfHub' : 'plainOfPlace';
        take.one(number, isOfPlace ? ofPlace : 'plainOfGuide', plain);
        if (goesOn) take.one(number, 'sameGoesOn', 1);
        if (isOfPlace && isClose) take.one(number, 'read', 1);
      }
    } else if (isOfPlace && index.kin[own]?.has(entry)) {
      if (pointsBack) take.one(number, 'kinPointed', 1);
      if (question.turnsAway) take.one(number, 'kinTurned', 1);
    }
    if (!isOfPlace && goesOn && !pointsBack && isOnSame(answer)) take.one(number, 'onSameAfterGuide', 1);
    const isApart = entry !== own && tie === undefined;
    if (isApart && isOfPlace && answer.kind === 'facilities') take.one(number, 'facilityApart', 1);
    if (isApart && isOfPlace && answer.kind === 'hubs') take.one(number, 'hubApart', 1);
    if (isApart && !isOfPlace && answer.isOfPlace) take.one(number, 'apartFromGuide', 1);
    if (tie === 'place' && shown.kind !== 'hubs' && isClose) take.one(number, 'tiedPlace', 1);
    if (tie === 'hub') take.one(number, 'hubTopic', guess[number] ?? 0);
    if (onOpenTopic.includes(answer)) take.one(number, 'openTopic', 1);
    if (tie !== undefined && answer.isOfPlace && question.looksAround) take.one(number, 'around', 1);
    if (tie === 'guide') {
      take.one(number, 'guideWords', words[number] ?? 0);
      if (isClose) take.one(number, isOfPlace ? 'guideOfPlace' : 'guideOfGuide', 1);
    }
  });
}

/**
 * The answers on a topic of hubs, by its document, that may be asked for after a place: its own, as on the volumes of a
 * route, else its hub's, as on the contacts of a port, which has no answer on them.
 */
function answersOn(topicDocument: number | undefined, { index, shown }: Shown): readonly RankedAnswer[] {
  if (topicDocument === undefined) return [];
  const { answers, ties } = index;
  const ofHubs = answers.filter((answer) => answer.topicDocument === topicDocument);
  const own = answers.filter(
    ({ entryNumber, topic }) => entryNumber === shown.entryNumber && topic === ofHubs[0]?.topic,
  );
  if (own.length > 0) return own;
  return ofHubs.filter(({ entryNumber }) => ties[shown.entryNumber]?.get(entryNumber) === 'hub');
}

/**
 * Other places are named: the question rather asks of them, the same as before where it says no more ("and in Aktau?");
 * yet "and its terminal in Kuryk?" may still ask of the entry that was shown, or of what is tied to it.
 */
function turnToOthers(
  { question, names, others }: Asked,
  { index, shown, named }: Shown & { readonly named: ReadonlySet<number> },
  take: ReasonTaker,
): void {
  const own = shown.entryNumber;
  const kin = index.kin[own];
  const asksNothing = others.every(({ folded }) => isBareAsking(folded, question.language));
  // A bare name opens its entry's overview.
  const isBare = asksNothing && (question.goesOn || others.length > 0);
  const guess = guessTopics(question, index);
  const isOnSame = compareTopics({ index, shown });
  index.answers.forEach((answer, number) => {
    const entry = answer.entryNumber;
    const isNamed = named.has(entry);
    const isOn = isOnSame(answer);
    // The words of a bare name, such as "trade centre", ask for no topic.
    if (!isBare) take.one(number, 'othersTopic', guess[number] ?? 0);
    if (isNamed && isOn) take.one(number, 'namedOnSame', 1);
    if (isNamed && isOn && isBare) take.one(number, 'namedOnSameBare', 1);
    if (!isNamed && index.ties[own]?.has(entry)) take.one(number, 'tiedBeside', 1);
    if (entry === own) take.one(number, 'sameBeside', 1);
    if (answer === shown) take.one(number, 'readBeside', 1);
    const isNamedKin = kin?.has(entry) === true && (names.fits[entry] ?? 0) > 0;
    if (isOn && isNamedKin && question.goesOn) take.one(number, 'kinOnSame', 1);
  });
}

/**
 * For each answer of an entry of a kind that has several topics, how likely its topic is asked for beside the others: a
 * logarithm, 0 for the middle.
 */
function guessTopics({ stems }: ReadQuestion, { kindTopics, answers }: SearchIndex): Float64Array {
  const all = new Float64Array(answers.length);
  for (const { topics, answers: own } of Object.values(kindTopics)) {
    const guess = guessTopic(topics, stems);
    if (!guess) continue;
    let middle = 0;
    for (const share of guess) middle += Math.log(share) / guess.length;
    for (const { number, topic } of own) all[number] = Math.log(guess[topic] ?? 1) - middle;
  }
  return all;
}

/** Tells whether another topic of the entry that was shown is likelier to be asked for. */
function asksOther(guess: Float64Array, { index, shown }: Shown): boolean {
  const own = guess[index.answers.indexOf(shown)] ?? 0;
  return index.answers.some(
    ({ entryNumber }, number) => entryNumber === shown.entryNumber && (guess[number] ?? 0) > own,
  );
}

/**
 * Tells of answers whether they are on the topic of the one that was shown; of an entry of the same kind that has none,
 * and of any after a guide or format, the overview is.
 */
function compareTopics({ index, shown }: Shown): (answer: RankedAnswer) => boolean {
  const { answers, kinds } = index;
  const isOn = ({ topicDocument }: RankedAnswer): boolean => topicDocument === shown.topicDocument;
  const entries = new Set(answers.filter(isOn).map(({ entryNumber }) => entryNumber));
  const isLike = ({ entryNumber }: RankedAnswer): boolean =>
    !shown.isOfPlace || kinds[entryNumber] === kinds[shown.entryNumber];
  return (answer) =>
    isOn(answer) || (answer.isOverview && isLike(answer) && !entries.has(answer.entryNumber));
}
