import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/language/index.ts';
import { ask, makeSearchable } from '../../src/search/index.ts';
import { matchOutside } from '../../src/search/outside.ts';
import { readQuestionIn } from '../../src/search/read-question.ts';
import { OUTSIDE } from '../../src/search/tuning.ts';
import { loadProject } from '../project-catalog.ts';
import { smallCatalog } from '../small-catalog.ts';

const { index } = makeSearchable(
  smallCatalog(
    {
      'hubs/khorgos': {
        name: 'Khorgos',
        topics: { about: { questions: ['where is Khorgos', 'hours at Khorgos', 'a warehouse at Khorgos'] } },
      },
    },
    {
      stopwords: ['please'],
      outside: {
        jobs: ['please find me work at Khorgos', 'work in a warehouse', 'what hours and pay'],
        weather: ['will it rain at Khorgos', 'rain'],
      },
    },
  ),
);
const match = (text: string) => matchOutside(readQuestionIn('en', text, index), index.outside);

describe('matchOutside', () => {
  it('finds the subject that a question tells of most', () => {
    expect(match('is there any work').subject).toBe('jobs');
    expect(match('rain today').subject).toBe('weather');
    expect(match('work, work and pay in the rain').subject).toBe('jobs');
  });

  it('finds none in words of no subject, in names of hubs and in words that say nothing', () => {
    const nothing = { subject: undefined, weight: 0 };
    expect(match('cranes, berths')).toEqual(nothing);
    expect(match('Khorgos')).toEqual(nothing);
    expect(match('please')).toEqual(nothing);
    expect(match('')).toEqual(nothing);
  });

  it('counts a word for less the more often content asks with it', () => {
    expect(match('pay').weight).toBeGreaterThan(match('hours').weight);
    expect(match('work').weight).toBeGreaterThan(match('warehouse').weight);
  });

  it('counts a word once, and none for more than the most that one may tell', () => {
    expect(match('rain rain rain')).toEqual(match('rain'));
    expect(match('rain').weight).toBeLessThanOrEqual(OUTSIDE.mostTelling);
  });

  it('knows a word that content has a similar one for by what was typed', () => {
    const { index: other } = makeSearchable(
      smallCatalog(
        { 'hubs/khorgos': { topics: { about: { questions: ['whether to weigh'] } } } },
        { outside: { weather: ['weather'] } },
      ),
    );
    const question = readQuestionIn('en', 'weather', other);
    expect(question.words[0]?.correctedTo).toBe('whether');
    expect(matchOutside(question, other.outside).subject).toBe('weather');
  });

  it('finds nothing where content names no subject', () => {
    const { index: bare } = makeSearchable(smallCatalog({ 'hubs/khorgos': { topics: { about: {} } } }));
    const question = readQuestionIn('en', 'will it rain', bare);
    expect(matchOutside(question, bare.outside)).toEqual({ subject: undefined, weight: 0 });
  });
});

const { catalog } = await loadProject();

describe('content/outside.yaml', () => {
  it.each([
    ['jobs', 'Қорғас қоймасында жүкші керек пе, айлығы қанша'],
    ['roadside', 'куда заехать заправиться соляркой в Таразе'],
    ['smuggling', 'best way to hide cigarettes in the truck at Khorgos'],
    ['foreign-trade', 'очередь грузовиков на границе Польши с Украиной'],
  ])('has a question on %s refused, though it names what content tells of: %s', (subject, text) => {
    const { decision } = ask(text, { language: 'ru' }, catalog);
    expect(decision).toMatchObject({ kind: 'refuse', reason: expect.stringContaining(`"${subject}"`) });
  });

  it('leaves the example questions of answers alone, but for very few', () => {
    const asked = [...catalog.answers.values()].flatMap(({ texts }) =>
      LANGUAGES.flatMap((language) => texts[language].questions.slice(0, 3)),
    );
    const refused = asked.filter((text) => ask(text, { language: 'ru' }, catalog).decision.kind === 'refuse');
    expect(refused.length / asked.length).toBeLessThan(0.01);
  });
});
