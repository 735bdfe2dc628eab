// The way into the queue: what goes beyond a person's budget is done at once instead of waiting there.

import type { Bot } from 'grammy';
import type { Update } from 'grammy/types';
import type { BotParts, TorapContext } from './context.ts';
import { describeError } from './errors.ts';
import { createFloodBudgets } from './flood.ts';
import { tellPerson } from './tell-person.ts';
import { chatOf, isForBot, personOf } from './update-person.ts';
import type { UpdateQueue } from './update-queue.ts';

/** What the gate works with. */
export interface GateOptions {
  readonly bot: Bot<TorapContext>;
  readonly queue: UpdateQueue;
  readonly parts: BotParts;
}

/**
 * Creates the gate: a function that resolves once the update is done, and never rejects.
 * Whoever writes at the desk may write as much as there is to answer.
 */
export function createGate({ bot, queue, parts }: GateOptions): (update: Update) => Promise<void> {
  const take = createFloodBudgets();
  const answerSilently = async (press: string): Promise<void> => {
    await bot.api.answerCallbackQuery(press).catch((error: unknown) => {
      parts.log.warn(describeError(error), 'a press beyond the budget was not answered');
    });
  };
  return async (update) => {
    const key = chatOf(update) === parts.desk.chat() ? undefined : budgetOf(update, bot);
    const verdict = key === undefined ? 'admit' : take(key, sentAt(update, parts.now()));
    if (verdict === 'admit') return queue.push(update);
    if (verdict === 'tell')
      parts.log.warn({ update: update.update_id }, 'somebody sends more than is answered');
    if (update.callback_query) return answerSilently(update.callback_query.id);
    if (verdict === 'drop') return;
    await queue.run(chatOf(update), () =>
      tellPerson(({ phrase }) => phrase('flood'), update, { bot, parts }),
    );
  };
}

/** A budget a person and chat; presses have their own. What is only said among a group costs none. */
function budgetOf(update: Update, bot: Bot<TorapContext>): string | undefined {
  const person = personOf(update)?.id;
  if (person === undefined || !isForBot(bot.botInfo, update)) return undefined;
  return `${update.callback_query ? 'press' : 'message'}:${chatOf(update)}:${person}`;
}

/** When it was sent, in milliseconds since 1970 UTC. A press does not say when. */
function sentAt({ message, edited_message }: Update, now: number): number {
  const seconds = edited_message?.edit_date ?? message?.date;
  return seconds === undefined ? now : Math.min(now, seconds * 1000);
}
