// The Telegram face: grammY's bot with Torap's handlers, and the one way for an update through it.

import { Bot, type Transformer } from 'grammy';
import type { Update, UserFromGetMe } from 'grammy/types';
import { albums } from './albums.ts';
import { buttons } from './buttons.ts';
import { chatMemory } from './chat-memory.ts';
import { commands } from './commands.ts';
import type { BotParts, TorapContext } from './context.ts';
import { deskChat } from './desk-chat.ts';
import { dialogue } from './dialogue.ts';
import { handleWithTries } from './handling.ts';
import { notText } from './not-text.ts';
import { questions } from './questions.ts';
import { reminders } from './reminders.ts';
import { messagesToDesk } from './requests.ts';

/** How the bot reaches Telegram. */
export interface BotConnection {
  readonly token: string;
  /** Such as https://api.telegram.org, without a slash at its end. */
  readonly apiRoot: string;
  /** What calls pass through, the last one first: retries, or a stand-in for Telegram. */
  readonly transformers: readonly Transformer[];
  /** Who the bot is; without it, `bot.init()` asks Telegram. */
  readonly botInfo?: UserFromGetMe;
}

/** The kinds of update that Torap handles; Telegram is asked for no others. */
export const UPDATE_KINDS = ['message', 'edited_message', 'callback_query'] as const;

/**
 * A call that Telegram has not answered by then is tried again, and what it sent may come twice; so it is long.
 * Only its own chat waits for it. (Telegram has been seen to answer after a minute; grammY's default is 500 seconds.)
 */
export const CALL_LIMIT_MS = 120_000;

/** Builds the bot. It neither fetches nor listens: updates come in through `handleUpdate`. */
export function createBot(parts: BotParts, connection: BotConnection): Bot<TorapContext> {
  const { token, apiRoot, transformers, botInfo } = connection;
  const client = { apiRoot, timeoutSeconds: CALL_LIMIT_MS / 1000 };
  const bot = new Bot<TorapContext>(token, { client, ...(botInfo && { botInfo }) });
  if (transformers.length > 0) bot.api.config.use(...transformers);
  // Functions for what every message passes: grammY's filters build a composer anew for each.
  bot.use(chatMemory(parts), reminders(), albums(), deskChat(), messagesToDesk());
  bot.use(dialogue(), commands(), questions(), buttons(), notText());
  return bot;
}

/**
 * Handles one update to its end. Never throws: what fails is tried again, then logged by the update's number,
 * and the person gets a sentence.
 */
export async function handleUpdate(update: Update, bot: Bot<TorapContext>, parts: BotParts): Promise<void> {
  await handleWithTries(update, { bot, parts });
}
