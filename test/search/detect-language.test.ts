import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/language/index.ts';
import { detectLanguage, learnLanguages } from '../../src/search/detect-language.ts';
import { foldLetters } from '../../src/search/words.ts';
import { skeletonOf } from '../../src/search/writing.ts';
import { anyText } from '../any-text.ts';
import { loadProject } from '../project-catalog.ts';

const { catalog } = await loadProject();
const { languages } = catalog.index;

describe('detectLanguage', () => {
  it.each([
    ['kk', 'Қойма жалдау қанша тұрады?'],
    ['kk', 'Жүкті шекарадан қалай өткіземін'],
    ['kk', 'АҚТАУ ПОРТЫНДА НЕ БАР'],
    ['ru', 'Какие документы нужны для вывоза зерна'],
    ['ru', 'сколько стоит проезд через границу'],
    ['ru', 'КАК ПОПАСТЬ В ПОРТ АКТАУ'],
    ['en', 'which documents do I need for grain'],
    ['en', 'HOW LONG IS THE QUEUE'],
  ] as const)('tells clean %s: %s', (language, question) => {
    for (const chatLanguage of LANGUAGES) {
      expect(detectLanguage(question, languages, chatLanguage).language).toBe(language);
    }
  });

  it.each([
    'коргас портынын койма багасы канша',
    'кедендик ресимдеу калай журип жатыр',
    'бизге шекарадан тауар откизу керек',
    'Каспий хабы кайда орналаскан',
    'порттан жук алуга канша кун кетеди',
  ])('knows Kazakh that is typed with Russian letters: %s', (question) => {
    expect(detectLanguage(question, languages, 'ru').language).toBe('kk');
  });

  it.each(['Актау', 'Курык', 'хоргос', 'АЛАТАУ', 'порт Актау', '12345', '👍', '?!', ''])(
    'takes the language of the chat for "%s"',
    (text) => {
      expect(detectLanguage(text, languages, 'kk').language).toBe('kk');
      expect(detectLanguage(text, languages, 'ru').language).toBe('ru');
    },
  );

  it('says how clear a language is: not at all, or certain', () => {
    expect(detectLanguage('Актау', languages, 'ru').clarity).toBe(0);
    expect(detectLanguage('2030', languages, 'en')).toMatchObject({ language: 'en', clarity: 0 });
    expect(detectLanguage('қайда', languages, 'ru').clarity).toBe(1);
    expect(detectLanguage('where', languages, 'ru').clarity).toBeGreaterThan(0.25);
  });

  it('takes a name in Latin letters for English', () => {
    expect(detectLanguage('Khorgos', languages, 'kk').language).toBe('en');
  });

  it('takes a town with two prepositions for what the chat speaks', () => {
    expect(detectLanguage('а в Курыке?', languages, 'ru').language).toBe('ru');
  });

  it('never takes Cyrillic letters for English', () => {
    expect(detectLanguage('Хоргос', languages, 'en').language).not.toBe('en');
  });

  it.each([
    ['ru', 'latin', 'kak stat rezidentom sez i kakie dokumenty nuzhny'],
    ['ru', 'latin', 'skolko stoit paromnaya perevozka cherez kaspiy'],
    ['kk', 'latin', 'qorgasta qoima zhaldau qansha turady'],
    ['kk', 'latin', 'jükti shekaradan qalai ötkizemin'],
    ['ru', 'keyboard', 'rfrbt ljrevtyns ye;ys lkz dsdjpf pthyf'],
    ['kk', 'keyboard', ';9rnі itrfhflfy 0fkfq -nrіptvіy'],
    ['en', 'keyboard', 'црфе вщсгьутеы вщ ш туув'],
  ] as const)('knows %s in another typing (%s): %s', (language, typing, question) => {
    for (const chatLanguage of LANGUAGES) {
      expect(detectLanguage(question, languages, chatLanguage)).toMatchObject({ language, typing });
    }
  });

  it('gives the text as it was meant', () => {
    expect(detectLanguage('Rfrbt ljrevtyns?', languages, 'en').text).toBe('какие документы?');
    expect(detectLanguage('Какие ДОКУМЕНТЫ?', languages, 'en').text).toBe('какие документы?');
  });

  it('passes over a Latin name in a longer Russian question', () => {
    expect(detectLanguage('Сколько контейнеров проходит через Aktau Port', languages, 'en').language).toBe(
      'ru',
    );
  });

  it('holds for any text: a language and how clear it is', () => {
    fc.assert(
      fc.property(anyText(), fc.constantFrom(...LANGUAGES), (text, chatLanguage) => {
        const { language, clarity } = detectLanguage(text, languages, chatLanguage);
        expect(LANGUAGES).toContain(language);
        expect(clarity).toBeGreaterThanOrEqual(0);
        expect(clarity).toBeLessThan(Number.POSITIVE_INFINITY);
      }),
    );
  });
});

describe('learnLanguages', () => {
  const wordsOf = (text: string) =>
    text.split(' ').map((typed) => ({ typed, skeleton: skeletonOf(foldLetters(typed)), count: 1 }));

  it('learns from a handful of words', () => {
    const models = learnLanguages({
      kk: wordsOf('қойма бар ма кезек қанша уақыт шекарада жүк көп'),
      ru: wordsOf('есть ли склад сколько длится очередь на границе много груза'),
      en: wordsOf('is there a warehouse'),
    });
    expect(detectLanguage('койма бар ма', models, 'ru').language).toBe('kk');
    expect(detectLanguage('есть ли очередь', models, 'kk').language).toBe('ru');
  });

  it('takes the language of the chat while there is no text to learn from', () => {
    const models = learnLanguages({ kk: [], ru: [], en: [] });
    expect(detectLanguage('порт', models, 'kk').language).toBe('kk');
    expect(detectLanguage('порт', models, 'ru').language).toBe('ru');
  });
});
