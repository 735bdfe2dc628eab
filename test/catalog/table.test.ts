// Answer by language, as an editor sees it.

import { describe, expect, it } from 'vitest';
import { contentTable } from '../../src/catalog/index.ts';
import { answerFile, type ContentFiles, loadContent, VALID_CONTENT } from './content-tree.ts';

const NOW = Date.UTC(2026, 10, 24);

/** The table in short: answer, kk, ru, en, and whether it is due. */
async function table(files: ContentFiles = VALID_CONTENT, now = NOW): Promise<string[]> {
  const rows = contentTable(await loadContent(files), now);
  return rows.map(({ answer, texts, isDue }) =>
    [answer, texts.kk, texts.ru, texts.en, ...(isDue ? ['due'] : [])].join(' '),
  );
}

describe('contentTable', () => {
  it('has a row for each answer, and tells drafts', async () => {
    expect(await table()).toEqual([
      'facilities/port/about there there there',
      'facilities/station/about draft draft draft',
    ]);
  });

  it('has a row for an unfinished draft, and tells what is missing', async () => {
    const [, station] = await table({ ...VALID_CONTENT, 'facilities/station/about.kk.md': undefined });
    expect(station).toBe('facilities/station/about missing draft draft');
  });

  it('tells a text that is older than its newest fact, unless it is a draft', async () => {
    const old = (text: string) => text.replace('questions:', 'written: 2022-01-01\nquestions:');
    const port = answerFile('port', 'It handles {capacity} since {opened|of}, act {act}.');
    const station = VALID_CONTENT['facilities/station/about.ru.md'];
    const files = {
      'facilities/port/about.en.md': old(port),
      'facilities/station/about.ru.md': old(station),
    };
    expect(await table({ ...VALID_CONTENT, ...files })).toEqual([
      'facilities/port/about there there older',
      'facilities/station/about draft draft draft',
    ]);
  });

  it('tells what is due once the day of the review is over', async () => {
    const [onTheDay] = await table(VALID_CONTENT, Date.UTC(2027, 4, 24));
    const [after] = await table(VALID_CONTENT, Date.UTC(2027, 4, 25, 0, 1));
    expect([onTheDay, after]).toEqual([
      'facilities/port/about there there there',
      'facilities/port/about there there there due',
    ]);
  });

  it('gives the dates of the check and of the review, and what the row is about', async () => {
    const [row] = contentTable(await loadContent(VALID_CONTENT), NOW);
    expect(row).toMatchObject({
      entry: 'facilities/port',
      topic: 'about',
      checked: { year: 2026, month: 11, day: 24 },
      review: { year: 2027, month: 5, day: 24 },
    });
  });
});
