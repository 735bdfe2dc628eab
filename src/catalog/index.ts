export {
  type Answer,
  type AnswerText,
  type Block,
  type Catalog,
  type DeskHours,
  type Entry,
  LEG_MODES,
  type Leg,
  type OutsideSubject,
  type Place,
  plainLines,
  plainText,
  type Source,
  type Span,
  type Status,
  type Synonym,
  type UnfinishedAnswer,
  type Words,
  type WorkSpan,
} from './catalog.ts';
export type { ContentCounts } from './counts.ts';
export {
  type ContentFolder,
  ContentFolderError,
  type EntryFolder,
  readContentFolder,
  type TextFile,
} from './folder.ts';
export { type FormerIds, findAnswer, findEntry } from './former-ids.ts';
export {
  type AnswerId,
  answerIdOf,
  type EntryId,
  KINDS,
  type Kind,
  kindOf,
  parseAnswerId,
  parseEntryId,
  SINGULARS,
  type SourceId,
  TOPICS,
  type Topic,
} from './ids.ts';
export { assembleCatalog, type LoadResult, loadCatalog } from './load.ts';
export { type Mention, type Named, parseNamed } from './mentions.ts';
export { type CreatedEntry, createEntry, type EntryWish, newEntryFiles } from './new-entry.ts';
export { describeProblem, type Problem } from './problem.ts';
export { type RenameResult, renameInContent } from './rename.ts';
export type { RenameWish } from './rename-plan.ts';
export { reviewCatalog } from './review.ts';
export { findSchemaDrift, writeSchemas } from './schema-files.ts';
export { contentTable, groupRows, type TableRow, type TextState } from './table.ts';
export { findUses, type Uses } from './uses.ts';
