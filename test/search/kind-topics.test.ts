import { describe, expect, it } from 'vitest';
import { guessTopic, learnKindTopics } from '../../src/search/kind-topics.ts';
import { rankAnswers } from '../../src/search/rank.ts';
import { readQuestion } from '../../src/search/read-question.ts';
import { indexCatalog } from '../../src/search/search-index.ts';
import { smallCatalog } from '../small-catalog.ts';

const PROGRESS = 7;
const TRADE = 3;
const HOW = 0;
const FAR = 1;
const MUCH = 2;
const HUB = 3;

const { topics, answers } = learnKindTopics(
  [
    {
      number: 4,
      topicDocument: PROGRESS,
      texts: [
        [HOW, FAR, HUB],
        [HUB, HOW, FAR],
      ],
    },
    { number: 5, topicDocument: TRADE, texts: [[HOW, MUCH, HUB]] },
    { number: 6, topicDocument: TRADE, texts: [[FAR, HUB, MUCH, HOW]] },
  ],
  4,
);

describe('learnKindTopics', () => {
  it('tells the topic of each answer by its place', () => {
    expect(answers).toEqual([
      { number: 4, topic: 0 },
      { number: 5, topic: 1 },
      { number: 6, topic: 1 },
    ]);
  });
});

describe('guessTopic', () => {
  it('gives each topic its share, by the topics’ documents', () => {
    const guess = guessTopic(topics, [HOW, MUCH]) ?? [];
    expect(topics.documents).toEqual([PROGRESS, TRADE]);
    expect(guess[1]).toBeGreaterThan(0.5);
    expect((guess[0] ?? 0) + (guess[1] ?? 0)).toBeCloseTo(1);
  });

  it('is told by what stands beside what, in its order', () => {
    const [together = 0] = guessTopic(topics, [HOW, FAR]) ?? [];
    const [apart = 0] = guessTopic(topics, [FAR, HOW]) ?? [];
    expect(together).toBeGreaterThan(apart);
  });

  it('tells nothing by a word of all topics', () => {
    const [share = 0] = guessTopic(topics, [undefined, HUB]) ?? [];
    expect(share).toBeCloseTo(0.5);
  });

  it('gives none where no word is known', () => {
    expect(guessTopic(topics, [undefined, 99])).toBeUndefined();
    expect(guessTopic(topics, [])).toBeUndefined();
    expect(guessTopic(learnKindTopics([], 0).topics, [HOW])).toBeUndefined();
  });
});

describe('the topic of a hub', () => {
  const index = indexCatalog(
    smallCatalog(
      {
        'hubs/khorgos': {
          name: 'Khorgos',
          topics: {
            about: { title: 'The place', questions: ['where is Khorgos', 'could you show me Khorgos'] },
            'take-part': { title: 'The way in', questions: ['a place at Khorgos'] },
          },
        },
        'hubs/caspian': {
          name: 'Aktau',
          topics: {
            about: { title: 'The port', questions: ['where is Aktau', 'is Aktau a town'] },
            'take-part': {
              title: 'The way in',
              questions: ['can we get in at Aktau', 'can we open at Aktau'],
            },
          },
        },
        'formats/investor': { topics: { about: { title: 'Investor', questions: ['how do we invest'] } } },
      },
      { stopwords: ['can', 'we', 'is', 'the', 'at', 'a'] },
    ),
  );
  const rank = (question: string) => rankAnswers(readQuestion(question, 'en', index), index).candidates;

  it('is told by words that say nothing of an answer, as other hubs are asked', () => {
    const settled = (question: string, answer: string) =>
      rank(question).find((candidate) => candidate.answer === answer)?.parts.settled ?? 0;
    expect(settled('can we Khorgos', 'hubs/khorgos/take-part')).toBeGreaterThan(0);
    expect(settled('is Khorgos', 'hubs/khorgos/take-part')).toBeLessThan(0);
  });

  it('changes nothing between entries', () => {
    const best = (question: string, entry: string) =>
      rank(question).find((candidate) => candidate.entry === entry)?.score ?? 0;
    for (const entry of ['hubs/khorgos', 'hubs/caspian', 'formats/investor']) {
      // The words beside the name are left out before answers are compared.
      expect(best('can we invest at Khorgos', entry)).toBeCloseTo(best('invest Khorgos', entry));
    }
  });
});
