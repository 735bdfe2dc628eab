// Who said what, and what each message is to be answered with: afterwards it is counted what was answered, how often
// and in which order, by the calls that took effect in Telegram, whatever the bot got to know of them.

import type { Message } from 'grammy/types';
import type { Call, Person, TelegramDouble } from '../e2e/telegram/index.ts';

/** A message or a press, and words that only its answer has in this chat. */
export interface Asked {
  readonly chat: number;
  readonly updateId: number;
  readonly words: string;
}

/** The process was killed. */
export interface Kill {
  /** How many calls had been made. */
  readonly calls: number;
  /** The updates that were not done; any other may not be answered again. */
  readonly underWay: ReadonlySet<number>;
}

/** What came of what was said. */
export interface Answered {
  readonly asked: number;
  /** In words, for the message of a failed test. */
  readonly unanswered: readonly string[];
  /** How many answers came once more; edits, which show the same again, aside. */
  readonly repeated: number;
  /** Those of them that no kill excuses: without one, or although the update was done. */
  readonly inexcusable: readonly string[];
  readonly outOfOrder: readonly string[];
}

/** Notes what people say. */
export class Ledger {
  readonly asked: Asked[] = [];

  /** Writes a text that is to be answered with those words. */
  say(person: Person, text: string, words: string): void {
    this.note(person, person.say(text).updateId, words);
  }

  /** Presses a button that is to be answered with those words. */
  press(person: Person, message: Message, { choice, words }: { choice: string; words: string }): void {
    this.note(person, person.press(message, choice).updateId, words);
  }

  /** Counts what came of it all. */
  count({ calls }: TelegramDouble, kills: readonly Kill[] = []): Answered {
    const shown = showings(calls);
    const found = this.asked.map((asked) => ({ ...asked, shown: findShown(asked, shown) }));
    const repeats = found.flatMap((one) => repeatsOf(one).map((place) => ({ ...one, place })));
    return {
      asked: found.length,
      unanswered: found.filter((one) => one.shown.length === 0).map(describe),
      repeated: repeats.length,
      inexcusable: repeats
        .filter(({ updateId, place }) => !lastBefore(place, kills)?.underWay.has(updateId))
        .map(describe),
      outOfOrder: [...groupByChat(found).values()].flatMap(findDisorder),
    };
  }

  private note({ chat }: Person, updateId: number | undefined, words: string): void {
    if (updateId === undefined) throw new Error('the bot asked for no updates of this kind');
    this.asked.push({ chat: chat.id, updateId, words });
  }
}

/**
 * The pressed buttons that the bot has forgotten: neither answered, nor refused as too old when it answered. (Where a
 * press waited for half a minute, its button has stopped waiting; what it led to is shown all the same.)
 */
export function forgottenPresses({ calls, unansweredPresses }: TelegramDouble): string[] {
  const tooLate = calls
    .filter(({ response }) => response?.description?.includes('query is too old'))
    .map(({ payload }) => payload.callback_query_id);
  return unansweredPresses().filter((press) => !tooLate.includes(press));
}

/** A text that became visible in a chat. */
interface Showing {
  /** Among all calls. */
  readonly place: number;
  readonly isEdit: boolean;
  readonly text: string;
}

interface FoundAsked extends Asked {
  readonly shown: readonly Showing[];
}

const SHOWS = ['sendMessage', 'editMessageText'];

function showings(calls: readonly Call[]): Map<number, Showing[]> {
  const shown = new Map<number, Showing[]>();
  for (const [place, { method, payload, response }] of calls.entries()) {
    if (!response?.ok || !SHOWS.includes(method)) continue;
    const chat = Number(payload.chat_id);
    const others = shown.get(chat) ?? [];
    others.push({ place, isEdit: method === 'editMessageText', text: String(payload.text) });
    shown.set(chat, others);
  }
  return shown;
}

function findShown({ chat, words }: Asked, shown: ReadonlyMap<number, readonly Showing[]>): Showing[] {
  return (shown.get(chat) ?? []).filter(({ text }) => text.includes(words));
}

function repeatsOf({ shown }: FoundAsked): number[] {
  return shown
    .slice(1)
    .filter(({ isEdit }) => !isEdit)
    .map(({ place }) => place);
}

function lastBefore(place: number, kills: readonly Kill[]): Kill | undefined {
  return kills.findLast(({ calls }) => calls <= place);
}

function groupByChat(found: readonly FoundAsked[]): Map<number, FoundAsked[]> {
  const chats = new Map<number, FoundAsked[]>();
  for (const one of found) chats.set(one.chat, [...(chats.get(one.chat) ?? []), one]);
  return chats;
}

/** Answers of a chat must come in the order of what they answer; one that comes again may follow itself. */
function findDisorder(said: readonly FoundAsked[]): string[] {
  const answers = said
    .flatMap((one, order) => one.shown.map(({ place }) => ({ one, order, place })))
    .sort((left, right) => left.place - right.place);
  return answers.flatMap(({ one, order }, index) => {
    const before = answers[index - 1];
    return before && order < before.order
      ? [`${describe(one)} came after that to ${describe(before.one)}`]
      : [];
  });
}

function describe({ chat, updateId, words }: Asked): string {
  return `chat ${chat}, update ${updateId}: "${words}"`;
}
