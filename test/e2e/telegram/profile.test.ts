// Commands, name, descriptions and menu buttons of the bot.

import { Api } from 'grammy';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type DoubleOptions, startTelegramDouble } from './double.ts';

async function start(options?: DoubleOptions) {
  const double = await startTelegramDouble(options);
  onTestFinished(() => double.close());
  return { double, api: new Api(double.token, { apiRoot: double.apiRoot }) };
}

const commands = (description: string) => [{ command: 'start', description }];

describe("the bot's profile", () => {
  it('keeps commands apart by scope and language', async () => {
    const { double, api } = await start();
    double.group(-1003, 'Логистика');
    expect(await api.getMyCommands()).toEqual([]);
    await api.setMyCommands(commands('Start'));
    await api.setMyCommands(commands('Бастау'), { language_code: 'kk' });
    const inGroup = { scope: { type: 'chat' as const, chat_id: -1003 } };
    await api.setMyCommands(commands('Desk'), inGroup);
    expect(await api.getMyCommands()).toEqual(commands('Start'));
    expect(await api.getMyCommands({ scope: { type: 'default' } })).toEqual(commands('Start'));
    expect(await api.getMyCommands({ language_code: 'kk' })).toEqual(commands('Бастау'));
    expect(await api.getMyCommands({ language_code: 'ru' })).toEqual([]);
    expect(await api.getMyCommands(inGroup)).toEqual(commands('Desk'));
    await api.deleteMyCommands({ language_code: 'kk' });
    expect(await api.getMyCommands({ language_code: 'kk' })).toEqual([]);
    expect(double.violations).toEqual([]);
  });

  it('shows people the narrowest scope that has commands for them, in their language first', async () => {
    const { double, api } = await start();
    const desk = double.group(-1003, 'Кеңсе');
    const person = double.user({ id: 42, first_name: 'Айдос', language_code: 'kk' });
    person.say('a');
    const member = person.in(desk);
    const shown = () =>
      [person, member].map((place) => place.menu().map(({ description }) => description)[0]);
    expect(shown()).toEqual([undefined, undefined]);
    await api.setMyCommands(commands('default'));
    await api.setMyCommands(commands('private'), { scope: { type: 'all_private_chats' } });
    expect(shown()).toEqual(['private', 'default']);
    await api.setMyCommands(commands('жеке'), { scope: { type: 'all_private_chats' }, language_code: 'kk' });
    await api.setMyCommands(commands('desk'), { scope: { type: 'chat', chat_id: -1003 } });
    expect(shown()).toEqual(['жеке', 'desk']);
    await api.setMyCommands(commands('admins'), { scope: { type: 'chat_administrators', chat_id: -1003 } });
    expect(shown()).toEqual(['жеке', 'desk']);
    desk.promote(42);
    expect(shown()).toEqual(['жеке', 'admins']);
    await api.setMyCommands(commands('own'), { scope: { type: 'chat_member', chat_id: -1003, user_id: 42 } });
    await api.setMyCommands(commands('staff'), { scope: { type: 'chat', chat_id: 42 } });
    expect(shown()).toEqual(['staff', 'own']);
    expect(person.menu('ru')[0]?.description).toBe('staff');
    const inPrivate = { scope: { type: 'chat_member' as const, chat_id: 42, user_id: 42 } };
    await expect(api.setMyCommands(commands('a'), inPrivate)).rejects.toThrow(
      "can't use specified scope in private chats",
    );
    expect(double.violations).toEqual([]);
  });

  it.each([
    ['Start', 'a', 'BOT_COMMAND_INVALID'],
    ['a'.repeat(33), 'a', 'BOT_COMMAND_INVALID'],
    ['бастау', 'a', 'BOT_COMMAND_INVALID'],
    ['', 'a', 'command must be non-empty'],
    ['start', ' ', 'command description must be non-empty'],
    ['start', 'a'.repeat(257), 'command description length must not exceed 256'],
  ])('refuses the command %j with %j', async (command, description, reason) => {
    const { double, api } = await start();
    await expect(api.setMyCommands([{ command, description }])).rejects.toThrow(
      `400: Bad Request: ${reason}`,
    );
    expect(double.takeViolations().length).toBeGreaterThan(0);
  });

  it('refuses too many commands, and records none, or one twice', async () => {
    const { double, api } = await start();
    const many = Array.from({ length: 101 }, (_, place) => ({ command: `c${place}`, description: 'a' }));
    await expect(api.setMyCommands(many)).rejects.toThrow('BOT_COMMANDS_TOO_MUCH');
    await api.setMyCommands([]);
    await api.setMyCommands([...commands('a'), ...commands('b')]);
    await expect(api.setMyCommands(commands('a'), { scope: { type: 'chat', chat_id: 5 } })).rejects.toThrow(
      'chat not found',
    );
    expect(double.takeViolations()).toHaveLength(3);
  });

  it('has name and descriptions by language, without white space around them', async () => {
    const { double, api } = await start();
    expect(await api.getMyName()).toEqual({ name: double.bot.first_name });
    await api.setMyName('Torap');
    await api.setMyName('Торап', { language_code: 'kk' });
    await api.setMyDescription('Hubs\n', { language_code: 'en' });
    await api.setMyShortDescription('Хабы', { language_code: 'ru' });
    expect(await api.getMyName()).toEqual({ name: 'Torap' });
    expect(await api.getMyName({ language_code: 'kk' })).toEqual({ name: 'Торап' });
    expect(await api.getMyDescription({ language_code: 'en' })).toEqual({ description: 'Hubs' });
    expect(await api.getMyDescription()).toEqual({ description: '' });
    expect(await api.getMyShortDescription({ language_code: 'ru' })).toEqual({ short_description: 'Хабы' });
    await api.setMyDescription('', { language_code: 'en' });
    expect(await api.getMyDescription({ language_code: 'en' })).toEqual({ description: '' });
    expect(double.violations).toEqual([]);
  });

  it.each([
    ['own', 'Torap test', ''],
    ['fallback', 'Torap', 'Hubs'],
  ] as const)(
    'can return the texts of a language without any in the way %s',
    async (unsetTexts, name, description) => {
      const { api } = await start({ unsetTexts });
      await api.setMyName('Torap');
      await api.setMyDescription('Hubs');
      expect(await api.getMyName({ language_code: 'kk' })).toEqual({ name });
      expect(await api.getMyDescription({ language_code: 'kk' })).toEqual({ description });
    },
  );

  it('refuses texts that are too long, an empty name and codes of three letters', async () => {
    const { double, api } = await start();
    await expect(api.setMyName('a'.repeat(65))).rejects.toThrow('BOT_TITLE_INVALID');
    await expect(api.setMyName('')).rejects.toThrow('BOT_TITLE_INVALID');
    await expect(api.setMyDescription('a'.repeat(513))).rejects.toThrow('BOT_DESCRIPTION_INVALID');
    await expect(api.setMyShortDescription('a'.repeat(121))).rejects.toThrow('BOT_SHORT_DESCRIPTION_INVALID');
    const code = await fetch(`${double.apiRoot}/bot${double.token}/getMyName?language_code=kaz`);
    expect(await code.json()).toMatchObject({ description: 'Bad Request: invalid language code specified' });
    expect(double.takeViolations()).toHaveLength(5);
  });

  it('has a menu button for all and for one person', async () => {
    const { double, api } = await start();
    double.user({ id: 42, first_name: 'Айдос' });
    expect(await api.getChatMenuButton()).toEqual({ type: 'commands' });
    await api.setChatMenuButton({ chat_id: 42, menu_button: { type: 'default' } });
    expect(await api.getChatMenuButton({ chat_id: 42 })).toEqual({ type: 'default' });
    const button = { type: 'web_app' as const, text: 'a', web_app: { url: 'http://a.kz' } };
    await expect(api.setChatMenuButton({ menu_button: button })).rejects.toThrow(
      'Only HTTPS links are allowed',
    );
    await expect(api.setChatMenuButton({ chat_id: 5 })).rejects.toThrow('user not found');
    expect(double.takeViolations()).toHaveLength(1);
  });
});
