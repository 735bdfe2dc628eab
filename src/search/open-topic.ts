// "Contacts" or "what is being built" asks for a topic of the hubs and names none of them: people say which one.

import { eachOnce } from './postings.ts';
import type { SearchIndex } from './search-index.ts';
import { OPEN_TOPIC } from './tuning.ts';
import type { QuestionTerm } from './weighted-index.ts';

/** Stems of the hubs' questions, with topics' documents; plain data. */
export interface OpenTopics {
  /** The topic that a stem alone asks for, as "phone" asks for contacts. */
  readonly asked: ReadonlyMap<number, number>;
  /** The topics that a stem goes with, as "number" goes with contacts, and with trade. */
  readonly usual: ReadonlyMap<number, readonly number[]>;
}

/** A hub's answer: its topic's document, and its example questions as the numbers of their stems. */
export interface HubQuestions {
  readonly topicDocument: number;
  readonly questions: readonly (readonly number[])[];
}

/**
 * Finds the stems that stand in the questions on a topic of nearly every hub; those that hardly stand in others ask for
 * that topic.
 * @param languages the hubs' answers with their questions, for each language
 * @param all stems that name an entry, which ask for no topic; and how many questions on whatever entry hold each stem
 */
export function learnOpenTopics(
  languages: readonly (readonly HubQuestions[])[],
  { nameStems, counts }: { readonly nameStems: ReadonlySet<number>; readonly counts: Uint32Array },
): OpenTopics {
  const asked = new Map<number, number>();
  const usual = new Map<number, number[]>();
  const heldIn = languages.map(countHolders);
  // Languages share stems, so that they count together.
  const countOn = (topic: number, stem: number): number =>
    heldIn.reduce((sum, held) => sum + (held.get(stem)?.get(topic)?.questions ?? 0), 0);
  for (const [place, answers] of languages.entries()) {
    const sizes = countBy(answers.map(({ topicDocument }) => topicDocument));
    for (const [stem, holders] of heldIn[place] ?? []) {
      if (nameStems.has(stem)) continue;
      const shares = [...holders]
        .map(([topic, { answers: count }]) => ({ topic, share: count / (sizes.get(topic) ?? 1) }))
        .sort((left, right) => right.share - left.share);
      const homes = shares.filter(({ share }) => share >= OPEN_TOPIC.home);
      const [home] = homes;
      if (!home) continue;
      usual.set(stem, [...(usual.get(stem) ?? []), ...homes.map(({ topic }) => topic)]);
      const isElsewhere = shares.some(
        ({ topic, share }) => topic !== home.topic && share > OPEN_TOPIC.others,
      );
      // "Cost" stands in the questions on the progress of each hub, and in far more on guides.
      const isMostlyHere = countOn(home.topic, stem) >= OPEN_TOPIC.questions * (counts[stem] ?? 0);
      if (!isElsewhere && isMostlyHere) asked.set(stem, home.topic);
    }
  }
  return { asked, usual };
}

const NONE = -1;

/** How many answers on a topic, and how many of their questions, hold a stem. */
interface Held {
  readonly answers: number;
  readonly questions: number;
}

function countHolders(answers: readonly HubQuestions[]): Map<number, Map<number, Held>> {
  const holders = new Map<number, Map<number, Held>>();
  for (const { topicDocument, questions } of answers) {
    for (const [stem, count] of countBy(questions.flatMap(eachOnce))) {
      const held = holders.get(stem) ?? new Map<number, Held>();
      const before = held.get(topicDocument) ?? { answers: 0, questions: 0 };
      held.set(topicDocument, { answers: before.answers + 1, questions: before.questions + count });
      holders.set(stem, held);
    }
  }
  return holders;
}

function countBy(values: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/**
 * The document of the topic that words ask for and say nothing else; undefined for other words.
 * @param words those of a question that names no place, without words such as "hub" that names are made of
 */
export function findOpenTopic(
  words: readonly QuestionTerm[],
  { openTopics: { asked } }: SearchIndex,
): number | undefined {
  const [first, ...others] = words.map(({ number = NONE }) => asked.get(number));
  return words.length <= OPEN_TOPIC.mostWords && others.every((topic) => topic === first) ? first : undefined;
}

/** The same of words that ask for a topic after a place: one asks for it, as "phone", another may go with it, as "number". */
export function findTopicAfterPlace(
  words: readonly QuestionTerm[],
  { openTopics: { asked, usual } }: SearchIndex,
): number | undefined {
  if (words.length > OPEN_TOPIC.mostWords) return undefined;
  const topic = words.map(({ number = NONE }) => asked.get(number)).find((found) => found !== undefined);
  if (topic === undefined) return undefined;
  return words.every(({ number = NONE }) => usual.get(number)?.includes(topic)) ? topic : undefined;
}
