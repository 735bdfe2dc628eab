// A small content folder on disk that is in order, and ways to break one thing in it.
// Two facilities, because a hub must have eight topics and a facility one.

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Catalog, describeProblem, loadCatalog } from '../../src/catalog/index.ts';
import { loadProjectPhrases } from '../language/project-phrases.ts';

const phrases = await loadProjectPhrases();

/** Files by their path in the content folder; undefined leaves a file out. */
export type ContentFiles = Readonly<Record<string, string | Uint8Array | undefined>>;

/** Writes a folder named `content` with these files; it is removed when the running test has ended. */
export async function writeContent(files: ContentFiles): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'torap-content-'));
  onTestFinished(() => rm(parent, { recursive: true }));
  const folder = join(parent, 'content');
  await mkdir(folder);
  for (const [path, content] of Object.entries(files)) {
    if (content === undefined) continue;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

/** An answer's file: its front matter with five questions that hold the name, then the text. */
export function answerFile(name: string, text: string): string {
  const questions = ['where is', 'what is', 'who runs', 'how big is', 'when was built'];
  return `---
title: About the ${name}
questions:
${questions.map((question) => `  - ${question} the ${name}\n`).join('')}---
${text}
`;
}

const PORT_ENTRY = `name: { kk: Порт, ru: Порт, en: Port }
aliases:
  kk: [кеме тоқтайтын жер]
  ru: [гавань]
  en: [harbour]
neighbour: { kk: Қытай, ru: Китай, en: China }
status: { state: working, as_of: 2025-11, source: port-site }
place:
  name: { kk: Порт, ru: Порт, en: Port }
  address: { kk: Ақтау, ru: Актау, en: Aktau }
  latitude: 43.6
  longitude: 51.2
  accuracy_km: 2
links: [facilities/station]
topics:
  about: { checked: 2026-11-24, review: 2027-05-24, rests_on: [owner] }
facts:
  capacity: { value: 20, scale: million, unit: tonne, as_of: 2023-05, source: port-site }
  opened: { date: 2015-08, as_of: 2015-08-19, source: [gazette, port-site] }
  act: { literal: "№ 624", as_of: 2017-10-06, source: old-act }
  owner: { statement: The state owns the port., as_of: 2024, source: port-site }
`;

const STATION_ENTRY = `name: { kk: Бекет, ru: Станция, en: Station }
aliases: { kk: [], ru: [], en: [] }
status: { state: planned, as_of: 2025, source: port-site }
links: []
topics:
  about: { checked: 2026-11-24, review: 2027-11-24, rests_on: [], draft: true }
facts: {}
`;

const SOURCES = `port-site:
  publisher: The port
  url: https://port.example/about
  kind: official

gazette:
  publisher: The Gazette
  title: The port opens
  url: https://gazette.example/port
  date: 2015-08-20
  kind: press

old-act:
  publisher: The law
  url: http://law.example/624
  date: 2017-10
  kind: official
`;

const DESK = `time_zone: Asia/Almaty
hours:
  monday: 09:00-18:00
  tuesday: [09:00-13:00, 14:00–18:30]
  saturday:
days_off: [2026-12-16]
first_reply_within_hours: 8
`;

const PORT_TEXT = `The port can handle {capacity} a year.

- It opened {opened|in}, by act {act}.
- **Ask** the [port](https://port.example/).`;

/** A content folder in order. */
export const VALID_CONTENT = {
  'sources.yaml': SOURCES,
  'synonyms.yaml': 'kk:\n  жүк көлігі: [фура, камаз]\nen:\n  truck: [lorry]\n',
  'stopwords.yaml': 'kk: [бұл]\nru: [это]\nen: [the]\n',
  'outside.yaml': 'weather:\n  kk: [жаңбыр жауа ма]\n  ru: [будет ли дождь]\n  en: [will it rain]\n',
  'desk.yaml': DESK,
  'facilities/port/entry.yaml': PORT_ENTRY,
  'facilities/port/about.kk.md': answerFile('порт', PORT_TEXT),
  'facilities/port/about.ru.md': answerFile('порт', PORT_TEXT),
  'facilities/port/about.en.md': answerFile('port', PORT_TEXT),
  'facilities/station/entry.yaml': STATION_ENTRY,
  'facilities/station/about.kk.md': answerFile('бекет', 'Жүк {facilities/port#capacity|number} тонна.'),
  'facilities/station/about.ru.md': answerFile('станция', 'Груз: {facilities/port#capacity}.'),
  'facilities/station/about.en.md': answerFile('station', 'Cargo: {facilities/port#capacity}.'),
} as const;

/** The valid content with one piece of one file's text replaced, in each of the files named. */
export function withChange(
  paths: keyof typeof VALID_CONTENT | readonly (keyof typeof VALID_CONTENT)[],
  before: string,
  after: string,
): ContentFiles {
  const changed = [paths].flat().map((path): [string, string] => {
    const text: string = VALID_CONTENT[path];
    if (!text.includes(before)) throw new Error(`${path} does not hold "${before}"`);
    return [path, text.replace(before, () => after)];
  });
  return { ...VALID_CONTENT, ...Object.fromEntries(changed) };
}

/** The port's texts in all three languages. */
export const PORT_TEXTS = [
  'facilities/port/about.kk.md',
  'facilities/port/about.ru.md',
  'facilities/port/about.en.md',
] as const;

/** Loads content that is in order. */
export async function loadContent(files: ContentFiles): Promise<Catalog> {
  const loaded = loadCatalog(await writeContent(files), phrases);
  if (loaded.ok) return loaded.catalog;
  throw new Error(loaded.problems.map(describeProblem).join('\n'));
}

/** What the check says of content, a problem a line; empty when it is in order. */
export async function problemsOf(files: ContentFiles): Promise<string> {
  const loaded = loadCatalog(await writeContent(files), phrases);
  return loaded.ok ? '' : loaded.problems.map(describeProblem).join('\n');
}

/** What the check warns of in content that is in order, a warning a line. */
export async function warningsOf(files: ContentFiles): Promise<string> {
  const loaded = await loadCatalog(await writeContent(files), phrases);
  return [...(loaded.ok ? [] : loaded.problems), ...loaded.warnings].map(describeProblem).join('\n');
}
