// /start, /help and the other commands: each shows one screen.

import { Composer } from 'grammy';
import { helpScreen, menuScreen, noticeScreen, type Screen, type ScreenContext } from '../screens/index.ts';
import { chatLanguage, screensIn, type TorapContext } from './context.ts';
import { sendScreen } from './show.ts';

/** Each command and the screen it shows, in the order of Telegram's menu. */
const COMMAND_SCREENS: Readonly<Record<string, (context: ScreenContext) => Screen>> = {
  start: (context) => menuScreen('start', context),
  help: helpScreen,
  hubs: (context) => menuScreen('hubs', context),
  routes: (context) => menuScreen('routes', context),
  formats: (context) => menuScreen('formats', context),
  language: (context) => menuScreen('language', context),
  privacy: (context) => menuScreen('privacy', context),
  cancel: (context) => noticeScreen(context.speech.phrase('cancel.text'), context),
};

/** The commands that everyone has; their descriptions stand in locales/*.json under `command`. */
export const COMMANDS: readonly string[] = Object.keys(COMMAND_SCREENS);

/** Answers commands, in private chats and in groups. */
export function commands(): Composer<TorapContext> {
  const composer = new Composer<TorapContext>();
  for (const [name, screen] of Object.entries(COMMAND_SCREENS)) {
    composer.command(name, async (context) => {
      await sendScreen(screen(screensIn(chatLanguage(context), context)), context);
    });
  }
  composer
    .filter((context) => context.chat?.type === 'private')
    .on('message:entities:bot_command', async (context, next) => {
      // A command in mid-sentence is part of a question.
      if (!context.msg.text.startsWith('/')) return next();
      const screens = screensIn(chatLanguage(context), context);
      await sendScreen(noticeScreen(screens.speech.phrase('unknownCommand'), screens), context);
    });
  return composer;
}
