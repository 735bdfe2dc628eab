import { describe, expect, it } from 'vitest';
import { describeProblem } from '../../src/catalog/problem.ts';
import { reviewCatalog } from '../../src/catalog/review.ts';
import { loadProjectPhrases } from '../language/project-phrases.ts';
import { answerFile, loadContent, VALID_CONTENT } from './content-tree.ts';

const phrases = await loadProjectPhrases();
const NOW = Date.UTC(2026, 10, 24);

/** An answer's file with five more questions: enough that nobody wishes for more. */
function ask(path: string, text: string): string {
  const more = ['how far is', 'how old is', 'who owns', 'who uses', 'which ships use'];
  const lines = more.map((question) => `  - ${question} ${path}\n`).join('');
  return text.replace(/^questions:\n/m, (line) => line + lines);
}

async function review(changes: Readonly<Record<string, string>> = {}, now = NOW): Promise<string[]> {
  const files = Object.entries({ ...VALID_CONTENT, ...changes });
  const catalog = await loadContent(Object.fromEntries(files.map(([path, text]) => [path, ask(path, text)])));
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

  it('names answers that have few example questions', async () => {
    const catalog = await loadContent(VALID_CONTENT);
    const [first] = reviewCatalog(catalog, phrases, NOW);
    expect(first && describeProblem(first)).toMatchInlineSnapshot(
      `"content/facilities/port/about.kk.md  an answer is found better with 10 or more example questions; here are 5. Add some, as people would type them."`,
    );
  });

  it('looks at the texts of unfinished drafts too', async () => {
    const catalog = await loadContent({ ...VALID_CONTENT, 'facilities/station/about.kk.md': undefined });
    const files = reviewCatalog(catalog, phrases, NOW).map(({ file }) => file);
    expect(files).toContain('content/facilities/station/about.ru.md');
    expect(files).not.toContain('content/facilities/station/about.kk.md');
  });

  it('names texts that are long for a phone', async () => {
    const long = answerFile('port', `${TEXT} ${'And more of it. '.repeat(90)}`);
    expect((await review({ 'facilities/port/about.en.md': long }))[0]).toMatchInlineSnapshot(
      `"content/facilities/port/about.en.md  the text has 1513 characters, which is long for a phone. Bring it under 1300, or move a part to another topic."`,
    );
  });
});
