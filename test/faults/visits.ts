// People who come by: each asks a few things at once, some send an inquiry, and then somebody else comes.

import type { Message } from 'grammy/types';
import type { Person, TelegramDouble } from '../e2e/telegram/index.ts';
import { createRandom, type Random } from '../random.ts';
import type { Ledger } from './ledger.ts';
import { markOf, NAMES, type Name, questionAbout } from './marked-content.ts';

/** What people do. */
export interface CrowdOptions {
  readonly telegram: TelegramDouble;
  readonly ledger: Ledger;
  readonly seed: number;
  /** How many are there at once. */
  readonly size: number;
  /** How many in a hundred send an inquiry. */
  readonly inquirers: number;
  /** How long each waits for an answer, in milliseconds. */
  readonly patienceMs: number;
  /** How many come in all; without it, they come until `finish`. */
  readonly visits?: number;
}

/** What a person was told. */
export interface Sent {
  readonly chat: number;
  readonly number: string;
}

/** People who come and go. */
export interface Crowd {
  /** The inquiries that people were told are sent. */
  readonly sent: readonly Sent[];
  /** Resolves once all have gone; nobody new comes. Rejects when somebody lost patience. */
  readonly finish: () => Promise<void>;
}

/** Numbers of people begin here: a person's number is the chat's. */
const FIRST_PERSON = 1001;

/** Lets people come. */
export function startCrowd(options: CrowdOptions): Crowd {
  const { telegram, ledger, seed, size, inquirers, patienceMs, visits = Number.POSITIVE_INFINITY } = options;
  const sent: Sent[] = [];
  let isOpen = true;
  let came = 0;
  const visitor = async (): Promise<void> => {
    while (isOpen && came < visits) {
      const id = FIRST_PERSON + came;
      came += 1;
      const person = telegram.user({ id, first_name: `Visitor ${id}`, language_code: 'en' });
      const visit = { person, ledger, patienceMs };
      const random = createRandom(seed * 1_000_003 + id);
      const names = shuffle(NAMES, random);
      await askAtOnce(names.slice(0, 1 + random.below(5)), visit);
      if (random.below(100) < inquirers) sent.push({ chat: id, number: await sendInquiry(visit) });
      await askAtOnce(names.slice(5, 5 + random.below(4)), visit);
    }
  };
  const all = Promise.allSettled(Array.from({ length: size }, visitor));
  return {
    sent,
    finish: async () => {
      isOpen = visits !== Number.POSITIVE_INFINITY;
      for (const one of await all) if (one.status === 'rejected') throw one.reason;
    },
  };
}

/** Whoever does something, and where it is noted. */
export interface Visit {
  readonly person: Person;
  readonly ledger: Ledger;
  readonly patienceMs: number;
}

/** Asks several things without waiting in between, then reads until all is answered. */
export async function askAtOnce(names: readonly Name[], visit: Visit): Promise<void> {
  const { person, ledger, patienceMs } = visit;
  for (const name of names) ledger.say(person, questionAbout(name), markOf(name));
  const missing = new Set(names.map(markOf));
  while (missing.size > 0) {
    const { text = '' } = await person.next(undefined, patienceMs);
    for (const words of missing) if (text.includes(words)) missing.delete(words);
  }
}

/** What is typed, and what answers it. */
const STEPS = [
  ['/inquiry', 'What is it about?'],
  ['A warehouse at Khorgos', 'What is your company called?'],
  ['Dala LLP', 'What would you like to do'],
  ['We want to rent 500 m²', 'How can we reach you?'],
  ['+7 701 123 45 67', 'Do you agree?'],
] as const;

/** Goes through the dialogue up to its summary. */
export async function fillIn({ person, ledger, patienceMs }: Visit): Promise<Message> {
  let last: Message | undefined;
  for (const [text, words] of STEPS) {
    ledger.say(person, text, words);
    last = await person.next(withText(words), patienceMs);
  }
  if (!last) throw new Error('the dialogue has no steps');
  const words = 'Is everything right?';
  ledger.press(person, last, { choice: 'I agree', words });
  return person.next(withText(words), patienceMs);
}

/** Sends an inquiry; returns the number that the person was told. */
export async function sendInquiry(visit: Visit): Promise<string> {
  const { person, ledger, patienceMs } = visit;
  const words = 'Sent, number';
  ledger.press(person, await fillIn(visit), { choice: 'Send', words });
  return numberIn(await person.next(withText(words), patienceMs));
}

/** An inquiry's number in a message. @throws Error when it has none */
export function numberIn({ text = '' }: Message): string {
  const [number] = /T-\d{4}-\d{4,}/.exec(text) ?? [];
  if (number === undefined) throw new Error(`There is no inquiry's number in "${text}".`);
  return number;
}

/** Fits messages with those words. */
export function withText(words: string) {
  return ({ text }: Message) => text?.includes(words) ?? false;
}

/** In an order of chance (Fisher–Yates). */
function shuffle<T>(items: readonly T[], random: Random): T[] {
  const left = [...items];
  return items.flatMap(() => left.splice(random.below(left.length), 1));
}
