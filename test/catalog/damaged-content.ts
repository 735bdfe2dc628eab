// The small content that is damaged a thousand times: every kind of file, and every way in which one names another.

import { TOPICS } from '../../src/catalog/index.ts';
import { LANGUAGES } from '../../src/language/index.ts';
import { answerFile, type ContentFiles, VALID_CONTENT } from './content-tree.ts';

const PLACES = `aktau:
  name: { kk: Ақтау, ru: Актау, en: Aktau }
  country: KZ
  latitude: 43.6
  longitude: 51.2
  accuracy_km: 2
baku: { name: { kk: Баку, ru: Баку, en: Baku }, country: AZ, latitude: 40.4, longitude: 49.9, accuracy_km: 5 }
`;

const HUB_ENTRY = `name: { kk: Хаб, ru: Хаб, en: Hub }
aliases:
  kk: [үлкен хаб]
  ru:
    - большой хаб
    - главный хаб
  en: [great hub]
status: { state: extending, as_of: 2025-12-24, source: [gazette, port-site] }
links: [facilities/port, routes/sea-way]
topics:
${TOPICS.map((topic) => `  ${topic}: { checked: 2026-11-24, review: 2027-05-24, rests_on: [plan] }\n`).join('')}facts:
  area: { value: [120.5, 150], unit: hectare, as_of: 2025, source: gazette }
  plan: { statement: It grows., as_of: 2025-12, source: gazette, note: Compare it with the plan. }
`;

const ROUTE_ENTRY = `name: { kk: Теңіз жолы, ru: Морской путь, en: Sea way }
aliases: { kk: [], ru: [], en: [ferry] }
status: { state: working, as_of: 2025, source: old-act }
legs:
  - { from: aktau, to: baku, mode: sea, border: facilities/port, time: days }
  - from: baku
    to: aktau
    mode: ferry
    time: days
links: [hubs/hub]
topics:
  about: { checked: 2026-11-24, review: 2027-05-24, rests_on: [] }
facts:
  days: { value: [1, 2], unit: day, as_of: 2025, source: port-site }
`;

const FORMAT_ENTRY = `name: { kk: Жалдау, ru: Аренда, en: Lease }
aliases: { kk: [], ru: [снять склад], en: [] }
status: { state: working, as_of: 2025, source: port-site }
hubs: [hubs/hub]
links: []
topics:
  about: { checked: 2026-11-24, review: 2027-05-24, rests_on: [hubs/hub#plan] }
facts: {}
`;

const TEXTS: Readonly<Record<string, string>> = {
  'routes/sea-way': 'The way takes {days}. It begins at the **port**, see [the port](https://port.example/).',
  'formats/lease': '1. Choose _one_ of {hubs/hub#area}.\n2. Write {"24/7"} to them.',
};

/** Content in order: five entries, fourteen answers. */
export const DAMAGED_CONTENT: ContentFiles = {
  ...VALID_CONTENT,
  'places.yaml': PLACES,
  'hubs/hub/entry.yaml': HUB_ENTRY,
  'routes/sea-way/entry.yaml': ROUTE_ENTRY,
  'formats/lease/entry.yaml': FORMAT_ENTRY,
  ...Object.fromEntries(
    LANGUAGES.flatMap((language) => [
      ...TOPICS.map((topic) => [
        `hubs/hub/${topic}.${language}.md`,
        answerFile(`${topic} of хабтың`, `Words of the ${topic}: {area}.\n\n- One\n- **Two** (жүк, груз)`),
      ]),
      ...Object.entries(TEXTS).map(([entry, text]) => [
        `${entry}/about.${language}.md`,
        answerFile(`${entry} жолы`.replaceAll('/', ' '), text),
      ]),
    ]),
  ),
};
