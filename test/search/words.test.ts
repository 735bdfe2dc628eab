import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countLetters,
  foldLetters,
  listWords,
  normalizeText,
  splitWords,
  type Word,
} from '../../src/search/words.ts';
import { anyText } from '../any-text.ts';

const typed = (text: string): string[] => splitWords(text).map((word) => word.typed);
const folded = (text: string): string[] => splitWords(text).map((word) => word.folded);

describe('splitWords', () => {
  it.each([
    [
      'reads letters and digits',
      'Порт Ақтау: 2-кезең, 30 млн т',
      ['порт', 'ақтау', '2', 'кезең', '30', 'млн', 'т'],
    ],
    ['makes letters small', 'ҚОРҒАС Хоргос KHORGOS', ['қорғас', 'хоргос', 'khorgos']],
    [
      'composes й and ё that come in two parts',
      'Каспии\u0306скии\u0306 прие\u0308м',
      ['каспийский', 'приём'],
    ],
    ['reads full-width letters and ligatures', 'ＫＨＯＲＧＯＳ ﬁles', ['khorgos', 'files']],
    ['takes stress marks off', 'замо\u0301к', ['замок']],
    ['passes over zero-width characters', 'Хор\u200bгос\u200d \ufeffпорт', ['хоргос', 'порт']],
    ['passes over soft hyphens', 'тамо\u00adженный', ['таможенный']],
    [
      'passes over signs of direction',
      '\u202eХоргос\u202c \u2066порт\u2069 \u200fхаб',
      ['хоргос', 'порт', 'хаб'],
    ],
    [
      'divides at every hyphen and dash',
      'Ак-Тилек Алтынколь–Достык Поти—Баку 5−7',
      ['ак', 'тилек', 'алтынколь', 'достык', 'поти', 'баку', '5', '7'],
    ],
    ['divides a Kazakh ending from an abbreviation', 'СЭЗ-де', ['сэз', 'де']],
    ['has no word in signs alone', '?! … 👍 — «»', []],
    ['has no word in nothing', '', []],
  ])('%s', (_, text, expected) => {
    expect(typed(text)).toEqual(expected);
  });

  it.each(["'", '’', '‘', 'ʼ', 'ʻ', '`', '´', '′', '＇'])('divides at the apostrophe %s', (apostrophe) => {
    expect(typed(`O${apostrophe}zbekiston`)).toEqual(['o', 'zbekiston']);
  });

  it('gives each word as typed and in folded letters', () => {
    expect(splitWords('Құрық порты')).toEqual([
      { typed: 'құрық', folded: 'курик' },
      { typed: 'порты', folded: 'порти' },
    ]);
  });

  it('brings Kazakh and what is typed for it on a Russian keyboard together', () => {
    expect(folded('Қорғас қоймасы қайда, шығыс үшін өткел')).toEqual(
      folded('Коргас коймасы кайда, шыгыс ушин откел'),
    );
  });

  it('reads at most 120 words', () => {
    expect(splitWords('порт '.repeat(121))).toHaveLength(120);
  });

  it('reads at most 40 letters of a word', () => {
    expect(typed('ж'.repeat(41))).toEqual(['ж'.repeat(40)]);
  });

  it('never cuts through the middle of a character', () => {
    const astral = '𐐨';
    expect(typed(`a${astral.repeat(60)}`)).toEqual([`a${astral.repeat(39)}`]);
  });

  it('holds for any text: few whole words of small letters and digits', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const words = splitWords(text);
        const isWord = ({ typed: letters, folded: simple }: Word): boolean =>
          /^[\p{L}\p{N}]{1,40}$/u.test(letters) &&
          letters === letters.toLowerCase() &&
          simple === foldLetters(letters);
        expect(words.length).toBeLessThanOrEqual(120);
        expect(words.filter((word) => !isWord(word))).toEqual([]);
      }),
    );
  });
});

describe('foldLetters', () => {
  it.each([
    ['қ', 'к'],
    ['ғ', 'г'],
    ['ң', 'н'],
    ['ө', 'о'],
    ['ұ', 'у'],
    ['ү', 'у'],
    ['ә', 'а'],
    ['һ', 'х'],
    ['і', 'и'],
    ['ы', 'и'],
    ['ё', 'е'],
  ])('writes %s as %s', (letter, expected) => {
    expect(foldLetters(letter)).toBe(expected);
  });

  it('leaves other letters alone', () => {
    expect(foldLetters('порт port 30')).toBe('порт port 30');
  });
});

describe('normalizeText', () => {
  it('knows one kind of hyphen and one of apostrophe', () => {
    expect(normalizeText('a‐b–c—d−e ‘f’ gʼs')).toBe("a-b-c-d-e 'f' g's");
  });

  it('leaves text alone that is normal already', () => {
    expect(normalizeText('қорғас хабы қайда?')).toBe('қорғас хабы қайда?');
  });
});

describe('letters beyond the common ones', () => {
  const signs = fc.integer({ min: 1, max: 0x21ff }).map((code) => String.fromCharCode(code));
  const texts = fc.array(fc.oneof(signs, fc.constantFrom('a', 'қ', 'ы', '7', ' ')), { maxLength: 8 });

  it('makes no difference to what is a word, and to which letters are Latin or Cyrillic', () => {
    fc.assert(
      fc.property(texts, (letters) => {
        const text = normalizeText(letters.join(''));
        expect(listWords(text)).toEqual(text.match(/[\p{L}\p{N}]+/gu) ?? []);
        expect(countLetters(text)).toEqual({
          latin: text.match(/\p{Script=Latin}/gu)?.length ?? 0,
          cyrillic: text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0,
        });
      }),
      { numRuns: 2_000 },
    );
  });
});
