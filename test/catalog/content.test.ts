// The project's own content: in order, complete, and with enough example questions.

import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeProblem, loadCatalog, plainLines, TOPICS } from '../../src/catalog/index.ts';
import { LANGUAGES } from '../../src/language/index.ts';
import { loadProjectPhrases } from '../language/project-phrases.ts';

const loaded = loadCatalog(resolve(import.meta.dirname, '../../content'), await loadProjectPhrases());

const HUBS = ['hubs/caspian', 'hubs/central-asia', 'hubs/eurasia', 'hubs/khorgos', 'hubs/zhambyl'];

describe('the content', () => {
  it('is in order', () => {
    expect(loaded.ok ? [] : loaded.problems.map(describeProblem)).toEqual([]);
  });

  const { entries, answers } = loaded.ok ? loaded.catalog : { entries: new Map(), answers: new Map() };

  it('has the five hubs', () => {
    expect([...entries.keys()].filter((id) => id.startsWith('hubs/'))).toEqual(HUBS);
  });

  it.each(HUBS)('has for %s an answer to each topic, none of them a draft', (hub) => {
    const own = [...answers.values()].filter(({ entry }) => entry === hub);
    expect(own.map(({ topic }) => topic)).toEqual([...TOPICS]);
    expect(own.filter(({ draft }) => draft)).toEqual([]);
  });

  it.each(HUBS)('has for %s at least five questions and a text in each language', (hub) => {
    for (const answer of [...answers.values()].filter(({ entry }) => entry === hub)) {
      for (const language of LANGUAGES) {
        const text = answer.texts[language];
        expect(new Set(text.questions).size, `${answer.id} ${language}`).toBeGreaterThanOrEqual(5);
        expect(plainLines(text.body).length, `${answer.id} ${language}`).toBeGreaterThan(0);
      }
    }
  });

  it('names sources that it has', () => {
    const { sources } = loaded.ok ? loaded.catalog : { sources: new Map() };
    const named = [...answers.values()].flatMap((answer) => answer.sources);
    expect(named.filter((id) => !sources.has(id))).toEqual([]);
  });
});
