// TEMPORARY
import type { AnswerId, Catalog, EntryId, Topic } from '../catalog/index.ts';
import {
  endOf,
  forEachLanguage,
  isOver,
  type Language,
  type PartialDate,
  startOf,
} from '../language/index.ts';
export type TextState = 'there' | 'draft' | 'missing' | 'older';
export interface TableRow {
  readonly answer: AnswerId;
  readonly entry: EntryId;
  readonly topic: Topic;
  readonly texts: Readonly<Record<Language, TextState>>;
  readonly checked: PartialDate;
  readonly review: PartialDate;
  readonly isDue: boolean;
}
export function contentTable(catalog: Catalog, now: number): TableRow[] {
  return [...catalog.answers.values()].map((answer) => ({
    answer: answer.id,
    entry: answer.entry,
    topic: answer.topic,
    checked: answer.checked,
    review: answer.review,
    isDue: isOver(answer.review, now),
    texts: forEachLanguage((language): TextState => {
      if (answer.draft) return 'draft';
      const { written } = answer.texts[language];
      return written && answer.asOf && endOf(written) < startOf(answer.asOf.last) ? 'older' : 'there';
    }),
  }));
}
