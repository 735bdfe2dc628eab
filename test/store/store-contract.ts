// What every store does: run over the embedded one and the one in memory alike.

import { describe, expect, it } from 'vitest';
import { type ChatState, type Inquiry, NEW_CHAT, type Outcome, type Store } from '../../src/store/index.ts';
import { newInquiry, OPENED_AT } from './sample-inquiry.ts';

const DAY = 86_400_000;
const KAZAKH: ChatState = { version: 1, language: 'kk', answered: [{ question: 10, answer: 11 }] };

function outcome(id: string, at: number, fields: Partial<Outcome> = {}): Outcome {
  return { id, at, language: 'ru', question: 'где хоргос', outcome: 'refuse', answers: [], ...fields };
}

function withMessage(inquiry: Inquiry, text: string): Inquiry {
  const message = { at: OPENED_AT, from: 'person', text, source: inquiry.messages.length + 1 } as const;
  return { ...inquiry, messages: [...inquiry.messages, message] };
}

/** Declares the tests; `open` gives an empty store, inside a test. */
export function describeStore(name: string, open: () => Promise<Store>): void {
  describe(`${name}: chats`, () => {
    it.each([1, 5_000_000_000, -1_001_234_567_890])('gives chat %i back as it was written', async (chat) => {
      const store = await open();
      expect(await store.readChat(chat)).toBeUndefined();
      await store.writeChat(chat, NEW_CHAT);
      await store.writeChat(chat, KAZAKH);
      expect(await store.readChat(chat)).toEqual(KAZAKH);
    });

    it('forgets an erased chat with its reminder, and no other', async () => {
      const store = await open();
      for (const chat of [1, 11, 12]) {
        await store.writeChat(chat, KAZAKH);
        await store.reminders.set(chat, 5);
      }
      await store.eraseChat(1);
      await store.eraseChat(1);
      await store.eraseChat(2);
      expect(await store.readChat(1)).toBeUndefined();
      expect(await store.readChat(11)).toEqual(KAZAKH);
      expect([...store.reminders.due(6)].sort()).toEqual([11, 12]);
    });
  });

  describe(`${name}: inquiries`, () => {
    it('numbers them by the month in Almaty, and counts within it', async () => {
      const { inquiries } = await open();
      const lastOfNovember = Date.UTC(2026, 10, 30, 18, 59);
      const firstOfDecember = Date.UTC(2026, 10, 30, 19, 0);
      const numbers: string[] = [];
      for (const openedAt of [OPENED_AT, lastOfNovember, firstOfDecember, OPENED_AT]) {
        const made = await inquiries.create(newInquiry(`key-${numbers.length}`, { openedAt }));
        numbers.push(made.number);
      }
      expect(numbers).toEqual(['T-2611-0001', 'T-2611-0002', 'T-2612-0001', 'T-2611-0003']);
    });

    it('gives an inquiry back as it was made', async () => {
      const { inquiries } = await open();
      const made = await inquiries.create(newInquiry('a'));
      expect(made).toEqual({ ...newInquiry('a'), number: 'T-2611-0001' });
      expect(await inquiries.read('T-2611-0001')).toEqual(made);
      expect(await inquiries.read('T-2611-0002')).toBeUndefined();
      expect(await inquiries.read('../desk')).toBeUndefined();
    });

    it('makes one inquiry of a draft that is sent twice, also at once', async () => {
      const { inquiries } = await open();
      const made = await Promise.all(['a', 'a', 'b', 'a'].map((key) => inquiries.create(newInquiry(key))));
      made.push(await inquiries.create(newInquiry('a', { wish: 'something else' })));
      expect(made.map(({ key, number }) => `${key} ${number.slice(-1)}`)).toEqual([
        'a 1',
        'a 1',
        'b 2',
        'a 1',
        'a 1',
      ]);
      expect(inquiries.list()).toHaveLength(2);
    });

    it('gives the inquiry of a known draft as it is now', async () => {
      const { inquiries } = await open();
      const { number } = await inquiries.create(newInquiry('a'));
      await inquiries.update(number, (inquiry) => ({ ...inquiry, state: 'taken' }));
      expect((await inquiries.create(newInquiry('a'))).state).toBe('taken');
    });

    it('loses none of many changes made at once', async () => {
      const { inquiries } = await open();
      const { number } = await inquiries.create(newInquiry('a'));
      const texts = Array.from({ length: 30 }, (_, place) => String(place));
      await Promise.all(
        texts.map((text) => inquiries.update(number, (inquiry) => withMessage(inquiry, text))),
      );
      expect((await inquiries.read(number))?.messages.map(({ text }) => text)).toEqual(texts);
    });

    it('leaves an inquiry alone when the change returns it or throws, and goes on', async () => {
      const { inquiries } = await open();
      const made = await inquiries.create(newInquiry('a'));
      expect(await inquiries.update(made.number, (inquiry) => inquiry)).toEqual(made);
      const attempt = inquiries.update(made.number, () => {
        throw new Error('no such step');
      });
      await expect(attempt).rejects.toThrow('no such step');
      expect(await inquiries.read(made.number)).toEqual(made);
      const closed = await inquiries.update(made.number, (inquiry) => ({ ...inquiry, state: 'closed' }));
      expect(closed?.state).toBe('closed');
      expect(await inquiries.update('T-2611-0099', (inquiry) => inquiry)).toBeUndefined();
    });

    it('lists what is known of them, oldest first', async () => {
      const { inquiries } = await open();
      await inquiries.create(newInquiry('late', { openedAt: OPENED_AT + 2 }));
      await inquiries.create(newInquiry('early', { openedAt: OPENED_AT + 1, chat: 9 }));
      await inquiries.update('T-2611-0002', (inquiry) => ({
        ...inquiry,
        state: 'taken',
        desk: { chat: -100, thread: 5 },
        outbox: [3, 2].map((order) => ({ order, to: 'person', content: { kind: 'card' } })),
      }));
      expect(inquiries.list()).toEqual([
        {
          number: 'T-2611-0002',
          key: 'early',
          chat: 9,
          state: 'taken',
          openedAt: OPENED_AT + 1,
          thread: 5,
          outbox: [2, 3],
        },
        {
          number: 'T-2611-0001',
          key: 'late',
          chat: 7,
          state: 'received',
          openedAt: OPENED_AT + 2,
          thread: undefined,
          outbox: [1],
        },
      ]);
    });

    it('never gives an erased number again', async () => {
      const { inquiries } = await open();
      await inquiries.create(newInquiry('a'));
      await inquiries.create(newInquiry('b'));
      await inquiries.erase('T-2611-0002');
      await inquiries.erase('T-2611-0002');
      expect(await inquiries.read('T-2611-0002')).toBeUndefined();
      expect(inquiries.list().map(({ key }) => key)).toEqual(['a']);
      expect((await inquiries.create(newInquiry('b'))).number).toBe('T-2611-0003');
    });
  });

  describe(`${name}: outcomes`, () => {
    it('gives those since a time, oldest first, each with its last vote and pick', async () => {
      const { outcomes } = await open();
      const answered = outcome('b', OPENED_AT, { outcome: 'answer', answers: ['hubs/khorgos/about'] });
      await outcomes.add(answered);
      await outcomes.add(outcome('a', OPENED_AT - 1));
      await outcomes.add(outcome('old', OPENED_AT - 2));
      await outcomes.vote('b', OPENED_AT + 1, 'up');
      await outcomes.vote('b', OPENED_AT + DAY, 'down');
      await outcomes.vote('unknown', OPENED_AT, 'up');
      await outcomes.pick('a', OPENED_AT, 'hubs/caspian/about');
      await outcomes.pick('a', OPENED_AT + DAY, 'hubs/khorgos/about');
      await outcomes.pick('unknown', OPENED_AT, 'hubs/khorgos/about');
      expect(await outcomes.since(OPENED_AT - 1)).toEqual([
        { ...outcome('a', OPENED_AT - 1), picked: 'hubs/khorgos/about' },
        { ...answered, vote: 'down' },
      ]);
    });

    it('lets go of the vote on an answer when another one is picked, not when the same is opened again', async () => {
      const { outcomes } = await open();
      await outcomes.add(outcome('a', OPENED_AT));
      const pick = async (answer: string) => {
        await outcomes.pick('a', OPENED_AT, answer);
        return (await outcomes.since(0))[0];
      };
      await pick('hubs/khorgos/about');
      await outcomes.vote('a', OPENED_AT, 'down');
      expect(await pick('hubs/khorgos/about')).toMatchObject({ vote: 'down' });
      expect(await pick('hubs/caspian/about')).toEqual({
        ...outcome('a', OPENED_AT),
        picked: 'hubs/caspian/about',
      });
    });

    it('forgets whole days, and keeps the day of the time given', async () => {
      const { outcomes } = await open();
      for (const days of [0, 1, 2]) await outcomes.add(outcome(String(days), OPENED_AT + days * DAY));
      await outcomes.forget(OPENED_AT + DAY + 1);
      expect((await outcomes.since(0)).map(({ id }) => id)).toEqual(['1', '2']);
    });

    it('loses none of many that come at once, and keeps their order', async () => {
      const { outcomes } = await open();
      const ids = Array.from({ length: 200 }, (_, place) => String(place));
      await Promise.all(ids.map((id) => outcomes.add(outcome(id, OPENED_AT))));
      expect((await outcomes.since(0)).map(({ id }) => id)).toEqual(ids);
    });
  });

  describe(`${name}: reminders`, () => {
    it('are due when the draft was touched before that time, last', async () => {
      const { reminders } = await open();
      await reminders.set(1, 10);
      await reminders.set(2, 10);
      await reminders.set(2, 20);
      await reminders.set(3, 10);
      await reminders.clear(3);
      await reminders.clear(4);
      expect(reminders.due(10)).toEqual([]);
      expect(reminders.due(11)).toEqual([1]);
      expect([...reminders.due(21)].sort()).toEqual([1, 2]);
    });
  });

  describe(`${name}: the spool`, () => {
    it('gives what was put and not dropped, smallest number first', async () => {
      const { spool } = await open();
      for (const number of [100, 9, 10, 11]) await spool.put(number, { update_id: number });
      await spool.drop(10);
      await spool.drop(10);
      expect(await spool.all()).toEqual([{ update_id: 9 }, { update_id: 11 }, { update_id: 100 }]);
    });
  });

  describe(`${name}: the desk`, () => {
    it('remembers where a group went, the last time', async () => {
      const { desk } = await open();
      expect(desk.movedTo(-5)).toBeUndefined();
      await Promise.all([desk.move(-5, -1001), desk.move(-6, -1002), desk.move(-5, -1003)]);
      expect(desk.movedTo(-5)).toBe(-1003);
      expect(desk.movedTo(-6)).toBe(-1002);
    });

    it('remembers who has the menu of staff, beside that', async () => {
      const { desk } = await open();
      expect(desk.staffMenus()).toEqual([]);
      await Promise.all([desk.noteStaffMenus([1]), desk.move(-5, -1001), desk.noteStaffMenus([-5, 7])]);
      expect([desk.staffMenus(), desk.movedTo(-5)]).toEqual([[-5, 7], -1001]);
    });
  });
}
