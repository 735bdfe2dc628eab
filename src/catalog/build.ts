// Checked files → the values of the catalog.

import {
  endOf,
  forEachLanguage,
  LANGUAGES,
  type Language,
  type PartialDate,
  type Phrases,
} from '../language/index.ts';
import type { Answer, Entry, Leg, RoutePlace, Source, UnfinishedAnswer, Words } from './catalog.ts';
import { type FactTable, factKey, type ReadEntry, type ReadText } from './entry-texts.ts';
import { type AnswerId, answerIdOf, type SourceId, TOPICS, type Topic } from './ids.ts';
import { writeFact } from './references.ts';
import type { EntryFile, Fact } from './schema.ts';

/** What answers are made of beside their entry. */
export interface AnswerParts {
  readonly facts: FactTable;
  readonly sources: ReadonlyMap<SourceId, Source>;
  readonly texts: ReadonlyMap<AnswerId, Partial<Record<Language, ReadText>>>;
}

/** Makes an answer; undefined when a language is missing. */
export function makeAnswer(entry: ReadEntry, topic: Topic, parts: AnswerParts): Answer | undefined {
  const record = entry.file.topics[topic];
  const { kk, ru, en } = parts.texts.get(answerIdOf(entry.id, topic)) ?? {};
  if (!record || !kk || !ru || !en) return undefined;
  const texts = { kk: kk.text, ru: ru.text, en: en.text };
  return { ...makeRecord(entry, { topic, record }, parts), draft: record.draft ?? false, texts };
}

/** Makes a draft that lacks a language; undefined when it lacks none. */
export function makeUnfinished(
  entry: ReadEntry,
  topic: Topic,
  parts: AnswerParts,
): UnfinishedAnswer | undefined {
  const record = entry.file.topics[topic];
  const read = parts.texts.get(answerIdOf(entry.id, topic)) ?? {};
  const present = LANGUAGES.flatMap((language) => {
    const text = read[language]?.text;
    return text ? [[language, text] as const] : [];
  });
  if (!record?.draft || present.length === LANGUAGES.length) return undefined;
  return { ...makeRecord(entry, { topic, record }, parts), texts: Object.fromEntries(present) };
}

interface TopicRecord {
  readonly topic: Topic;
  readonly record: NonNullable<EntryFile['topics'][Topic]>;
}

/** What an answer has whatever its languages are. */
function makeRecord(
  entry: ReadEntry,
  { topic, record }: TopicRecord,
  { facts, sources, texts }: AnswerParts,
): Omit<UnfinishedAnswer, 'texts'> {
  const id = answerIdOf(entry.id, topic);
  const read = texts.get(id) ?? {};
  const printed = LANGUAGES.flatMap((language) => [...(read[language]?.printed ?? [])]);
  const restedOn = topic === 'about' ? [...record.rests_on, ...legFacts(entry.file)] : record.rests_on;
  const keys = new Set([...printed, ...restedOn.map((fact) => factKey(fact, entry.id))]);
  const used = [...keys].flatMap((key) => facts.get(key) ?? []);
  return {
    id,
    entry: entry.id,
    topic,
    checked: record.checked,
    review: record.review,
    sources: newestFirst(new Set(used.flatMap((fact) => fact.source)), sources),
    asOf: spanOf(used),
  };
}

function spanOf(facts: readonly Fact[]): UnfinishedAnswer['asOf'] {
  let span: { readonly first: DatedEnd; readonly last: DatedEnd } | undefined;
  for (const { as_of: date } of facts) {
    const dated = { date, end: endOf(date) };
    const { first, last } = span ?? { first: dated, last: dated };
    span = { first: dated.end < first.end ? dated : first, last: dated.end >= last.end ? dated : last };
  }
  return span && { first: span.first.date, last: span.last.date };
}

/** A date and when it ends: finding that out takes longer than comparing. */
interface DatedEnd {
  readonly date: PartialDate;
  readonly end: number;
}

/** A source without a date comes last. */
function newestFirst(ids: ReadonlySet<SourceId>, sources: ReadonlyMap<SourceId, Source>): SourceId[] {
  const dated = [...ids].map((id) => ({ id, end: endOf(sources.get(id)?.date ?? { year: 0 }) }));
  return dated.sort((left, right) => right.end - left.end).map(({ id }) => id);
}

/** What an entry's legs are written with. */
export interface EntryParts {
  readonly places: ReadonlyMap<string, RoutePlace>;
  readonly phrases: Phrases;
}

/** Makes an entry. Its legs must have been checked: those whose places are unknown are left out. */
export function makeEntry({ id, file }: ReadEntry, parts: EntryParts): Entry {
  const { place, status } = file;
  return {
    id,
    name: file.name,
    aliases: file.aliases,
    neighbour: file.neighbour,
    status: status && { state: status.state, asOf: status.as_of, sources: status.source },
    place: place && {
      name: place.name,
      address: place.address,
      latitude: place.latitude,
      longitude: place.longitude,
      accuracyKm: place.accuracy_km,
    },
    hubs: file.hubs ?? [],
    legs: (file.legs ?? []).flatMap((leg) => makeLeg(leg, file, parts)),
    links: file.links,
    answers: topicsOf(file).map((topic) => answerIdOf(id, topic)),
  };
}

type LegFile = NonNullable<EntryFile['legs']>[number];

function makeLeg(leg: LegFile, file: EntryFile, { places, phrases }: EntryParts): Leg[] {
  const from = places.get(leg.from);
  const to = places.get(leg.to);
  if (!from || !to) return [];
  const write = (name: string | undefined): Words | undefined => {
    const fact = name === undefined ? undefined : file.facts[name];
    return fact && forEachLanguage((language) => factText(fact, phrases, language));
  };
  return [
    { from, to, mode: leg.mode, border: leg.border, time: write(leg.time), distance: write(leg.distance) },
  ];
}

function factText(fact: EntryFile['facts'][string], phrases: Phrases, language: Language): string {
  const written = writeFact(fact, '', phrases[language]);
  return 'text' in written ? written.text : '';
}

/** The facts that an entry's legs print, by name. */
export function legFacts({ legs }: EntryFile): string[] {
  return (legs ?? []).flatMap(({ time, distance }) => [time, distance].filter((name) => name !== undefined));
}

/** The topics that an entry.yaml lists, in their order. */
export function topicsOf(file: EntryFile): Topic[] {
  return TOPICS.filter((topic) => file.topics[topic]);
}

/** Tells whether an entry has topics and all of them are drafts. */
export function isAllDrafts(file: EntryFile): boolean {
  const topics = topicsOf(file);
  return topics.length > 0 && topics.every((topic) => file.topics[topic]?.draft);
}
