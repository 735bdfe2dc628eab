// Does a write cost the same however many chats there are? `npm run bench:store [chats]` fills one data folder with
// 100 chats and one with a million, writes states into both in turn, and compares how long the writes take;
// then it makes inquiries, each of which is synced. Only for a time to be compared with: the machine's own rename.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chatFile } from '../src/store/embedded-chats.ts';
import { type ChatState, type NewInquiry, openEmbeddedStore, type Store } from '../src/store/index.ts';
import { createRandom, type Random } from '../test/random.ts';

const FEW = 100;
const MANY = Number(process.argv[2] ?? 1_000_000);
const ROUNDS = 5;
const WRITES_A_ROUND = 2_000;
const INQUIRIES = 500;
/** What a file of a few hundred bytes takes on common file systems. */
const FILE_BYTES = 4096;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** A state as large as a chat has after some days. */
function chatState(at: number): ChatState {
  const answered = Array.from({ length: 20 }, (_, place) => ({
    question: at + place,
    answer: at + place + 1,
  }));
  return { version: 1, language: 'ru', answered, shown: { answer: 'hubs/khorgos/about', at } };
}

/** As many chats as fit with room to spare; says so when that is fewer than asked for. */
function chatsThatFit(folder: string, wanted: number): number {
  const { bavail, bsize, ffree } = statfsSync(folder);
  // Some file systems make inodes as they need them and tell 0.
  const inodes = ffree === 0 ? Number.POSITIVE_INFINITY : ffree;
  const fit = Math.floor(Math.min((bavail * bsize) / FILE_BYTES, inodes) / 2);
  if (fit < wanted) say(`only ${fit} chats fit on this disk`);
  return Math.min(fit, wanted);
}

/** Writes chats' files where the store keeps them, as fast as that goes. */
function fill(folder: string, chats: number): void {
  const text = JSON.stringify(chatState(1));
  const made = new Set<string>();
  for (let chat = 1; chat <= chats; chat += 1) {
    const file = chatFile(folder, chat);
    if (!made.has(dirname(file))) mkdirSync(dirname(file), { recursive: true });
    made.add(dirname(file));
    writeFileSync(file, text);
  }
}

/** Milliseconds that it took. */
async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

interface Measured {
  readonly name: string;
  readonly write: (number: number) => Promise<void>;
  readonly chats: number;
  readonly times: number[];
}

/** Writes to each in turn, one write at a time, so that whatever else the machine does hits all alike. */
async function writeInTurn(measured: readonly Measured[], random: Random): Promise<void> {
  for (let count = 0; count < WRITES_A_ROUND; count += 1) {
    for (const { write, chats, times } of measured) {
      const chat = 1 + random.below(chats);
      times.push(await time(() => write(chat)));
    }
  }
}

function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((left, right) => left - right);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}

function describe(name: string, times: readonly number[]): void {
  const at = (share: number) => `${(quantile(times, share) * 1000).toFixed(0)} µs`;
  say(`${name}: p50 ${at(0.5)}, p90 ${at(0.9)}, p99 ${at(0.99)}, slowest ${at(1)}`);
}

function inquiry(key: string): NewInquiry {
  return {
    version: 1,
    key,
    chat: 7,
    person: { id: 7, name: 'Данияр' },
    language: 'kk',
    subject: 'Жалға алу',
    company: 'ТОО «Көктем»',
    wish: 'Хоргоста қойма жалға алғымыз келеді',
    contact: { kind: 'email', value: 'd@example.kz' },
    consentAt: 0,
    openedAt: 0,
    state: 'received',
    messages: [],
    outbox: [{ order: 1, to: 'desk', content: { kind: 'card' } }],
  };
}

async function openStore(folder: string): Promise<Store> {
  return openEmbeddedStore(folder, {
    now: () => 0,
    onDamaged: (file) => {
      throw new Error(`${file} is damaged`);
    },
  });
}

const folder = mkdtempSync(join(tmpdir(), 'torap-store-'));
try {
  const many = chatsThatFit(folder, MANY);
  const [small, large] = [join(folder, 'few'), join(folder, 'many')];
  const start = performance.now();
  fill(small, FEW);
  fill(large, many);
  // What filling left to the system must not be written while it is measured.
  execFileSync('sync');
  say(`${FEW} and ${many} chats, filled in ${((performance.now() - start) / 1000).toFixed(0)} s`);
  const [fewStore, manyStore] = [await openStore(small), await openStore(large)];
  const plain = async (chat: number): Promise<void> => {
    const file = join(folder, `plain-${chat}`);
    await writeFile(`${file}.new`, JSON.stringify(chatState(chat)));
    await rename(`${file}.new`, file);
  };
  const writer = (store: Store) => (chat: number) => store.writeChat(chat, chatState(chat));
  const few: Measured = { name: `${FEW} chats`, write: writer(fewStore), chats: FEW, times: [] };
  const all: Measured = { name: `${many} chats`, write: writer(manyStore), chats: many, times: [] };
  const bare: Measured = { name: 'a bare write and rename', write: plain, chats: FEW, times: [] };
  const random = createRandom(6);
  await writeInTurn([bare, few, all], random);
  for (const { times } of [bare, few, all]) times.length = 0;
  const ratios: number[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const from = few.times.length;
    await writeInTurn([bare, few, all], random);
    ratios.push(quantile(all.times.slice(from), 0.99) / quantile(few.times.slice(from), 0.99));
  }
  for (const { name, times } of [bare, few, all]) describe(name, times);
  const p99Ratio = quantile(all.times, 0.99) / quantile(few.times, 0.99);
  say(
    `p99 at ${many} chats / at ${FEW}: ${p99Ratio.toFixed(2)} (bar: 1.50; rounds ${ratios.map((ratio) => ratio.toFixed(2)).join(' ')})`,
  );
  const created: number[] = [];
  for (let number = 1; number <= INQUIRIES; number += 1) {
    created.push(await time(() => fewStore.inquiries.create(inquiry(`key-${number}`))));
  }
  describe(`${INQUIRIES} inquiries, synced`, created);
  await Promise.all([fewStore.close(), manyStore.close()]);
} finally {
  rmSync(folder, { recursive: true });
}
