import { describe, expect, it } from 'vitest';
import { type Count, countStats } from '../../src/desk/stats.ts';
import { entryId, smallCatalog } from '../small-catalog.ts';
import { DAY, HOUR, inquiry, MINUTE, NOON, outcome } from './samples.ts';

const about = { topics: { about: {}, routes: {} } };
const catalog = smallCatalog(
  {
    'hubs/khorgos': { ...about, links: ['facilities/altynkol'] },
    'hubs/caspian': about,
    'facilities/altynkol': about,
    'facilities/aktau': { ...about, links: ['hubs/caspian'] },
    'formats/lease': { ...about, hubs: [entryId('hubs/khorgos')] },
    'formats/investor': { ...about, hubs: [entryId('hubs/khorgos'), entryId('hubs/caspian')] },
    'guides/vat': about,
  },
  { formerIds: { 'facilities/aqtau': 'facilities/aktau' } },
);

function count(
  outcomes: Parameters<typeof countStats>[0],
  inquiries: Parameters<typeof countStats>[1] = [],
  days = 3,
) {
  return countStats(outcomes, inquiries, catalog, { now: NOON, days });
}

function asked(counts: readonly Count<string>[]): Record<string, number> {
  return Object.fromEntries(counts.filter(({ count }) => count > 0).map(({ key, count }) => [key, count]));
}

function answered(...answers: readonly string[]) {
  return outcome({ outcome: answers.length > 1 ? 'choose' : 'answer', answers });
}

describe('countStats', () => {
  it('counts questions by day, with days on which none came, and leaves out what is older', () => {
    const stats = count([
      outcome(),
      outcome({ at: NOON - 12 * HOUR }),
      outcome({ at: NOON - 12 * HOUR - 1 }),
      outcome({ at: NOON - 3 * DAY }),
      outcome({ at: NOON + DAY }),
    ]);
    expect(stats.days).toEqual([
      { key: '2026-11-28', count: 0 },
      { key: '2026-11-29', count: 1 },
      { key: '2026-11-30', count: 2 },
    ]);
    expect(stats.questions).toBe(3);
  });

  it('counts languages, outcomes and votes', () => {
    const stats = count([
      outcome({ language: 'kk', outcome: 'answer', vote: 'up' }),
      outcome({ language: 'kk', outcome: 'choose', vote: 'down' }),
      outcome({ language: 'en', outcome: 'answer', vote: 'up' }),
    ]);
    expect(stats.languages).toEqual([
      { key: 'kk', count: 2 },
      { key: 'ru', count: 0 },
      { key: 'en', count: 1 },
    ]);
    expect(asked(stats.outcomes)).toEqual({ answer: 2, choose: 1 });
    expect(stats.votes).toEqual({ up: 2, down: 1 });
  });

  it('counts what a person took of what was offered, also under a refusal', () => {
    const offered = ['hubs/khorgos/about', 'hubs/caspian/contacts'];
    const stats = count([
      { ...answered(...offered), picked: 'hubs/caspian/contacts' },
      outcome({ answers: offered, picked: 'hubs/khorgos/about' }),
      outcome({ answers: offered }),
    ]);
    expect(asked(stats.hubs)).toEqual({ 'hubs/caspian': 1, 'hubs/khorgos': 1 });
    expect(asked(stats.topics)).toEqual({ contacts: 1, about: 1 });
    expect(asked(stats.outcomes)).toEqual({ choose: 1, refuse: 2 });
  });

  it.each([
    ['a hub', ['hubs/khorgos/about'], 'hubs/khorgos'],
    ['what a hub links', ['facilities/altynkol/about'], 'hubs/khorgos'],
    ['what links a hub', ['facilities/aktau/about'], 'hubs/caspian'],
    ['a former name', ['facilities/aqtau/about'], 'hubs/caspian'],
    ['a format of one hub', ['formats/lease/about'], 'hubs/khorgos'],
    ['a format of several', ['formats/investor/about'], 'other'],
    ['a guide of none', ['guides/vat/about'], 'other'],
    ['what content no longer has', ['guides/gone/about'], 'other'],
    ['a choice within one hub', ['hubs/khorgos/about', 'formats/lease/about'], 'hubs/khorgos'],
    ['a choice among hubs', ['hubs/khorgos/about', 'hubs/caspian/about'], 'other'],
    ['nothing', [], 'other'],
  ])('finds the hub of %s', (_, answers, hub) => {
    expect(asked(count([answered(...answers)]).hubs)).toEqual({ [hub]: 1 });
  });

  it('finds the topic, and counts no hub and no topic for what was refused', () => {
    const stats = count([
      answered('hubs/khorgos/routes'),
      answered('hubs/khorgos/routes', 'hubs/caspian/routes'),
      answered('hubs/khorgos/routes', 'hubs/caspian/about'),
      outcome({ answers: ['hubs/khorgos/about'] }),
    ]);
    expect(asked(stats.topics)).toEqual({ routes: 2, other: 1 });
    expect(asked(stats.hubs)).toEqual({ 'hubs/khorgos': 1, other: 2 });
  });

  it('counts inquiries: all by their state, of those days how many came', () => {
    const stats = count(
      [],
      [inquiry(), inquiry({ openedAt: NOON - 9 * DAY, state: 'taken' }), inquiry({ state: 'closed' })],
    );
    expect(stats.opened).toBe(2);
    expect(asked(stats.inquiries)).toEqual({ received: 1, taken: 1, closed: 1 });
    expect(stats.firstReply).toBeUndefined();
  });

  it.each([
    [[5], 5],
    [[5, 9], 7],
    [[60, 5, 9], 9],
  ])('finds the median of first replies after %j minutes', (minutes, median) => {
    const inquiries = minutes.map((after) => inquiry({ firstReplyAt: NOON + after * MINUTE }));
    const old = inquiry({ openedAt: NOON - 9 * DAY, firstReplyAt: NOON - 8 * DAY });
    expect(count([], [...inquiries, old]).firstReply).toBe(median * MINUTE);
  });

  it('counts nothing of nothing', () => {
    const stats = count([]);
    expect(
      [...stats.days, ...stats.languages, ...stats.hubs, ...stats.topics].every(({ count }) => count === 0),
    ).toBe(true);
  });
});
