// The people of a test: what the bot gets from them, and how a test waits for the bot.

import { Api } from 'grammy';
import type { Update } from 'grammy/types';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startTelegramDouble } from './double.ts';

async function start() {
  const double = await startTelegramDouble({ deadlineMs: 5_000 });
  onTestFinished(() => double.close());
  const person = double.user({ id: 42, first_name: 'Айдос', language_code: 'kk' });
  const api = new Api(double.token, { apiRoot: double.apiRoot });
  const updates = (): Promise<Update[]> => api.getUpdates();
  return { double, person, api, updates };
}

describe('a person', () => {
  it('writes, with commands and mentions marked', async () => {
    const { person, updates } = await start();
    const { message, updateId } = person.say('/start @torap_test_bot');
    expect(await updates()).toEqual([
      {
        update_id: updateId,
        message: {
          message_id: message.message_id,
          from: { id: 42, is_bot: false, first_name: 'Айдос', language_code: 'kk' },
          chat: { id: 42, type: 'private', first_name: 'Айдос' },
          date: expect.any(Number),
          text: '/start @torap_test_bot',
          entities: [
            { type: 'bot_command', offset: 0, length: 6 },
            { type: 'mention', offset: 7, length: 15 },
          ],
        },
      },
    ]);
  });

  it('sends what is no text', async () => {
    const { person, updates } = await start();
    person.sendPhoto('Қорғас');
    person.sendPhoto();
    person.sendSticker();
    person.sendVoice();
    person.sendLocation();
    person.sendContact();
    person.sendPoll();
    const kinds = ['photo', 'photo', 'sticker', 'voice', 'location', 'contact', 'poll'];
    const received = await updates();
    expect(received).toHaveLength(kinds.length);
    received.forEach(({ message }, place) => {
      expect(message).toHaveProperty(kinds[place] ?? '');
    });
    expect(received.map(({ message }) => message?.caption)).toEqual(['Қорғас', ...Array(6).fill(undefined)]);
  });

  it('sends an album as messages that bear its number', async () => {
    const { person, updates } = await start();
    person.sendAlbum(['Қорғас', undefined]);
    person.sendAlbum([undefined]);
    const received = (await updates()).map(({ message }) => message);
    expect(received.map((message) => message?.caption)).toEqual(['Қорғас', undefined, undefined]);
    const [first, second, third] = received.map((message) => message?.media_group_id);
    expect(first).toMatch(/^\d+$/);
    expect([second === first, third === first]).toEqual([true, false]);
  });

  it('edits a message of their own; what waits stays as it was', async () => {
    const { person, updates, api } = await start();
    const { message } = person.say('Қорғас');
    person.edit(message.message_id, '/help');
    const [first, second] = await updates();
    expect(first?.message?.text).toBe('Қорғас');
    expect(second?.edited_message).toMatchObject({
      message_id: message.message_id,
      text: '/help',
      edit_date: expect.any(Number),
      entities: [{ type: 'bot_command' }],
    });
    expect(person.messages.map(({ text }) => text)).toEqual(['/help']);
    const sent = await api.sendMessage(42, 'a');
    expect(() => person.edit(sent.message_id, 'b')).toThrow("is not Айдос's");
  });

  it('presses buttons by text or data, also of messages that are too old to be shown', async () => {
    const { person, updates, api } = await start();
    person.say('a');
    const reply_markup = {
      inline_keyboard: [
        [
          { text: 'Қорғас', callback_data: 'k' },
          { text: 'web', url: 'https://a.kz/' },
        ],
      ],
    };
    const sent = await api.sendMessage(42, 'b', { reply_markup });
    person.press(sent, 'Қорғас');
    person.press(sent, 'k');
    person.press(sent, { data: 'from long ago' }, { isInaccessible: true });
    const [, byText, byData, old] = await updates();
    expect(byText?.callback_query).toMatchObject({
      from: { id: 42 },
      data: 'k',
      message: { text: 'b', reply_markup },
    });
    expect(byData?.callback_query?.data).toBe('k');
    expect(old?.callback_query).toMatchObject({
      data: 'from long ago',
      message: { chat: { id: 42 }, message_id: sent.message_id, date: 0 },
    });
    expect(old?.callback_query?.message).not.toHaveProperty('text');
    expect(() => person.press(sent, 'web')).toThrow('The message\'s buttons: "Қорғас", "web".');
  });

  it('talks in groups, replies and mentions', async () => {
    const { double, person, updates, api } = await start();
    const group = double.group(-1009, 'Логистика');
    const inGroup = person.in(group);
    inGroup.join();
    inGroup.say('/hubs@torap_test_bot');
    const sent = await api.sendMessage(-1009, 'a');
    inGroup.say('b', { replyTo: sent });
    const [joined, command, reply] = await updates();
    expect(joined?.message?.new_chat_members).toMatchObject([{ id: 42 }]);
    expect(command?.message).toMatchObject({
      chat: { id: -1009, type: 'supergroup', title: 'Логистика' },
      entities: [{ type: 'bot_command', offset: 0, length: 20 }],
    });
    expect(reply?.message?.reply_to_message).toMatchObject({ from: { id: double.bot.id }, text: 'a' });
    expect(await group.next()).toEqual(sent);
    expect(person.messages).toEqual([]);
  });

  it('blocks the bot, which is told when it wants to know', async () => {
    const { person, updates } = await start();
    person.block();
    expect((await updates())[0]?.my_chat_member).toMatchObject({
      old_chat_member: { status: 'member' },
      new_chat_member: { status: 'kicked', user: { is_bot: true } },
    });
  });
});

describe('next', () => {
  it('hands out each message and edit once, in order, and passes over those that do not fit', async () => {
    const { person, api } = await start();
    person.say('a');
    const sent = await api.sendMessage(42, 'one');
    await api.editMessageText(42, sent.message_id, 'two');
    await api.sendMessage(42, 'three');
    await api.sendMessage(42, 'four');
    expect((await person.next()).text).toBe('one');
    expect((await person.next(({ text }) => text === 'three')).text).toBe('three');
    expect(person.takeUnseen().map(({ text }) => text)).toEqual(['four']);
    const [fifth, sixth] = [person.next(), person.next(({ text }) => text === 'six')];
    await api.sendMessage(42, 'five');
    await api.sendMessage(42, 'six');
    expect([(await fifth).text, (await sixth).text]).toEqual(['five', 'six']);
  });

  it('gives up after its deadline, and tells what did happen', async () => {
    const { person, api } = await start();
    person.say('a');
    await api.sendMessage(42, 'one');
    await expect(person.next(({ text }) => text === 'two', 20)).rejects.toThrowErrorMatchingInlineSnapshot(`
      [Error: The bot wrote nothing that fits within 20 ms.
      Passed over: "one"
      The last calls of 1:
        sendMessage: 200 ok]
    `);
    const press = person.press(await person.next(), { data: 'x' });
    await expect(press.answer(20)).rejects.toThrow('The press was not answered within 20 ms.');
  });
});
