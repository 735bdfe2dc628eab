import { describe, expect, it } from 'vitest';
import { findOpenTopic, learnOpenTopics } from '../../src/search/open-topic.ts';
import { indexCatalog } from '../../src/search/search-index.ts';
import { smallCatalog } from '../small-catalog.ts';

const CONTACTS = 0;
const TRADE = 1;
const PHONE = 10;
const GOODS = 11;
const HUB = 12;
const PORT = 13;

/** Two hubs; both ask for a phone under contacts, one of them for the port. */
const topics = learnOpenTopics(
  [
    [
      { topicDocument: CONTACTS, questions: [[PHONE, HUB]] },
      { topicDocument: CONTACTS, questions: [[PHONE], [PORT]] },
      { topicDocument: TRADE, questions: [[GOODS, HUB]] },
      { topicDocument: TRADE, questions: [[GOODS]] },
    ],
  ],
  new Set([HUB]),
);
const index = { ...indexCatalog(smallCatalog({})), openTopics: topics };
const asked = (...stems: (number | undefined)[]) => stems.map((number) => ({ number, trust: 1 }));

describe('learnOpenTopics', () => {
  it('finds the stems that nearly all hubs ask for one topic with', () => {
    expect([...topics]).toEqual([
      [PHONE, CONTACTS],
      [GOODS, TRADE],
    ]);
  });

  it('leaves out a stem that stands in the questions on two topics', () => {
    const shared = [
      { topicDocument: CONTACTS, questions: [[PHONE]] },
      { topicDocument: TRADE, questions: [[PHONE]] },
    ];
    expect(learnOpenTopics([shared], new Set())).toEqual(new Map());
  });
});

describe('findOpenTopic', () => {
  it('gives the topic that is asked for', () => {
    expect(findOpenTopic(asked(PHONE), index)).toBe(CONTACTS);
    expect(findOpenTopic(asked(GOODS, GOODS), index)).toBe(TRADE);
  });

  it.each([
    ['two topics', asked(PHONE, GOODS)],
    ['another word', asked(PHONE, PORT)],
    ['an unknown word', asked(PHONE, undefined)],
    ['too many words', asked(PHONE, PHONE, PHONE)],
    ['no word', asked()],
  ])('gives none for %s', (_, words) => {
    expect(findOpenTopic(words, index)).toBeUndefined();
  });
});
