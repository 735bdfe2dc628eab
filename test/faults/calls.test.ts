// Telegram's answers fail by chance, get lost, or come late, while people ask questions and send inquiries.

import { expect, it } from 'vitest';
import { setUpEndToEnd } from '../e2e/setup.ts';
import { HARMLESS_FAULTS, type RandomFaultKind, type TelegramDouble } from '../e2e/telegram/index.ts';
import { countCards, DESK } from './desk-cards.ts';
import { type Figures, IS_LONG, inForm, printFigures, SEED, START_MS } from './form.ts';
import { forgottenPresses, Ledger } from './ledger.ts';
import { writeMarkedContent } from './marked-content.ts';
import { askAtOnce, type Crowd, startCrowd } from './visits.ts';

const { startTelegram, startTorap } = setUpEndToEnd();
const print = printFigures();

/** Pauses between attempts grow to half a minute. */
const PATIENCE_MS = 240_000;
const WHOLE_MS = inForm({ short: 300_000, long: 3_600_000 });

/** Starts both, with a desk whose inquiries have topics of their own. */
async function startWithForum() {
  const telegram = await startTelegram();
  const forum = telegram.forum(DESK, 'Desk');
  forum.promote(telegram.bot.id, { can_manage_topics: true });
  const env = {
    ...telegram.env,
    CONTENT_DIR: await writeMarkedContent(),
    STAFF_CHAT_ID: String(DESK),
  };
  const torap = await startTorap({ env, deadlineMs: START_MS });
  await torap.waitForLine(({ fields }) => fields.msg === 'connected to Telegram', START_MS);
  return { telegram, forum, torap };
}

interface Weather {
  readonly kinds: readonly RandomFaultKind[];
  readonly inquiries: number;
}

/** Lets people send so many inquiries while a fifth of the calls fail in these ways. */
async function sendUnderFaults({ kinds, inquiries }: Weather) {
  const { telegram, forum, torap } = await startWithForum();
  const faults = telegram.failRandomly({ rate: 0.2, seed: SEED, kinds });
  const ledger = new Ledger();
  const crowd = startCrowd({
    telegram,
    ledger,
    seed: SEED,
    size: 25,
    inquirers: 100,
    patienceMs: PATIENCE_MS,
    visits: inquiries,
  });
  await crowd.finish();
  await expect.poll(() => countCards(telegram, crowd.sent).lost, { timeout: WHOLE_MS }).toEqual([]);
  await expect.poll(() => telegram.unconfirmed(), { timeout: PATIENCE_MS }).toEqual([]);
  // A faulty call must not be under way when it is counted.
  await expect.poll(() => deliveriesLeft(torap.url), { timeout: WHOLE_MS }).toBe(0);
  return { telegram, forum, crowd, ledger, faults };
}

async function deliveriesLeft(url: string): Promise<number> {
  const health: unknown = await (await fetch(`${url}/health`)).json();
  return (health as { desk: { waiting: number } }).desk.waiting;
}

function figuresOf({ telegram, crowd, ledger }: Counted) {
  const answered = ledger.count(telegram);
  const cards = countCards(telegram, crowd.sent);
  const figures: Figures = {
    calls: telegram.calls.length,
    'of them failed': telegram.calls.filter(({ fault }) => fault !== undefined).length,
    'inquiries told "sent"': crowd.sent.length,
    'messages and presses': answered.asked,
    unanswered: answered.unanswered.length,
    'answered more than once': answered.repeated,
    'order violations in a chat': answered.outOfOrder.length,
    'desk cards lost': cards.lost.length,
    'desk cards that came twice': cards.doubled,
    'desk cards out of order': cards.outOfOrder.length,
  };
  return { answered, cards, figures };
}

interface Counted {
  readonly telegram: TelegramDouble;
  readonly crowd: Crowd;
  readonly ledger: Ledger;
}

it('does each thing once and in order, whatever fails before it takes effect', {
  timeout: WHOLE_MS,
}, async () => {
  const kinds = [...HARMLESS_FAULTS, 'delay'] as const;
  const counted = await sendUnderFaults({ kinds, inquiries: inForm({ short: 25, long: 500 }) });
  const { answered, cards, figures } = figuresOf(counted);
  const topics = counted.forum.topics.length;
  print('A fifth of the calls fail before they take effect', { ...figures, "the desk's topics": topics });
  expect(answered).toMatchObject({ unanswered: [], repeated: 0, outOfOrder: [] });
  expect(cards).toEqual({ lost: [], doubled: 0, outOfOrder: [] });
  expect(topics).toBe(counted.crowd.sent.length);
  expect(forgottenPresses(counted.telegram)).toEqual([]);
});

it('loses nothing where connections break after Telegram took the call', { timeout: WHOLE_MS }, async () => {
  const kinds = ['reset after', 'bad gateway after'] as const;
  const counted = await sendUnderFaults({ kinds, inquiries: inForm({ short: 6, long: 100 }) });
  const { answered, cards, figures } = figuresOf(counted);
  print('A fifth of the calls take effect, but their answers are lost', {
    ...figures,
    "the desk's topics": counted.forum.topics.length,
  });
  expect(answered).toMatchObject({ unanswered: [], outOfOrder: [] });
  expect(cards).toMatchObject({ lost: [], outOfOrder: [] });
});

it('keeps nobody waiting for a call that Telegram answers late, and makes it once', {
  timeout: 300_000,
}, async () => {
  const delayMs = IS_LONG ? 60_000 : 4_000;
  const { telegram } = await startWithForum();
  const ledger = new Ledger();
  const slow = { person: personIn(telegram, 701), ledger, patienceMs: delayMs + PATIENCE_MS };
  telegram.fail(({ method, payload }) => method === 'sendMessage' && payload.chat_id === 701, {
    kind: 'delay',
    delayMs,
  });
  const begun = performance.now();
  const waiting = askAtOnce(['falcon', 'walnut'], slow);
  await expect
    .poll(() => telegram.calls.some(({ payload }) => payload.chat_id === 701), { timeout: PATIENCE_MS })
    .toBe(true);
  const others = Array.from({ length: 40 }, (_, place) => personIn(telegram, 1001 + place));
  await Promise.all(
    others.map((person) => askAtOnce(['granite', 'octagon'], { person, ledger, patienceMs: PATIENCE_MS })),
  );
  const othersMs = performance.now() - begun;
  await waiting;
  const slowMs = performance.now() - begun;
  await expect.poll(() => telegram.unconfirmed(), { timeout: PATIENCE_MS }).toEqual([]);
  const answered = ledger.count(telegram);
  print(`A call that is answered after ${delayMs / 1000} s`, {
    'others answered within, ms': Math.round(othersMs),
    'the next answer in that chat came after, ms': Math.round(slowMs),
    unanswered: answered.unanswered.length,
    'answered more than once': answered.repeated,
  });
  expect(answered).toMatchObject({ unanswered: [], repeated: 0, outOfOrder: [] });
  expect(othersMs).toBeLessThan(slowMs);
});

function personIn(telegram: TelegramDouble, id: number) {
  return telegram.user({ id, first_name: 'A', language_code: 'en' });
}
