import { describe, expect, it } from 'vitest';
import { describeProblem } from '../../src/catalog/problem.ts';
import { reviewCatalog } from '../../src/catalog/review.ts';
import { loadProjectPhrases } from '../language/project-phrases.ts';
import { answerFile, loadContent, VALID_CONTENT } from './content-tree.ts';

const phrases = await loadProjectPhrases();
const NOW = Date.UTC(2026, 10, 24);

async function review(changes: Readonly<Record<string, string>> = {}, now = NOW): Promise<string[]> {
  const catalog = await loadContent({ ...VALID_CONTENT, ...changes });
  return reviewCatalog(catalog, phrases, now).map(describeProblem);
}

const TEXT = 'It handles {capacity} since {opened|of}, act {act}.';

describe('the review of a catalog', () => {
  it('says nothing of content that is fresh and short', async () => {
    expect(await review()).toEqual([]);
  });

  it('names answers that are due', async () => {
    const [first] = await review({}, Date.UTC(2027, 5, 1));
    expect(first).toMatchInlineSnapshot(
      `"content/facilities/port/entry.yaml  the topic "about" has been due for review since 24 May 2027. Compare it with its sources, then set "checked" and "review"."`,
    );
  });

  it('names texts that are older than their facts, and none that are as old', async () => {
    const dated = (day: string) =>
      answerFile('port', TEXT).replace('questions:', `written: ${day}\nquestions:`);
    const path = 'facilities/port/about.en.md';
    expect((await review({ [path]: dated('2022-01-01') }))[0]).toMatchInlineSnapshot(
      `"content/facilities/port/about.en.md:1  the text is older than a fact in it. Read it again with the new figure, then set "written" to today."`,
    );
    expect(await review({ [path]: dated('2026-11-24') })).toEqual([]);
  });

  it('names texts that are long for a phone', async () => {
    const long = answerFile('port', `${TEXT} ${'And more of it. '.repeat(90)}`);
    expect((await review({ 'facilities/port/about.en.md': long }))[0]).toMatchInlineSnapshot(
      `"content/facilities/port/about.en.md  the text has 1513 characters, which is long for a phone. Bring it under 1300, or move a part to another topic."`,
    );
  });
});
