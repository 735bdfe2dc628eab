import { Api } from 'grammy';
import { describe, expect, it } from 'vitest';
import { startCourier } from '../../src/bot/courier.ts';
import { createUpdateQueue } from '../../src/bot/update-queue.ts';
import { close, take, writeToDesk, writeToPerson } from '../../src/desk/index.ts';
import type { Inquiry } from '../../src/store/index.ts';
import { newInquiry } from '../store/sample-inquiry.ts';
import { ChatHarness, DESK } from './chat-harness.ts';

interface Sent {
  readonly method: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** A courier over a store in memory and a Telegram that answers as the test says; undefined: well. */
function setUp() {
  const { parts, store } = new ChatHarness();
  const sent: Sent[] = [];
  const telegram: { answer: (call: Sent) => object | undefined | Promise<object | undefined> } = {
    answer: () => undefined,
  };
  const api = new Api('1:test');
  let lastMessage = 100;
  api.config.use(async (_previous, method, payload) => {
    const call = { method, payload: { ...payload } };
    const given = await telegram.answer(call);
    if (given) return given as never;
    sent.push(call);
    lastMessage += 1;
    const result = method === 'getChat' ? { id: DESK, type: 'supergroup' } : { message_id: lastMessage };
    return { ok: true, result } as never;
  });
  const queue = createUpdateQueue(async () => {}, 4);
  const start = () => startCourier({ api, parts: { ...parts, now: Date.now }, queue });
  return { parts, store, sent, telegram, start };
}

function textsTo(chat: number, sent: readonly Sent[]): string[] {
  return sent
    .filter(({ payload }) => payload.chat_id === chat && typeof payload.text === 'string')
    .map(({ payload }) => String(payload.text));
}

function refused(description: string): object {
  return { ok: false, error_code: 400, description: `Bad Request: ${description}` };
}

const STAFF = { id: 1, name: 'Aigul' };

describe('the courier', () => {
  it('brings what the last process left in the order in which it was written, over all inquiries', async () => {
    const { parts, store, sent, start } = setUp();
    const older = await store.inquiries.create(newInquiry('a', { chat: 7, outbox: [] }));
    const newer = await store.inquiries.create(newInquiry('b', { chat: 7, outbox: [] }));
    const answer = (number: string, text: string, source: number) =>
      parts.desk.change(number, (inquiry, moment) =>
        writeToPerson(inquiry, { by: STAFF, written: { source, text } }, moment),
      );
    await answer(newer.number, 'first', 50);
    await answer(older.number, 'second', 51);
    const courier = start();
    await expect.poll(() => textsTo(7, sent).length).toBe(2);
    expect(textsTo(7, sent).map((text) => /first|second/.exec(text)?.[0])).toEqual(['first', 'second']);
    expect((await store.inquiries.read(older.number))?.outbox.filter(({ to }) => to === 'person')).toEqual(
      [],
    );
    await courier.close();
  });

  it('goes on with other inquiries while one fails for a reason of its own', async () => {
    const { parts, store, sent, telegram, start } = setUp();
    const courier = start();
    let failing = '';
    telegram.answer = ({ payload }) =>
      failing !== '' && String(payload.text).includes(failing)
        ? { ok: false, error_code: 500, description: 'Internal Server Error' }
        : undefined;
    const [bad, good] = await Promise.all([1, 2].map((order) => store.inquiries.create(withCard(order))));
    failing = bad?.number ?? '';
    for (const inquiry of [bad, good]) await parts.desk.change(inquiry?.number ?? '', touch);
    await expect
      .poll(() => textsTo(DESK, sent).some((text) => text.includes(good?.number ?? '-')))
      .toBe(true);
    failing = '';
    await expect
      .poll(() => textsTo(DESK, sent).some((text) => text.includes(bad?.number ?? '-')), { timeout: 20_000 })
      .toBe(true);
    await courier.close();
  });

  it('makes no second topic while the disk is full', async () => {
    const { store, sent, telegram, start } = setUp();
    telegram.answer = ({ method }) => {
      if (method === 'getChat') return { ok: true, result: { id: DESK, type: 'supergroup', is_forum: true } };
      if (method !== 'createForumTopic') return undefined;
      sent.push({ method, payload: {} });
      return { ok: true, result: { message_thread_id: 9, name: 'x' } };
    };
    const inquiry = await store.inquiries.create(newInquiry('a'));
    const { update } = store.inquiries;
    let isFull = true;
    const full: typeof update = (number, change) =>
      isFull ? Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) : update(number, change);
    Object.assign(store.inquiries, { update: full });
    const courier = start();
    await expect.poll(() => sent.filter(({ method }) => method === 'createForumTopic').length).toBe(1);
    await expect.poll(() => courier.health().waiting).toBe(1);
    isFull = false;
    await expect
      .poll(async () => (await store.inquiries.read(inquiry.number))?.desk, { timeout: 20_000 })
      .toMatchObject({ chat: DESK, thread: 9 });
    expect(sent.filter(({ method }) => method === 'createForumTopic')).toHaveLength(1);
    expect(textsTo(DESK, sent)).toHaveLength(1);
    await courier.close();
  });

  it('shows a card again that has changed while its edit was under way', async () => {
    const { parts, store, sent, telegram, start } = setUp();
    const { number } = await store.inquiries.create(newInquiry('a'));
    const courier = start();
    await parts.desk.change(number, touch);
    await expect.poll(async () => (await store.inquiries.read(number))?.desk?.card).toBeDefined();
    let edits = 0;
    telegram.answer = async ({ method }) => {
      if (method !== 'editMessageText') return undefined;
      edits += 1;
      if (edits === 1) await parts.desk.change(number, close);
      return undefined;
    };
    await parts.desk.change(number, (inquiry, moment) => take(inquiry, STAFF, moment));
    await expect.poll(() => edits).toBe(2);
    await expect.poll(async () => (await store.inquiries.read(number))?.outbox).toEqual([]);
    expect(textsTo(DESK, sent).at(-1)).toMatch(/закрыто|closed|жабылды/);
    await courier.close();
  });

  it('takes the words off a card that arrives while its person erases them', async () => {
    const { parts, store, sent, telegram, start } = setUp();
    const { number } = await store.inquiries.create(newInquiry('a', { wish: 'a secret wish' }));
    const courier = start();
    telegram.answer = async ({ method, payload }) => {
      if (method === 'sendMessage' && String(payload.text).includes('secret')) await parts.desk.eraseAll(7);
      return undefined;
    };
    await parts.desk.change(number, touch);
    await expect.poll(() => store.inquiries.list()).toEqual([]);
    const edit = sent.filter(({ method }) => method === 'editMessageText').at(-1);
    expect(String(edit?.payload.text)).not.toContain('secret');
    await courier.close();
  });

  it('names the inquiry in each part of a long message, so that a reply to any of them finds it', async () => {
    const { parts, store, sent, start } = setUp();
    const { number } = await store.inquiries.create(newInquiry('a', { outbox: [] }));
    const text = 'слово '.repeat(680);
    await parts.desk.change(number, (inquiry, moment) => writeToDesk(inquiry, { source: 60, text }, moment));
    const courier = start();
    const isLong = (one: string) => one.includes('слово');
    await expect.poll(() => textsTo(DESK, sent).filter(isLong).length).toBe(2);
    for (const part of textsTo(DESK, sent).filter(isLong)) expect(part).toContain(number);
    await courier.close();
  });

  it('never gives up a card that is refused, and sends long words apart from a picture', async () => {
    const { parts, store, sent, telegram, start } = setUp();
    const { number } = await store.inquiries.create(newInquiry('a'));
    const courier = start();
    let isRefused = true;
    telegram.answer = ({ method }) =>
      method === 'sendMessage' && isRefused ? refused('something new') : undefined;
    await parts.desk.change(number, touch);
    await expect.poll(() => courier.health().waiting).toBe(1);
    isRefused = false;
    await expect.poll(() => textsTo(DESK, sent).length, { timeout: 20_000 }).toBe(1);
    const caption = `${'word '.repeat(210)}end`;
    const written = { source: 60, text: caption, copyFrom: DESK };
    await parts.desk.change(number, (inquiry, moment) =>
      writeToPerson(inquiry, { by: STAFF, written }, moment),
    );
    await expect.poll(() => sent.some(({ method }) => method === 'copyMessage')).toBe(true);
    expect(textsTo(7, sent).join()).toContain('end');
    expect(sent.find(({ method }) => method === 'copyMessage')?.payload.caption).toContain(number);
    await courier.close();
  });
});

function withCard(order: number) {
  return newInquiry(`key ${order}`, { outbox: [{ order, to: 'desk', content: { kind: 'card' } }] });
}

/** Tells the courier of an inquiry whose card is to be brought. */
function touch(inquiry: Inquiry): Inquiry {
  return { ...inquiry };
}
