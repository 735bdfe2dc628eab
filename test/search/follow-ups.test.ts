import { describe, expect, it } from 'vitest';
import { goesOn, isBareAsking, looksAround, pointsBack, turnsAway } from '../../src/search/follow-ups.ts';
import { foldLetters, splitWords } from '../../src/search/words.ts';

const folded = (text: string): string[] => splitWords(text).map((word) => word.folded);

describe('goesOn', () => {
  it.each([
    ['kk', 'ал байланыс?'],
    ['kk', 'онда қалай барамын'],
    ['kk', 'оның қуаты қандай'],
    ['kk', 'Жамбылда ше'],
    ['ru', 'а склады есть?'],
    ['ru', 'как туда доехать'],
    ['ru', 'кто его строит'],
    ['ru', 'ну а льготы'],
    ['en', 'and the taxes'],
    ['en', 'what about customs?'],
    ['en', 'how do I get there'],
    ['en', 'when will it open'],
    ['en', 'is there a bank there'],
  ] as const)('sees that it takes up what was said (%s): %s', (language, question) => {
    expect(goesOn(folded(question), language)).toBe(true);
  });

  it.each([
    ['kk', 'Қорғас қайда орналасқан'],
    ['kk', 'алматыдан қанша шақырым'],
    ['ru', 'Актау порт контакты'],
    ['ru', 'аренда склада в Хоргосе'],
    ['en', 'andijan border queue'],
    ['en', 'documents for grain'],
    ['en', 'can I send carrots abroad or is there a ban'],
  ] as const)('leaves a question by itself alone (%s): %s', (language, question) => {
    expect(goesOn(folded(question), language)).toBe(false);
  });
});

describe('pointsBack', () => {
  it('tells words that point at what was named from those that take up what was asked', () => {
    expect(pointsBack(folded('как туда доехать'), 'ru')).toBe(true);
    expect(pointsBack(folded('а склады есть?'), 'ru')).toBe(false);
    expect(pointsBack(folded('and is there a bank'), 'en')).toBe(false);
  });
});

describe('turnsAway', () => {
  it.each([
    ['kk', 'басқа жол бар ма', 'бұл жол ұзақ па'],
    ['ru', 'а если поездом', 'а поездом'],
    ['en', 'by rail instead', 'by rail'],
  ] as const)('sees that it turns to another of the sort (%s): %s', (language, away, plain) => {
    expect(turnsAway(folded(away), language)).toBe(true);
    expect(turnsAway(folded(plain), language)).toBe(false);
  });
});

describe('isBareAsking', () => {
  it('knows words that ask nothing by themselves', () => {
    expect(isBareAsking(foldLetters('қалай'), 'kk')).toBe(true);
    expect(isBareAsking('что', 'ru')).toBe(true);
    expect(isBareAsking('same', 'en')).toBe(true);
    expect(isBareAsking('таможня', 'ru')).toBe(false);
  });
});

describe('looksAround', () => {
  it.each([
    ['kk', 'жанындағы станция ше'],
    ['kk', 'оның қасында не бар'],
    ['ru', 'а что рядом'],
    ['ru', 'соседний терминал чей'],
    ['en', 'what stands next to it'],
    ['en', 'the zone around it'],
  ] as const)('sees that it asks of what is near (%s): %s', (language, question) => {
    expect(looksAround(folded(question), language)).toBe(true);
  });

  it.each([
    ['kk', 'жақында ашыла ма'],
    ['ru', 'а что там строят'],
    ['en', 'what happens next'],
  ] as const)('leaves others alone (%s): %s', (language, question) => {
    expect(looksAround(folded(question), language)).toBe(false);
  });
});
