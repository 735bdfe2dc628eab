import { describe, expect, it } from 'vitest';
import { contentTable } from '../../src/catalog/index.ts';
import { summarizeContent } from '../../src/cli/content-summary.ts';
import { loadProjectPhrases } from '../language/project-phrases.ts';
import { smallCatalog } from '../small-catalog.ts';

const phrases = await loadProjectPhrases();
const NOW = Date.UTC(2026, 10, 24);

/** Two entries: one that needs nothing, one with a draft and with answers that are due. */
const catalog = smallCatalog({
  'hubs/khorgos': { topics: { about: {}, trade: {} } },
  'facilities/port': {
    topics: {
      about: { review: { year: 2026, month: 3 } },
      trade: { review: { year: 2026, month: 2, day: 5 } },
      progress: { draft: true },
    },
  },
});

describe('the summary of content', () => {
  it('lists entries that need something, and all in one line', () => {
    const lines = summarizeContent(contentTable(catalog, NOW), phrases, { everyAnswer: false });
    expect(lines.join('\n')).toMatchInlineSnapshot(`
      "                 kk          ru          en          due since
      facilities/port  2, 1 draft  2, 1 draft  2, 1 draft  5 February 2026
      all              4, 1 draft  4, 1 draft  4, 1 draft  2 due"
    `);
  });

  it('lists every answer where that is wanted', () => {
    const lines = summarizeContent(contentTable(catalog, NOW), phrases, { everyAnswer: true });
    expect(lines.join('\n')).toMatchInlineSnapshot(`
      "                          kk          ru          en          due since
      hubs/khorgos/about        there       there       there
      hubs/khorgos/trade        there       there       there
      facilities/port/about     there       there       there       March 2026
      facilities/port/trade     there       there       there       5 February 2026
      facilities/port/progress  draft       draft       draft
      all                       4, 1 draft  4, 1 draft  4, 1 draft  2 due"
    `);
  });
});
