// Sending, editing, deleting, answering presses: what happens in the chat, and every refusal.

import { Api } from 'grammy';
import type { InlineKeyboardMarkup } from 'grammy/types';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type DoubleOptions, startTelegramDouble } from './double.ts';

async function start(options?: DoubleOptions) {
  const double = await startTelegramDouble(options);
  onTestFinished(() => double.close());
  const person = double.user({ id: 42, first_name: 'Айдос', language_code: 'kk' });
  const { message } = person.say('Сәлем');
  return { double, person, question: message, api: new Api(double.token, { apiRoot: double.apiRoot }) };
}

const keyboard = (...texts: string[]): InlineKeyboardMarkup => ({
  inline_keyboard: texts.map((text) => [{ text, callback_data: `data of ${text}` }]),
});

describe('sending', () => {
  it('returns the message as published, and shows it in the chat', async () => {
    const { double, person, question, api } = await start();
    const sent = await api.sendMessage(42, '<b>Қорғас</b>', {
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
      reply_parameters: { message_id: question.message_id },
      reply_markup: keyboard('Қорғас'),
    });
    const { id, first_name, username } = double.bot;
    expect(sent).toEqual({
      message_id: question.message_id + 1,
      from: { id, is_bot: true, first_name, username },
      chat: { id: 42, type: 'private', first_name: 'Айдос' },
      date: expect.any(Number),
      text: 'Қорғас',
      entities: [{ type: 'bold', offset: 0, length: 6 }],
      link_preview_options: { is_disabled: true },
      reply_to_message: question,
      reply_markup: keyboard('Қорғас'),
    });
    expect(person.messages).toEqual([question, sent]);
    expect(await person.next()).toEqual(sent);
    expect(double.violations).toEqual([]);
  });

  it('is refused where the bot knows no chat', async () => {
    const { double, api } = await start();
    double.user({ id: 43, first_name: 'Дана' });
    await expect(api.sendMessage(43, 'a')).rejects.toThrow('400: Bad Request: chat not found');
    await expect(api.sendMessage(-5, 'a')).rejects.toThrow('400: Bad Request: chat not found');
    await expect(api.sendMessage('@nobody', 'a')).rejects.toThrow('400: Bad Request: chat not found');
    expect(double.violations).toEqual([]);
  });

  it('is refused by people and groups that no longer want the bot', async () => {
    const { double, person, api } = await start();
    person.block();
    await expect(api.sendMessage(42, 'a')).rejects.toThrow('403: Forbidden: bot was blocked by the user');
    person.unblock();
    await api.sendMessage(42, 'a');
    person.deleteAccount();
    await expect(api.sendMessage(42, 'a')).rejects.toThrow('403: Forbidden: user is deactivated');
    const group = double.group(-1001, 'Логистика');
    group.kickBot();
    await expect(api.sendMessage(-1001, 'a')).rejects.toThrow(
      '403: Forbidden: bot was kicked from the supergroup chat',
    );
  });

  it('in reply to a message that is gone is refused, unless it may do without', async () => {
    const { api } = await start();
    await expect(api.sendMessage(42, 'a', { reply_parameters: { message_id: 5 } })).rejects.toThrow(
      '400: Bad Request: message to be replied not found',
    );
    const reply_parameters = { message_id: 5, allow_sending_without_reply: true };
    expect(await api.sendMessage(42, 'a', { reply_parameters })).not.toHaveProperty('reply_to_message');
  });

  it('of broken markup is refused in the words of Telegram, and a violation', async () => {
    const { double, api } = await start();
    const reason = '400: Bad Request: can\'t parse entities: Unsupported start tag "br" at byte offset 7';
    await expect(api.sendMessage(42, '<b>a</b><br>', { parse_mode: 'HTML' })).rejects.toThrow(
      reason.replace('offset 7', 'offset 8'),
    );
    expect(double.takeViolations()).toHaveLength(1);
    await api.sendMessage(42, 'R&D', { parse_mode: 'HTML' });
    expect(double.takeViolations()).toHaveLength(1);
  });

  it('sends places, and refuses those that are not on Earth or have no name', async () => {
    const { double, api } = await start();
    const venue = await api.sendVenue(42, 44.2163, 80.4121, 'Қорғас', 'Алматы облысы');
    expect(venue).toMatchObject({
      venue: {
        title: 'Қорғас',
        address: 'Алматы облысы',
        location: { latitude: 44.2163, longitude: 80.4121 },
      },
      location: { latitude: 44.2163, longitude: 80.4121 },
    });
    expect((await api.sendLocation(42, 44, 80)).location).toEqual({ latitude: 44, longitude: 80 });
    await expect(api.sendVenue(42, 91, 0, 'a', 'b')).rejects.toThrow('wrong venue location specified');
    await expect(api.sendVenue(42, 44, 80, '', 'b')).rejects.toThrow('parameter "title" is required');
    await expect(api.sendVenue(42, 44, 80, 'a', ' ')).rejects.toThrow('parameter "address" is required');
    expect(double.takeViolations()).toHaveLength(3);
  });

  it('takes chat actions', async () => {
    const { double, api } = await start();
    expect(await api.sendChatAction(42, 'typing')).toBe(true);
    expect(double.violations).toEqual([]);
  });
});

describe('editing', () => {
  it('puts the new text and keyboard in place of the old', async () => {
    const { person, api } = await start();
    const sent = await api.sendMessage(42, 'a', { reply_markup: keyboard('x') });
    const edited = await api.editMessageText(42, sent.message_id, '<i>b</i>', { parse_mode: 'HTML' });
    expect(edited).toMatchObject({ message_id: sent.message_id, text: 'b', edit_date: expect.any(Number) });
    expect(edited).not.toHaveProperty('reply_markup');
    expect(person.answers).toEqual([edited]);
    const buttons = { reply_markup: keyboard('y') };
    expect(await api.editMessageReplyMarkup(42, sent.message_id, buttons)).toMatchObject({
      text: 'b',
      ...buttons,
    });
    expect([(await person.next()).text, (await person.next()).text]).toEqual(['a', 'b']);
    expect((await person.next()).reply_markup).toEqual(keyboard('y'));
  });

  it('is refused when it changes nothing', async () => {
    const { api } = await start();
    const { message_id } = await api.sendMessage(42, '<b>a</b>', {
      parse_mode: 'HTML',
      reply_markup: keyboard('x'),
    });
    const same = { parse_mode: 'HTML' as const, reply_markup: keyboard('x') };
    const reason =
      '400: Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';
    await expect(api.editMessageText(42, message_id, ' <b>a</b>\n', same)).rejects.toThrow(reason);
    await expect(api.editMessageReplyMarkup(42, message_id, same)).rejects.toThrow(reason);
    await api.editMessageText(42, message_id, 'a', same);
  });

  it('is refused for a message that is gone, of another chat, of a person, or without text', async () => {
    const { double, question, api } = await start();
    const other = double.user({ id: 43, first_name: 'Дана' });
    other.say('Привет');
    const sent = await api.sendMessage(43, 'a');
    const venue = await api.sendVenue(42, 44, 80, 'a', 'b');
    const withReplyKeyboard = await api.sendMessage(42, 'a', {
      reply_markup: { keyboard: [[{ text: 'a' }]] },
    });
    const edit = (id: number) => api.editMessageText(42, id, 'b');
    await expect(edit(5)).rejects.toThrow('400: Bad Request: message to edit not found');
    await expect(edit(sent.message_id)).rejects.toThrow('400: Bad Request: message to edit not found');
    await expect(edit(question.message_id)).rejects.toThrow("400: Bad Request: message can't be edited");
    await expect(edit(withReplyKeyboard.message_id)).rejects.toThrow(
      "400: Bad Request: message can't be edited",
    );
    await expect(edit(venue.message_id)).rejects.toThrow(
      '400: Bad Request: there is no text in the message to edit',
    );
    await api.deleteMessage(43, sent.message_id);
    await expect(api.editMessageText(43, sent.message_id, 'b')).rejects.toThrow('message to edit not found');
  });
});

describe('deleting', () => {
  it('removes the message from the chat', async () => {
    const { person, question, api } = await start();
    const sent = await api.sendMessage(42, 'a');
    expect(await api.deleteMessage(42, sent.message_id)).toBe(true);
    expect(person.messages).toEqual([question]);
    await expect(api.deleteMessage(42, sent.message_id)).rejects.toThrow('message to delete not found');
  });

  it("is refused for a member's message, unless the bot is an administrator", async () => {
    const { double, person, api } = await start();
    const group = double.group(-7, 'Логистика');
    const { message } = person.in(group).say('a');
    await expect(api.deleteMessage(-7, message.message_id)).rejects.toThrow("message can't be deleted");
    group.promote(double.bot.id);
    expect(await api.deleteMessage(-7, message.message_id)).toBe(true);
  });
});

describe('answering a press', () => {
  it('is possible once, and shown to the person', async () => {
    const { double, person, api } = await start();
    const sent = await api.sendMessage(42, 'a', { reply_markup: keyboard('Қорғас') });
    const press = person.press(sent, 'Қорғас');
    expect(double.unansweredPresses()).toEqual([press.id]);
    await api.answerCallbackQuery(press.id, { text: 'Дайын', show_alert: true });
    expect(await press.answer()).toEqual({ text: 'Дайын', isAlert: true });
    expect(double.unansweredPresses()).toEqual([]);
    await expect(api.answerCallbackQuery(press.id)).rejects.toThrow(
      '400: Bad Request: query is too old and response timeout expired or query ID is invalid',
    );
    expect(double.violations).toEqual([]);
  });

  it('is refused when it comes too late or is too long', async () => {
    let now = Date.now();
    const { double, person, api } = await start({ now: () => now });
    const sent = await api.sendMessage(42, 'a', { reply_markup: keyboard('x') });
    const press = person.press(sent, 'data of x');
    await expect(api.answerCallbackQuery(press.id, { text: 'a'.repeat(201) })).rejects.toThrow(
      'MESSAGE_TOO_LONG',
    );
    now += 30_001;
    await expect(api.answerCallbackQuery(press.id)).rejects.toThrow('query is too old');
    const late = person.press(sent, 'x');
    double.expirePresses();
    await expect(api.answerCallbackQuery(late.id)).rejects.toThrow('query is too old');
    expect(double.takeViolations()).toHaveLength(1);
  });
});

describe('chats', () => {
  it('are told of by getChat and getChatMember', async () => {
    const { double, person, api } = await start();
    const group = double.group(-1005, 'Логистика');
    person.in(group).say('a');
    expect(await api.getChat(42)).toMatchObject({
      id: 42,
      type: 'private',
      first_name: 'Айдос',
      accent_color_id: 0,
    });
    expect(await api.getChat(-1005)).toMatchObject({ type: 'supergroup', title: 'Логистика' });
    expect(await api.getChatMember(-1005, 42)).toMatchObject({
      status: 'member',
      user: { id: 42, language_code: 'kk' },
    });
    group.promote(42);
    expect(await api.getChatMember(-1005, 42)).toMatchObject({
      status: 'administrator',
      can_manage_chat: true,
    });
    await expect(api.getChatMember(-1005, 99)).rejects.toThrow('user not found');
    expect(await api.leaveChat(-1005)).toBe(true);
    await expect(api.sendMessage(-1005, 'a')).rejects.toThrow('bot is not a member of the supergroup chat');
  });
});
