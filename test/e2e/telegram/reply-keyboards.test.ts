// Keyboards in place of the letters, and what people send with them.

import { Api, Keyboard } from 'grammy';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startTelegramDouble } from './double.ts';
import { checkReplyKeyboard } from './reply-keyboards.ts';

async function start() {
  const double = await startTelegramDouble();
  onTestFinished(() => double.close());
  const person = double.user({ id: 42, first_name: 'Айдос', last_name: 'Серік' });
  person.say('a');
  const api = new Api(double.token, { apiRoot: double.apiRoot });
  const last = async () => (await api.getUpdates({ offset: -1 }))[0]?.message;
  return { double, person, api, last };
}

const asking = () =>
  new Keyboard().requestContact('Нөмірімді беру').row().text('Артқа').resized().placeholder('Телефон');

describe('a reply keyboard', () => {
  it('is shown until another takes its place or it is taken away', async () => {
    const { double, person, api } = await start();
    expect(person.replyKeyboard).toBeUndefined();
    const sent = await api.sendMessage(42, 'a', { reply_markup: asking() });
    expect(sent).not.toHaveProperty('reply_markup');
    expect(person.replyKeyboard).toMatchObject({
      resize_keyboard: true,
      keyboard: [[{}], [{ text: 'Артқа' }]],
    });
    await api.sendMessage(42, 'b', {
      reply_markup: { inline_keyboard: [[{ text: 'x', callback_data: 'x' }]] },
    });
    await api.sendMessage(42, 'c', { reply_markup: { keyboard: [['Иә', 'Жоқ']], one_time_keyboard: true } });
    expect(person.replyKeyboard?.keyboard).toEqual([['Иә', 'Жоқ']]);
    await api.sendMessage(42, 'd', { reply_markup: { remove_keyboard: true } });
    expect(person.replyKeyboard).toBeUndefined();
    expect(double.violations).toEqual([]);
  });

  it("sends a button's text, or one's own contact", async () => {
    const { person, api, last } = await start();
    await api.sendMessage(42, 'a', { reply_markup: asking() });
    person.tap('Артқа');
    expect((await last())?.text).toBe('Артқа');
    person.tap('Нөмірімді беру', { phone: '77015550199' });
    expect((await last())?.contact).toEqual({
      phone_number: '77015550199',
      first_name: 'Айдос',
      last_name: 'Серік',
      user_id: 42,
    });
    expect(() => person.tap('Алға')).toThrow('The keyboard\'s buttons: "Нөмірімді беру", "Артқа".');
    await api.sendMessage(42, 'b', { reply_markup: asking().oneTime() });
    person.tap('Артқа');
    expect(person.replyKeyboard).toBeUndefined();
  });

  it("can't ask a group for a phone number", async () => {
    const { double, api } = await start();
    double.group(-1002, 'Кеңсе');
    await expect(api.sendMessage(-1002, 'a', { reply_markup: asking() })).rejects.toThrow(
      '400: Bad Request: phone number can be requested in private chats only',
    );
    await api.sendMessage(-1002, 'a', { reply_markup: new Keyboard().text('a') });
  });

  it('is refused with an empty button, and remarked on with what is not published', () => {
    expect(() => checkReplyKeyboard({ keyboard: [[{ text: ' ' }]] })).toThrow(
      'Bad Request: keyboard button text must be non-empty',
    );
    expect(checkReplyKeyboard({ keyboard: [], input_field_placeholder: 'a'.repeat(65) })).toEqual([
      'the keyboard has no buttons: remove_keyboard is for that',
      'input_field_placeholder has 65 characters: 1–64',
    ]);
  });
});

describe('a shared contact', () => {
  it('is of the person, or of somebody else', async () => {
    const { double, person, last } = await start();
    double.user({ id: 43, first_name: 'Дана' });
    person.shareContact('+77015550100');
    expect((await last())?.contact).toMatchObject({ user_id: 42, first_name: 'Айдос' });
    person.shareContact('+77015550101', { userId: 43 });
    expect((await last())?.contact).toMatchObject({ user_id: 43, first_name: 'Дана' });
    person.sendContact();
    expect((await last())?.contact).not.toHaveProperty('user_id');
  });
});
