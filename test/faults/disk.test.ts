// The disk is full or read-only, files are damaged, a second process wants the same folder.

import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chatFile } from '../../src/store/embedded-chats.ts';
import { readInquiries } from '../../src/store/index.ts';
import { fanOut } from '../../src/store/record-folder.ts';
import type { TorapProcess } from '../e2e/process.ts';
import { setUpEndToEnd } from '../e2e/setup.ts';
import type { Person, TelegramDouble } from '../e2e/telegram/index.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { countCards, DESK } from './desk-cards.ts';
import { printFigures } from './form.ts';
import { Ledger } from './ledger.ts';
import { writeMarkedContent } from './marked-content.ts';
import { askAtOnce, fillIn, sendInquiry, type Visit, withText } from './visits.ts';

const { startTelegram, startTorap } = setUpEndToEnd();
const print = printFigures();

const PATIENCE_MS = 40_000;
const FAILING_DISK = './test/faults/failing-disk.ts';

async function prepare() {
  const telegram = await startTelegram({ deadlineMs: PATIENCE_MS });
  const desk = telegram.group(DESK, 'Desk');
  const folder = await temporaryFolder();
  const flag = join(folder, 'disk-fault');
  const dataDir = join(folder, 'data');
  const env = {
    ...telegram.env,
    CONTENT_DIR: await writeMarkedContent(),
    DATA_DIR: dataDir,
    STAFF_CHAT_ID: String(DESK),
    DISK_FAULT: flag,
  };
  const ledger = new Ledger();
  return {
    telegram,
    desk,
    dataDir,
    ledger,
    start: (ready?: null) =>
      startTorap({
        env,
        preload: FAILING_DISK,
        deadlineMs: PATIENCE_MS,
        ...(ready !== undefined && { ready }),
      }),
    /** Lets the disk fail with that error, until `mend`. */
    fail: (code: string) => writeFile(flag, code),
    mend: () => rm(flag),
    visit: (id: number): Visit => ({ person: personIn(telegram, id), ledger, patienceMs: PATIENCE_MS }),
  };
}

function personIn(telegram: TelegramDouble, id: number): Person {
  return telegram.user({ id, first_name: `Visitor ${id}`, language_code: 'en' });
}

describe.each([
  ['full', 'ENOSPC'],
  ['read-only', 'EROFS'],
])('a %s disk', (name, code) => {
  it('is told to whoever sends an inquiry; nothing is half written, and questions are answered', async () => {
    const { dataDir, telegram, start, fail, mend, visit, ledger } = await prepare();
    const torap = await start();
    const sender = visit(701);
    const summary = await fillIn(sender);
    await expect.poll(() => telegram.unconfirmed(), { timeout: PATIENCE_MS }).toEqual([]);
    await fail(code);
    sender.person.press(summary, 'Send');
    const refused = await sender.person.next(withText('was NOT sent'));
    expect(await inquiryFiles(dataDir)).toEqual([]);
    await askAtOnce(['falcon', 'walnut'], visit(702));
    await askAtOnce(['granite'], sender);
    // Pressed again while it still fails: told again.
    sender.person.press(refused, 'Send');
    await expect.poll(() => telegram.unansweredPresses(), { timeout: PATIENCE_MS }).toEqual([]);
    expect(await inquiryFiles(dataDir)).toEqual([]);
    await mend();
    sender.person.press(refused, 'Send');
    await sender.person.next(withText('Sent, number'));
    await expect.poll(() => countTexts(telegram, 'Dala LLP', DESK), { timeout: PATIENCE_MS }).toBe(1);
    await torap.stop();
    const stored = await readInquiries(dataDir);
    const half = await halfWritten(dataDir);
    expect(stored.map(({ chat, company }) => ({ chat, company }))).toEqual([
      { chat: 701, company: 'Dala LLP' },
    ]);
    // After a question in the middle the dialogue asks again: that is no second answer.
    const { unanswered } = ledger.count(telegram);
    print(`A ${name} disk`, {
      'inquiries kept of one told "not sent" twice, then "sent"': stored.length,
      'questions unanswered meanwhile': unanswered.length,
      'files half written': half.length,
    });
    expect({ unanswered, half }).toEqual({ unanswered: [], half: [] });
  });

  it('is told to the desk and to the person who write about an inquiry, and a card comes once', async () => {
    const { desk, telegram, dataDir, start, fail, mend, visit } = await prepare();
    const torap = await start();
    const sender = visit(701);
    telegram.fail(({ method, payload }) => method === 'sendMessage' && Number(payload.chat_id) === DESK, {
      kind: 'delay',
      delayMs: 1_000,
    });
    const number = await sendInquiry(sender);
    // The card is on its way: that it was delivered can't be noted.
    await fail(code);
    const card = await desk.next(withText(number));
    await torap.waitForLine(({ fields }) => fields.msg === 'a delivery failed; it is tried again', 30_000);
    const aigul = telegram.user({ id: 801, first_name: 'Aigul', language_code: 'en' }).in(desk);
    aigul.say('There is room.', { replyTo: card });
    await desk.next(withText('NOT passed on'));
    const note = sender.person.answers.find(withText(number));
    if (!note) throw new Error('the person was told no number');
    sender.person.say('One more thing', { replyTo: note });
    await sender.person.next(withText('NOT passed on'));
    await mend();
    aigul.say('There is room after all.', { replyTo: card });
    await sender.person.next(withText('There is room after all.'));
    await torap.stop();
    const again = await start();
    sender.person.say('Thank you', { replyTo: note });
    await desk.next(withText('Thank you'));
    expect(countCards(telegram, [{ chat: 701, number }]).lost).toEqual([]);
    expect(countTexts(telegram, 'Dala LLP', DESK)).toBe(1);
    expect(sender.person.answers.filter(withText('There is room.'))).toEqual([]);
    await again.stop();
    expect(await halfWritten(dataDir)).toEqual([]);
  });

  it('is said in one line at the start', async () => {
    const { dataDir, start, fail } = await prepare();
    await fail(code);
    const torap = await start(null);
    expect(await torap.exited).toMatchObject({ code: 2 });
    const said = torap.lines.filter(({ stream }) => stream === 'stderr').map(({ text }) => text);
    expect(said).toEqual([
      `DATA_DIR: the folder ${dataDir} can't be written (${code}). Make it writable, or set it like this: DATA_DIR=./data`,
    ]);
  });
});

type DamageFile = (file: string) => Promise<void>;

/** By the chat whose files they meet. */
const DAMAGES = new Map<number, DamageFile>([
  [701, async (file) => truncate(file, Math.floor((await readFile(file)).length / 2))],
  [702, (file) => truncate(file, 0)],
  [703, async (file) => writeFile(file, Buffer.alloc((await readFile(file)).length))],
  [704, (file) => writeFile(file, '\u{1f525}{"version":1,')],
]);
const WHOLE = 710;

describe('files that were cut, emptied, or overwritten with zeros or something else', () => {
  it('are set aside; their chats start anew, and everything else is as it was', async () => {
    const { dataDir, start, visit, telegram, desk } = await prepare();
    const first = await start();
    const numbers = new Map<number, string>();
    for (const chat of [...DAMAGES.keys(), WHOLE]) {
      numbers.set(chat, await sendInquiry(visit(chat)));
      await chooseRussian(visit(chat), dataDir);
    }
    const kept = numbers.get(WHOLE) ?? '';
    await desk.next(withText(kept));
    await expect.poll(() => telegram.unconfirmed(), { timeout: PATIENCE_MS }).toEqual([]);
    await first.stop();
    for (const [chat, damage] of DAMAGES) {
      await damage(chatFile(dataDir, chat));
      await damage(fanOut(join(dataDir, 'inquiries'), numbers.get(chat) ?? ''));
    }
    const second = await start();
    for (const chat of numbers.keys()) visit(chat).person.say('/requests');
    for (const chat of DAMAGES.keys()) await visit(chat).person.next(withText('You have sent no inquiries'));
    const list = await visit(WHOLE).person.next(withText('Ваши'));
    expect(list.reply_markup?.inline_keyboard.flat().some(({ text }) => text.includes(kept))).toBe(true);
    const damaged = [...DAMAGES.keys()].flatMap((chat) => [String(chat), numbers.get(chat) ?? '']);
    const expected = damaged.map((name) => `${name}.json.damaged-…`).sort();
    // What it writes may be read after what it sends.
    await expect.poll(() => asidesOf(second), { timeout: PATIENCE_MS }).toEqual(expected);
    // A number that was told is not given to somebody else.
    const next = await sendInquiry(visit(711));
    expect([...numbers.values()]).not.toContain(next);
    const left = (await readInquiries(dataDir)).map(({ number }) => number);
    expect(left).toEqual([kept, next]);
    await expect.poll(() => telegram.unconfirmed(), { timeout: PATIENCE_MS }).toEqual([]);
    // Running on, it meets one more, when the chat's state rests in its file.
    await expect.poll(() => readdir(join(dataDir, 'journal')), { timeout: PATIENCE_MS }).toEqual([]);
    await truncate(chatFile(dataDir, WHOLE), 10);
    await askAtOnce(['falcon'], visit(WHOLE));
    await second.waitForLine(({ fields }) => String(fields.file).includes(`${WHOLE}.json.damaged-`));
    print('Damaged files', {
      'files damaged': damaged.length + 1,
      'set aside, with their names in the log': asidesOf(second).length,
      'inquiries left, the untouched one and a new one': left.length,
    });
  });
});

async function chooseRussian({ person }: Visit, dataDir: string): Promise<void> {
  person.say('/language');
  person.press(await person.next(withText('Which language')), 'Русский');
  const read = async (): Promise<unknown> =>
    JSON.parse(await readFile(chatFile(dataDir, person.chat.id), 'utf8')).language;
  await expect.poll(read, { timeout: PATIENCE_MS }).toBe('ru');
}

/** The names of the files that were set aside, without the time in them. */
function asidesOf({ lines }: TorapProcess): string[] {
  return lines
    .filter(({ fields }) => fields.msg === 'a damaged file was set aside')
    .map(({ fields }) => basename(String(fields.file)).replace(/\d{13}$/, '…'))
    .sort();
}

it('refuses a second process on the same folder, and the first goes on', async () => {
  const { dataDir, start, visit } = await prepare();
  const first = await start();
  const second = await start(null);
  expect(await second.exited).toMatchObject({ code: 2 });
  const said = second.lines.filter(({ stream }) => stream === 'stderr').map(({ text }) => text);
  expect(said).toEqual([
    `DATA_DIR: the folder ${dataDir} is in use by another Torap process (pid ${first.pid}). Stop it, or set another DATA_DIR`,
  ]);
  await askAtOnce(['falcon'], visit(701));
  expect(await sendInquiry(visit(702))).toMatch(/-0001$/);
});

function countTexts(telegram: TelegramDouble, words: string, chat: number): number {
  return telegram.calls.filter(
    ({ method, payload }) =>
      method === 'sendMessage' && Number(payload.chat_id) === chat && String(payload.text).includes(words),
  ).length;
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function inquiryFiles(dataDir: string): Promise<string[]> {
  return filesIn(join(dataDir, 'inquiries'));
}

/** Files that hold no whole JSON, and what was left beside a file. */
async function halfWritten(dataDir: string): Promise<string[]> {
  const files = (await filesIn(dataDir)).filter((file) => /\.json(\.|$)/.test(file));
  const texts = await Promise.all(files.map(async (file) => ({ file, text: await readFile(file, 'utf8') })));
  return texts.filter(({ file, text }) => !file.endsWith('.json') || !isJson(text)).map(({ file }) => file);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
