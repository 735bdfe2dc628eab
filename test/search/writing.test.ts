import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldLetters } from '../../src/search/words.ts';
import { cyrillicOf, retypeInCyrillic, retypeInLatin, skeletonOf } from '../../src/search/writing.ts';
import { anyText } from '../any-text.ts';

const skeleton = (word: string): string => skeletonOf(foldLetters(word));

describe('skeletonOf', () => {
  it.each([
    ['жібереді', ['jiberedi', 'zhiberedi', 'jıberedı']],
    ['қойма', ['qoima', 'koyma', 'qoıma', 'kojma']],
    ['шекара', ['shekara', 'şekara', 'šekara']],
    ['өткел', ['ötkel', 'otkel', 'ótkel']],
    ['ұлттық', ['ulttyq', 'ūlttyq', 'ulttik']],
    ['хаб', ['khab', 'hab', 'xab']],
    ['ғимарат', ['ğimarat', 'ǵimarat', 'ghimarat']],
    ['таможня', ['tamozhnya', 'tamozhnia']],
    ['щебень', ['shcheben', 'scheben']],
    ['цена', ['tsena', 'cena', 'tzena']],
    ['китай', ['kitay', 'kitai', 'kitaj']],
    ['объём', ['obyem', 'obem', 'obyom']],
    ['экспорт', ['eksport', 'export']],
  ])('lets the spellings of %s meet', (cyrillic, spellings) => {
    for (const spelling of spellings) expect(skeleton(spelling)).toBe(skeleton(cyrillic));
  });

  it('keeps words apart that differ in sound', () => {
    expect(skeleton('порт')).not.toBe(skeleton('борт'));
    expect(skeleton('сеть')).not.toBe(skeleton('шесть'));
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(anyText(40), (text) => {
        expect(skeleton(text.toLowerCase())).not.toMatch(/[а-я]/);
      }),
    );
  });
});

describe('cyrillicOf', () => {
  it.each([
    ['jiberedi', 'жибереди'],
    ['tamozhnya', 'таможня'],
    ['shekara', 'шекара'],
    ['yurist', 'юрист'],
    ['grazhdanin', 'гражданин'],
  ])('guesses how %s is written', (latin, cyrillic) => {
    expect(cyrillicOf(skeletonOf(latin))).toBe(cyrillic);
  });
});

describe('retyping', () => {
  it.each([
    ['ghbdtn', 'ru', 'привет'],
    ['rfr gjgfcnm d [jhujc', 'ru', 'как попасть в хоргос'],
    ['~krf', 'ru', 'ёлка'],
    ['0jqvf 0fylfq', 'kk', 'қойма қандай'],
    ['2ккк 345', 'kk', 'әккк 345'],
  ] as const)('reads %s as %s', (typed, language, meant) => {
    expect(retypeInCyrillic(typed, language)).toBe(meant);
  });

  it('reads English that was typed on a Cyrillic keyboard', () => {
    expect(retypeInLatin('црфе вщсгьутеы')).toBe('what documents');
  });

  it('undoes itself, letter by letter', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'йцукенгшщзхъфывапролджэячсмитьбюё'), { maxLength: 30 }),
        (letters) => {
          const text = letters.join('');
          expect(retypeInCyrillic(retypeInLatin(text), 'ru')).toBe(text);
        },
      ),
    );
  });
});
