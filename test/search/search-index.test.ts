import { describe, expect, it } from 'vitest';
import { isNameStem } from '../../src/search/names.ts';
import { addValues, type Postings } from '../../src/search/postings.ts';
import { indexCatalog, isKnownStem } from '../../src/search/search-index.ts';
import { paragraph, smallCatalog } from '../small-catalog.ts';

const catalog = smallCatalog(
  {
    'hubs/khorgos': {
      name: 'Khorgos hub',
      aliases: ['Eastern Gate'],
      topics: {
        about: { title: 'Khorgos in short', questions: ['what is this hub'] },
        regime: { questions: ['visa rules', 'customs post'], body: [paragraph('Passports are checked.')] },
        trade: { questions: ['secret tonnage'], draft: true },
      },
    },
    'hubs/caspian': {
      name: 'Caspian hub',
      topics: { about: { questions: ['seaport'] }, regime: { questions: ['customs declarations'] } },
    },
  },
  {
    stopwords: ['Please', 'tell me'],
    synonyms: [
      { language: 'en', word: 'customs', typed: ['duties'] },
      { language: 'en', word: 'grain', typed: ['wheat'] },
    ],
  },
);
const index = indexCatalog(catalog);

/** The answers whose words hold a stem. */
function answersWith(stem: string): string[] {
  return index.answers
    .filter((_, number) => strengthsIn(index.words, stem)[number] !== 0)
    .map(({ id }) => id);
}

/** How strongly each document of an index holds a stem. */
function strengthsIn(postings: Postings, stem: string): Float64Array {
  const strengths = new Float64Array(postings.documentCount);
  addValues(postings, index.stems.get(stem), 1, strengths);
  return strengths;
}

describe('indexCatalog', () => {
  it('ranks every answer but drafts, which never answer', () => {
    expect(index.answers.map(({ id }) => id)).toEqual([
      'hubs/khorgos/about',
      'hubs/khorgos/regime',
      'hubs/caspian/about',
      'hubs/caspian/regime',
    ]);
    expect(answersWith('tonnag')).toEqual([]);
  });

  it('finds an answer by its questions, its title and its text', () => {
    expect(answersWith('visa')).toEqual(['hubs/khorgos/regime']);
    expect(answersWith('short')).toEqual(['hubs/khorgos/about']);
    expect(answersWith('passport')).toEqual(['hubs/khorgos/regime']);
  });

  it("finds an entry's answers by its name and its aliases", () => {
    expect(answersWith('gate')).toEqual(['hubs/khorgos/about', 'hubs/khorgos/regime']);
  });

  it('lets a name count for more in the overview: a bare name asks for it', () => {
    const [about = 0, regime = 1] = strengthsIn(index.words, 'gate');
    expect(about).toBeGreaterThan(regime);
  });

  it("finds content's word by what people type for it, where content has the word", () => {
    expect(answersWith('duti')).toEqual(['hubs/khorgos/regime', 'hubs/caspian/regime']);
    expect(answersWith('wheat')).toEqual([]);
  });

  it('knows which stems name entries', () => {
    const isName = (stem: string): boolean => isNameStem(index.names, index.stems.get(stem));
    expect(isName('khorgo')).toBe(true);
    expect(isName('visa')).toBe(false);
  });

  it('learns topics from the questions of all entries, without names', () => {
    const strengths = strengthsIn(index.topics, 'custom');
    const documents = index.answers.filter(({ topicDocument }) => (strengths[topicDocument] ?? 0) > 0);
    expect(documents.map(({ id }) => id)).toEqual(['hubs/khorgos/regime', 'hubs/caspian/regime']);
    expect(Math.max(...strengthsIn(index.topics, 'hub'))).toBe(0);
  });

  it('knows the stems that answers hold', () => {
    expect(isKnownStem('custom', index)).toBe(true);
    expect(isKnownStem('pizza', index)).toBe(false);
  });

  it("suggests the hubs' overviews", () => {
    expect(index.usual).toEqual(['hubs/khorgos/about', 'hubs/caspian/about']);
  });

  it('knows the words that say nothing, as questions are folded', () => {
    expect([...index.stopwords.words]).toEqual(['please']);
    expect([...index.stopwords.phrases]).toEqual([['tell', [['tell', 'me']]]]);
  });

  it('can be built of no content at all', () => {
    expect(indexCatalog(smallCatalog({})).answers).toEqual([]);
  });
});
