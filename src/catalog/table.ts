// Answer by language: what is there, and what an editor has still to do. Both the check and the browser show it.

import { forEachLanguage, isOver, type Language, type PartialDate } from '../language/index.ts';
import { isOlderThanFacts } from './age.ts';
import type { Answer, AnswerText, Catalog, UnfinishedAnswer } from './catalog.ts';
import { type AnswerId, answerIdOf, type EntryId, TOPICS, type Topic } from './ids.ts';

/**
 * How an answer stands in one language. A draft is `draft` or `missing`, whatever its age: it is read again
 * before it answers. `older` is a text that was last revised before its newest fact became true.
 */
export type TextState = 'there' | 'draft' | 'missing' | 'older';

/** One answer in all languages. */
export interface TableRow {
  readonly answer: AnswerId;
  readonly entry: EntryId;
  readonly topic: Topic;
  readonly texts: Readonly<Record<Language, TextState>>;
  /** When it was last compared with its sources, and until when that holds. */
  readonly checked: PartialDate;
  readonly review: PartialDate;
  /** The day of `review` is over. */
  readonly isDue: boolean;
}

/**
 * Lists all answers and unfinished drafts, in the order of entries and topics.
 * @param now milliseconds since 1970 UTC
 */
export function contentTable({ entries, answers, unfinished }: Catalog, now: number): TableRow[] {
  return [...entries.keys()].flatMap((entry) =>
    TOPICS.flatMap((topic) => {
      const id = answerIdOf(entry, topic);
      const answer = answers.get(id);
      const found = answer ?? unfinished.get(id);
      return found ? [makeRow(found, answer?.draft ?? true, now)] : [];
    }),
  );
}

/** The rows of each entry. */
export function groupRows(rows: readonly TableRow[]): ReadonlyMap<EntryId, readonly TableRow[]> {
  const groups = new Map<EntryId, TableRow[]>();
  for (const row of rows) {
    const group = groups.get(row.entry);
    if (group) group.push(row);
    else groups.set(row.entry, [row]);
  }
  return groups;
}

function makeRow(answer: Answer | UnfinishedAnswer, isDraft: boolean, now: number): TableRow {
  const { id, entry, topic, checked, review, asOf } = answer;
  const texts = forEachLanguage((language): TextState => {
    const text: AnswerText | undefined = answer.texts[language];
    if (!text) return 'missing';
    if (isDraft) return 'draft';
    return isOlderThanFacts(text, asOf) ? 'older' : 'there';
  });
  return { answer: id, entry, topic, texts, checked, review, isDue: isOver(review, now) };
}
