import { describe, expect, it } from 'vitest';
import { loadContent, problemsOf, VALID_CONTENT } from './content-tree.ts';

const PLACES = `aktau: { name: { kk: Ақтау, ru: Актау, en: Aktau }, country: KZ, latitude: 43.6, longitude: 51.2, accuracy_km: 2 }
baku: { name: { kk: Баку, ru: Баку, en: Baku }, country: AZ, latitude: 40.4, longitude: 49.9, accuracy_km: 5 }
`;

const STATION = 'facilities/station/entry.yaml';

/** The station's entry with more keys, and one more fact. */
function withStation(keys: string, facts = '{}'): Readonly<Record<string, string>> {
  const entry = String(VALID_CONTENT[STATION]).replace('links: []', `${keys}\nlinks: []`);
  return {
    ...VALID_CONTENT,
    'places.yaml': PLACES,
    [STATION]: entry.replace('facts: {}', `facts: ${facts}`),
  };
}

const TIME = '{ days: { value: [1, 2], unit: day, as_of: 2025, source: port-site } }';
const LEG = 'legs: [{ from: aktau, to: baku, mode: sea, border: facilities/port, time: days }]';

describe('an entry', () => {
  it('has its legs between places, with their time as each language writes it', async () => {
    const { entries, answers } = await loadContent(withStation(LEG, TIME));
    const [leg] = [...entries.values()][1]?.legs ?? [];
    expect(leg).toMatchObject({
      from: { id: 'aktau', country: 'KZ', accuracyKm: 2 },
      to: { name: { ru: 'Баку' } },
      mode: 'sea',
      border: 'facilities/port',
      time: { kk: '1–2\u00a0күн', ru: '1–2\u00a0дня', en: '1–2\u00a0days' },
      distance: undefined,
    });
    expect([...answers.values()][1]?.sources).toEqual(['port-site']);
  });

  it.each([
    ['a place', LEG.replace('baku', 'bakoo'), TIME],
    ['a fact', LEG.replace('days', 'dayz'), TIME],
    ['a crossing', LEG.replace('facilities/port', 'facilities/prt'), TIME],
    ['a hub', 'hubs: [hubs/nowhere]', '{}'],
  ])('is told of %s that is not there', async (_name, keys, facts) => {
    expect(await problemsOf(withStation(keys, facts))).toMatchSnapshot();
  });

  it("rests on another entry's fact, which then counts as used", async () => {
    const rests = String(VALID_CONTENT[STATION]).replace('rests_on: []', 'rests_on: [facilities/port#owner]');
    const { answers } = await loadContent({ ...VALID_CONTENT, [STATION]: rests });
    expect([...answers.values()][1]?.sources).toEqual(['port-site']);
    const wrong = rests.replace('#owner', '#ownr');
    expect(await problemsOf({ ...VALID_CONTENT, [STATION]: wrong })).toMatchSnapshot();
  });
});
