import { describe, expect, it } from 'vitest';
import { entryId } from '../small-catalog.ts';
import { ChatHarness, GROUP } from './chat-harness.ts';

describe('a private chat', () => {
  it.each([
    ['kk', 'Сәлеметсіз бе'],
    ['ru', 'Здравствуйте'],
    ['en', 'Hello'],
    ['de', 'Hello'],
  ])(
    'greets a person whose Telegram speaks %s with «%s», five hubs and three languages',
    async (code, greeting) => {
      const chat = new ChatHarness();
      await chat.say('/start', code);
      expect(chat.text()).toContain(greeting);
      const texts = chat.buttons().map(({ text }) => text);
      expect(chat.buttons().filter(({ callback_data }) => callback_data.includes('/about'))).toHaveLength(5);
      expect(texts).toEqual(expect.arrayContaining(['Қазақша', 'Русский', 'English']));
    },
  );

  it.each([
    ['Қорғас қайда?', '«Қорғас» хабы', 'Дереккөздер'],
    ['как стать резидентом СЭЗ на Хоргосе', 'СЭЗ', 'Источники'],
    ['how can my company join the Khorgos zone', 'Khorgos', 'Sources'],
  ])('answers «%s» in the language of the question', async (question, title, sources) => {
    const chat = new ChatHarness();
    await chat.say(question);
    expect(chat.text()).toContain(title);
    expect(chat.text()).toContain(sources);
    expect(chat.callsOf('sendMessage')[0]?.payload).toMatchObject({
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
    });
  });

  it('offers to switch where the question has another language than the chat', async () => {
    const chat = new ChatHarness();
    await chat.say('Қорғас қайда?', 'ru');
    await chat.press('Қазақшаға ауысу');
    expect(chat.stored.get(7)?.language).toBe('kk');
    expect(chat.callsOf('editMessageText')).toHaveLength(1);
    expect(chat.buttons().map(({ text }) => text)).not.toContain('Қазақшаға ауысу');
  });

  it('speaks the language that is asked for, and shows again what it has shown', async () => {
    const chat = new ChatHarness();
    await chat.say('по-русски, пожалуйста', 'en');
    expect(chat.text()).toContain('Здравствуйте');
    expect(chat.stored.get(7)?.language).toBe('ru');
    await chat.say('где находится Хоргос');
    await chat.say('қазақша айтыңызшы');
    expect(chat.text()).toContain('«Қорғас» хабы');
    expect(chat.stored.get(7)).toMatchObject({ language: 'kk', shown: { answer: 'hubs/khorgos/about' } });
  });

  it('moves between topics by editing the message in place', async () => {
    const chat = new ChatHarness();
    await chat.say('где находится Хоргос');
    await chat.press('Объекты');
    expect(chat.callsOf('sendMessage')).toHaveLength(1);
    expect(chat.callsOf('editMessageText')[0]?.payload.message_id).toBe(500);
    expect(chat.callsOf('answerCallbackQuery')).toHaveLength(1);
  });

  it('takes a question without a name for one about the last answer', async () => {
    const chat = new ChatHarness();
    await chat.say('где находится Хоргос');
    await chat.say('а контакты?');
    expect(chat.text()).toContain('куда обращаться');
    expect(chat.text()).toContain('Хоргос');
    await chat.say('а у хаба Алатау?');
    expect(chat.text()).toContain('Алатау');
    expect(chat.stored.get(7)?.shown).toEqual({ answer: 'hubs/zhambyl/contacts', at: chat.now });
  });

  it('goes on from an answer that a button brought', async () => {
    const chat = new ChatHarness();
    await chat.say('где находится Хоргос');
    await chat.press('Объекты');
    expect(chat.stored.get(7)?.shown?.answer).toBe('hubs/khorgos/facilities');
    await chat.say('а как туда проехать фурой?');
    expect(chat.stored.get(7)?.shown?.answer).toBe('hubs/khorgos/routes');
  });

  it('goes on from the first of the answers that it offered, and says of one that was shown that it tells more', async () => {
    const chat = new ChatHarness();
    await chat.say('у меня груз мед в китай, что делать');
    const first = { answer: 'guides/food-to-china/about', at: chat.now };
    expect(chat.stored.get(7)?.shown).toEqual({ ...first, isOffered: true });
    const again = 'сказано в этом же ответе';
    await chat.say('какие документы нужны');
    expect(chat.stored.get(7)?.shown).toEqual(first);
    expect(chat.text()).not.toContain(again);
    await chat.say('какой срок');
    expect(chat.stored.get(7)?.shown).toEqual(first);
    expect(chat.text()).toContain(again);
  });

  it('goes on from none of the hubs when it asked which one is meant', async () => {
    const chat = new ChatHarness();
    await chat.say('контакты');
    expect(chat.stored.get(7)?.shown).toBeUndefined();
  });

  it('asks which hub is meant once the last answer is an hour old', async () => {
    const chat = new ChatHarness();
    await chat.say('где находится Хоргос');
    chat.now += 61 * 60 * 1000;
    await chat.say('контакты');
    expect(chat.buttons().filter(({ callback_data }) => callback_data.includes('/contacts'))).toHaveLength(5);
  });

  it('sends the place as a pin', async () => {
    const chat = new ChatHarness();
    await chat.say('где находится Хоргос');
    await chat.press('📍 На карте');
    const [pin] = chat.callsOf('sendVenue');
    expect(pin?.payload).toMatchObject({ title: 'Хаб «Хоргос»', latitude: 44.22, longitude: 80.38 });
  });

  it('says nothing of an answer that was shown before, when a question is edited', async () => {
    const chat = new ChatHarness();
    const question = await chat.say('где находится Хоргос');
    const text = chat.text();
    await chat.edit(question, 'где находится хаб Хоргос');
    expect(chat.text()).toBe(text);
  });

  it('answers an edited question by editing the earlier answer', async () => {
    const chat = new ChatHarness();
    const question = await chat.say('где находится Хоргос');
    const answer = chat.stored.get(7)?.answered[0]?.answer;
    await chat.edit(question, 'контакты хаба Хоргос');
    expect(chat.callsOf('editMessageText')[0]?.payload.message_id).toBe(answer);
    expect(chat.callsOf('sendMessage')).toHaveLength(1);
  });

  it('answers an edited question anew that it has never seen', async () => {
    const chat = new ChatHarness();
    const question = await chat.say('/help');
    chat.stored.clear();
    await chat.edit(question, 'где находится Хоргос');
    expect(chat.callsOf('sendMessage')).toHaveLength(2);
  });

  it('refuses honestly, with three suggestions and the list of hubs', async () => {
    const chat = new ChatHarness();
    await chat.say('какая завтра погода в Алматы');
    expect(chat.text()).toContain('нет ответа');
    expect(chat.buttons().filter(({ callback_data }) => callback_data.startsWith('o:'))).toHaveLength(3);
    expect(chat.buttons().map(({ text }) => text)).toContain('Все хабы');
  });

  it.each([
    ['Добрый день!', 'Чем помочь?'],
    ['Көп рахмет сізге', 'Немен көмектесейін?'],
    ['рахмет сизге', 'Немен көмектесейін?'],
    ['spasibo', 'Чем помочь?'],
    ['thanks, got it', 'How can I help?'],
  ])('asks who writes "%s" what it may help with, and keeps no outcome', async (words, sentence) => {
    const chat = new ChatHarness();
    await chat.say(words);
    expect(chat.text()).toContain(sentence);
    expect(await chat.store.outcomes.since(0)).toEqual([]);
    await chat.say('какая завтра погода в Алматы');
    expect(await chat.store.outcomes.since(0)).toHaveLength(1);
  });

  it.each([
    ['photo', { photo: [{ file_id: 'f', file_unique_id: 'u', width: 1, height: 1 }] }, 'Картинки'],
    ['voice', { voice: { file_id: 'f', file_unique_id: 'u', duration: 1 } }, 'Голосовые'],
    ['location', { location: { latitude: 44, longitude: 80 } }, 'геопозицией'],
    ['contact', { contact: { phone_number: '+7', first_name: 'A' } }, 'Контакт'],
    ['dice', { dice: { emoji: '🎲', value: 1 } }, 'прочитать не могу'],
  ])('says kindly what to do about a %s', async (_kind, fields, sentence) => {
    const chat = new ChatHarness();
    await chat.message(fields);
    expect(chat.text()).toContain(sentence);
  });

  it("takes a photo's caption for a question", async () => {
    const chat = new ChatHarness();
    const photo = [{ file_id: 'f', file_unique_id: 'u', width: 1, height: 1 }];
    await chat.message({ photo, caption: 'где находится Хоргос' });
    expect(chat.text()).toContain('Хоргос');
  });

  it('answers a message that is edited into a command by editing its answer', async () => {
    const chat = new ChatHarness();
    const question = await chat.say('/hub');
    await chat.edit(question, '/hubs');
    expect(chat.callsOf('sendMessage')).toHaveLength(1);
    expect(chat.text()).toContain('Пять трансграничных хабов');
  });

  it('puts the answer in place of the notice when a caption is edited in', async () => {
    const chat = new ChatHarness();
    const photo = [{ file_id: 'f', file_unique_id: 'u', width: 1, height: 1 }];
    const message = await chat.message({ photo });
    await chat.edit(message, 'где находится Хоргос');
    expect(chat.callsOf('sendMessage')).toHaveLength(1);
    expect(chat.text()).toContain('Хоргос');
  });

  it('has one sentence for an album of pictures', async () => {
    const chat = new ChatHarness();
    const photo = [{ file_id: 'f', file_unique_id: 'u', width: 1, height: 1 }];
    for (let picture = 0; picture < 3; picture += 1) await chat.message({ photo, media_group_id: 'album' });
    expect(chat.calls).toHaveLength(1);
  });

  it('leaves it at the answer to an album of which one picture asks something', async () => {
    const chat = new ChatHarness();
    const photo = [{ file_id: 'f', file_unique_id: 'u', width: 1, height: 1 }];
    const caption = 'где находится Хоргос';
    for (const words of [{ caption }, {}, {}])
      await chat.message({ photo, ...words, media_group_id: 'album' });
    expect(chat.calls).toHaveLength(1);
    expect(chat.text()).toContain('Хоргос');
  });

  it('switches the language under a refusal and leaves the refusal as it is', async () => {
    const chat = new ChatHarness();
    await chat.say('what is the weather in Paris tomorrow', 'ru');
    const keyboard = chat.buttons().map(({ text, callback_data }) => [{ text, callback_data }]);
    const pressed = { reply_markup: { inline_keyboard: keyboard } };
    await chat.pressData('k:en', 'ru', pressed);
    expect(chat.stored.get(7)?.language).toBe('en');
    expect(chat.callsOf('editMessageText')).toEqual([]);
    const [markup] = chat.callsOf('editMessageReplyMarkup');
    expect(JSON.stringify(markup?.payload)).not.toContain('Switch to English');
    expect(chat.callsOf('answerCallbackQuery')[0]?.payload.text).toBe('I speak English now.');
  });

  it('stays silent when somebody only joins or pins', async () => {
    const chat = new ChatHarness();
    await chat.message({ new_chat_title: 'New' });
    expect(chat.calls).toEqual([]);
  });

  it('names the way on for a command that it does not know', async () => {
    const chat = new ChatHarness();
    await chat.say('/buy');
    expect(chat.text()).toContain('/help');
  });

  it('goes on opening what was renamed, from buttons that are older than the name', async () => {
    const chat = new ChatHarness(new Map([[entryId('hubs/horgos'), entryId('hubs/khorgos')]]));
    await chat.pressData('o:ru:hubs/horgos/trade');
    const [edit] = chat.callsOf('editMessageText');
    await chat.pressData('o:ru:hubs/khorgos/trade');
    expect(edit?.payload).toEqual(chat.callsOf('editMessageText')[1]?.payload);
    await chat.pressData('l:en:hubs/horgos/about');
    expect(chat.text()).toContain('Khorgos');
    await chat.pressData('p:ru:hubs/horgos');
    expect(chat.callsOf('sendVenue')[0]?.payload).toMatchObject({ title: 'Хаб «Хоргос»' });
  });

  it('says that a button is old and brings a fresh list', async () => {
    const chat = new ChatHarness();
    await chat.pressData('o:ru:hubs/atlantis/about');
    await chat.pressData('something else');
    expect(chat.callsOf('answerCallbackQuery').map(({ payload }) => payload.text)).toEqual([
      'Эта кнопка устарела. Вот свежий список.',
      'Эта кнопка устарела. Вот свежий список.',
    ]);
    expect(chat.text()).toContain('Пять трансграничных хабов');
  });

  it('forgets the chat when asked to', async () => {
    const chat = new ChatHarness();
    await chat.say('где находится Хоргос');
    await chat.say('/privacy');
    await chat.press('Удалить мои данные');
    expect(chat.stored.size).toBe(0);
  });

  it('escapes what is not ours', async () => {
    const chat = new ChatHarness();
    await chat.say('<b>Хоргос</b> & "где"');
    expect(chat.text()).not.toContain('<b>Хоргос</b> &');
  });
});

describe('/content', () => {
  it.each([
    ['kk', '3-нұсқа жауап беріп тұр', 'Қате жоқ.'],
    ['ru', 'Отвечает версия 3', 'Ошибок нет.'],
    ['en', 'Version 3 answers', 'No errors.'],
  ])('tells those who keep content how it stands, in %s', async (language, version, errors) => {
    const chat = new ChatHarness();
    chat.adminIds.push(7);
    await chat.say('/content', language);
    for (const part of [version, errors, '12:30', '5ab3e38 (2026-11-24)'])
      expect(chat.text()).toContain(part);
  });

  it('lists what is wrong, a few lines of it', async () => {
    const chat = new ChatHarness();
    chat.adminIds.push(7);
    const errors = Array.from(
      { length: 8 },
      (_, number) => `content/hubs/a/about.ru.md:${number}  a <b> is open.`,
    );
    chat.contentReport = { ...chat.contentReport, commit: undefined, errors };
    await chat.say('/content', 'en');
    expect(chat.text()).toContain('errors (8)');
    expect(chat.text()).toContain('about.ru.md:4  a &lt;b&gt; is open.');
    expect(chat.text()).not.toContain('about.ru.md:5');
    expect(chat.text()).toContain('And 3 more');
  });

  it('is no command to anybody else, nor in a group', async () => {
    const chat = new ChatHarness();
    await chat.say('/content', 'en');
    expect(chat.text()).toContain('no such command');
    chat.adminIds.push(7);
    const before = chat.calls.length;
    await chat.message({ text: '/content', ...GROUP }, 'en');
    expect(chat.calls).toHaveLength(before);
  });
});

describe('a group', () => {
  it('gets no answer to what is not meant for the bot', async () => {
    const chat = new ChatHarness();
    await chat.say('где находится Хоргос', 'ru', GROUP);
    await chat.message({ ...GROUP, sticker: { file_id: 'f' } as never });
    await chat.say('/unknown', 'ru', GROUP);
    expect(chat.calls).toEqual([]);
  });

  it('gets answers to mentions, as replies', async () => {
    const chat = new ChatHarness();
    const text = '@torap_test_bot где находится Хоргос';
    const message = await chat.say(text, 'ru', {
      ...GROUP,
      entities: [{ type: 'mention', offset: 0, length: 15 }],
    });
    expect(chat.text()).toContain('Хоргос');
    expect(chat.calls[0]?.payload.reply_parameters).toMatchObject({ message_id: message.message_id });
  });

  it("gets answers to replies to the bot's messages", async () => {
    const chat = new ChatHarness();
    const earlier = { message_id: 1, from: { id: 99, is_bot: true, first_name: 'Torap' } };
    await chat.say('контакты хаба Хоргос', 'ru', { ...GROUP, reply_to_message: earlier as never });
    expect(chat.text()).toContain('Хоргос');
  });

  it('gets answers to commands, but not to those of other bots', async () => {
    const chat = new ChatHarness();
    await chat.say('/hubs@other_bot', 'ru', GROUP);
    expect(chat.calls).toEqual([]);
    await chat.say('/hubs@torap_test_bot', 'ru', GROUP);
    expect(chat.text()).toContain('Пять трансграничных хабов');
  });
});

describe('what Telegram refuses', () => {
  const refusal = (error_code: number, description: string) => ({ ok: false, error_code, description });

  it('is no failure when the person has blocked the bot', async () => {
    const chat = new ChatHarness();
    chat.fault = () => refusal(403, 'Forbidden: bot was blocked by the user');
    await chat.say('где находится Хоргос');
    expect(chat.calls).toHaveLength(1);
    expect(chat.logged.map(({ level }) => level)).toEqual(['info']);
  });

  it('is no failure when a press changes nothing or comes too late', async () => {
    const chat = new ChatHarness();
    chat.fault = ({ method }) =>
      method === 'editMessageText'
        ? refusal(400, 'Bad Request: message is not modified: specified new message content …')
        : refusal(400, 'Bad Request: query is too old and response timeout expired or query ID is invalid');
    await chat.pressData('m:ru:hubs');
    expect(chat.logged).toEqual([]);
    expect(chat.callsOf('sendMessage')).toEqual([]);
  });

  it('is answered anew when the message to edit is gone', async () => {
    const chat = new ChatHarness();
    chat.fault = ({ method }) =>
      method === 'editMessageText' ? refusal(400, 'Bad Request: message to edit not found') : undefined;
    await chat.pressData('m:ru:hubs');
    expect(chat.callsOf('sendMessage')).toHaveLength(1);
  });

  it('is logged by the number of the update, without words, and the person gets a sentence', async () => {
    const chat = new ChatHarness();
    let failures = 0;
    chat.fault = () => {
      failures += 1;
      return failures === 1 ? refusal(400, 'Bad Request: something new') : undefined;
    };
    await chat.say('секретный вопрос про Хоргос');
    expect(chat.text()).toContain('ответить не получилось');
    const [entry] = chat.logged;
    expect(entry).toMatchObject({ level: 'error', fields: { reason: 'Bad Request: something new' } });
    expect(JSON.stringify(chat.logged)).not.toContain('секретный');
    expect(entry?.fields).toHaveProperty('update');
  });
});
