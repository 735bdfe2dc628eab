import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gramsOf } from '../../src/search/grams.ts';
import { numberIn } from '../../src/search/postings.ts';
import {
  buildVocabulary,
  type Correction,
  correctWord,
  type Surface,
  spellingsOf,
  stemsOfWord,
} from '../../src/search/vocabulary.ts';
import { foldLetters } from '../../src/search/words.ts';
import { skeletonOf } from '../../src/search/writing.ts';
import { anyText } from '../any-text.ts';

const WORDS = [
  ...[
    'терминал',
    'контейнер',
    'жеңілдік',
    'құрылыс',
    'теміржол',
    'байланыс',
    'қойма',
    'порт',
    'кеден',
    'Қорғас',
  ],
  ...['таможня', 'растаможка', 'декларация', 'переход', 'склад', 'паром', 'резидент', 'Казахстан'],
  ...['warehouse', 'customs', 'container', 'crossing', 'incentives', 'ferry', 'berth', 'port'],
].map((word) => foldLetters(word.toLowerCase()));

const numbers = new Map<number, number>();
const gramsOfWord = (word: string): number[] => gramsOf(word).map((gram) => numberIn(numbers, gram));
const surfaces = new Map(
  WORDS.map((word) => [
    word,
    { skeleton: skeletonOf(word), stems: [`${word}-stem`], grams: gramsOfWord(word) },
  ]),
);
const vocabulary = buildVocabulary(surfaces, numbers.size);

function correction(folded: string): Correction | undefined {
  return correctWord(
    vocabulary,
    folded,
    gramsOf(folded).map((gram) => numbers.get(gram)),
  );
}

function correct(typed: string): string | undefined {
  return correction(foldLetters(typed))?.surface;
}

/** A vocabulary of made-up words, and a function that numbers letter runs as it does. */
function vocabularyOf(words: readonly string[]) {
  const known = new Map<number, number>();
  const numbered = words.map((word): [string, Surface] => {
    const grams = gramsOf(word).map((gram) => numberIn(known, gram));
    return [word, { skeleton: skeletonOf(word), stems: [word], grams }];
  });
  const numberRuns = (word: string) => gramsOf(word).map((gram) => known.get(gram));
  return { vocabulary: buildVocabulary(new Map(numbered), known.size), numberRuns };
}

describe('correct', () => {
  it('finds the word that shares most among thousands that share little', () => {
    const letters = [...'абвгдежзиклмнопрст'];
    const others = letters.flatMap((first) =>
      letters.flatMap((second) => letters.map((third) => `ал${first}${second}${third}ер`)),
    );
    const { vocabulary, numberRuns } = vocabularyOf([
      ...others,
      'терминал',
      ...others.map((one) => `${one}б`),
    ]);
    expect(correctWord(vocabulary, 'термнал', numberRuns('термнал'))?.surface).toBe('терминал');
    expect(correctWord(vocabulary, 'жүйрікті', numberRuns('жүйрікті'))).toBeUndefined();
  });

  it.each([
    ['a letter left out', 'термнал', 'терминал'],
    ['a letter too many', 'қоймма', 'қойма'],
    ['a wrong letter', 'жеңілдін', 'жеңілдік'],
    ['two letters swapped', 'құрлыыс', 'құрылыс'],
    ['the last letter missing', 'теміржо', 'теміржол'],
    ['Russian letters and a typo', 'куруылыс', 'құрылыс'],
  ])('mends Kazakh with %s: %s', (_, typed, meant) => {
    expect(correct(typed)).toBe(foldLetters(meant));
  });

  it.each([
    ['a letter left out', 'таможн', 'таможня'],
    ['a letter too many', 'таможжня', 'таможня'],
    ['a wrong letter', 'растоможка', 'растаможка'],
    ['two letters swapped', 'деклраация', 'декларация'],
    ['a wrong first letter', 'кереход', 'переход'],
  ])('mends Russian with %s: %s', (_, typed, meant) => {
    expect(correct(typed)).toBe(meant);
  });

  it.each([
    ['a letter left out', 'warehose', 'warehouse'],
    ['a letter too many', 'customms', 'customs'],
    ['a wrong letter', 'contaimer', 'container'],
    ['two letters swapped', 'corssing', 'crossing'],
    ['a wrong ending', 'incentivas', 'incentives'],
  ])('mends English with %s: %s', (_, typed, meant) => {
    expect(correct(typed)).toBe(meant);
  });

  it.each(['торт', 'прт', 'porc', 'жүк', 'хаб', ''])('leaves the short word "%s" alone', (word) => {
    expect(correct(word)).toBeUndefined();
  });

  it.each(['погода', 'биткоин', 'футбол', 'weather', 'recipe', 'өлеңдер', 'көктемде'])(
    'takes "%s" for no word of content',
    (word) => {
      expect(correct(word)).toBeUndefined();
    },
  );

  it.each(['порт2024', '12345', 'контейнер1'])('leaves "%s" alone: a digit is no typo', (word) => {
    expect(correct(word)).toBeUndefined();
  });

  it('gives the stems of the word, and less trust the further it is', () => {
    const near = correction('терминалл');
    const far = correction('тирминалл');
    expect(near).toMatchObject({ surface: 'терминал', stems: ['терминал-stem'] });
    expect(near?.trust).toBeLessThan(1);
    expect(far?.trust).toBeLessThan(near?.trust ?? 0);
  });

  it('holds for any word: nothing, or a word of content with a trust from 0 to 1', () => {
    fc.assert(
      fc.property(anyText(40), (text) => {
        const found = correction(text);
        if (!found) return;
        expect(WORDS).toContain(found.surface);
        expect(found.trust).toBeGreaterThan(0);
        expect(found.trust).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('stemsOf', () => {
  it('gives the stems of a word that content holds in just this form', () => {
    expect(stemsOfWord(vocabulary, 'порт')).toEqual(['порт-stem']);
  });

  it('gives none for any other', () => {
    expect(stemsOfWord(vocabulary, 'порты')).toEqual([]);
  });
});

describe('spellingsOf', () => {
  it.each([
    ['terminal', 'терминал'],
    ['zhenildik', 'женилдик'],
    ['jeñildik', 'женилдик'],
    ['tamozhnya', 'таможня'],
    ['deklaraciya', 'декларация'],
    ['qorghas', 'коргас'],
    ['терменал', undefined],
  ])('finds the Cyrillic word that %s may be', (typed, meant) => {
    const [spelling] = spellingsOf(vocabulary, foldLetters(typed));
    expect(spelling).toBe(meant);
  });
});
