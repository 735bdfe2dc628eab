// "Contacts" or "what is being built" asks for a topic of the hubs and names none of them: people say which one.

import type { SearchIndex } from './search-index.ts';
import { OPEN_TOPIC } from './tuning.ts';
import type { QuestionTerm } from './weighted-index.ts';

/** Stems that ask for one topic of the hubs, each with the topic's document; plain data. */
export type OpenTopics = ReadonlyMap<number, number>;

/** A hub's answer: its topic's document, and its example questions as the numbers of their stems. */
export interface HubQuestions {
  readonly topicDocument: number;
  readonly questions: readonly (readonly number[])[];
}

/**
 * Finds the stems that stand in the questions on one topic of nearly every hub, and in few on the others.
 * @param languages the hubs' answers with their questions, for each language
 * @param nameStems stems that name an entry: they ask for no topic
 */
export function learnOpenTopics(
  languages: readonly (readonly HubQuestions[])[],
  nameStems: ReadonlySet<number>,
): OpenTopics {
  const topics = new Map<number, number>();
  for (const answers of languages) {
    const sizes = countBy(answers.map(({ topicDocument }) => topicDocument));
    for (const [stem, holders] of countHolders(answers)) {
      const shares = [...holders].map(([topic, count]) => ({
        topic,
        share: count / (sizes.get(topic) ?? 1),
      }));
      const [home, ...others] = shares.sort((left, right) => right.share - left.share);
      const isOpen =
        home && home.share >= OPEN_TOPIC.home && others.every(({ share }) => share <= OPEN_TOPIC.others);
      if (isOpen && !nameStems.has(stem)) topics.set(stem, home.topic);
    }
  }
  return topics;
}

/** How many answers on each topic ask with a stem. */
function countHolders(answers: readonly HubQuestions[]): Map<number, Map<number, number>> {
  const holders = new Map<number, Map<number, number>>();
  for (const { topicDocument, questions } of answers) {
    for (const stem of new Set(questions.flat())) {
      const counts = holders.get(stem) ?? new Map<number, number>();
      counts.set(topicDocument, (counts.get(topicDocument) ?? 0) + 1);
      holders.set(stem, counts);
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
  { openTopics }: SearchIndex,
): number | undefined {
  const [first, ...others] = words.map(({ number }) => openTopics.get(number ?? -1));
  return words.length <= OPEN_TOPIC.mostWords && others.every((topic) => topic === first) ? first : undefined;
}
