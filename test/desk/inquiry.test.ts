import { describe, expect, it } from 'vitest';
import {
  blank,
  close,
  delivered,
  judge,
  type Moment,
  openInquiry,
  reopen,
  showAgain,
  showNews,
  take,
  undeliverable,
  withdraw,
  writeToDesk,
  writeToPerson,
} from '../../src/desk/index.ts';
import type { Inquiry } from '../../src/store/index.ts';

const AIGUL = { id: 1, name: 'Aigul' };
const BORIS = { id: 2, name: 'Boris' };

function clock(): Moment {
  let order = 0;
  return {
    at: 1000,
    nextOrder: () => {
      order += 1;
      return order;
    },
  };
}

function opened(moment: Moment): Inquiry {
  const draft = {
    key: 'k',
    subject: 'Khorgos',
    company: 'Dala',
    wish: 'a warehouse',
    contact: { kind: 'email', value: 'a@b.kz' },
    consent: 900,
  } as const;
  const opener = { chat: 7, person: { id: 7, name: 'Daniyar' }, language: 'ru' } as const;
  return { ...openInquiry(draft, opener, moment), number: 'T-2611-0001' };
}

/** What waits, in short: to whom, and what. */
function waiting({ outbox }: Inquiry): string[] {
  return outbox.map(
    ({ to, content }) => `${to}: ${content.kind === 'notice' ? content.notice : content.kind}`,
  );
}

/** The inquiry with nothing left to deliver. */
function emptied(inquiry: Inquiry): Inquiry {
  return { ...inquiry, outbox: [], desk: { chat: -1, card: 5 } };
}

describe('an inquiry', () => {
  it('begins with its card for the desk', () => {
    expect(waiting(opened(clock()))).toEqual(['desk: card']);
  });

  it('is taken once: the second one changes nothing', () => {
    const moment = clock();
    const taken = take(emptied(opened(moment)), AIGUL, moment);
    expect(taken).toMatchObject({ state: 'taken', takenBy: AIGUL });
    expect(waiting(taken)).toEqual(['desk: refresh', 'person: taken']);
    expect(take(taken, BORIS, moment)).toBe(taken);
  });

  it('is answered by whoever replies, and keeps the time of the first reply', () => {
    const moment = clock();
    const start = emptied(opened(moment));
    const first = writeToPerson(start, { by: BORIS, written: { source: 50, text: 'Yes.' } }, moment);
    expect(first).toMatchObject({ state: 'answered', takenBy: BORIS, firstReplyAt: 1000 });
    expect(waiting(first)).toEqual(['desk: refresh', 'person: text']);
    const later = { ...moment, at: 5000 };
    const second = writeToPerson(first, { by: AIGUL, written: { source: 51, text: 'And.' } }, later);
    expect(second).toMatchObject({ firstReplyAt: 1000, takenBy: BORIS });
  });

  it('does not take in a message twice that Telegram brings again', () => {
    const moment = clock();
    const written = { source: 50, text: 'Hello' };
    const once = writeToDesk(emptied(opened(moment)), written, moment);
    expect(writeToDesk(once, written, moment)).toBe(once);
    const answered = writeToPerson(once, { by: AIGUL, written }, moment);
    expect(writeToPerson(answered, { by: AIGUL, written }, moment)).toBe(answered);
  });

  it('copies a message with a picture, with its caption', () => {
    const moment = clock();
    const sent = writeToDesk(emptied(opened(moment)), { source: 9, text: 'the plan', copyFrom: 7 }, moment);
    expect(sent.outbox[0]?.content).toEqual({ kind: 'copy', chat: 7, message: 9, caption: 'the plan' });
  });

  it('is closed, judged, opened again by a no or by a new message', () => {
    const moment = clock();
    const closed = close(emptied(opened(moment)), moment);
    expect(waiting(closed)).toEqual(['desk: refresh', 'person: closed']);
    expect(judge(closed, true, moment)).toMatchObject({ state: 'closed', solved: true });
    expect(judge(closed, false, moment)).toMatchObject({ state: 'received', solved: false });
    expect(writeToDesk(closed, { source: 3, text: 'still' }, moment).state).toBe('received');
    expect(waiting(reopen(emptied(closed), moment))).toEqual(['desk: refresh', 'person: reopened']);
    const written = { source: 4, text: 'one more thing' };
    const answered = writeToPerson(closed, { by: AIGUL, written }, moment);
    expect(answered).toMatchObject({ state: 'answered', closedAt: undefined });
  });

  it('is withdrawn for good', () => {
    const moment = clock();
    const gone = withdraw(emptied(opened(moment)), moment);
    expect(waiting(gone)).toEqual(['desk: refresh', 'desk: withdrawn']);
    for (const same of [
      take(gone, AIGUL, moment),
      close(gone, moment),
      reopen(gone, moment),
      writeToDesk(gone, { source: 1, text: 'x' }, moment),
      writeToPerson(gone, { by: AIGUL, written: { source: 1, text: 'x' } }, moment),
    ]) {
      expect(same).toBe(gone);
    }
  });

  it('loses what the person wrote when it is erased, and tells a desk that has it', () => {
    const moment = clock();
    const erased = blank(emptied(writeToDesk(opened(moment), { source: 1, text: 'secret' }, moment)), moment);
    expect(JSON.stringify(erased)).not.toMatch(/secret|Khorgos|Dala|warehouse|a@b\.kz|Daniyar/);
    expect(waiting(erased)).toEqual(['desk: refresh', 'desk: erased']);
    // A card may be on its way to the desk just then.
    expect(waiting(blank(opened(moment), moment))).toEqual(['desk: refresh', 'desk: erased']);
  });

  it('tells the other side what could not be delivered, but not that a notice was not', () => {
    const moment = clock();
    const answered = writeToPerson(
      emptied(opened(moment)),
      { by: AIGUL, written: { source: 1, text: 'x' } },
      moment,
    );
    const [, answer] = answered.outbox;
    const failed = undeliverable(answered, answer?.order ?? 0, { reason: 'blocked', moment });
    expect(waiting(failed)).toEqual(['desk: refresh', 'desk: blocked']);
    const notice = failed.outbox.at(-1);
    expect(waiting(undeliverable(failed, notice?.order ?? 0, { reason: 'undelivered', moment }))).toEqual([
      'desk: refresh',
    ]);
  });

  it('is shown again where it has changed while its card was on the way', () => {
    const moment = clock();
    const shown = emptied(opened(moment));
    const taken = emptied(take(shown, AIGUL, moment));
    expect(waiting(showNews(taken, shown, moment))).toEqual(['desk: refresh']);
    expect(showNews(taken, taken, moment)).toBe(taken);
    expect(waiting(showAgain(taken, moment))).toEqual(['desk: refresh']);
    const gone = emptied(withdraw(taken, moment));
    expect(showAgain(gone, moment)).toBe(gone);
  });

  it('remembers where the desk has it', () => {
    const start = opened(clock());
    const sent = delivered(start, start.outbox[0]?.order ?? 0, { chat: -1, card: 5, thread: 6 });
    expect(sent).toMatchObject({ outbox: [], desk: { chat: -1, card: 5, thread: 6 } });
  });
});
