// What staff ask the bot: what people asked, the numbers, how content stands; and that nobody else can.

import { describe, expect, it } from 'vitest';
import { setUpEndToEnd } from './setup.ts';

const { startTelegram, startTorap } = setUpEndToEnd();

const DESK = -1000078;
const ADMIN = 910;

async function startWithStaff() {
  const telegram = await startTelegram();
  const desk = telegram.group(DESK, 'Desk');
  const person = telegram.user({ id: 711, first_name: 'Daniyar', language_code: 'en' });
  const admin = telegram.user({ id: ADMIN, first_name: 'Admin', language_code: 'ru' });
  person.say('/start');
  admin.say('/start');
  const env = { ...telegram.env, STAFF_CHAT_ID: String(DESK), ADMIN_IDS: String(ADMIN) };
  const torap = await startTorap({ env });
  await person.next();
  await admin.next();
  return { telegram, desk, person, admin, torap };
}

describe('staff', () => {
  it('read what was asked without a good answer, and who asked is not to be found', async () => {
    const { telegram, desk, person, admin } = await startWithStaff();
    for (const text of ['how do I train a falcon', 'how do I train a falcon? call me +7 701 123 45 67']) {
      person.say(text);
      await person.next();
    }
    person.say('where is Khorgos');
    const answer = await person.next(({ text }) => text?.includes('Khorgos') ?? false);
    const vote = await person.press(answer, '👎').answer();
    expect(vote.text).toContain('write to our specialists');
    await expect.poll(() => buttonsOf(person.answers.at(-1))).not.toContain('👎');
    admin.say('/gaps');
    const gaps = await admin.next();
    expect(gaps.text).toContain('how do I train a falcon');
    expect(gaps.text).toContain('where is Khorgos');
    expect(gaps.text).not.toMatch(/701|Daniyar|711/);
    const aigul = telegram.user({ id: 811, first_name: 'Aigul', language_code: 'kk' }).in(desk);
    aigul.say('/gaps');
    expect((await desk.next()).text).toContain('how do I train a falcon');
    person.say('/gaps');
    await person.next(({ text }) => text?.includes('There is no such command') ?? false);
  });

  it('read which of the offered answers a person took, and how it was found', async () => {
    const { person, admin } = await startWithStaff();
    person.say('contacts');
    const choice = await person.next(({ text }) => text?.includes('Which one') ?? false);
    const [first = '', second = ''] = buttonsOf(choice).filter((text) => text.includes('contact'));
    admin.say('/gaps');
    const before = (await admin.next()).text ?? '';
    await person.press(choice, second).answer();
    await expect.poll(() => buttonsOf(person.answers.at(-1))).toContain('👎');
    admin.say('/gaps');
    const after = (await admin.next()).text ?? '';
    const firstFile = (text: string) => /content\/\S+/.exec(text)?.[0];
    expect([first, firstFile(before)]).toEqual([
      'Khorgos hub: who to contact',
      'content/hubs/khorgos/contacts.en.md',
    ]);
    expect([second, firstFile(after)]).toEqual([
      'Alatau complex: who runs it and who to contact',
      'content/hubs/zhambyl/contacts.en.md',
    ]);
  });

  it('see the numbers as a picture and as text', async () => {
    const { person, admin } = await startWithStaff();
    person.say('where is Khorgos');
    await person.next();
    admin.say('/stats');
    expect((await admin.next(({ photo }) => photo !== undefined)).photo?.length).toBeGreaterThan(0);
    expect((await admin.next()).text).toMatch(/Вопросы: 1/);
    person.say('/stats');
    await person.next(({ text }) => text?.includes('There is no such command') ?? false);
  });

  it('find their commands in the menu, and nobody else does', async () => {
    const { telegram, person, admin } = await startWithStaff();
    await expect.poll(() => commandsOf(admin.menu('ru')), { timeout: 40_000 }).toContain('stats');
    expect(commandsOf(person.menu('en'))).not.toContain('stats');
    expect(commandsOf(person.menu('en'))).toContain('inquiry');
    const inDesk = telegram.user({ id: 811, first_name: 'Aigul' });
    expect(commandsOf(inDesk.menu())).not.toContain('gaps');
  });

  it('who are staff no longer lose their menu at the next start, and others keep theirs', async () => {
    const { telegram, admin, torap } = await startWithStaff();
    await expect.poll(() => commandsOf(admin.menu('en')), { timeout: 40_000 }).toContain('stats');
    await torap.stop();
    const other = telegram.user({ id: 911, first_name: 'Other', language_code: 'ru' });
    other.say('/start');
    const env = { ...telegram.env, STAFF_CHAT_ID: String(DESK), ADMIN_IDS: '911', DATA_DIR: torap.dataDir };
    await startTorap({ env });
    await expect.poll(() => commandsOf(other.menu('ru')), { timeout: 40_000 }).toContain('stats');
    for (const language of ['', 'kk', 'ru', 'en']) {
      expect(commandsOf(admin.menu(language))).not.toContain('stats');
      expect(commandsOf(admin.menu(language))).toContain('inquiry');
    }
  });
});

function commandsOf(menu: readonly { readonly command: string }[]): string[] {
  return menu.map(({ command }) => command);
}

function buttonsOf(
  message: { reply_markup?: { inline_keyboard: { text: string }[][] } } | undefined,
): string[] {
  return message?.reply_markup?.inline_keyboard.flat().map(({ text }) => text) ?? [];
}
