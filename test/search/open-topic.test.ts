import { describe, expect, it } from 'vitest';
import { findOpenTopic, findTopicAfterPlace, learnOpenTopics } from '../../src/search/open-topic.ts';
import { indexCatalog } from '../../src/search/search-index.ts';
import { smallCatalog } from '../small-catalog.ts';

const CONTACTS = 0;
const TRADE = 1;
const PHONE = 10;
const GOODS = 11;
const HUB = 12;
const PORT = 13;
const NUMBER = 14;

/** Two hubs; both ask for a phone under contacts, one of them for the port; for numbers they ask under both topics. */
const topics = learnOpenTopics(
  [
    [
      { topicDocument: CONTACTS, questions: [[PHONE, HUB, NUMBER]] },
      { topicDocument: CONTACTS, questions: [[PHONE], [PORT], [NUMBER]] },
      { topicDocument: TRADE, questions: [[GOODS, HUB, NUMBER]] },
      { topicDocument: TRADE, questions: [[GOODS], [NUMBER]] },
    ],
  ],
  { nameStems: new Set([HUB]), counts: new Uint32Array(20).fill(2) },
);
const index = { ...indexCatalog(smallCatalog({})), openTopics: topics };
const asked = (...stems: (number | undefined)[]) => stems.map((number) => ({ number, trust: 1 }));

describe('learnOpenTopics', () => {
  it('finds the stems that nearly all hubs ask for one topic with', () => {
    expect([...topics.asked]).toEqual([
      [PHONE, CONTACTS],
      [GOODS, TRADE],
    ]);
  });

  it('leaves out a stem that stands in the questions on two topics', () => {
    const shared = [
      { topicDocument: CONTACTS, questions: [[PHONE]] },
      { topicDocument: TRADE, questions: [[PHONE]] },
    ];
    const all = { nameStems: new Set<number>(), counts: new Uint32Array(20).fill(2) };
    expect(learnOpenTopics([shared], all).asked).toEqual(new Map());
  });
});

describe('a stem of the questions on a topic of each hub', () => {
  const hub = [{ topicDocument: CONTACTS, questions: [[PHONE]] }];

  it.each([
    [1, [[PHONE, CONTACTS]]],
    [100, []],
  ])('that %i questions hold in all', (count, expected) => {
    const all = { nameStems: new Set<number>(), counts: new Uint32Array(20).fill(count) };
    expect([...learnOpenTopics([hub], all).asked]).toEqual(expected);
  });
});

describe('findOpenTopic', () => {
  it('gives the topic that is asked for', () => {
    expect(findOpenTopic(asked(PHONE), index)).toBe(CONTACTS);
    expect(findOpenTopic(asked(GOODS, GOODS), index)).toBe(TRADE);
  });

  it('gives it where the other word goes with it, after a place only', () => {
    expect(findTopicAfterPlace(asked(PHONE, NUMBER), index)).toBe(CONTACTS);
    expect(findTopicAfterPlace(asked(NUMBER, GOODS), index)).toBe(TRADE);
    expect(findTopicAfterPlace(asked(NUMBER), index)).toBeUndefined();
    expect(findOpenTopic(asked(PHONE, NUMBER), index)).toBeUndefined();
  });

  it.each([
    ['two topics', asked(PHONE, GOODS)],
    ['another word', asked(PHONE, PORT)],
    ['an unknown word', asked(PHONE, undefined)],
    ['too many words', asked(PHONE, PHONE, PHONE)],
    ['no word', asked()],
  ])('gives none for %s', (_, words) => {
    expect(findOpenTopic(words, index)).toBeUndefined();
    expect(findTopicAfterPlace(words, index)).toBeUndefined();
  });
});
