// A problem as a line, and the name that somebody most likely meant.

import { describe, expect, it } from 'vitest';
import { describeProblem, type Problem, TOPICS } from '../../src/catalog/index.ts';
import { shortenQuotes, suggestName } from '../../src/catalog/problem.ts';

describe('describeProblem', () => {
  const problem = { file: 'content/sources.yaml', message: 'it is wrong.', remedy: 'Mend it.' };
  it.each<[Problem, string]>([
    [problem, 'content/sources.yaml  it is wrong. Mend it.'],
    [{ ...problem, line: 3 }, 'content/sources.yaml:3  it is wrong. Mend it.'],
    [{ ...problem, line: 3, column: 7 }, 'content/sources.yaml:3:7  it is wrong. Mend it.'],
  ])('writes one line, as precise as it can (%#)', (given, line) => {
    expect(describeProblem(given)).toBe(line);
  });
});

describe('shortenQuotes', () => {
  const problem = { file: 'a.yaml', line: 2, message: '', remedy: '' };

  it('cuts a long quotation, and leaves the rest', () => {
    const message = `the source "${'қ'.repeat(300)}" is not in "sources.yaml".`;
    expect(shortenQuotes({ ...problem, message })).toEqual({
      ...problem,
      message: `the source "${'қ'.repeat(60)}…" is not in "sources.yaml".`,
    });
  });

  it('leaves what can be read', () => {
    const remedy = `Did you mean "${'a'.repeat(79)}"?`;
    expect(shortenQuotes({ ...problem, remedy })).toEqual({ ...problem, remedy });
  });
});

describe('suggestName', () => {
  it.each([
    ['capacty', ['capacity', 'opened'], 'Did you mean "capacity"?'],
    ['conatcts', TOPICS, 'Did you mean "contacts"?'],
    ['port', ['facilities/port', 'facilities/station'], 'Did you mean "facilities/port"?'],
    ['weather', ['capacity', 'opened'], 'Known here: capacity, opened.'],
    ['weather', [], 'None is known here.'],
  ])('for %j of %j: %s', (meant, known, sentence) => {
    expect(suggestName(meant, known)).toBe(sentence);
  });

  it('does not list more names than can be read', () => {
    const names = Array.from({ length: 13 }, (_, index) => `name-${index}`);
    expect(suggestName('zzz', names)).toBe('13 are known here, none is like it.');
  });
});
