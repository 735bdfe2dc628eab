import { describe, expect, it } from 'vitest';
import { judge } from '../../src/search/confidence.ts';
import { matchOutside } from '../../src/search/outside.ts';
import { type Candidate, rankAnswers } from '../../src/search/rank.ts';
import { readQuestion } from '../../src/search/read-question.ts';
import { loadProject } from '../project-catalog.ts';
import { answerId } from '../small-catalog.ts';

const { catalog } = await loadProject();
const { index } = catalog;

const KNOWN = { words: index.words, outside: { subject: undefined, weight: 0 }, isFollowUp: false };

function confidenceIn(text: string) {
  const question = readQuestion(text, 'ru', index);
  const outside = matchOutside(question, index.outside);
  return judge(question, rankAnswers(question, index).candidates, { ...KNOWN, outside });
}

describe('judge', () => {
  it.each([
    'какие документы нужны, чтобы стать участником СЭЗ',
    'Ақтау порты арқылы қандай жүктер өтеді',
    'electronic queue for trucks at the border, how to book',
  ])('is sure of what content answers: %s', (text) => {
    const { inScope, right } = confidenceIn(text);
    expect(inScope).toBeGreaterThan(0.9);
    expect(right).toBeGreaterThan(0.8);
  });

  it.each([
    'какая завтра погода в Париже и брать ли зонт',
    'пиццаны үйде қалай пісіруге болады',
    'who won the football match yesterday evening',
  ])('is not sure of anything else: %s', (text) => {
    expect(confidenceIn(text).inScope).toBeLessThan(0.5);
  });

  it('is surer of the entry than of its answer where another topic comes close, after an answer', () => {
    const question = readQuestion('and how do I get there', 'en', index);
    const { candidates } = rankAnswers(question, index, answerId('hubs/eurasia/about'));
    const { right, rightEntry } = judge(question, candidates, { ...KNOWN, isFollowUp: true });
    expect(candidates[0]?.answer).toBe('hubs/eurasia/routes');
    expect(right).toBeLessThan(0.7);
    expect(rightEntry).toBeGreaterThan(0.95);
    expect(rightEntry).toBeLessThanOrEqual(1);
  });

  it('is less sure that content answers what rather asks of a subject outside, and as sure of the best answer', () => {
    const question = readQuestion('какие документы нужны, чтобы стать участником СЭЗ', 'ru', index);
    const { candidates } = rankAnswers(question, index);
    const plain = judge(question, candidates, KNOWN);
    const outside = judge(question, candidates, { ...KNOWN, outside: { subject: 'jobs', weight: 3 } });
    expect(outside.inScope).toBeLessThan(plain.inScope);
    expect(outside.right).toBe(plain.right);
  });

  it('is sure of nothing where there is no candidate', () => {
    expect(judge(readQuestion('порт', 'ru', index), [], KNOWN)).toEqual({
      inScope: 0,
      right: 0,
      rightEntry: 0,
    });
  });

  it('is less sure the nearer another entry comes, or another answer of its own', () => {
    const question = readQuestion('таможня в порту', 'ru', index);
    const candidate = (id: string, score: number): Candidate => {
      const [kind, slug] = id.split('/');
      const parts = {
        words: 0.6,
        pairs: 0.3,
        grams: 0.6,
        name: 0.5,
        topic: 0.5,
        example: 0,
        context: 0,
        settled: 0,
      };
      const entry = [...catalog.entries.keys()].find((known) => known === `${kind}/${slug}`);
      if (!entry) throw new Error(`there is no ${id}`);
      return { answer: answerId(id), entry, score, parts };
    };
    const best = candidate('hubs/caspian/regime', 0.6);
    const far = judge(question, [best, candidate('hubs/khorgos/regime', 0.2)], KNOWN);
    const near = judge(question, [best, candidate('hubs/khorgos/regime', 0.59)], KNOWN);
    const own = judge(question, [best, candidate('hubs/caspian/about', 0.59)], KNOWN);
    expect(near.right).toBeLessThan(far.right);
    expect(own.right).toBeGreaterThan(near.right);
    expect(own.right).toBeLessThan(judge(question, [best], KNOWN).right);
  });

  it('is as sure after an answer as the best one stands before all others', () => {
    const question = readQuestion('а склады там есть', 'ru', index);
    const { candidates } = rankAnswers(question, index, answerId('hubs/khorgos/about'));
    const [best] = candidates;
    const after = { ...KNOWN, isFollowUp: true };
    expect(judge(question, best ? [best] : [], after).right).toBe(1);
    expect(judge(question, best ? [best, best] : [], after).right).toBe(0.5);
    expect(judge(question, candidates, after).inScope).toBeGreaterThan(0.5);
  });
});
