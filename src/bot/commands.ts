// /start, /help and the other commands: each shows one screen.

import type { MiddlewareFn } from 'grammy';
import {
  contentScreen,
  gapsScreen,
  helpScreen,
  menuScreen,
  noticeScreen,
  type Screen,
  type ScreenContext,
} from '../screens/index.ts';
import { chatScreens, isFromStaff, type TorapContext } from './context.ts';
import { forgetDraft, privateOnly, startInquiry } from './drafts.ts';
import { reply } from './reply.ts';
import { requestList } from './requests.ts';
import { recentGaps, showStats } from './what-was-asked.ts';

type CommandScreen = (screens: ScreenContext, context: TorapContext) => Screen | Promise<Screen>;

/** Each command and the screen it shows, in the order of Telegram's menu. */
const COMMAND_SCREENS: ReadonlyMap<string, CommandScreen> = new Map<string, CommandScreen>([
  ['start', startScreen],
  ['help', (screens) => helpScreen(screens)],
  ['hubs', (screens) => menuScreen('hubs', screens)],
  ['routes', (screens) => menuScreen('routes', screens)],
  ['formats', (screens) => menuScreen('formats', screens)],
  ['guides', (screens) => menuScreen('guides', screens)],
  ['inquiry', inquiryScreen],
  ['requests', (_screens, context) => requestList(context)],
  ['language', (screens) => menuScreen('language', screens)],
  ['privacy', (screens) => menuScreen('privacy', screens)],
  ['cancel', cancel],
]);

/** For staff: in the desk's group, and for ADMIN_IDS in private. To anybody else there are no such commands. */
const STAFF_SCREENS: ReadonlyMap<string, CommandScreen> = new Map<string, CommandScreen>([
  ['gaps', async (screens, { parts }) => gapsScreen(await recentGaps(parts), screens)],
  ['stats', (screens, context) => showStats(screens, context)],
  ['content', async (screens, { parts }) => contentScreen(await parts.contentReport(), screens)],
]);

/** The commands that everyone has; their descriptions stand in locales/*.json under `command`. */
export const COMMANDS: readonly string[] = [...COMMAND_SCREENS.keys()];

/** The commands that staff have besides. */
export const STAFF_COMMANDS: readonly string[] = [...STAFF_SCREENS.keys()];

/** Answers commands, in private chats and in groups; also those that somebody edits a message into. */
export function commands(): MiddlewareFn<TorapContext> {
  return async (context, next) => {
    const text = (context.message ?? context.editedMessage)?.text;
    const command = text === undefined ? undefined : commandOf(text, context.me.username);
    if (command === undefined) return next();
    const screens = chatScreens(context);
    const screen =
      COMMAND_SCREENS.get(command) ?? (isFromStaff(context) ? STAFF_SCREENS.get(command) : undefined);
    if (screen) return reply(await screen(screens, context), context);
    // In a group it may be another bot's.
    if (context.chat?.type !== 'private') return;
    await reply(noticeScreen(screens.speech.phrase('unknownCommand'), screens), context);
  };
}

/** The link that a group gives to somebody who wants to write an inquiry opens with "/start inquiry". */
function startScreen(screens: ScreenContext, context: TorapContext): Screen {
  const isInquiry = /^\/start(?:@\w+)? inquiry$/.test(context.msg?.text ?? '');
  return isInquiry ? inquiryScreen(screens, context) : menuScreen('start', screens);
}

function inquiryScreen(screens: ScreenContext, context: TorapContext): Screen {
  return context.chat?.type === 'private' ? startInquiry(context) : privateOnly(screens, context);
}

function cancel(screens: ScreenContext, context: TorapContext): Screen {
  const { draft, writingTo } = context.state;
  if (!draft && !writingTo) return noticeScreen(screens.speech.phrase('cancel.text'), screens);
  const { writingTo: _, ...rest } = context.state;
  context.state = rest;
  forgetDraft(context);
  const notice = noticeScreen(screens.speech.phrase('inquiry.cancelled'), screens);
  return draft?.asked === 'contact' ? { ...notice, replyKeyboard: 'remove' } : notice;
}

/** The command at the start of a text, unless it names another bot. A command in mid-sentence is part of a question. */
function commandOf(text: string, me: string): string | undefined {
  const [, command, bot] = /^\/([a-z0-9_]+)(?:@(\w+))?(?=\s|$)/i.exec(text) ?? [];
  const isForOther = bot !== undefined && bot.toLowerCase() !== me.toLowerCase();
  return isForOther ? '' : command?.toLowerCase();
}
