import { describe, expect, it } from 'vitest';
import { languageAsked } from '../../src/search/language-request.ts';

describe('languageAsked', () => {
  it.each([
    ['қазақша', 'kk'],
    ['Қазақ тілінде айтыңызшы', 'kk'],
    ['казакша болама', 'kk'],
    ['а на казахском?', 'kk'],
    ['in Kazakh please', 'kk'],
    ['ал орысша ше', 'ru'],
    ['по-русски, пожалуйста', 'ru'],
    ['можно на русском языке', 'ru'],
    ['can you say it in Russian', 'ru'],
    ['ағылшынша жазыңызшы', 'en'],
    ['ответьте на английском', 'en'],
    ['English!', 'en'],
    ['орысша бар ма', 'ru'],
    ['English version?', 'en'],
  ] as const)('takes «%s» for a wish for %s', (text, language) => {
    expect(languageAsked(text)).toBe(language);
  });

  it.each([
    '',
    '🙂',
    'хаб на границе с Россией',
    'сертификат на русском языке подойдёт?',
    'құжат қазақша бола ма',
    'is the Russian market open',
    'русский или казахский',
    'на языке',
  ])('leaves «%s» to be answered', (text) => {
    expect(languageAsked(text)).toBeUndefined();
  });
});
