// A new entry: its files as drafts, filled with what is to be written. They pass the check as they stand,
// with a warning for each line that is still to be written.

import { lstat, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { LANGUAGES, type Language } from '../language/index.ts';
import { readEntryFile } from './entry-texts.ts';
import { readContentFolder } from './folder.ts';
import { collectFormerIds, type FormerIds } from './former-ids.ts';
import { type EntryId, entryIdOf, ID_RULE, type Kind, TOPICS, type Topic } from './ids.ts';
import { schemaLine } from './json-schemas.ts';
import { WISHES } from './new-entry-words.ts';
import { UNWRITTEN_MARK } from './unwritten.ts';

/** Which entry is wanted, and when. */
export interface EntryWish {
  readonly kind: Kind;
  /** The name of its folder: the id without the kind. */
  readonly slug: string;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
}

/** A new entry, or why there is none. */
export type CreatedEntry =
  | { readonly ok: true; readonly id: EntryId; readonly files: readonly string[] }
  | { readonly ok: false; readonly reason: string };

/** The files of a new entry: each text by its path in the content folder. Pure. */
export function newEntryFiles({ kind, slug, now }: EntryWish): ReadonlyMap<string, string> {
  const folder = `${kind}/${slug}`;
  const topics = topicsFor(kind);
  const texts = topics.flatMap((topic) =>
    LANGUAGES.map((language): [string, string] => [
      `${folder}/${topic}.${language}.md`,
      answerText(kind, topic, { language, now }),
    ]),
  );
  return new Map([[`${folder}/entry.yaml`, entryText(kind, `${folder}/entry.yaml`, now)], ...texts]);
}

/**
 * Makes the files of a new entry in the content folder, all or none, and never in place of others.
 * Returns them as problems name them.
 * @throws ContentFolderError when the content folder can't be read
 * @throws Error when the files can't be written
 */
export async function createEntry(contentDir: string, wish: EntryWish): Promise<CreatedEntry> {
  const { kind, slug } = wish;
  const id = entryIdOf(kind, slug);
  if (!id) return { ok: false, reason: `"${slug}" can't be an id. ${ID_RULE}` };
  const place = join(contentDir, kind, slug);
  const renamed = readFormerIds(contentDir).get(id);
  if (renamed) {
    const reason = `"${id}" was the id of "${renamed}" before that was renamed; old buttons lead there. Choose another.`;
    return { ok: false, reason };
  }
  const exists = {
    ok: false,
    reason: `There is already something at ${basename(contentDir)}/${id}.`,
  } as const;
  if (await isThere(place)) return exists;
  await mkdir(join(contentDir, kind), { recursive: true });
  // Made beside its place, under a name that is no content: nobody sees half an entry.
  const beside = join(contentDir, kind, `.new-${slug}-${process.pid}`);
  await mkdir(beside);
  const files = newEntryFiles(wish);
  try {
    for (const [path, text] of files) await writeFile(join(beside, basename(path)), text);
    await rename(beside, place);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    if (await isThere(place)) return exists;
    throw error;
  }
  return { ok: true, id, files: [...files.keys()].map((path) => `${basename(contentDir)}/${path}`) };
}

/** The former ids of entries that can be read; the rest of content may well be broken meanwhile. */
function readFormerIds(contentDir: string): FormerIds {
  const folder = readContentFolder(contentDir);
  const entries = folder.entries.flatMap((entry) => readEntryFile(entry, []) ?? []);
  const ids = new Set(folder.entries.map(({ id }) => id));
  return collectFormerIds(entries, ids, []);
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

function topicsFor(kind: Kind): readonly Topic[] {
  return kind === 'hubs' ? TOPICS : ['about'];
}

function day(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** Half a year on: until then most figures may be trusted. */
function halfYearAfter(time: number): number {
  const date = new Date(time);
  return date.setUTCMonth(date.getUTCMonth() + 6);
}

function entryText(kind: Kind, path: string, now: number): string {
  const record = `{ draft: true, checked: ${day(now)}, review: ${day(halfYearAfter(now))}, rests_on: [] }`;
  return `${schemaLine(path)}
name:
  kk: "${UNWRITTEN_MARK} қысқа атауы, батырмада көрінетіндей"
  ru: "${UNWRITTEN_MARK} краткое название, как на кнопке"
  en: "${UNWRITTEN_MARK} short name, as a button shows it"
# ${UNWRITTEN_MARK} aliases: other names that people type, official, short, old and colloquial
aliases:
  kk: []
  ru: []
  en: []
${KEYS[kind].map(wishForKey).join('')}# ${UNWRITTEN_MARK} links: one to four entries that belong with this one, such as hubs/khorgos
links: []
topics:
${topicsFor(kind)
  .map((topic) => `  ${topic}: ${record}\n`)
  .join('')}# ${UNWRITTEN_MARK} facts: each figure once, with its date and its source
#   capacity: { value: 20, scale: million, unit: tonne, as_of: 2025-11, source: id-in-sources-yaml }
facts: {}
`;
}

/** Keys that an entry has beside those of all: what each is, and how it is written. */
const STATUS = [
  'status: whether it exists yet (planned, building, working, extending)',
  'status: { state: working, as_of: 2025-11, source: id-in-sources-yaml }',
];
const PLACE = [
  'place: where a map pin stands, and how far off it may be',
  'place:',
  '  name: { kk: …, ru: …, en: … }',
  '  address: { kk: …, ru: …, en: … }',
  '  latitude: 44.22',
  '  longitude: 80.38',
  '  accuracy_km: 5',
];
const NEIGHBOUR = ['neighbour: the country that it faces', 'neighbour: { kk: Қытай, ru: Китай, en: China }'];
const HUBS = ['hubs: where it is on offer', 'hubs: [hubs/khorgos]'];
const LEGS = [
  'legs: the main way between places of places.yaml, in order of travel',
  'legs:',
  '  - { from: xian, to: altynkol, mode: rail, border: facilities/altynkol-station }',
];

const KEYS: Readonly<Record<Kind, readonly (readonly string[])[]>> = {
  hubs: [NEIGHBOUR, STATUS, PLACE],
  facilities: [STATUS, PLACE],
  routes: [STATUS, LEGS],
  formats: [STATUS, HUBS],
  guides: [STATUS],
};

function wishForKey([wish = '', ...example]: readonly string[]): string {
  return [`# ${UNWRITTEN_MARK} ${wish}`, ...example.map((line) => `#   ${line}`), ''].join('\n');
}

interface TextWish {
  readonly language: Language;
  readonly now: number;
}

function answerText(kind: Kind, topic: Topic, { language, now }: TextWish): string {
  const { title, questions, bodies } = WISHES[language];
  const body = kind === 'hubs' ? bodies.hubs[topic] : bodies[kind];
  return `---
title: "${UNWRITTEN_MARK} ${title}"
written: ${day(now)}
questions:
  - "${UNWRITTEN_MARK} ${questions}"
---
${body.replaceAll(/^(- |\d+\. |)(?=\S)/gm, `$1${UNWRITTEN_MARK} `)}
`;
}
