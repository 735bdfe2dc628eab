import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../src/language/index.ts';
import { stemKazakh, stemWord } from '../../src/search/stems.ts';
import { foldLetters, splitWords } from '../../src/search/words.ts';
import { anyText } from '../any-text.ts';

function stemsOf(text: string, language: Language): string[] {
  return splitWords(text).map((word) => stemWord(word, language));
}

describe('stemWord in Kazakh', () => {
  it.each([
    [
      'порт',
      'порт порты портта порттың портқа порттан портпен портты порттар порттары портымыз портына портының портында портынан портындағы порттағы порттарда порттарға',
    ],
    ['кеден', 'кеден кеденге кеденде кеденнің кеденнен кеденмен кеденді кедендер кедендегі кедендері'],
    [
      'койма',
      'қойма қоймаға қоймада қойманың қоймадан қоймамен қойманы қоймасы қоймасында қоймадағы қоймалар қоймалары қоймаларда',
    ],
    [
      'хаб',
      'хаб хабы хабқа хабта хабтың хабтан хабпен хабты хабтағы хабына хабында хабының хабтар хабтары хабтарында',
    ],
    ['жук', 'жүк жүкке жүкте жүктің жүктен жүкпен жүкті жүктер жүктерді жүктері'],
    [
      'резидент',
      'резидент резиденті резидентке резиденттің резиденттен резидентпен резиденттер резиденттерге резиденттері',
    ],
  ])('takes every form to %s', (stem, forms) => {
    expect(stemsOf(forms, 'kk')).toEqual(stemsOf(forms, 'kk').map(() => stem));
  });

  it.each([
    ['сал', 'салу салуға салған салып салды салса'],
    ['бар', 'бару барған барып'],
    ['жибер', 'жіберу жіберсе жіберген'],
    ['катис', 'қатысу қатысуға қатысқан қатысса'],
    ['косил', 'қосыламыз қосылсақ қосылсам қосылса қосылам'],
    ['кир', 'кірсек кірсеңіз кіргім кіреміз кіру'],
    ['тапсир', 'тапсырам тапсырамын тапсырамыз тапсырсам'],
  ])('takes forms of a verb to %s', (stem, forms) => {
    expect(stemsOf(forms, 'kk')).toEqual(stemsOf(forms, 'kk').map(() => stem));
  });

  it.each([
    ['шекара', 'шекарадағы шекарадағысы шекарадағысында шекарадағысына'],
    ['озбекстан', 'Өзбекстан Өзбекстанға Өзбекстанмен Өзбекстанның Өзбекстаннан Өзбекстандағы'],
    ['коргас', 'Қорғас Қорғастан Қорғаста Қорғастікі'],
    ['орал', 'Оралдағы Оралдағысы Оралдағысында'],
  ])('takes a place, and what is named by it, to %s', (stem, forms) => {
    expect(stemsOf(forms, 'kk')).toEqual(stemsOf(forms, 'kk').map(() => stem));
  });

  it.each(['карта', 'не', 'бу', 'ет', 'ірі', 'жол'])(
    'leaves a word alone of which too little would be left: %s',
    (word) => {
      const [{ folded } = { folded: '' }] = splitWords(word);
      expect(stemKazakh(folded)).toBe(folded);
    },
  );

  it('keeps the zone «Туран» apart from what stands, or costs, in Kazakh', () => {
    expect(stemsOf('Туран Турана Туране', 'ru')).toEqual(['туран', 'туран', 'туран']);
    expect(stemsOf('Тұран Тұранда Тұранның', 'kk')).toEqual(['туран', 'туран', 'туран']);
    expect(stemsOf('тұрады тұрасың', 'kk')).not.toContain('туран');
  });

  it('meets the same word in Kazakh and in Russian letters', () => {
    expect(stemsOf('қоймаларға шығыстан өткелдің', 'kk')).toEqual(
      stemsOf('коймаларга шыгыстан откелдин', 'kk'),
    );
  });
});

describe('stemWord in Russian', () => {
  it.each([
    ['порт', 'порт порта порту портом порте порты портов портам портами портах'],
    ['таможн', 'таможня таможни таможню таможней таможне'],
    ['таможен', 'таможенный таможенная таможенного таможенных таможенному'],
    ['груз', 'груз груза грузом грузы грузов грузами'],
    ['емкост', 'ёмкость емкость ёмкости емкостью'],
    ['хоргос', 'Хоргос Хоргоса Хоргосе Хоргосом'],
    ['зон', 'зона зоны зону зоной зонах'],
  ])('takes every form to %s', (stem, forms) => {
    expect(stemsOf(forms, 'ru')).toEqual(stemsOf(forms, 'ru').map(() => stem));
  });
});

describe('stemWord in English', () => {
  it.each([
    ['port', 'port ports'],
    ['warehous', 'warehouse warehouses'],
    ['compani', 'company companies'],
    ['truck', 'truck trucks trucking'],
    ['facil', 'facility facilities'],
  ])('takes every form to %s', (stem, forms) => {
    expect(stemsOf(forms, 'en')).toEqual(stemsOf(forms, 'en').map(() => stem));
  });
});

describe('stemWord', () => {
  it.each(LANGUAGES)('reads Latin letters as English in a question in %s', (language) => {
    expect(stemsOf('terminals', language)).toEqual(['termin']);
  });

  it('folds a word of two scripts, such as one with Latin twins of its letters', () => {
    expect(stemsOf('Қoрғас', 'kk')).toEqual(['кoргас']);
  });

  it('holds for any word: a stem in folded letters', () => {
    fc.assert(
      fc.property(anyText(200), fc.constantFrom(...LANGUAGES), (text, language) => {
        const stems = stemsOf(text, language);
        expect(stems.filter((stem) => stem === '' || stem !== foldLetters(stem))).toEqual([]);
      }),
    );
  });
});
