import type { Message } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import type { Inquiry } from '../../src/store/index.ts';
import { ChatHarness, DESK } from './chat-harness.ts';

/** Fills the dialogue in up to the summary. */
async function fillIn(chat: ChatHarness): Promise<void> {
  for (const text of ['/inquiry', 'Rail wagons', 'Dala LLP', 'rent ten of them', 'a@b.kz']) {
    await chat.say(text, 'en');
  }
  await chat.press('I agree', 'en');
}

async function sendOne(chat: ChatHarness): Promise<string> {
  await fillIn(chat);
  await chat.press('Send', 'en');
  return chat.store.inquiries.list().at(-1)?.number ?? '';
}

function inDesk(text: string, replied: string, fields: Partial<Message> = {}): Partial<Message> {
  const me = { id: 99, is_bot: true, first_name: 'Torap' };
  return {
    chat: { id: DESK, type: 'supergroup', title: 'Desk' },
    text,
    reply_to_message: { message_id: 5, date: 1, from: me, text: replied } as never,
    ...fields,
  };
}

async function read(chat: ChatHarness, number: string): Promise<Inquiry> {
  const inquiry = await chat.store.inquiries.read(number);
  if (!inquiry) throw new Error(`There is no ${number}.`);
  return inquiry;
}

describe('the dialogue about an inquiry', () => {
  it('leaves the number of what was sent in place when "Send" is pressed twice, and stores one', async () => {
    const chat = new ChatHarness();
    await fillIn(chat);
    await chat.press('Send', 'en');
    const sent = chat.text();
    await chat.pressData('d:en:send', 'en');
    expect(sent).toMatch(/Sent, number T-\d{4}-0001/);
    expect(chat.text()).toBe(sent);
    expect(chat.store.inquiries.list()).toHaveLength(1);
  });

  it('says that it was NOT sent when it can not be stored, and sends it when there is room again', async () => {
    const chat = new ChatHarness();
    const { create } = chat.store.inquiries;
    const full = Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC', syscall: 'write' });
    Object.assign(chat.store.inquiries, { create: () => Promise.reject(full) });
    await fillIn(chat);
    await chat.press('Send', 'en');
    expect(chat.text()).toContain('NOT sent');
    expect(chat.text()).toContain('Dala LLP');
    Object.assign(chat.store.inquiries, { create });
    await chat.press('Send', 'en');
    expect(chat.text()).toContain('Sent, number');
  });

  it('begins with what it is about when it is opened under an answer or under a refusal', async () => {
    const chat = new ChatHarness();
    await chat.pressData('i:en:formats/lease-premises/about', 'en');
    expect(chat.text()).toContain('About: ');
    expect(chat.text()).toContain('What is your company called?');
    await chat.say('/cancel', 'en');
    await chat.say('how do I train a falcon', 'en');
    await chat.press('✉️ Write to our specialists', 'en');
    expect(chat.text()).toContain('About: how do I train a falcon');
    await chat.say('/cancel', 'en');
    await chat.say('how do I train a falcon', 'en');
    chat.now += 2 * 60 * 60 * 1000;
    await chat.say('/inquiry', 'en');
    expect(chat.text()).toContain('What is it about?');
  });

  it('offers to go on, to start anew or to cancel when one was begun before', async () => {
    const chat = new ChatHarness();
    await chat.say('/inquiry', 'en');
    await chat.say('Rail wagons', 'en');
    await chat.say('/inquiry', 'en');
    expect(chat.text()).toContain('Go on with it?');
    await chat.press('Go on', 'en');
    expect(chat.text()).toContain('What is your company called?');
    await chat.pressData('d:en:restart', 'en');
    expect(chat.text()).toContain('What is it about?');
  });

  it('is not entered in a group, where others would read the contact', async () => {
    const chat = new ChatHarness();
    await chat.message(
      { text: '/inquiry', chat: { id: -1007, type: 'supergroup', title: 'Carriers' } },
      'en',
    );
    expect(chat.text()).toContain('https://t.me/torap_test_bot?start=inquiry');
    await chat.say('/start inquiry', 'en');
    expect(chat.text()).toContain('What is it about?');
  });

  it('gives the keyboard back when the contact is left, and asks again when an answer is edited', async () => {
    const chat = new ChatHarness();
    for (const text of ['/inquiry', 'Rail wagons', 'Dala LPP']) await chat.say(text, 'en');
    const wish = await chat.say('rent ten', 'en');
    await chat.edit(wish, 'rent twenty');
    expect(chat.text()).toContain('How can we reach you?');
    await chat.say('Cancel', 'en');
    const last = chat.calls.at(-1)?.payload.reply_markup;
    expect(last).toEqual({ remove_keyboard: true });
    expect(await chat.store.outcomes.since(0)).toEqual([]);
  });

  it('asks once more after an album, whichever of its pictures has words', async () => {
    const photo = [{ file_id: 'f', file_unique_id: 'u', width: 1, height: 1 }];
    const document = { file_id: 'f', file_unique_id: 'u' };
    const plain = { photo };
    const asking = { photo, caption: 'Where is the Khorgos hub?' };
    for (const [album, answers] of [
      [[plain, plain, plain], 1],
      [[{ document }, { document }], 1],
      [[asking, plain, plain], 1],
      [[plain, asking, plain], 2],
    ] as const) {
      const chat = new ChatHarness();
      for (const text of ['/inquiry', 'Rail wagons']) await chat.say(text, 'en');
      const before = chat.calls.length;
      for (const fields of album) await chat.message({ ...fields, media_group_id: 'album' }, 'en');
      const texts = chat.calls.slice(before).map(({ payload }) => String(payload.text));
      expect(texts.filter((text) => text.includes('What is your company called?'))).toHaveLength(1);
      expect(texts).toHaveLength(answers + 1);
      await chat.message({ ...plain, media_group_id: 'another' }, 'en');
      expect(chat.text()).toContain('What is your company called?');
    }
  });

  it('asks once more after an album also where the first picture could not be answered to the end', async () => {
    const chat = new ChatHarness();
    for (const text of ['/inquiry', 'Rail wagons']) await chat.say(text, 'en');
    let refusals = 0;
    chat.fault = ({ payload }) => {
      if (refusals > 0 || !String(payload.text).includes('company called')) return undefined;
      refusals += 1;
      return { ok: false, error_code: 400, description: 'Bad Request: something odd' };
    };
    const photo = [{ file_id: 'f', file_unique_id: 'u', width: 1, height: 1 }];
    const before = chat.calls.length;
    for (let picture = 0; picture < 3; picture += 1) {
      await chat.message({ photo, media_group_id: 'album' }, 'en');
    }
    const texts = chat.calls.slice(before).map(({ payload }) => String(payload.text));
    // The refused one, and the one that went out.
    expect(texts.filter((text) => text.includes('company called'))).toHaveLength(2);
    expect(chat.text()).toContain('company called');
  });

  it('takes the first answer for itself, whatever was to be written to an older inquiry', async () => {
    const chat = new ChatHarness();
    const number = await sendOne(chat);
    await chat.pressData(`q:en:write.${number}`, 'en');
    await chat.say('/inquiry', 'en');
    await chat.say('Something else', 'en');
    expect(chat.text()).toContain('What is your company called?');
    expect((await read(chat, number)).messages).toEqual([]);
  });
});

describe('what is written about an inquiry', () => {
  it('is the next message only, or an album as a whole', async () => {
    const chat = new ChatHarness();
    const number = await sendOne(chat);
    const photo = [{ file_id: 'f', file_unique_id: 'u', width: 1, height: 1 }];
    await chat.pressData(`q:en:write.${number}`, 'en');
    chat.now += 20 * 60 * 1000;
    for (const caption of ['one', 'two']) {
      await chat.message({ photo, caption, media_group_id: 'album' }, 'en');
    }
    await chat.say('where is Khorgos', 'en');
    expect((await read(chat, number)).messages.map(({ text }) => text)).toEqual(['one', 'two']);
  });

  it('is found by the button of a later part of a long answer, too', async () => {
    const chat = new ChatHarness();
    const number = await sendOne(chat);
    const button = { text: 'Reply', callback_data: `q:en:write.${number}` };
    const part = { message_id: 9, date: 1, text: 'the rest', reply_markup: { inline_keyboard: [[button]] } };
    const me = { id: 99, is_bot: true, first_name: 'Torap' };
    await chat.message({ text: 'Thanks', reply_to_message: { ...part, from: me } as never }, 'en');
    expect((await read(chat, number)).messages).toMatchObject([{ from: 'person', text: 'Thanks' }]);
  });

  it("is nobody else's: another chat can neither read nor add to it", async () => {
    const chat = new ChatHarness();
    const number = await sendOne(chat);
    const stranger = { chat: { id: 8, type: 'private', first_name: 'B' } as const };
    await chat.pressData(`q:en:show.${number}`, 'en', stranger);
    await chat.pressData(`q:en:withdraw.${number}`, 'en', stranger);
    expect(chat.callsOf('answerCallbackQuery').at(-1)?.payload.text).toContain('no such inquiry');
    expect((await read(chat, number)).state).toBe('received');
  });

  it('carries the addresses behind its words, and nothing of what was withdrawn', async () => {
    const chat = new ChatHarness();
    const number = await sendOne(chat);
    const entities = [{ type: 'text_link' as const, offset: 0, length: 4, url: 'https://example.kz/form' }];
    await chat.message(inDesk('here', `Inquiry ${number}`, { entities }));
    expect((await read(chat, number)).messages[0]?.text).toBe('here\nhttps://example.kz/form');
    await chat.pressData(`q:en:withdraw.${number}`, 'en');
    await chat.message(inDesk('too late', `Inquiry ${number}`));
    expect((await read(chat, number)).messages).toHaveLength(1);
    expect(chat.text()).toContain(number);
  });
});

describe('the desk', () => {
  it('is answered for by whoever replies, also an administrator who remains anonymous', async () => {
    const chat = new ChatHarness();
    const number = await sendOne(chat);
    const anonymous = {
      from: { id: 1087968824, is_bot: true, first_name: 'Group' },
      sender_chat: { id: DESK, type: 'supergroup', title: 'Desk' },
      author_signature: 'director',
    } as const;
    await chat.message(inDesk('Yes, there is.', `Inquiry ${number}`, anonymous));
    expect(await read(chat, number)).toMatchObject({ state: 'answered', takenBy: { name: 'director' } });
  });

  it('keeps commands, edits and what is said without a reply to itself', async () => {
    const chat = new ChatHarness();
    const number = await sendOne(chat);
    await chat.message(inDesk('/language', `Inquiry ${number}`));
    await chat.message({ text: 'between us', chat: { id: DESK, type: 'supergroup', title: 'Desk' } });
    const reply = await chat.message(inDesk('Yes.', `Inquiry ${number}`));
    await chat.edit(reply, 'Yes, of course.');
    expect((await read(chat, number)).messages.map(({ text }) => text)).toEqual(['Yes.']);
    expect(chat.text()).toContain(number);
  });

  it('decides only in its own group', async () => {
    const chat = new ChatHarness();
    const number = await sendOne(chat);
    await chat.pressData(`t:en:close.${number}`, 'en');
    expect((await read(chat, number)).state).toBe('received');
    const inGroup = { chat: { id: DESK, type: 'supergroup', title: 'Desk' } as const };
    await chat.pressData(`t:en:close.${number}`, 'en', inGroup);
    expect((await read(chat, number)).state).toBe('closed');
  });
});
