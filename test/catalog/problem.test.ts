// A problem as a line, and the name that somebody most likely meant.

import { describe, expect, it } from 'vitest';
import { describeProblem, type Problem, TOPICS } from '../../src/catalog/index.ts';
import { suggestName } from '../../src/catalog/problem.ts';

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
