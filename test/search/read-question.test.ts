import { describe, expect, it } from 'vitest';
import { gramsOf } from '../../src/search/grams.ts';
import { readQuestion } from '../../src/search/read-question.ts';
import { indexCatalog } from '../../src/search/search-index.ts';
import { smallCatalog } from '../small-catalog.ts';

const index = indexCatalog(
  smallCatalog(
    {
      'hubs/khorgos': {
        name: 'Хоргос',
        topics: { regime: { questions: ['таможня работает ночью', 'кеден терминалы', 'customs clearance'] } },
      },
    },
    { stopwords: ['ещё', 'please', 'жоқ', 'всего доброго', 'good night', 'good night to all'] },
  ),
);

describe('readQuestion', () => {
  it('gives each word as typed, folded and stemmed', () => {
    expect(readQuestion('Таможни!', 'ru', index).words).toMatchObject([
      { typed: 'таможни', folded: 'таможни', stem: 'таможн', trust: 1 },
    ]);
  });

  it.each([
    ['еще таможня', ['таможня']],
    ['ЕЩЁ таможня', ['таможня']],
    ['customs please', ['customs']],
    ['кеден жок', ['кеден']],
    ['Всего доброго!', []],
    ['таможня сколько всего?', ['таможня', 'сколько', 'всего']],
    ['Good night to all, customs at night', ['customs', 'at', 'night']],
  ])('leaves words out that say nothing: %s', (question, expected) => {
    expect(readQuestion(question, 'ru', index).words.map(({ typed }) => typed)).toEqual(expected);
  });

  it('takes an unknown word for the one of content that was meant, and trusts it less', () => {
    const [word] = readQuestion('таможення', 'ru', index).words;
    expect(word).toMatchObject({ typed: 'таможення', correctedTo: 'таможня', stem: 'таможн' });
    expect(word?.trust).toBeLessThan(1);
    expect(word?.trust).toBeGreaterThan(0.5);
  });

  it('keeps an unknown word as it is where none is near', () => {
    expect(readQuestion('пингвины', 'ru', index).words).toMatchObject([
      { typed: 'пингвины', folded: 'пингвини', stem: 'пингвин', number: undefined, trust: 1 },
    ]);
  });

  it('knows a Russian word in a Kazakh question', () => {
    const { language, words } = readQuestion('таможни қайда', 'ru', index);
    expect(language).toBe('kk');
    expect(words[0]).toMatchObject({ typed: 'таможни', folded: 'таможни', stem: 'таможн', trust: 1 });
  });

  it("says in which language the question is, and takes the chat's where that is not plain", () => {
    expect(readQuestion('where is customs', 'kk', index)).toMatchObject({ language: 'en' });
    expect(readQuestion('2030', 'kk', index)).toMatchObject({ language: 'kk', clarity: 0 });
  });

  it('gives the numbers of stems and letter runs that the index knows', () => {
    const [word] = readQuestion('таможни', 'ru', index).words;
    expect(word?.number).toBe(index.stems.get('таможн'));
    const runs = gramsOf('таможни').map((run) => ({ number: index.gramNumbers.get(run), trust: 1 }));
    expect(word?.grams).toEqual(runs);
  });

  it.each([
    ['nfvj;yz', 'ru', 'keyboard', 'таможня'],
    ['сгыещьы сдуфкфтсу', 'en', 'keyboard', 'customs'],
  ])('reads a question that is typed in other letters: %s', (typed, language, typing, first) => {
    const question = readQuestion(typed, 'en', index);
    expect(question).toMatchObject({ language, typing });
    expect(question.words[0]?.typed).toBe(first);
  });

  it('reads the same for the same question again', () => {
    expect(readQuestion('таможення', 'ru', index)).toEqual(readQuestion('таможення', 'ru', index));
  });

  it('reads no word in signs alone', () => {
    expect(readQuestion('… 👍 ?!', 'ru', index).words).toEqual([]);
  });
});
