export { parseContact } from './contact.ts';
export { beforeDays, dayOf, lastDays, localTime } from './days.ts';
export { type DeskTimes, deskTimes } from './desk-times.ts';
export {
  type Asking,
  advance,
  askNext,
  completeDraft,
  DIALOGUE_STEPS,
  type DialogueInput,
  type DialogueProblem,
  type DialogueResult,
  type DialogueStep,
  FIELD_LIMITS,
  hasContent,
  nextAsked,
} from './dialogue.ts';
export {
  exportChat,
  type InquiryRecord,
  inquiriesToCsv,
  inquiriesToJson,
  type KeptOfChat,
  type MessageRecord,
  pickInquiries,
  recordOf,
} from './export.ts';
export { type GapView, viewGap } from './gap-view.ts';
export { findGaps, GAP_REASONS, type Gap, type GapReason, type Paste, pastesOf } from './gaps.ts';
export { deskStatusLine, expectationText } from './hours.ts';
export {
  blank,
  type CompleteDraft,
  close,
  delivered,
  isOpen,
  judge,
  type Moment,
  type Opener,
  openInquiry,
  type Receipt,
  reopen,
  showAgain,
  showNews,
  take,
  undeliverable,
  type Written,
  withdraw,
  writeToDesk,
  writeToPerson,
} from './inquiry.ts';
export { MASK, maskPersonal } from './mask.ts';
export { outcomeOf } from './outcome.ts';
export { loadMeasure, renderPng } from './paint.ts';
export { type Count, countStats, type Stats, type StatsWish } from './stats.ts';
export { drawStats } from './stats-picture.ts';
export { type StatsView, statsLines, viewStats } from './stats-view.ts';
