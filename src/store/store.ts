// What must outlive the process, behind one small interface.

import type { ChatState } from './chat-state.ts';
import type { Inquiry, InquiryState, NewInquiry } from './inquiry.ts';
import type { FullOutcome, Outcome, Vote } from './outcome.ts';

/** Keeps chats' states. Calls for one chat must follow one another; calls for several may overlap. */
export interface ChatStore {
  /** The chat's state; undefined for a chat never seen. */
  readonly readChat: (chat: number) => Promise<ChatState | undefined>;
  /** Resolves once the state survives a kill of the process. */
  readonly writeChat: (chat: number, state: ChatState) => Promise<void>;
  /** Forgets the chat. */
  readonly eraseChat: (chat: number) => Promise<void>;
}

/** What is known of an inquiry without reading it. */
export interface InquirySummary {
  readonly number: string;
  readonly key: string;
  readonly chat: number;
  readonly state: InquiryState;
  /** Milliseconds since 1970 UTC. */
  readonly openedAt: number;
  /** The desk's topic for it. */
  readonly thread: number | undefined;
  /** The orders of its deliveries that are still to be made, smallest first. */
  readonly outbox: readonly number[];
}

/** Keeps inquiries. A change is on stable storage when its promise resolves. */
export interface InquiryStore {
  /** Stores a new inquiry under the next number of its month; one whose key is known already is returned as it is. */
  readonly create: (inquiry: NewInquiry) => Promise<Inquiry>;
  readonly read: (number: string) => Promise<Inquiry | undefined>;
  /**
   * Changes an inquiry; changes of one inquiry follow one another. A change that returns its argument writes nothing.
   * Resolves to the inquiry as it is then; undefined when there is none of that number.
   */
  readonly update: (number: string, change: (inquiry: Inquiry) => Inquiry) => Promise<Inquiry | undefined>;
  /** All inquiries, oldest first. */
  readonly list: () => readonly InquirySummary[];
  readonly erase: (number: string) => Promise<void>;
}

/** Keeps the outcomes of questions for a set time. */
export interface OutcomeStore {
  readonly add: (outcome: Outcome) => Promise<void>;
  readonly vote: (id: string, at: number, vote: Vote) => Promise<void>;
  /** Notes which of the answers that were offered a person opened. */
  readonly pick: (id: string, at: number, answer: string) => Promise<void>;
  /** The outcomes since then (milliseconds since 1970 UTC), oldest first. */
  readonly since: (time: number) => Promise<readonly FullOutcome[]>;
  /** Forgets whole days before that time. */
  readonly forget: (before: number) => Promise<void>;
}

/** Keeps which chats have an unfinished draft, and since when; so that they are reminded once. */
export interface ReminderStore {
  readonly set: (chat: number, touchedAt: number) => Promise<void>;
  readonly clear: (chat: number) => Promise<void>;
  /** The chats whose draft was touched last before that time. */
  readonly due: (before: number) => readonly number[];
}

/** Keeps updates that were confirmed to Telegram before they were done. */
export interface SpoolStore {
  /** Resolves once the update is on stable storage. */
  readonly put: (number: number, update: unknown) => Promise<void>;
  readonly drop: (number: number) => Promise<void>;
  /** What was left by the last process, smallest number first. */
  readonly all: () => Promise<readonly unknown[]>;
}

/** Keeps where the desk's group went, and who was given the menu of staff. */
export interface DeskStore {
  /** The group's number since Telegram made it a supergroup. */
  readonly movedTo: (chat: number) => number | undefined;
  readonly move: (from: number, to: number) => Promise<void>;
  /** The chats in which Telegram shows staff commands. */
  readonly staffMenus: () => readonly number[];
  readonly noteStaffMenus: (chats: readonly number[]) => Promise<void>;
}

/** Everything that outlives the process. Erasing a chat also clears its reminder; its inquiries are erased one by one. */
export interface Store extends ChatStore {
  readonly inquiries: InquiryStore;
  readonly outcomes: OutcomeStore;
  readonly reminders: ReminderStore;
  readonly spool: SpoolStore;
  readonly desk: DeskStore;
  /** Lets go of the data folder, when all work is done; twice is harmless. */
  readonly close: () => Promise<void>;
}
