// The development questions must be fit to measure with.

import { describe, expect, it } from 'vitest';
import { addNoise, readQuestions } from '../../bench/questions.ts';
import { LANGUAGES } from '../../src/language/index.ts';
import { splitWords } from '../../src/search/words.ts';
import { loadProject } from '../project-catalog.ts';

const { catalog } = await loadProject();
const questions = readQuestions();
const plain = (text: string): string =>
  splitWords(text)
    .map(({ typed }) => typed)
    .join(' ');

describe('the development questions', () => {
  it.each(LANGUAGES)('are many enough in %s, across all answers', (language) => {
    const own = questions.filter((question) => question.language === language);
    const count = (kind: string): number => own.filter((question) => question.kind === kind).length;
    expect(count('clean')).toBeGreaterThanOrEqual(200);
    expect(count('out')).toBeGreaterThanOrEqual(100);
    expect(count('follow-up')).toBeGreaterThanOrEqual(30);
    const asked = new Set(own.flatMap(({ answers }) => answers));
    expect([...catalog.answers.keys()].filter((id) => !asked.has(id))).toEqual([]);
  });

  it('name answers that are there, and none for what is out of scope', () => {
    const known = new Set<string>(catalog.answers.keys());
    const wrong = questions.filter(
      ({ answers, context, kind }) =>
        ![...answers, ...(context === undefined ? [] : [context])].every((id) => known.has(id)) ||
        (kind === 'out') !== (answers.length === 0 && context === undefined),
    );
    expect(wrong).toEqual([]);
  });

  it('stand word for word nowhere among the example questions', () => {
    const written = [
      ...[...catalog.answers.values()].map(({ texts }) =>
        LANGUAGES.flatMap((language) => texts[language].questions),
      ),
      ...catalog.outside.map(({ questions }) => LANGUAGES.flatMap((language) => questions[language])),
    ];
    const examples = new Set(written.flat().map(plain));
    const learned = questions.filter(({ kind, text }) => kind !== 'follow-up' && examples.has(plain(text)));
    expect(learned.map(({ id }) => id)).toEqual([]);
  });

  it('are each there once', () => {
    const ids = questions.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('get the same noise for the same seed, and another for another', () => {
    const some = questions.slice(0, 20);
    expect(addNoise(some, 1)).toEqual(addNoise(some, 1));
    expect(addNoise(some, 1)).not.toEqual(addNoise(some, 2));
  });
});
