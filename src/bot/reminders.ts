// An inquiry that was begun and left: its person is reminded once, a day later; the draft stays.

import type { Api, MiddlewareFn } from 'grammy';
import { screenContext, unfinishedScreen } from '../screens/index.ts';
import type { BotParts, TorapContext } from './context.ts';
import type { ChatQueue } from './courier.ts';
import { describeError } from './errors.ts';
import { sendScreenTo } from './show.ts';

/** Notes which chats have an unfinished draft, and since when nothing was added to it. */
export function reminders(): MiddlewareFn<TorapContext> {
  return async (context, next) => {
    const before = context.state.draft;
    await next();
    const { draft } = context.state;
    const chat = context.chat?.id;
    if (chat === undefined || draft === before) return;
    await note(chat, draft !== undefined, context.parts);
  };
}

/** A reminder that can't be kept is no reason to fail what was done. */
async function note(chat: number, hasDraft: boolean, { store, log, now }: BotParts): Promise<void> {
  try {
    if (hasDraft) await store.reminders.set(chat, now());
    else await store.reminders.clear(chat);
  } catch (error) {
    log.error(describeError(error), 'a reminder of a draft could not be kept');
  }
}

/** How long a draft is left alone before its person is reminded. */
const REMIND_AFTER_MS = 24 * 60 * 60 * 1000;

/** What reminding works with. */
export interface RemindingOptions {
  readonly api: Api;
  readonly parts: BotParts;
  readonly queue: ChatQueue;
}

/** Reminds everybody who is due, each once. */
export async function remindDue({ api, parts, queue }: RemindingOptions): Promise<void> {
  for (const chat of dueChats(parts)) await queue.run(chat, () => remind(chat, api, parts));
}

function dueChats({ store, now }: BotParts): readonly number[] {
  return store.reminders.due(now() - REMIND_AFTER_MS);
}

async function remind(chat: number, api: Api, parts: BotParts): Promise<void> {
  // Meanwhile the person may have come back.
  if (!dueChats(parts).includes(chat)) return;
  const state = await parts.store.readChat(chat);
  // First, so that a kill in between leaves nobody reminded twice.
  await parts.store.reminders.clear(chat);
  if (!state?.draft) return;
  const language = state.language ?? state.draft.language;
  const screens = screenContext(language, parts.phrases(), parts.catalog());
  try {
    await sendScreenTo(api, chat, unfinishedScreen(screens, 'reminder'));
  } catch (error) {
    parts.log.info(describeError(error), 'somebody could not be reminded of a draft');
  }
}
