import { describe, expect, it } from 'vitest';
import { decide } from '../../src/search/decide.ts';
import type { Candidate } from '../../src/search/rank.ts';
import type { ReadQuestion } from '../../src/search/read-question.ts';
import { LIMITS, THRESHOLDS } from '../../src/search/tuning.ts';
import { answerId, entryId } from '../small-catalog.ts';

const NAMES = ['khorgos', 'caspian', 'eurasia', 'zhambyl', 'central-asia'];
const USUAL = NAMES.map((name) => answerId(`hubs/${name}/about`));
const [KHORGOS, CASPIAN, EURASIA, ZHAMBYL] = USUAL;
/** Far less than any threshold, far more than what floating point loses. */
const LITTLE = 1e-6;

const question: ReadQuestion = {
  language: 'ru',
  clarity: 1,
  typing: 'plain',
  words: [{ typed: 'порт', folded: 'порт', stem: 'порт', number: 0, trust: 1, grams: [] }],
};

function candidate(id: string, score: number): Candidate {
  const entry = entryId(id.split('/').slice(0, 2).join('/'));
  const parts = { words: score, grams: score, name: score, topic: score, example: score };
  return { answer: answerId(id), entry, score, parts };
}

/** Candidates with these scores, the hubs' overviews in order. */
function scored(...scores: number[]): Candidate[] {
  return scores.map((score, place) => candidate(`hubs/${NAMES[place]}/about`, score));
}

describe('decide', () => {
  it('answers when the best is good and well ahead', () => {
    expect(decide(question, scored(0.9, 0.2), USUAL)).toMatchObject({ kind: 'answer', answer: KHORGOS });
  });

  it('answers when there is but one candidate and it is good', () => {
    expect(decide(question, scored(0.9), USUAL)).toMatchObject({ kind: 'answer', answer: KHORGOS });
  });

  it('answers from the threshold on', () => {
    expect(decide(question, scored(THRESHOLDS.answer), USUAL).kind).toBe('answer');
    expect(decide(question, scored(THRESHOLDS.answer - LITTLE, 0.1), USUAL).kind).not.toBe('answer');
  });

  it('answers from the margin on, and lets people choose below it', () => {
    expect(decide(question, scored(0.6 + THRESHOLDS.margin + LITTLE, 0.6), USUAL).kind).toBe('answer');
    expect(decide(question, scored(0.6 + THRESHOLDS.margin - LITTLE, 0.6), USUAL).kind).toBe('choose');
  });

  it('offers all that stand close to the best', () => {
    const close = 0.6 - THRESHOLDS.choose;
    expect(decide(question, scored(0.6, 0.59, close + LITTLE, close - LITTLE), USUAL)).toMatchObject({
      kind: 'choose',
      answers: [KHORGOS, CASPIAN, EURASIA],
    });
  });

  it('offers four at most', () => {
    const decision = decide(question, scored(0.6, 0.6, 0.6, 0.6, 0.6), USUAL);
    expect(decision).toMatchObject({ kind: 'choose', answers: [KHORGOS, CASPIAN, EURASIA, ZHAMBYL] });
    expect(LIMITS.choices).toBe(4);
  });

  it('offers the second as well where the best is alone but too weak to answer', () => {
    const weak = (THRESHOLDS.refuse + THRESHOLDS.answer) / 2;
    expect(decide(question, scored(weak, 0.1), USUAL)).toMatchObject({
      kind: 'choose',
      answers: [KHORGOS, CASPIAN],
    });
  });

  it('refuses rather than offering a choice of one', () => {
    const weak = (THRESHOLDS.refuse + THRESHOLDS.answer) / 2;
    expect(decide(question, scored(weak), USUAL)).toMatchObject({
      kind: 'refuse',
      suggestions: [KHORGOS, CASPIAN, EURASIA],
    });
  });

  it('refuses below the threshold', () => {
    expect(decide(question, scored(THRESHOLDS.refuse, 0.1), USUAL).kind).not.toBe('refuse');
    expect(decide(question, scored(THRESHOLDS.refuse - LITTLE, 0.1), USUAL).kind).toBe('refuse');
  });

  it('refuses when nothing fits at all, and suggests what people usually ask', () => {
    expect(decide(question, [], USUAL)).toEqual({
      kind: 'refuse',
      suggestions: [KHORGOS, CASPIAN, EURASIA],
      reason: `the best score 0.000 is below ${THRESHOLDS.refuse}`,
    });
  });

  it('refuses a question without a word that says anything', () => {
    expect(decide({ ...question, words: [] }, [], USUAL)).toMatchObject({
      kind: 'refuse',
      reason: 'the question holds no word that says anything',
    });
  });

  it('suggests what comes near before what people usually ask, each once', () => {
    const near = [
      candidate('hubs/zhambyl/trade', THRESHOLDS.suggest + LITTLE),
      candidate('hubs/caspian/about', THRESHOLDS.suggest),
    ];
    expect(decide(question, near, USUAL)).toMatchObject({
      kind: 'refuse',
      suggestions: ['hubs/zhambyl/trade', CASPIAN, KHORGOS],
    });
  });

  it('suggests nothing that comes less near', () => {
    const far = candidate('hubs/zhambyl/trade', THRESHOLDS.suggest - LITTLE);
    expect(decide(question, [far], USUAL)).toMatchObject({ suggestions: [KHORGOS, CASPIAN, EURASIA] });
  });
});
