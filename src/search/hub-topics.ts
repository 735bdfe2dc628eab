// Which topic of a hub does a question ask for? All hubs are asked the same: "how far along is …" of progress, "can we
// get a place at …" of taking part. Words that say nothing of an answer tell here ("can we", "is it"), and so does what
// stands beside what. Learnt by counting (naive Bayes) from the examples of all hubs together.

import { HUB_TOPICS } from './tuning.ts';

/** A hub's answer: its topic's document, and its example questions as the numbers of all of their stems. */
export interface TopicTexts {
  readonly topicDocument: number;
  readonly texts: readonly (readonly number[])[];
}

/** How often words and pairs of neighbours stand in the questions on each topic; plain data. */
export interface HubTopics {
  /** The topics' documents; a topic's place in this list is what the rest goes by. */
  readonly documents: readonly number[];
  /** How many questions there are on each topic. */
  readonly sizes: readonly number[];
  /** What was counted, a word or pair with a topic each, sorted, and how often it was. */
  readonly keys: Float64Array;
  readonly counts: Uint16Array;
}

/** Counts what hubs are asked on each topic. */
export function learnHubTopics(answers: readonly TopicTexts[]): HubTopics {
  const documents = [...new Set(answers.map(({ topicDocument }) => topicDocument))];
  const sizes = documents.map(() => 0);
  const found: number[] = [];
  for (const { topicDocument, texts } of answers) {
    const topic = documents.indexOf(topicDocument);
    sizes[topic] = (sizes[topic] ?? 0) + texts.length;
    for (const stems of texts) {
      stems.forEach((stem, place) => {
        found.push(keyOf(undefined, stem) + topic);
        if (place > 0) found.push(keyOf(stems[place - 1], stem) + topic);
      });
    }
  }
  return { documents, sizes, ...countSorted(Float64Array.from(found).sort()) };
}

/** More topics, and more stems, than there will ever be. */
const MAX_TOPICS = 16;
const MAX_STEMS = 2 ** 24;

/** The key of a word, or of two that follow one another, with the first topic. */
function keyOf(before: number | undefined, stem: number): number {
  return (((before ?? -1) + 1) * MAX_STEMS + stem) * MAX_TOPICS;
}

function countSorted(sorted: Float64Array): Pick<HubTopics, 'keys' | 'counts'> {
  const keys = sorted.filter((key, place) => key !== sorted[place - 1]);
  const counts = new Uint16Array(keys.length);
  let place = -1;
  for (const key of sorted) {
    if (key !== keys[place]) place += 1;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return { keys, counts };
}

/**
 * How likely a question asks for each topic, by the topic's place; they add up to 1. Undefined where none of its words
 * tells.
 * @param stems the numbers of all of its words' stems, in their order; undefined for one that content does not know
 */
export function guessHubTopic(
  topics: HubTopics,
  stems: readonly (number | undefined)[],
): number[] | undefined {
  const sums = topics.sizes.map(() => 0);
  const counts = topics.sizes.map(() => 0);
  const all = topics.sizes.reduce((sum, size) => sum + size, 0);
  let known = 0;
  const weigh = (key: number): void => {
    const total = readCounts(topics, key, counts);
    if (total === 0) return;
    known += 1;
    const usual = total / all;
    counts.forEach((count, topic) => {
      const share =
        (count + HUB_TOPICS.smoothing * usual) / ((topics.sizes[topic] ?? 0) + HUB_TOPICS.smoothing);
      sums[topic] = (sums[topic] ?? 0) + Math.log(share / usual);
    });
  };
  stems.forEach((stem, place) => {
    if (stem === undefined) return;
    weigh(keyOf(undefined, stem));
    const before = stems[place - 1];
    if (before !== undefined) weigh(keyOf(before, stem));
  });
  if (known === 0) return undefined;
  // Words that stand together say the same more than once: the more there are, the less each counts.
  const sharpness = HUB_TOPICS.sharpness / Math.sqrt(known);
  const highest = Math.max(...sums);
  const odds = sums.map((sum) => Math.exp((sum - highest) * sharpness));
  const total = odds.reduce((sum, odd) => sum + odd, 0);
  return odds.map((odd) => odd / total);
}

/** Reads how often a word or pair stands in the questions on each topic; gives their sum. */
function readCounts({ keys, counts }: HubTopics, key: number, into: number[]): number {
  into.fill(0);
  let total = 0;
  for (let place = findFrom(keys, key); ; place += 1) {
    const topic = (keys[place] ?? Number.POSITIVE_INFINITY) - key;
    if (topic >= MAX_TOPICS) return total;
    into[topic] = counts[place] ?? 0;
    total += into[topic] ?? 0;
  }
}

/** The place of the first key that is not below another. */
function findFrom(keys: Float64Array, key: number): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? 0) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
