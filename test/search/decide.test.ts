import { describe, expect, it } from 'vitest';
import type { Confidence } from '../../src/search/confidence.ts';
import { type Decision, decide } from '../../src/search/decide.ts';
import type { OutsideMatch } from '../../src/search/outside.ts';
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
  stems: [0],
  goesOn: false,
  pointsBack: false,
  turnsAway: false,
  looksAround: false,
};

function candidate(id: string, score: number): Candidate {
  const entry = entryId(id.split('/').slice(0, 2).join('/'));
  const parts = {
    words: score,
    pairs: score,
    grams: score,
    name: score,
    topic: score,
    example: score,
    context: 0,
    settled: 0,
  };
  return { answer: answerId(id), entry, score, parts };
}

/** Candidates with these scores, the hubs' overviews in order. */
function scored(...scores: number[]): Candidate[] {
  return scores.map((score, place) => candidate(`hubs/${NAMES[place]}/about`, score));
}

/** Of how likely content answers, and the best answer is right; its entry is no likelier. */
function confidenceOf(inScope: number, right: number): Confidence {
  return { inScope, right, rightEntry: right };
}

const SURE = confidenceOf(1, 1);
const UNSURE = confidenceOf(1, 0.5);
const NOTHING: OutsideMatch = { subject: undefined, weight: 0 };

const PLAIN = { question, outside: NOTHING, isOpen: false, isFollowUp: false, usual: USUAL };

function decideOn(candidates: readonly Candidate[], confidence: Confidence): Decision {
  return decide({ ...PLAIN, candidates, confidence });
}

describe('decide', () => {
  it('answers when that is sure', () => {
    expect(decideOn(scored(0.9, 0.2), SURE)).toMatchObject({ kind: 'answer', answer: KHORGOS });
    expect(decideOn(scored(0.9), SURE)).toMatchObject({ kind: 'answer', answer: KHORGOS });
  });

  it('answers from the thresholds on, and lets people choose below either', () => {
    const { inScope, right } = THRESHOLDS;
    const kindOf = (confidence: Confidence) => decideOn(scored(0.6, 0.5), confidence).kind;
    expect(kindOf(confidenceOf(inScope, right))).toBe('answer');
    expect(kindOf(confidenceOf(inScope, right - LITTLE))).toBe('choose');
    expect(kindOf(confidenceOf(inScope - LITTLE, right))).toBe('choose');
  });

  it('answers what an example says in the same words, however short', () => {
    const [best, second] = scored(0.6, 0.5);
    if (!best || !second) throw new Error('there are two');
    const same = { ...best, parts: { ...best.parts, example: 1 } };
    expect(decideOn([same, second], confidenceOf(0.1, 0.1))).toMatchObject({
      kind: 'answer',
      answer: KHORGOS,
    });
    const twin = { ...second, parts: { ...second.parts, example: 1 } };
    expect(decideOn([same, twin], confidenceOf(0.1, 0.1)).kind).not.toBe('answer');
  });

  it('offers all that stand close to the best', () => {
    const close = 0.6 - THRESHOLDS.choose;
    expect(decideOn(scored(0.6, 0.59, close + LITTLE, close - LITTLE), UNSURE)).toMatchObject({
      kind: 'choose',
      answers: [KHORGOS, CASPIAN, EURASIA],
    });
  });

  it('offers four at most', () => {
    const decision = decideOn(scored(0.6, 0.6, 0.6, 0.6, 0.6), UNSURE);
    expect(decision).toMatchObject({ kind: 'choose', answers: [KHORGOS, CASPIAN, EURASIA, ZHAMBYL] });
    expect(LIMITS.choices).toBe(4);
  });

  it('offers the second as well where the best is alone but not sure', () => {
    expect(decideOn(scored(0.6, 0.1), UNSURE)).toMatchObject({ kind: 'choose', answers: [KHORGOS, CASPIAN] });
  });

  it('refuses rather than offering a choice of one', () => {
    expect(decideOn(scored(0.6), UNSURE)).toMatchObject({
      kind: 'refuse',
      suggestions: [KHORGOS, CASPIAN, EURASIA],
    });
  });

  it('needs less to be sure of what goes on from an answer', () => {
    const judged = { ...PLAIN, candidates: scored(0.9, 0.8) };
    const { rightAfter, rightEntryAfter } = THRESHOLDS;
    const enough = { inScope: 1, right: rightAfter, rightEntry: rightEntryAfter };
    const kindOf = (confidence: Confidence) => decide({ ...judged, confidence, isFollowUp: true }).kind;
    expect(kindOf(enough)).toBe('answer');
    expect(kindOf({ ...enough, right: rightAfter - LITTLE })).toBe('choose');
    expect(kindOf({ ...enough, rightEntry: rightEntryAfter - LITTLE })).toBe('choose');
    expect(decide({ ...judged, confidence: enough }).kind).toBe('choose');
  });

  it('offers all hubs where a topic is asked and no hub is named', () => {
    const judged = { ...PLAIN, candidates: scored(0.6, 0.5, 0.4, 0.3, 0.2), confidence: SURE };
    expect(decide({ ...judged, isOpen: true })).toMatchObject({ kind: 'choose', answers: USUAL });
  });

  it('refuses below the threshold', () => {
    const inScope = THRESHOLDS.refuse;
    expect(decideOn(scored(0.6, 0.5), confidenceOf(inScope, 1)).kind).not.toBe('refuse');
    expect(decideOn(scored(0.6, 0.5), confidenceOf(inScope - LITTLE, 1)).kind).toBe('refuse');
  });

  it('refuses when nothing fits at all, and suggests what people usually ask', () => {
    expect(decideOn([], confidenceOf(0, 0))).toEqual({
      kind: 'refuse',
      suggestions: [KHORGOS, CASPIAN, EURASIA],
      reason: `content hardly answers it (0.000, below ${THRESHOLDS.refuse})`,
    });
  });

  it('names the subject that a refused question rather asks of', () => {
    const reasonFor = (weight: number): string => {
      const judged = { ...PLAIN, candidates: scored(0.6, 0.5) };
      const outside = { subject: 'weather', weight };
      return decide({ ...judged, confidence: confidenceOf(0.25, 1), outside }).reason;
    };
    expect(reasonFor(THRESHOLDS.outside)).toBe(
      `content hardly answers it (0.250, below ${THRESHOLDS.refuse}); it rather asks of "weather", which content is not for`,
    );
    expect(reasonFor(THRESHOLDS.outside - LITTLE)).toBe(
      `content hardly answers it (0.250, below ${THRESHOLDS.refuse})`,
    );
  });

  it('refuses a question without a word that says anything', () => {
    const judged = { ...PLAIN, candidates: [], confidence: SURE };
    expect(decide({ ...judged, question: { ...question, words: [] } })).toMatchObject({
      kind: 'refuse',
      reason: 'the question holds no word that says anything',
    });
  });

  it('suggests what comes near before what people usually ask, each once', () => {
    const near = [
      candidate('hubs/zhambyl/trade', THRESHOLDS.suggest + LITTLE),
      candidate('hubs/caspian/about', THRESHOLDS.suggest),
    ];
    expect(decideOn(near, confidenceOf(0, 0))).toMatchObject({
      kind: 'refuse',
      suggestions: ['hubs/zhambyl/trade', CASPIAN, KHORGOS],
    });
  });

  it('suggests nothing that comes less near', () => {
    const far = candidate('hubs/zhambyl/trade', THRESHOLDS.suggest - LITTLE);
    expect(decideOn([far], confidenceOf(0, 0))).toMatchObject({
      suggestions: [KHORGOS, CASPIAN, EURASIA],
    });
  });
});
