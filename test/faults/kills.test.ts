// The process is killed at random moments while people ask questions and send inquiries.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { chatFile } from '../../src/store/embedded-chats.ts';
import { readInquiries } from '../../src/store/index.ts';
import { type EndToEnd, setUpEndToEnd } from '../e2e/setup.ts';
import type { TelegramDouble } from '../e2e/telegram/index.ts';
import { createRandom, type Random } from '../random.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { countCards, DESK } from './desk-cards.ts';
import { inForm, printFigures, SEED, START_MS } from './form.ts';
import { type Asked, forgottenPresses, type Kill, Ledger } from './ledger.ts';
import { writeMarkedContent } from './marked-content.ts';
import { type Sent, startCrowd } from './visits.ts';

const endToEnd = setUpEndToEnd();
const print = printFigures();

const KILLS = inForm({ short: 5, long: 200 });
/** So many of a hundred meet the process before it is connected to Telegram. */
const EARLY_KILLS = 15;
const EARLY_MS = 3_000;
const LATE_MS = 1_500;
/** Several kills and starts on a busy machine. */
const PATIENCE_MS = 240_000;
const WHOLE_MS = inForm({ short: 300_000, long: 7_200_000 });

it('loses no inquiry and no message over kills under load', { timeout: WHOLE_MS }, async () => {
  const telegram = await endToEnd.startTelegram();
  telegram.group(DESK, 'Desk');
  const dataDir = await temporaryFolder();
  const env = {
    ...telegram.env,
    CONTENT_DIR: await writeMarkedContent(),
    DATA_DIR: dataDir,
    STAFF_CHAT_ID: String(DESK),
  };
  const ledger = new Ledger();
  const crowd = startCrowd({
    telegram,
    ledger,
    seed: SEED,
    size: 24,
    inquirers: 70,
    patienceMs: PATIENCE_MS,
  });
  const random = createRandom(SEED);
  const kills: Kill[] = [];
  while (kills.length < KILLS) {
    await runUntilKilled({ endToEnd, env, random });
    kills.push({
      calls: telegram.calls.length,
      underWay: await readUnderWay(dataDir, { telegram, ledger }),
    });
  }
  const last = await endToEnd.startTorap({ env, deadlineMs: START_MS });
  await crowd.finish();
  const { sent } = crowd;
  await expect.poll(() => countCards(telegram, sent).lost, { timeout: PATIENCE_MS }).toEqual([]);
  await expect.poll(() => telegram.unconfirmed(), { timeout: PATIENCE_MS }).toEqual([]);
  await last.stop();
  const answered = ledger.count(telegram, kills);
  const cards = countCards(telegram, sent);
  const { missing, more } = await compareWithDisk(dataDir, sent);
  print('Kills under load', {
    kills: kills.length,
    'inquiries told "sent"': sent.length,
    'of them missing from the disk': missing.length,
    'on the disk beside those, and numbers told twice': more.length,
    'messages and presses': answered.asked,
    unanswered: answered.unanswered.length,
    'under way at the kills': kills.reduce((sum, { underWay }) => sum + underWay.size, 0),
    'of them answered again': answered.repeated,
    'answered again without being under way at a kill': answered.inexcusable.length,
    'order violations in a chat': answered.outOfOrder.length,
    'desk cards lost': cards.lost.length,
    'desk cards that came twice': cards.doubled,
    'desk cards out of order': cards.outOfOrder.length,
  });
  expect({ missing, more }).toEqual({ missing: [], more: [] });
  expect(answered).toMatchObject({ unanswered: [], inexcusable: [], outOfOrder: [] });
  expect(cards).toMatchObject({ lost: [], outOfOrder: [] });
  expect(cards.doubled).toBeLessThanOrEqual(kills.length);
  expect(forgottenPresses(telegram)).toEqual([]);
  expect(sent.length).toBeGreaterThan(0);
});

interface RunOptions {
  readonly endToEnd: EndToEnd;
  readonly env: Readonly<Record<string, string>>;
  readonly random: Random;
}

async function runUntilKilled({ endToEnd, env, random }: RunOptions): Promise<void> {
  const isEarly = random.below(100) < EARLY_KILLS;
  const livesMs = random.below(isEarly ? EARLY_MS : LATE_MS);
  const torap = await endToEnd.startTorap({ env, ready: null });
  if (!isEarly) await torap.waitForLine(({ fields }) => fields.msg === 'connected to Telegram', START_MS);
  await pause(livesMs);
  await torap.kill();
}

interface Watched {
  readonly telegram: TelegramDouble;
  readonly ledger: Ledger;
}

/** What Telegram still has, or was written down, and is not told as done by its chat's file. */
async function readUnderWay(dataDir: string, { telegram, ledger }: Watched): Promise<ReadonlySet<number>> {
  const spooled = await readdir(join(dataDir, 'spool')).catch(() => []);
  const open = new Set(telegram.unconfirmed().map(({ update_id }) => update_id));
  for (const name of spooled) open.add(Number.parseInt(name, 10));
  const asked = ledger.asked.filter(({ updateId }) => open.has(updateId));
  for (const one of asked) if (await isDoneOnDisk(one, dataDir)) open.delete(one.updateId);
  return open;
}

async function isDoneOnDisk({ chat, updateId }: Asked, dataDir: string): Promise<boolean> {
  const text = await readFile(chatFile(dataDir, chat), 'utf8').catch(() => '{}');
  const { done = [] }: { done?: number[] } = JSON.parse(text);
  return done.includes(updateId);
}

/** What people were told and the disk does not have; and what is there beside that or was told twice. */
async function compareWithDisk(dataDir: string, sent: readonly Sent[]) {
  const stored = (await readInquiries(dataDir)).map(({ number, chat }) => `${number} of ${chat}`);
  const told = sent.map(({ number, chat }) => `${number} of ${chat}`);
  const isTwice = (number: string, place: number) => sent.findIndex((one) => one.number === number) !== place;
  return {
    missing: told.filter((one) => !stored.includes(one)),
    more: [
      ...stored.filter((one) => !told.includes(one)),
      ...sent.filter(({ number }, place) => isTwice(number, place)).map(({ number }) => `${number} twice`),
    ],
  };
}
