import { describe, expect, it } from 'vitest';
import type { TableRow } from '../../src/catalog/index.ts';
import { dueSince, findNeeds, groupByEntry } from '../../src/editor/needs.ts';
import { answerId, entryId } from '../small-catalog.ts';

const IN_ORDER: TableRow = {
  answer: answerId('hubs/khorgos/about'),
  entry: entryId('hubs/khorgos'),
  topic: 'about',
  texts: { kk: 'there', ru: 'there', en: 'there' },
  checked: { year: 2026, month: 11, day: 24 },
  review: { year: 2027, month: 5 },
  isDue: false,
};
const NOTHING = { errors: [], warnings: [] };

describe('what an entry needs', () => {
  it.each([
    { name: 'nothing when all is there', row: {}, found: NOTHING, needs: [] },
    { name: 'its mistakes mended', row: {}, found: { errors: [1], warnings: [] }, needs: ['error'] },
    {
      name: 'the missing text written, then the draft finished',
      row: { texts: { kk: 'missing', ru: 'draft', en: 'draft' } as const },
      found: { errors: [], warnings: [1] },
      needs: ['missing', 'draft'],
    },
    {
      name: 'the older text read again, and the entry compared with its sources',
      row: { texts: { kk: 'older', ru: 'there', en: 'there' } as const, isDue: true },
      found: { errors: [], warnings: [1, 2] },
      needs: ['older', 'due'],
    },
    {
      name: 'a look at what else the check says',
      row: {},
      found: { errors: [], warnings: [1] },
      needs: ['remark'],
    },
  ])('is $name', ({ row, found, needs }) => {
    expect(findNeeds([IN_ORDER, { ...IN_ORDER, ...row }], found)).toEqual(needs);
  });

  it('is told with the day since when it is due, the first of all its answers', () => {
    const due = (month: number): TableRow => ({ ...IN_ORDER, review: { year: 2026, month }, isDue: true });
    expect(dueSince([IN_ORDER, due(9), due(3), due(10)])).toEqual({ year: 2026, month: 3 });
    expect(dueSince([IN_ORDER])).toBeUndefined();
  });
});

describe('what the check says', () => {
  it('goes to the entry in whose folder it is', () => {
    const problem = (file: string, path?: string) => ({ file, path });
    const inText = problem('knowledge/hubs/khorgos/about.ru.md', 'content/hubs/khorgos/about.ru.md');
    const inFolder = problem('knowledge/hubs/khorgos');
    const groups = groupByEntry([
      inText,
      inFolder,
      problem('knowledge/sources.yaml'),
      problem('locales/ru.json'),
    ]);
    expect([...groups]).toEqual([['hubs/khorgos', [inText, inFolder]]]);
  });
});
