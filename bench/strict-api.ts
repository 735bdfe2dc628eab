// The tests' strict Bot API double as the benches' Bot API, in a process of its own: slower than bench/bot-api.ts, as it
// checks every call, but it answers as Telegram does. It speaks with the parent as that one does.

import { setTimeout as delay } from 'node:timers/promises';
import { startTelegramDouble } from '../test/e2e/telegram/index.ts';
import type { Load, Told } from './bot-api.ts';
import { readQuestions } from './questions.ts';
import { BENCH_TOKEN } from './started.ts';

const FIRST_CHAT = 10_000;
const LOOK_MS = 2;

const questions = readQuestions().map(({ text }) => text);
const telegram = await startTelegramDouble({ token: BENCH_TOKEN });
const tell = (told: Told): void => void process.send?.(told);

/** How far the double's calls were looked through. */
let seen = 0;

/** Waits for so many more answers. */
async function waitForAnswers(count: number): Promise<void> {
  for (let left = count; left > 0; ) {
    if (seen === telegram.calls.length) await delay(LOOK_MS);
    for (; seen < telegram.calls.length && left > 0; seen += 1) {
      if (telegram.calls[seen]?.method === 'sendMessage') left -= 1;
    }
  }
}

async function offer({ updates, chats, warmUp }: Load): Promise<void> {
  const people = Array.from({ length: chats }, (_, place) =>
    telegram.user({ id: FIRST_CHAT + place, first_name: 'A', language_code: 'ru' }),
  );
  for (let place = 0; place < updates; place += 1) {
    people[place % chats]?.say(questions[place % questions.length] ?? '');
  }
  await waitForAnswers(warmUp);
  const startedAt = performance.now();
  await waitForAnswers(updates - warmUp);
  tell({ kind: 'answered', milliseconds: performance.now() - startedAt });
}

tell({ kind: 'listening', url: telegram.apiRoot });
process.on('message', (load: Load) => void offer(load));
process.on('disconnect', () => process.exit(0));
