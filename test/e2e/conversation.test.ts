// What a person meets in Telegram, in three languages: the started process against a strict Bot API.

import { describe, expect, it } from 'vitest';
import { setUpEndToEnd } from './setup.ts';

const { startTelegram, startTorap } = setUpEndToEnd();

async function startBoth() {
  const telegram = await startTelegram();
  const torap = await startTorap({ env: telegram.env });
  return { telegram, torap };
}

describe('a conversation', () => {
  it.each([
    {
      code: 'kk',
      greeting: 'Сәлеметсіз бе',
      question: 'Қорғас қайда?',
      title: '«Қорғас» хабы',
      topic: 'Нысандар',
    },
    {
      code: 'ru',
      greeting: 'Здравствуйте',
      question: 'где находится Хоргос',
      title: 'Хоргос',
      topic: 'Объекты',
    },
    { code: 'en', greeting: 'Hello', question: 'where is Khorgos', title: 'Khorgos', topic: 'Facilities' },
  ])(
    'greets, answers and moves between topics in $code',
    async ({ code, greeting, question, title, topic }) => {
      const { telegram } = await startBoth();
      const person = telegram.user({ id: 501, first_name: 'A', language_code: code });
      person.say('/start');
      expect((await person.next()).text).toContain(greeting);
      person.say(question);
      const answer = await person.next();
      expect(answer.text).toContain(title);
      expect(answer.entities?.some(({ type }) => type === 'text_link')).toBe(true);
      const pressed = person.press(answer, topic);
      const edited = await person.next();
      expect(edited.message_id).toBe(answer.message_id);
      expect(edited.text).not.toBe(answer.text);
      await pressed.answer();
      expect(person.answers).toHaveLength(2);
    },
  );

  it('keeps the chosen language over a restart', async () => {
    const telegram = await startTelegram();
    const first = await startTorap({ env: telegram.env });
    const person = telegram.user({ id: 502, first_name: 'A', language_code: 'en' });
    person.say('/language');
    await person.press(await person.next(), 'Қазақша').answer();
    await first.stop();
    const env = { ...telegram.env, DATA_DIR: first.dataDir };
    await startTorap({ env });
    person.takeUnseen();
    person.say('/help');
    expect((await person.next()).text).toContain('Қалай қолдану');
  });

  it('answers an edited question by editing its answer, and a caption like a question', async () => {
    const { telegram } = await startBoth();
    const person = telegram.user({ id: 503, first_name: 'A', language_code: 'ru' });
    const { message } = person.say('где находится Хоргос');
    const answer = await person.next();
    person.edit(message.message_id, 'контакты хаба Хоргос');
    const edited = await person.next();
    expect(edited.message_id).toBe(answer.message_id);
    person.sendPhoto('где находится Хоргос');
    expect((await person.next()).text).toContain('Хоргос');
  });

  it('has a sentence for everything that is no text, and a pin for a place', async () => {
    const { telegram } = await startBoth();
    const person = telegram.user({ id: 504, first_name: 'A', language_code: 'ru' });
    for (const send of [
      () => person.sendPhoto(),
      () => person.sendSticker(),
      () => person.sendVoice(),
      () => person.sendLocation(),
      () => person.sendContact(),
      () => person.sendPoll(),
    ]) {
      send();
      expect((await person.next()).text?.length).toBeGreaterThan(20);
    }
    person.say('где находится Хоргос');
    await person.press(await person.next(), '📍 На карте').answer();
    expect((await person.next()).venue?.location).toMatchObject({ latitude: 44.22, longitude: 80.38 });
  });

  it('answers in a group only what is meant for it', async () => {
    const { telegram } = await startBoth();
    const group = telegram.group(-1001, 'Carriers');
    const person = telegram.user({ id: 505, first_name: 'A', language_code: 'ru' }).in(group);
    person.say('где находится Хоргос');
    person.sendSticker();
    const asked = person.say(`@${telegram.bot.username} где находится Хоргос`);
    const answer = await group.next();
    expect(answer.reply_to_message?.message_id).toBe(asked.message.message_id);
    person.say('контакты хаба Хоргос', { replyTo: answer });
    expect((await group.next()).text).toContain('Хоргос');
    expect(group.answers).toHaveLength(2);
  });

  it('refuses what it does not know and never fails on odd text', async () => {
    const { telegram } = await startBoth();
    const person = telegram.user({ id: 506, first_name: 'A', language_code: 'ru' });
    for (const text of ['какая завтра погода в Алматы', '<b>&</b> {x}', 'а'.repeat(4096), '\u202eсоргоХ']) {
      person.say(text);
      expect((await person.next()).text).toMatch(/нет ответа|no answer/);
    }
    person.say('🚛🚛🚛');
    expect((await person.next()).text).toMatch(/^Чем помочь\?/);
  });
});

describe('the profile', () => {
  it('is set in three languages, and not again when it is so already', async () => {
    const telegram = await startTelegram();
    const first = await startTorap({ env: telegram.env });
    const settings = () => telegram.calls.filter(({ method }) => method.startsWith('setMy'));
    await expect.poll(() => settings().length, { timeout: 40_000 }).toBe(16);
    const commands = settings().filter(({ method }) => method === 'setMyCommands');
    expect(commands.map(({ payload }) => payload.language_code)).toEqual([undefined, 'kk', 'ru', 'en']);
    await first.stop();
    await startTorap({ env: telegram.env });
    const asked = () => telegram.calls.filter(({ method }) => method === 'getMyShortDescription').length;
    await expect.poll(asked, { timeout: 40_000 }).toBe(8);
    expect(settings()).toHaveLength(16);
  });
});
