// What was asked, and what became of it, in numbers.

import {
  type AnswerId,
  type Catalog,
  type EntryId,
  findEntry,
  parseAnswerId,
  parseEntryId,
  TOPICS,
  type Topic,
} from '../catalog/index.ts';
import { LANGUAGES, type Language } from '../language/index.ts';
import {
  type FullOutcome,
  INQUIRY_STATES,
  type Inquiry,
  type InquiryState,
  type Outcome,
} from '../store/index.ts';
import { dayOf, lastDays } from './days.ts';

/** What is counted, and how often. */
export interface Count<Key> {
  readonly key: Key;
  readonly count: number;
}

/** The numbers of some days. */
export interface Stats {
  /** Questions of each day, the first one first; days are those of Kazakhstan (2026-11-30). */
  readonly days: readonly Count<string>[];
  readonly questions: number;
  readonly languages: readonly Count<Language>[];
  readonly outcomes: readonly Count<Outcome['outcome']>[];
  /** Questions that were answered or offered answers (of these, what was taken), by hub; `other`: of several, or none. */
  readonly hubs: readonly Count<EntryId | 'other'>[];
  /** The same by topic; `other` where answers on several topics were offered. */
  readonly topics: readonly Count<Topic | 'other'>[];
  readonly votes: { readonly up: number; readonly down: number };
  /** Inquiries that were sent in those days. */
  readonly opened: number;
  /** All inquiries that are kept, by how they stand now. */
  readonly inquiries: readonly Count<InquiryState>[];
  /** Half of the first replies in those days took as long at most, in milliseconds; undefined without any. */
  readonly firstReply: number | undefined;
}

/** Of which days numbers are wanted. */
export interface StatsWish {
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  /** How many days, today included. */
  readonly days: number;
}

const OUTCOMES = ['answer', 'choose', 'refuse'] as const;

/** Counts outcomes and inquiries. */
export function countStats(
  outcomes: readonly FullOutcome[],
  inquiries: readonly Inquiry[],
  catalog: Catalog,
  wish: StatsWish,
): Stats {
  const days = lastDays(wish);
  const within = new Set(days);
  const isWithin = (time: number | undefined): boolean => time !== undefined && within.has(dayOf(time));
  const asked = outcomes.filter(({ at }) => isWithin(at));
  const placed = asked.flatMap(placeOf);
  const hubs = [...catalog.entries.keys()].filter(isHub);
  const hubOf = createHubFinder(catalog);
  const replies = inquiries.flatMap(({ openedAt, firstReplyAt }) =>
    firstReplyAt !== undefined && isWithin(firstReplyAt) ? [firstReplyAt - openedAt] : [],
  );
  return {
    days: countIn(
      days,
      asked.map(({ at }) => dayOf(at)),
    ),
    questions: asked.length,
    languages: countIn(
      LANGUAGES,
      asked.map(({ language }) => language),
    ),
    outcomes: countIn(
      OUTCOMES,
      asked.map(({ outcome }) => outcome),
    ),
    hubs: countIn<EntryId | 'other'>(
      [...hubs, 'other'],
      placed.map((answers) => shared(answers, hubOf)),
    ),
    topics: countIn<Topic | 'other'>(
      [...TOPICS, 'other'],
      placed.map((answers) => shared(answers, topicOf)),
    ),
    votes: {
      up: asked.filter(({ vote }) => vote === 'up').length,
      down: asked.filter(({ vote }) => vote === 'down').length,
    },
    opened: inquiries.filter(({ openedAt }) => isWithin(openedAt)).length,
    inquiries: countIn(
      INQUIRY_STATES,
      inquiries.map(({ state }) => state),
    ),
    firstReply: median(replies),
  };
}

/** What a question was about: what the person took, else what was answered or offered; of a refusal nobody knows. */
function placeOf({ outcome, answers, picked }: FullOutcome): (readonly string[])[] {
  if (picked !== undefined) return [[picked]];
  if (outcome === 'refuse') return [];
  return [outcome === 'answer' ? answers.slice(0, 1) : answers];
}

/** Counts each of some keys, also those that never come. */
function countIn<Key>(keys: readonly Key[], found: readonly Key[]): Count<Key>[] {
  const counts = new Map<Key, number>();
  for (const key of found) counts.set(key, (counts.get(key) ?? 0) + 1);
  return keys.map((key) => ({ key, count: counts.get(key) ?? 0 }));
}

/** What all answers that were offered have in common. */
function shared<Key>(answers: readonly string[], keyOf: (id: AnswerId) => Key | undefined): Key | 'other' {
  const keys = new Set(
    answers.map((id) => {
      const parsed = parseAnswerId(id);
      return parsed && keyOf(parsed);
    }),
  );
  const [key] = keys;
  return keys.size === 1 && key !== undefined ? key : 'other';
}

function topicOf(id: AnswerId): Topic | undefined {
  return TOPICS.find((topic) => id.endsWith(`/${topic}`));
}

/** Finds hubs, each answer's once. */
function createHubFinder(catalog: Catalog): (id: AnswerId) => EntryId | undefined {
  const known = new Map<AnswerId, EntryId | undefined>();
  return (id) => {
    if (!known.has(id)) known.set(id, hubOfAnswer(id, catalog));
    return known.get(id);
  };
}

/** The hub of an answer: its entry, the only hub at which that is on offer, or the only one that is linked with it. */
function hubOfAnswer(id: AnswerId, catalog: Catalog): EntryId | undefined {
  const entryId = parseEntryId(id.slice(0, id.lastIndexOf('/')));
  const entry = entryId && findEntry(catalog, entryId);
  if (!entry) return undefined;
  if (isHub(entry.id)) return entry.id;
  if (entry.hubs.length > 0) return entry.hubs.length === 1 ? entry.hubs[0] : undefined;
  const linking = [...catalog.entries.values()].filter(
    (other) => isHub(other.id) && other.links.includes(entry.id),
  );
  const hubs = new Set([...entry.links.filter(isHub), ...linking.map((other) => other.id)]);
  return hubs.size === 1 ? [...hubs][0] : undefined;
}

function isHub(id: EntryId): boolean {
  return id.startsWith('hubs/');
}

function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = (sorted.length - 1) / 2;
  const [lower, upper] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
  return lower === undefined || upper === undefined ? undefined : (lower + upper) / 2;
}
