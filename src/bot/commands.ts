// /start, /help and the other commands: each shows one screen.

import { Composer } from 'grammy';
import {
  contentScreen,
  helpScreen,
  menuScreen,
  noticeScreen,
  type Screen,
  type ScreenContext,
} from '../screens/index.ts';
import { chatLanguage, screensIn, type TorapContext } from './context.ts';
import { reply } from './reply.ts';

/** Each command and the screen it shows, in the order of Telegram's menu. */
const COMMAND_SCREENS: ReadonlyMap<string, (context: ScreenContext) => Screen> = new Map([
  ['start', (context) => menuScreen('start', context)],
  ['help', helpScreen],
  ['hubs', (context) => menuScreen('hubs', context)],
  ['routes', (context) => menuScreen('routes', context)],
  ['formats', (context) => menuScreen('formats', context)],
  ['guides', (context) => menuScreen('guides', context)],
  ['language', (context) => menuScreen('language', context)],
  ['privacy', (context) => menuScreen('privacy', context)],
  ['cancel', (context) => noticeScreen(context.speech.phrase('cancel.text'), context)],
]);

/** The commands that everyone has; their descriptions stand in locales/*.json under `command`. */
export const COMMANDS: readonly string[] = [...COMMAND_SCREENS.keys()];

/** Answers commands, in private chats and in groups; also those that somebody edits a message into. */
export function commands(): Composer<TorapContext> {
  const composer = new Composer<TorapContext>();
  composer.on(['message:text', 'edited_message:text'], async (context, next) => {
    const command = commandOf(context.msg.text, context.me.username);
    if (command === undefined) return next();
    const screens = screensIn(chatLanguage(context), context);
    const screen = COMMAND_SCREENS.get(command);
    if (screen) return reply(screen(screens), context);
    if (command === CONTENT_COMMAND && mayAskOfContent(context)) {
      return reply(contentScreen(await context.parts.contentReport(), screens), context);
    }
    // In a group it may be another bot's.
    if (context.chat.type !== 'private') return;
    await reply(noticeScreen(screens.speech.phrase('unknownCommand'), screens), context);
  });
  return composer;
}

/** For those who keep content; to anybody else there is no such command. */
const CONTENT_COMMAND = 'content';

function mayAskOfContent({ chat, from, parts }: TorapContext): boolean {
  return chat?.type === 'private' && from !== undefined && parts.adminIds.includes(from.id);
}

/** The command at the start of a text, unless it names another bot. A command in mid-sentence is part of a question. */
function commandOf(text: string, me: string): string | undefined {
  const [, command, bot] = /^\/([a-z0-9_]+)(?:@(\w+))?(?=\s|$)/i.exec(text) ?? [];
  const isForOther = bot !== undefined && bot.toLowerCase() !== me.toLowerCase();
  return isForOther ? '' : command?.toLowerCase();
}
