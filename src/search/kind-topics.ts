// Which topic of an entry does a question ask for? All hubs are asked the same: "how far along is …" of progress, "can we
// get a place at …" of taking part. Words that say nothing of an answer tell here ("can we", "is it"), and so does what
// stands beside what. Learnt by counting (naive Bayes) from the examples of all entries of a kind together.

import { HUB_TOPICS } from './tuning.ts';

/** An answer: its number, its topic's document, and its example questions as the numbers of all of their stems. */
export interface TopicTexts {
  readonly number: number;
  readonly topicDocument: number;
  readonly texts: readonly (readonly number[])[];
}

/** How often words and pairs of neighbours stand in the questions on each topic; plain data. */
export interface TopicCounts {
  /** The topics' documents; a topic's place in this list is what the rest goes by. */
  readonly documents: readonly number[];
  /** How many questions there are on each topic. */
  readonly sizes: readonly number[];
  /** Where what was counted of each stem begins in `keys` and `counts`; one more at the end. */
  readonly starts: Uint32Array;
  /** The stem by itself, as a question's first or after another one, on a topic (see `keyOf`), sorted, and how often that was. */
  readonly keys: Uint32Array;
  readonly counts: Uint16Array;
}

/** What is asked on the topics of a kind of entry, and the answers that are on them. */
export interface KindTopics {
  readonly topics: TopicCounts;
  readonly answers: readonly TopicPlace[];
}

/** An answer, by its number, and its topic's place among those of its kind. */
export interface TopicPlace {
  readonly number: number;
  readonly topic: number;
}

/** Learns what the entries of a kind are asked on each topic. */
export function learnKindTopics(answers: readonly TopicTexts[], stemCount: number): KindTopics {
  const topics = countTopics(answers, stemCount);
  const places = answers.map(({ number, topicDocument }) => ({
    number,
    topic: topics.documents.indexOf(topicDocument),
  }));
  return { topics, answers: places };
}

function countTopics(answers: readonly TopicTexts[], stemCount: number): TopicCounts {
  const documents = [...new Set(answers.map(({ topicDocument }) => topicDocument))];
  const sizes = documents.map(() => 0);
  const ends = new Uint32Array(stemCount + 1);
  for (const { topicDocument, texts } of answers) {
    const topic = documents.indexOf(topicDocument);
    sizes[topic] = (sizes[topic] ?? 0) + texts.length;
    for (const stems of texts) for (const stem of stems) ends[stem] = (ends[stem] ?? 0) + 2;
  }
  for (let stem = 1; stem < ends.length; stem += 1) ends[stem] = (ends[stem] ?? 0) + (ends[stem - 1] ?? 0);
  const found = new Uint32Array(ends.at(-1) ?? 0);
  const next = ends.slice();
  const add = (stem: number, key: number): void => {
    const place = (next[stem] ?? 0) - 1;
    next[stem] = place;
    found[place] = key;
  };
  for (const { topicDocument, texts } of answers) {
    const topic = documents.indexOf(topicDocument);
    for (const stems of texts) {
      let before = START;
      for (const stem of stems) {
        add(stem, keyOf(ALONE) + topic);
        add(stem, keyOf(before) + topic);
        before = stem;
      }
    }
  }
  return { documents, sizes, ...countEach(found, ends) };
}

/** More topics than there will ever be. */
const MAX_TOPICS = 16;

/** In place of the stem before: the stem by itself; the first of a question. */
const ALONE = -2;
const START = -1;

/** The key of a stem after another one, with the first topic. */
function keyOf(before: number): number {
  return (before - ALONE) * MAX_TOPICS;
}

/** Counts the keys of each stem; `ends` tells where they end. */
function countEach(found: Uint32Array, ends: Uint32Array): Pick<TopicCounts, 'starts' | 'keys' | 'counts'> {
  const starts = new Uint32Array(ends.length);
  const counts = new Uint16Array(found.length);
  let last = -1;
  let start = 0;
  ends.forEach((end, stem) => {
    starts[stem] = last + 1;
    const own = found.subarray(start, end).sort();
    start = end;
    let before = -1;
    for (const key of own) {
      if (key !== before) {
        last += 1;
        found[last] = key;
      }
      counts[last] = (counts[last] ?? 0) + 1;
      before = key;
    }
  });
  return { starts, keys: found.slice(0, last + 1), counts: counts.slice(0, last + 1) };
}

/**
 * How likely a question asks for each topic, by the topic's place; they add up to 1. Undefined where none of its words
 * tells.
 * @param stems the numbers of all of its words' stems, in their order; undefined for one that content does not know
 */
export function guessTopic(
  topics: TopicCounts,
  stems: readonly (number | undefined)[],
): Float64Array | undefined {
  const asked = {
    odds: new Float64Array(topics.sizes.length).fill(1),
    counts: new Float64Array(topics.sizes.length),
    questions: topics.sizes.reduce((sum, size) => sum + size, 0),
    known: 0,
  };
  let before: number | undefined = START;
  for (const stem of stems) {
    if (stem !== undefined) {
      weigh(topics, keyOf(ALONE), stem, asked);
      if (before !== undefined) weigh(topics, keyOf(before), stem, asked);
    }
    before = stem;
  }
  const { odds, known } = asked;
  if (known === 0) return undefined;
  // Words that stand together say the same more than once: the more there are, the less each counts.
  const sharpness = HUB_TOPICS.sharpness / Math.sqrt(known);
  let total = 0;
  for (let topic = 0; topic < odds.length; topic += 1) {
    const share = (odds[topic] ?? 0) ** sharpness;
    odds[topic] = share;
    total += share;
  }
  for (let topic = 0; topic < odds.length; topic += 1) odds[topic] = (odds[topic] ?? 0) / total;
  return odds;
}

/** Far from what floating point can tell from 0. */
const SMALL = 1e-100;

/** What a question tells of the topics until now; `counts` is for one word or pair after the other. */
interface Asked {
  readonly odds: Float64Array;
  readonly counts: Float64Array;
  /** How many questions there are on all topics. */
  readonly questions: number;
  known: number;
}

/** Weighs one word, or two that follow one another: how much more often it stands in questions on a topic than in all. */
function weigh({ sizes, starts, keys, counts }: TopicCounts, key: number, stem: number, asked: Asked): void {
  const end = starts[stem + 1] ?? 0;
  let place = findFrom(keys, key, starts[stem] ?? end, end);
  let total = 0;
  asked.counts.fill(0);
  for (; place < end; place += 1) {
    const topic = (keys[place] ?? 0) - key;
    if (topic >= MAX_TOPICS) break;
    const count = counts[place] ?? 0;
    asked.counts[topic] = count;
    total += count;
  }
  if (total === 0) return;
  asked.known += 1;
  const usual = total / asked.questions;
  let highest = 0;
  for (let topic = 0; topic < sizes.length; topic += 1) {
    const size = (sizes[topic] ?? 0) + HUB_TOPICS.smoothing;
    const share = ((asked.counts[topic] ?? 0) + HUB_TOPICS.smoothing * usual) / size;
    const odd = (asked.odds[topic] ?? 0) * (share / usual);
    asked.odds[topic] = odd;
    if (odd > highest) highest = odd;
  }
  if (highest > SMALL) return;
  // A long question would take them to 0.
  for (let topic = 0; topic < sizes.length; topic += 1) {
    asked.odds[topic] = (asked.odds[topic] ?? 0) / highest;
  }
}

/** The place of the first key that is not below another, between two places. */
function findFrom(keys: Uint32Array, key: number, from: number, end: number): number {
  let low = from;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? 0) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
