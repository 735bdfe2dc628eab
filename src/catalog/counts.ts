// How much there is, also where problems stand in the way of a catalog: then what could be read is counted.

import { LANGUAGES, type Language } from '../language/index.ts';
import { topicsOf } from './build.ts';
import type { ReadEntry, ReadText } from './entry-texts.ts';
import { type AnswerId, answerIdOf } from './ids.ts';

/** How much content holds. */
export interface ContentCounts {
  /** Folders of entries. */
  readonly entries: number;
  /** Answers that have all languages, drafts included. */
  readonly answers: number;
  /** Those of them that are drafts. */
  readonly drafts: number;
  /** Answers that lack a language. */
  readonly unfinished: number;
  readonly sources: number;
}

/** What was read of the content folder. */
export interface ReadParts {
  readonly folders: readonly unknown[];
  readonly entries: readonly ReadEntry[];
  readonly texts: ReadonlyMap<AnswerId, Partial<Record<Language, ReadText>>>;
  readonly sources: ReadonlyMap<string, unknown> | undefined;
}

/** Counts what was read. */
export function countContent({ folders, entries, texts, sources }: ReadParts): ContentCounts {
  const answers = entries.flatMap((entry) =>
    topicsOf(entry.file).map((topic) => ({
      isDraft: entry.file.topics[topic]?.draft ?? false,
      languages: Object.keys(texts.get(answerIdOf(entry.id, topic)) ?? {}).length,
    })),
  );
  const whole = answers.filter(({ languages }) => languages === LANGUAGES.length);
  return {
    entries: folders.length,
    answers: whole.length,
    drafts: whole.filter(({ isDraft }) => isDraft).length,
    unfinished: answers.length - whole.length,
    sources: sources?.size ?? 0,
  };
}
