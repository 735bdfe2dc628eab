import { describe, expect, it } from 'vitest';
import { explainReply } from '../../src/cli/explain.ts';
import { ask, makeSearchable } from '../../src/search/index.ts';
import { smallCatalog } from '../small-catalog.ts';

const catalog = makeSearchable(
  smallCatalog({ 'hubs/khorgos': { topics: { about: { questions: ['where is the dry port'] } } } }),
);

describe('explainReply', () => {
  it('tells language, words, candidates and decision', () => {
    const lines = explainReply(ask('WHERE whare', { language: 'ru' }, catalog)).split('\n');
    expect(lines[0]).toBe('language: en (clarity 1.00)');
    expect(lines.slice(1, 4)).toEqual([
      'words and stems:',
      '  where → where',
      expect.stringMatching(/^ {2}whare → where \(taken for "where", trust 0\.\d\d\)$/),
    ]);
    expect(lines[4]).toBe('candidates:');
    expect(lines[5]).toMatch(/^ {2}0\.\d{3} {2}hubs\/khorgos\/about {2}\(words \d\.\d\d, .*\)$/);
    expect(lines[6]).toMatch(/^decision: (?:answer|choose|refuse), because /);
  });

  it('says so where there is nothing to tell', () => {
    expect(explainReply(ask('…', { language: 'kk' }, catalog))).toMatchInlineSnapshot(`
      "language: kk (clarity 0.00)
      words and stems:
        none that says anything
      candidates:
        none
      decision: refuse, because the question holds no word that says anything"
    `);
  });
});
