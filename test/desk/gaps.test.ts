import { describe, expect, it } from 'vitest';
import { findGaps, pastesOf } from '../../src/desk/gaps.ts';
import type { Language } from '../../src/language/index.ts';
import type { FullOutcome } from '../../src/store/index.ts';
import { loadProject } from '../project-catalog.ts';
import { createRandom } from '../random.ts';
import { DAY, NOON, outcome } from './samples.ts';

const { catalog } = await loadProject();

function refused(language: Language, ...questions: readonly string[]) {
  return questions.map((question, place) => outcome({ language, question, at: NOON + place }));
}

describe('findGaps', () => {
  it('groups questions by likeness, each language apart, most asked first', () => {
    const gaps = findGaps(
      [
        ...refused(
          'ru',
          'где взять вагоны',
          'где взять вагоны',
          'Где взять вагоны под зерно?',
          'вагоны где взять',
        ),
        ...refused('ru', 'нужна ли виза водителю', 'виза для водителя в Китай'),
        ...refused('kk', 'қытайға виза керек пе', 'жүргізушіге виза керек пе', 'Виза керек пе?'),
        ...refused('en', 'visa for drivers'),
      ],
      catalog,
    );
    expect(gaps.map(({ language, asked, wordings }) => [language, asked, wordings[0]])).toEqual([
      ['ru', 4, 'где взять вагоны'],
      ['kk', 3, 'Виза керек пе?'],
      ['ru', 2, 'нужна ли виза водителю'],
      ['en', 1, 'visa for drivers'],
    ]);
  });

  it('takes other spellings, Latin letters and slips for the same', () => {
    const questions = [
      'где взять вагоны',
      'где взять вагоны',
      'где взять вагоны',
      'gde vzyat vagony',
      'где взять вогоны',
    ];
    const [gap, ...others] = findGaps(refused('ru', ...questions), catalog);
    expect(others).toEqual([]);
    expect(gap?.wordings[0]).toBe('где взять вагоны');
  });

  it('counts what was voted against, and what people had to choose among as half', () => {
    const gaps = findGaps(
      [
        outcome({ question: 'порт Курык', outcome: 'choose' }),
        outcome({ question: 'порт Курык', outcome: 'choose' }),
        outcome({ question: 'порт Курык', outcome: 'choose' }),
        outcome({ question: 'вагоны', outcome: 'answer', vote: 'down' }),
        outcome({ question: 'вагоны', outcome: 'refuse', vote: 'down' }),
        outcome({ question: 'виза', outcome: 'choose', vote: 'up' }),
        outcome({ question: 'тариф', outcome: 'answer' }),
      ],
      catalog,
    );
    expect(gaps.map(({ wordings, asked, reasons }) => [wordings[0], asked, reasons])).toEqual([
      ['вагоны', 2, { refused: 1, unsure: 0, disliked: 1 }],
      ['порт Курык', 3, { refused: 0, unsure: 3, disliked: 0 }],
    ]);
  });

  it('knows when a question came last, and what lies nearest', () => {
    const [gap] = findGaps(
      [
        outcome({ at: NOON, answers: ['hubs/khorgos/about', 'hubs/caspian/about', 'hubs/gone/about'] }),
        outcome({ at: NOON - DAY, answers: ['hubs/caspian/about'] }),
        outcome({ at: NOON - 2 * DAY, answers: ['no answer'] }),
      ],
      catalog,
    );
    expect(gap).toMatchObject({
      lastAsked: NOON,
      nearest: ['hubs/caspian/about', 'hubs/khorgos/about'],
    });
  });

  it('takes for nearest what a person took of what was offered, unless it was voted against', () => {
    const offered = { outcome: 'choose', answers: ['hubs/khorgos/about', 'hubs/caspian/about'] } as const;
    const nearest = (...outcomes: readonly FullOutcome[]) => findGaps(outcomes, catalog)[0]?.nearest[0];
    const picked = outcome({ ...offered, picked: 'hubs/caspian/about' });
    expect(nearest(outcome(offered), outcome(offered))).toBe('hubs/khorgos/about');
    expect(nearest(outcome(offered), outcome(offered), picked)).toBe('hubs/caspian/about');
    expect(nearest(outcome(offered), { ...picked, vote: 'down' })).toBe('hubs/khorgos/about');
  });

  it('keeps what says nothing together by its words', () => {
    const gaps = findGaps(refused('ru', 'помогите', 'Помогите', '???', 'спасибо'), catalog);
    expect(gaps.map(({ asked }) => asked)).toEqual([2, 1, 1]);
  });

  it('is the same whatever the order of equal questions', () => {
    const outcomes = refused('ru', 'виза', 'вагоны', 'визы', 'вагон', 'погода в Актау').map((one) => ({
      ...one,
      at: NOON,
    }));
    expect(findGaps(outcomes.toReversed(), catalog)).toEqual(findGaps(outcomes, catalog));
  });

  it('groups 10,000 questions of random words, and loses none', () => {
    const random = createRandom(7);
    const words = catalog.index.vocabulary.surfaces.slice(0, 3_000);
    const outcomes = Array.from({ length: 10_000 }, (_, place) => {
      const question = Array.from({ length: 2 + random.below(6) }, () => random.pick(words)).join(' ');
      return outcome({ id: String(place), question, language: random.pick(['kk', 'ru', 'en'] as const) });
    });
    const gaps = findGaps(outcomes, catalog);
    expect(gaps.reduce((sum, { asked }) => sum + asked, 0)).toBe(10_000);
  });
});

describe('pastesOf', () => {
  const gap = {
    language: 'ru',
    asked: 1,
    reasons: { refused: 1, unsure: 0, disliked: 0 },
    lastAsked: NOON,
    nearest: findGaps([outcome({ answers: ['hubs/khorgos/about'] })], catalog)[0]?.nearest ?? [],
  } as const;

  it('gives the file and the line of each nearest answer', () => {
    expect(pastesOf({ ...gap, wordings: ['где "взять" вагоны: зерно'] })).toEqual([
      { file: 'content/hubs/khorgos/about.ru.md', line: '  - "где \\"взять\\" вагоны: зерно"' },
    ]);
  });

  it('passes over wordings that something was masked in, and stories', () => {
    expect(pastesOf({ ...gap, wordings: ['звоните […]', 'ж'.repeat(161), 'вагоны'] })[0]?.line).toBe(
      '  - "вагоны"',
    );
    expect(pastesOf({ ...gap, wordings: ['звоните […]'] })).toEqual([]);
  });
});
