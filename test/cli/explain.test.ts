import { describe, expect, it } from 'vitest';
import { explainReply } from '../../src/cli/explain.ts';
import { ask, makeSearchable } from '../../src/search/index.ts';
import { smallCatalog } from '../small-catalog.ts';

const catalog = makeSearchable(
  smallCatalog(
    { 'hubs/khorgos': { topics: { about: { questions: ['where is the dry port'] } } } },
    { outside: { weather: ['will it rain'] } },
  ),
);

describe('explainReply', () => {
  it('tells language, words, candidates and decision', () => {
    const lines = explainReply(ask('WHERE whare', { language: 'ru' }, catalog)).split('\n');
    expect(lines).toEqual([
      expect.stringMatching(/^language: en \(clarity \d\.\d\d, typed as it is written\)$/),
      'goes on from the answer before: no',
      'words, normal forms and stems:',
      '  where → where → where',
      expect.stringMatching(/^ {2}whare → whare → where \(taken for "where", trust 0\.\d\d\)$/),
      'candidates:',
      expect.stringMatching(/^ {2}0\.\d{3} {2}hubs\/khorgos\/about {2}\(words \d\.\d\d, .*\)$/),
      'outside of content: nothing',
      expect.stringMatching(
        /^content answers it: \d\.\d{3}, with the best candidate: \d\.\d{3}, or its entry: \d\.\d{3}$/,
      ),
      expect.stringMatching(/^decision: (?:answer|choose|refuse), because /),
    ]);
  });

  it('marks what content does not know', () => {
    expect(explainReply(ask('pizza', { language: 'ru' }, catalog))).toContain('(content does not know it)');
  });

  it('names the subject that content is not for', () => {
    const lines = explainReply(ask('rain at the port', { language: 'ru' }, catalog)).split('\n');
    expect(lines).toContainEqual(expect.stringMatching(/^outside of content: weather \d\.\d\d$/));
    expect(lines.at(-1)).toMatch(/^decision: refuse, because .* it rather asks of "weather", which/);
  });

  it('says so where there is nothing to tell', () => {
    expect(explainReply(ask('…', { language: 'kk' }, catalog))).toMatchInlineSnapshot(`
      "language: kk (clarity 0.00, typed as it is written)
      goes on from the answer before: no
      words, normal forms and stems:
        none that says anything
      candidates:
        none
      outside of content: nothing
      content answers it: 0.000, with the best candidate: 0.000, or its entry: 0.000
      decision: refuse, because the question holds no word that says anything"
    `);
  });
});
