// A store in memory with the meaning of the embedded one, for tests of what uses a store.

import type { ChatState, Inquiry, NewInquiry, Store } from '../src/store/index.ts';
import { createInquiryIndex } from '../src/store/inquiry-index.ts';
import { createInquiryNumbers } from '../src/store/inquiry-numbers.ts';
import { dayOf, gatherOutcomes, type OutcomeLine } from '../src/store/outcome-lines.ts';
import { createTurns } from '../src/store/turns.ts';

/** Makes an empty store; chats' states are kept in the map given. */
export function createMemoryStore(chats = new Map<number, ChatState>()): Store {
  const reminders = createReminders();
  return {
    readChat: async (chat) => chats.get(chat),
    writeChat: async (chat, state) => void chats.set(chat, state),
    eraseChat: async (chat) => {
      chats.delete(chat);
      await reminders.clear(chat);
    },
    inquiries: createInquiries(),
    outcomes: createOutcomes(),
    reminders,
    spool: createSpool(),
    desk: createDesk(),
    close: async () => undefined,
  };
}

function createInquiries(): Store['inquiries'] {
  const kept = new Map<string, Inquiry>();
  const index = createInquiryIndex();
  const numbers = createInquiryNumbers({});
  const turns = createTurns<string>();
  const keep = (inquiry: Inquiry): Inquiry => {
    kept.set(inquiry.number, inquiry);
    index.put(inquiry);
    return inquiry;
  };
  const create = (inquiry: NewInquiry): Inquiry => {
    const known = kept.get(index.numberOf(inquiry.key) ?? '');
    return known ?? keep({ ...inquiry, number: numbers.next(inquiry.openedAt) });
  };
  return {
    create: async (inquiry) => create(inquiry),
    read: async (number) => kept.get(number),
    update: (number, change) =>
      turns(number, async () => {
        const before = kept.get(number);
        const after = before && change(before);
        return after === undefined || after === before ? before : keep(after);
      }),
    list: index.list,
    erase: (number) =>
      turns(number, async () => {
        kept.delete(number);
        index.remove(number);
      }),
  };
}

function createOutcomes(): Store['outcomes'] {
  const days = new Map<string, OutcomeLine[]>();
  const add = (at: number, line: OutcomeLine): void =>
    void days.set(dayOf(at), [...(days.get(dayOf(at)) ?? []), line]);
  return {
    add: async (outcome) => add(outcome.at, { outcome }),
    vote: async (id, at, vote) => add(at, { vote: { id, at, vote } }),
    pick: async (id, at, answer) => add(at, { pick: { id, at, answer } }),
    since: async (time) => {
      const known = [...days.keys()].filter((day) => day >= dayOf(time)).sort();
      return gatherOutcomes(known.flatMap((day) => days.get(day) ?? [])).filter(({ at }) => at >= time);
    },
    forget: async (before) => {
      for (const day of [...days.keys()]) if (day < dayOf(before)) days.delete(day);
    },
  };
}

function createReminders(): Store['reminders'] {
  const touched = new Map<number, number>();
  return {
    set: async (chat, touchedAt) => void touched.set(chat, touchedAt),
    clear: async (chat) => void touched.delete(chat),
    due: (before) => [...touched].filter(([, touchedAt]) => touchedAt < before).map(([chat]) => chat),
  };
}

function createSpool(): Store['spool'] {
  const updates = new Map<number, unknown>();
  return {
    put: async (number, update) => void updates.set(number, update),
    drop: async (number) => void updates.delete(number),
    all: async () => [...updates].sort(([left], [right]) => left - right).map(([, update]) => update),
  };
}

function createDesk(): Store['desk'] {
  const moves = new Map<number, number>();
  let staffMenus: readonly number[] = [];
  return {
    movedTo: (chat) => moves.get(chat),
    move: async (from, to) => void moves.set(from, to),
    staffMenus: () => staffMenus,
    noteStaffMenus: async (chats) => {
      staffMenus = chats;
    },
  };
}
