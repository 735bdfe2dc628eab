// An inquiry from the button under an answer to the desk and back, through the started process.

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Message } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { setUpEndToEnd } from './setup.ts';
import type { Person, TelegramDouble } from './telegram/index.ts';

const { startTelegram, startTorap } = setUpEndToEnd();

const DESK = -1000077;
const PHONE = '+7 701 123 45 67';

/** Starts both, with a desk in a supergroup. */
async function startWithDesk(env: Record<string, string> = {}) {
  const telegram = await startTelegram();
  const desk = telegram.group(DESK, 'Desk');
  const torap = await startTorap({ env: { ...telegram.env, STAFF_CHAT_ID: String(DESK), ...env } });
  return { telegram, desk, torap };
}

function personIn(telegram: TelegramDouble, id = 701, language_code = 'en'): Person {
  return telegram.user({ id, first_name: 'Daniyar', language_code });
}

function withText(words: string) {
  return ({ text }: Message) => text?.includes(words) ?? false;
}

/** Begins an inquiry and says what it is about; the company is asked then. */
async function beginInquiry(person: Person): Promise<void> {
  person.say('/inquiry');
  await person.next(withText('What is it about?'));
  person.say('Khorgos');
  await person.next(withText('What is your company called?'));
}

/** Types the answers of the whole dialogue up to the summary. */
async function fillIn(person: Person): Promise<Message> {
  person.say('/inquiry');
  await person.next(withText('What is it about?'));
  person.say('A warehouse at Khorgos');
  await person.next(withText('What is your company called?'));
  person.say('Dala LLP');
  await person.next(withText('What would you like to do'));
  person.say('We want to rent 500 m²');
  await person.next(withText('How can we reach you?'));
  person.say(PHONE);
  const consent = await person.next(withText('Do you agree?'));
  person.press(consent, 'I agree');
  return person.next(withText('Is everything right?'));
}

async function sendInquiry(person: Person): Promise<string> {
  const summary = await fillIn(person);
  person.press(summary, 'Send');
  const sent = await person.next(withText('Sent, number'));
  return /T-\d{4}-\d{4}/.exec(sent.text ?? '')?.[0] ?? '';
}

describe('an inquiry', () => {
  it('goes to the desk and back, in the same chat', async () => {
    const { telegram, desk } = await startWithDesk();
    const person = personIn(telegram);
    const number = await sendInquiry(person);
    expect(number).toMatch(/^T-\d{4}-0001$/);
    const card = await desk.next(withText(number));
    expect(card.text).toContain('Dala LLP');
    expect(card.text).toContain('We want to rent 500 m²');
    const aigul = telegram.user({ id: 801, first_name: 'Aigul', language_code: 'kk' }).in(desk);
    aigul.press(card, 'Take');
    expect((await desk.next()).text).toContain('Aigul');
    await person.next(withText('is being dealt with'));
    aigul.say('There is room in the dry port.', { replyTo: card });
    const answer = await person.next(withText('There is room in the dry port.'));
    person.say('And what does it cost?', { replyTo: answer });
    await person.next(withText('Passed on'));
    const back = await desk.next(withText('And what does it cost?'));
    expect(back.reply_to_message?.message_id).toBe(card.message_id);
    aigul.press(card, 'Close');
    const closed = await person.next(withText('Did this solve it?'));
    person.press(closed, 'No, not yet');
    await desk.next(withText('not solved'));
    person.say('/requests');
    const list = await person.next(withText('Your inquiries'));
    person.press(list, list.reply_markup?.inline_keyboard[0]?.[0]?.text ?? '');
    expect((await person.next(withText(number))).text).toContain('And what does it cost?');
  });

  it('opens a topic of its own in a forum, and carries pictures and files both ways', async () => {
    const telegram = await startTelegram();
    const forum = telegram.forum(DESK, 'Desk');
    forum.promote(telegram.bot.id, { can_manage_topics: true });
    await startTorap({ env: { ...telegram.env, STAFF_CHAT_ID: String(DESK) } });
    const person = personIn(telegram);
    const number = await sendInquiry(person);
    const card = await forum.next(withText(number));
    expect(card.message_thread_id).toBeDefined();
    const boris = telegram.user({ id: 802, first_name: 'Boris', language_code: 'ru' }).in(forum);
    boris.sendPhoto('the plan', { replyTo: card });
    const photo = await person.next(({ photo }) => photo !== undefined);
    expect(photo.caption).toContain('the plan');
    person.sendDocument('licence.pdf', { caption: 'our licence', replyTo: photo });
    await person.next(withText('Passed on'));
    const document = await forum.next(({ document }) => document !== undefined);
    expect(document.message_thread_id).toBe(card.message_thread_id);
    expect(document.caption).toContain('our licence');
  });

  it('is settled in one place when two press at once', async () => {
    const { telegram, desk } = await startWithDesk();
    await sendInquiry(personIn(telegram));
    const card = await desk.next(withText('Inquiry'));
    const both = [801, 802].map((id) => telegram.user({ id, first_name: `Staff ${id}` }).in(desk));
    const answers = await Promise.all(both.map((one) => one.press(card, 'Take').answer()));
    const texts = answers.map(({ text }) => text ?? '').sort();
    expect(texts[0]).toMatch(/^Staff 80[12] has it already\.$/);
    expect(texts[1]).toBe('You have it.');
  });

  it('is taken up where it was after a kill, and nothing is asked twice', async () => {
    const { telegram, torap } = await startWithDesk();
    const person = personIn(telegram);
    await beginInquiry(person);
    await expect.poll(() => telegram.unconfirmed().length).toBe(0);
    await torap.kill();
    person.say('Dala LLP');
    await startTorap({ env: { ...telegram.env, STAFF_CHAT_ID: String(DESK), DATA_DIR: torap.dataDir } });
    await person.next(withText('What would you like to do'), 40_000);
    expect(person.answers.filter(withText('What is your company called?'))).toHaveLength(1);
  });

  it('goes on from the draft when the dialogue itself was changed by a deploy', async () => {
    const { telegram, torap } = await startWithDesk();
    const person = personIn(telegram);
    await beginInquiry(person);
    await torap.stop();
    const file = await chatFile(torap.dataDir, person.chat.id);
    const state = JSON.parse(await readFile(file, 'utf8'));
    expect(state.dialogue).toBeDefined();
    // What other code would have left: a wait of another kind, at another place.
    const broken = JSON.stringify(state.dialogue).replaceAll('"wait"', '"form"');
    await writeFile(file, JSON.stringify({ ...state, dialogue: JSON.parse(broken) }));
    await startTorap({ env: { ...telegram.env, STAFF_CHAT_ID: String(DESK), DATA_DIR: torap.dataDir } });
    person.say('Dala LLP');
    await person.next(withText('What would you like to do'), 40_000);
    expect(person.answers.filter(withText('What is your company called?'))).toHaveLength(1);
  });

  it('answers a question in the middle and goes on, in a language that changes', async () => {
    const { telegram } = await startWithDesk();
    const person = personIn(telegram);
    await beginInquiry(person);
    person.say('Where is the Khorgos hub?');
    await person.next(withText('Sources'));
    await person.next(withText('What is your company called?'));
    person.say('/language');
    const languages = await person.next(withText('Which language'));
    person.press(languages, 'Русский');
    await person.next(withText('Как называется ваша компания?'));
    person.say('ТОО Дала');
    await person.next(withText('Что вы хотите сделать'));
    person.say('/cancel');
    expect((await person.next()).text).toContain('Отменено');
    person.say('/requests');
    expect((await person.next()).text).toContain('ещё не отправляли');
  });

  it('asks once more after an album, not after each of its pictures, also over a restart', async () => {
    const { telegram, torap } = await startWithDesk();
    const person = personIn(telegram);
    await beginInquiry(person);
    const [first] = person.sendAlbum([undefined, undefined, undefined]);
    person.say('Dala LLP');
    await person.next(withText('What would you like to do'));
    expect(person.answers.filter(withText('What is your company called?'))).toHaveLength(2);
    expect(person.answers.filter(withText("can't read pictures"))).toHaveLength(1);
    await expect.poll(() => telegram.unconfirmed()).toEqual([]);
    await torap.kill();
    const { photo, media_group_id } = first?.message ?? {};
    if (photo && media_group_id) person.send({ photo, media_group_id });
    person.say('We want to rent 500 m²');
    await startTorap({ env: { ...telegram.env, STAFF_CHAT_ID: String(DESK), DATA_DIR: torap.dataDir } });
    await person.next(withText('How can we reach you?'), 40_000);
    expect(person.answers.filter(withText('What would you like to do'))).toHaveLength(1);
    expect(person.answers.filter(withText("can't read pictures"))).toHaveLength(1);
  });

  it("takes the contact that Telegram shares, and says what can't be right", async () => {
    const { telegram } = await startWithDesk();
    const person = personIn(telegram);
    person.say('/inquiry');
    await person.next(withText('What is it about?'));
    person.say('x'.repeat(4000));
    await person.next(withText('300 characters at most'));
    for (const text of ['Khorgos', 'Dala LLP', 'A warehouse']) {
      person.say(text);
      await person.next(({ text }) => /company called|like to do|reach you/.test(text ?? ''));
    }
    person.say('aset.example.kz');
    await person.next(withText('neither a phone number nor an e-mail'));
    person.shareContact('77011234567');
    await person.next(withText('Do you agree?'));
  });

  it('is reminded of once after a day, and kept', async () => {
    const { telegram, torap } = await startWithDesk();
    const person = personIn(telegram);
    person.say('/inquiry');
    await person.next(withText('What is it about?'));
    person.say('Khorgos');
    await person.next(withText('company called'));
    await torap.stop();
    await makeOld(join(torap.dataDir, 'reminders'));
    const env = { ...telegram.env, STAFF_CHAT_ID: String(DESK), DATA_DIR: torap.dataDir };
    const second = await startTorap({ env });
    const reminder = await person.next(withText('not sent yet'), 40_000);
    await second.stop();
    await startTorap({ env });
    person.press(reminder, 'Go on');
    await person.next(withText('What is your company called?'), 40_000);
    expect(person.answers.filter(withText('not sent yet'))).toHaveLength(0);
  });

  it("waits while the desk can't be reached; admins are told once, and it arrives in order, once", async () => {
    const telegram = await startTelegram();
    const desk = telegram.group(DESK, 'Desk');
    desk.kickBot();
    const admin = telegram.user({ id: 900, first_name: 'Admin', language_code: 'en' });
    admin.say('/start');
    const env = { ...telegram.env, STAFF_CHAT_ID: String(DESK), ADMIN_IDS: '900' };
    await startTorap({ env });
    await admin.next();
    const numbers = [await sendInquiry(personIn(telegram, 701)), await sendInquiry(personIn(telegram, 702))];
    await admin.next(withText("can't be delivered"));
    desk.addBot();
    const cards = [await desk.next(undefined, 60_000), await desk.next(undefined, 60_000)];
    expect(cards.map(({ text }) => /T-\d{4}-\d{4}/.exec(text ?? '')?.[0])).toEqual(numbers);
    expect(admin.answers.filter(withText("can't be delivered"))).toHaveLength(1);
  });

  it('follows the group when it becomes a supergroup', async () => {
    const telegram = await startTelegram();
    const group = telegram.group(-77, 'Desk');
    await startTorap({ env: { ...telegram.env, STAFF_CHAT_ID: '-77' } });
    const upgraded = group.upgrade(DESK);
    const number = await sendInquiry(personIn(telegram));
    await upgraded.next(withText(number), 40_000);
  });

  it('tells the desk that a person has blocked the bot', async () => {
    const { telegram, desk } = await startWithDesk();
    const person = personIn(telegram);
    const number = await sendInquiry(person);
    const card = await desk.next(withText(number));
    person.block();
    telegram.user({ id: 801, first_name: 'Aigul' }).in(desk).say('Hello', { replyTo: card });
    await desk.next(withText('has blocked the bot'));
  });

  it('gives the person all that is kept, and erases it, at the desk as well', async () => {
    const { telegram, desk, torap } = await startWithDesk();
    const person = personIn(telegram);
    const number = await sendInquiry(person);
    await desk.next(withText(number));
    person.say('/privacy');
    const privacy = await person.next(withText('What I keep'));
    person.press(privacy, 'Send me my data');
    await person.next(({ document }) => document !== undefined);
    person.press(privacy, 'Erase my data');
    await desk.next(withText('has erased this inquiry'));
    await desk.next(withText('has erased their data'));
    await expect.poll(() => filesIn(join(torap.dataDir, 'inquiries')), { timeout: 40_000 }).toEqual([]);
  });

  it('keeps inquiries where there is no desk', async () => {
    const telegram = await startTelegram();
    await startTorap({ env: telegram.env });
    expect(await sendInquiry(personIn(telegram))).toMatch(/^T-/);
  });
});

async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  return names.filter((entry) => entry.isFile() && entry.name.startsWith('T-')).map(({ name }) => name);
}

async function chatFile(dataDir: string, chat: number): Promise<string> {
  const names = await readdir(join(dataDir, 'chats'), { recursive: true });
  const name = names.find((one) => one.endsWith(`${chat}.json`));
  if (!name) throw new Error(`There is no file of chat ${chat}.`);
  return join(dataDir, 'chats', name);
}

/** As if nothing had been typed for a week. */
async function makeOld(folder: string): Promise<void> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.json'));
  for (const name of names) {
    const text = await readFile(join(folder, name), 'utf8');
    await writeFile(join(folder, name), text.replace(/\d{13}/g, '1795000000000'));
  }
}
