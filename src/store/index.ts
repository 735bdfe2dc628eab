export { type ChatState, NEW_CHAT, rememberAnswer } from './chat-state.ts';
export { DataFolderError, prepareDataFolder } from './data-folder.ts';
export { type Contact, INQUIRY_FIELDS, type InquiryDraft, type InquiryField } from './draft.ts';
export { type EmbeddedStoreOptions, openEmbeddedStore } from './embedded-store.ts';
export {
  type Delivery,
  type DeliveryContent,
  INQUIRY_NUMBER,
  INQUIRY_STATES,
  type Inquiry,
  type InquiryMessage,
  type InquiryState,
  type NewInquiry,
  type Notice,
  type Staff,
} from './inquiry.ts';
export { type FullOutcome, OUTCOMES_KEPT_DAYS, type Outcome, type Vote } from './outcome.ts';
export { readInquiries, readOutcomes } from './read-only.ts';
export type {
  ChatStore,
  DeskStore,
  InquiryStore,
  InquirySummary,
  OutcomeStore,
  ReminderStore,
  SpoolStore,
  Store,
} from './store.ts';
