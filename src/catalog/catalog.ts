// The Catalog: all that Torap knows, checked, with every figure already written as its language writes it.
// Immutable: a change of content makes a new Catalog.

import type { Language, PartialDate } from '../language/index.ts';
import type { AnswerId, EntryId, SourceId, Topic } from './ids.ts';

/** A run of text: plain, emphasised, or a link to a published page. */
export type Span =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly spans: readonly Span[] }
  | { readonly kind: 'link'; readonly url: string; readonly spans: readonly Span[] };

/** A paragraph or a list of an answer's text. */
export type Block =
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Span[])[] };

/** An answer in one language. */
export interface AnswerText {
  readonly title: string;
  /** When it was last revised in this language; undefined where nobody has said. */
  readonly written: PartialDate | undefined;
  /** As people type them; what search learns from. */
  readonly questions: readonly string[];
  readonly body: readonly Block[];
}

/** One entry's topic in all languages. */
export interface Answer {
  readonly id: AnswerId;
  readonly entry: EntryId;
  readonly topic: Topic;
  /** When it was last compared with its sources, and until when that holds. */
  readonly checked: PartialDate;
  readonly review: PartialDate;
  /** A draft is shown in previews and never answers. */
  readonly draft: boolean;
  /** The sources of its facts, each once, newest first. */
  readonly sources: readonly SourceId[];
  /** The oldest and the newest date of its facts; undefined when it rests on none. */
  readonly asOf: { readonly first: PartialDate; readonly last: PartialDate } | undefined;
  readonly texts: Readonly<Record<Language, AnswerText>>;
}

/** A draft that not all languages have yet. */
export interface UnfinishedAnswer extends Omit<Answer, 'draft' | 'texts'> {
  readonly texts: Readonly<Partial<Record<Language, AnswerText>>>;
}

/** A text in all languages. */
export type Words = Readonly<Record<Language, string>>;

/** Where an entry stands on the map; degrees of WGS 84. */
export interface Place {
  readonly name: Words;
  readonly address: Words;
  readonly latitude: number;
  readonly longitude: number;
  /** How far off the point may be, in kilometres. */
  readonly accuracyKm: number;
}

/** How goods travel on a leg. */
export const LEG_MODES = ['rail', 'road', 'sea', 'ferry', 'air'] as const;

/** A part of a route between two places. */
export interface Leg {
  readonly from: RoutePlace;
  readonly to: RoutePlace;
  readonly mode: (typeof LEG_MODES)[number];
  /** The crossing or port by which it passes the border. */
  readonly border: EntryId | undefined;
  /** How long it takes and how far it is, as each language writes it; undefined where no source says. */
  readonly time: Words | undefined;
  readonly distance: Words | undefined;
}

/** A town, station or port on a route; degrees of WGS 84. */
export interface RoutePlace {
  readonly id: string;
  readonly name: Words;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly latitude: number;
  readonly longitude: number;
  /** How far off the point may be, in kilometres. */
  readonly accuracyKm: number;
}

/** Whether a thing exists yet. */
export interface Status {
  readonly state: 'planned' | 'building' | 'working' | 'extending';
  readonly asOf: PartialDate;
  readonly sources: readonly SourceId[];
}

/** A hub, facility, route, format or guide. */
export interface Entry {
  readonly id: EntryId;
  readonly name: Words;
  readonly aliases: Readonly<Record<Language, readonly string[]>>;
  readonly neighbour: Words | undefined;
  /** Undefined while all its answers are drafts and nobody has said. */
  readonly status: Status | undefined;
  readonly place: Place | undefined;
  /** For formats: the hubs at which it is on offer. */
  readonly hubs: readonly EntryId[];
  /** For routes: the main way, in order of travel. */
  readonly legs: readonly Leg[];
  readonly links: readonly EntryId[];
  /** Its answers, in the order of `TOPICS`; some may be unfinished. */
  readonly answers: readonly AnswerId[];
}

/** A published page or document that facts rest on. */
export interface Source {
  readonly id: SourceId;
  readonly publisher: string;
  readonly title: string | undefined;
  readonly url: string;
  readonly date: PartialDate | undefined;
  readonly kind: 'official' | 'press';
}

/** What people type for a word of content, in one language. */
export interface Synonym {
  readonly language: Language;
  readonly word: string;
  readonly typed: readonly string[];
}

/** A subject that Torap does not answer on, and what people type who ask of it. */
export interface OutsideSubject {
  readonly id: string;
  readonly questions: Readonly<Record<Language, readonly string[]>>;
}

/** A stretch of one day's working time, in minutes since midnight; `to` is at most 24 × 60 and no longer work. */
export interface WorkSpan {
  readonly from: number;
  readonly to: number;
}

/** When people answer what is left at the desk. */
export interface DeskHours {
  /** The IANA time zone by whose clock the hours are: Asia/Almaty. */
  readonly timeZone: string;
  /** Seven days, Monday first, each with its hours in order; at least one day has some. */
  readonly week: readonly (readonly WorkSpan[])[];
  /** Days without work, each as 2026-12-16. */
  readonly daysOff: ReadonlySet<string>;
  /** Within how many working hours the desk means to reply first; undefined where nothing is promised. */
  readonly firstReplyHours: number | undefined;
}

/** All of content, checked. */
export interface Catalog {
  readonly entries: ReadonlyMap<EntryId, Entry>;
  readonly answers: ReadonlyMap<AnswerId, Answer>;
  /** Drafts that lack a language; shown to editors only. */
  readonly unfinished: ReadonlyMap<AnswerId, UnfinishedAnswer>;
  /** Ids that entries had before they were renamed, each with the one that it has now. */
  readonly formerIds: ReadonlyMap<EntryId, EntryId>;
  readonly sources: ReadonlyMap<SourceId, Source>;
  readonly synonyms: readonly Synonym[];
  /** Words of each language that say nothing about what is asked. */
  readonly stopwords: Readonly<Record<Language, readonly string[]>>;
  /** What people ask that content is not for. */
  readonly outside: readonly OutsideSubject[];
  /** Left out where content says nothing about the desk's hours. */
  readonly desk?: DeskHours;
}

/** The plain text of spans, without markup. */
export function plainText(spans: readonly Span[]): string {
  return spans.map((span) => (span.kind === 'text' ? span.text : plainText(span.spans))).join('');
}

/** The lines of an answer's text without markup: a paragraph or a list item each. */
export function plainLines(body: readonly Block[]): string[] {
  return body.flatMap((block) =>
    block.kind === 'paragraph' ? [plainText(block.spans)] : block.items.map(plainText),
  );
}
