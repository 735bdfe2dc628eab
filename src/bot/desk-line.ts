// The line between persons and the desk: every change of an inquiry goes through here, is stored first,
// and what must be delivered about it is told to the courier.

import {
  blank,
  type CompleteDraft,
  isOpen,
  type Moment,
  type Opener,
  openInquiry,
  showAgain,
} from '../desk/index.ts';
import type { Inquiry, Store } from '../store/index.ts';
import { inquiriesOf } from './inquiry-records.ts';

/** Changes inquiries. A change is on stable storage when its promise resolves; a failing store rejects it. */
export interface DeskLine {
  /** The number of the desk's group; undefined where there is none. */
  readonly chat: () => number | undefined;
  /** Telegram made the group a supergroup with a number of its own. */
  readonly move: (to: number) => Promise<void>;
  readonly open: (draft: CompleteDraft, opener: Opener) => Promise<Inquiry>;
  /** Resolves to the inquiry before and after; undefined when there is none of that number. */
  readonly change: (number: string, change: InquiryChange) => Promise<Changed | undefined>;
  /** Takes away what a chat's inquiries say; they go for good once the desk has lost it, too. */
  readonly eraseAll: (chat: number) => Promise<void>;
  /** Calls `listener` with each inquiry that has something to be delivered. */
  readonly onDeliveries: (listener: (inquiry: Inquiry) => void) => void;
}

/** One of the changes of the desk's room. */
export type InquiryChange = (inquiry: Inquiry, moment: Moment) => Inquiry;

/** An inquiry before and after a change; the same value twice when nothing changed. */
export interface Changed {
  readonly before: Inquiry;
  readonly after: Inquiry;
}

/** What the line works with. */
export interface DeskLineOptions {
  readonly store: Store;
  /** STAFF_CHAT_ID. */
  readonly staffChat: number | undefined;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
}

/** Creates the line. */
export function createDeskLine({ store, staffChat, now }: DeskLineOptions): DeskLine {
  const { inquiries, desk } = store;
  const listeners: ((inquiry: Inquiry) => void)[] = [];
  // A clock that was set back must not put new deliveries before older ones.
  let lastOrder = Math.max(0, ...inquiries.list().flatMap(({ outbox }) => outbox.slice(-1)));
  const moment = (): Moment => ({
    at: now(),
    nextOrder: () => {
      lastOrder = Math.max(lastOrder + 1, now() * ORDERS_PER_MS);
      return lastOrder;
    },
  });
  const tell = (inquiry: Inquiry): void => {
    if (inquiry.outbox.length > 0) for (const listener of listeners) listener(inquiry);
  };
  const change = async (number: string, change: InquiryChange): Promise<Changed | undefined> => {
    let before: Inquiry | undefined;
    const after = await inquiries.update(number, (inquiry) => {
      before = inquiry;
      return change(inquiry, moment());
    });
    if (!after || !before) return undefined;
    tell(after);
    return { before, after };
  };
  const chat = (): number | undefined => staffChat && (desk.movedTo(staffChat) ?? staffChat);
  return {
    chat,
    move: async (to) => {
      const from = chat();
      if (staffChat === undefined || from === to) return;
      await desk.move(staffChat, to);
      // Their cards stayed behind in the old group, where nothing can be pressed or answered any more.
      for (const { number, state } of inquiries.list())
        if (isOpen({ state })) await change(number, showAgain);
    },
    open: async (draft, opener) => {
      const inquiry = await inquiries.create(openInquiry(draft, opener, moment()));
      tell(inquiry);
      return inquiry;
    },
    change,
    eraseAll: async (of) => {
      for (const { number } of inquiriesOf(of, store)) {
        await change(number, blank);
        // Without a desk nobody has it, and nobody brings what is left to be delivered.
        if (chat() === undefined) await inquiries.erase(number);
      }
    },
    onDeliveries: (listener) => void listeners.push(listener),
  };
}

/** Room for deliveries within one millisecond; the numbers stay whole until the year 2255. */
const ORDERS_PER_MS = 1000;
