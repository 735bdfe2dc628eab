// An update is handled until it is done: what may pass is tried again, what does not pass is set aside,
// so that it blocks neither its chat nor the next start.

import { setTimeout as delay } from 'node:timers/promises';
import { type Bot, BotError } from 'grammy';
import type { Update } from 'grammy/types';
import { NEW_CHAT } from '../store/index.ts';
import type { BotParts, TorapContext } from './context.ts';
import { markDone } from './done-list.ts';
import { describeError, isGone, mayPass } from './errors.ts';
import { tellPerson } from './tell-person.ts';
import { chatOf, kindOf } from './update-person.ts';

/** What an update is handled with. */
export interface HandlingOptions {
  readonly bot: Bot<TorapContext>;
  readonly parts: BotParts;
  /** How long to wait before the second, third, … try, in milliseconds. */
  readonly pausesMs?: readonly number[];
}

const PAUSES_MS = [500, 2_000, 8_000];

/** Handles one update, several times where the first fails. Never throws. */
export async function handleWithTries(
  update: Update,
  { bot, parts, pausesMs = PAUSES_MS }: HandlingOptions,
): Promise<void> {
  const { log } = parts;
  for (let tries = 1; ; tries += 1) {
    const failure = await tryOnce(update, bot);
    if (!failure) return;
    const described = { update: update.update_id, ...describeError(failure.error) };
    if (isGone(failure.error)) {
      log.info(described, 'the chat can no longer be written to');
      return;
    }
    const pauseMs = mayRunAgain(failure.error) ? pausesMs[tries - 1] : undefined;
    if (pauseMs === undefined) {
      log.error({ ...described, kind: kindOf(update), tries }, 'an update failed');
      await tellPerson(({ phrase }) => phrase('failed'), update, { bot, parts });
      if (!hasSent(failure.error)) await countAsDone(update, parts);
      return;
    }
    log.warn({ ...described, tries }, 'an update failed and is tried again');
    await delay(pauseMs);
  }
}

async function tryOnce(update: Update, bot: Bot<TorapContext>): Promise<{ error: unknown } | undefined> {
  try {
    await bot.handleUpdate(update);
    return undefined;
  } catch (error) {
    return { error };
  }
}

/** A reply must not go twice, so a handling that has sent one is not repeated. */
function mayRunAgain(error: unknown): boolean {
  return mayPass(error) && !hasSent(error);
}

function hasSent(error: unknown): boolean {
  return error instanceof BotError && (error.ctx as Partial<TorapContext>).hasSent === true;
}

/** Else it would fail anew at the next start. The state is read anew: the failed handling may have erased it. */
async function countAsDone(update: Update, { store, log }: BotParts): Promise<void> {
  const chat = chatOf(update);
  try {
    const state = (await store.readChat(chat)) ?? NEW_CHAT;
    await store.writeChat(chat, markDone(update.update_id, state));
  } catch (error) {
    log.warn({ update: update.update_id, ...describeError(error) }, 'an update could not be set aside');
  }
}
