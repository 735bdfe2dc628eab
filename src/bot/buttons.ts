// Pressed buttons: decode → screen → put it in place of the message that bore the button.

import { Composer } from 'grammy';
import { type EntryId, findAnswer, findEntry } from '../catalog/index.ts';
import type { Language } from '../language/index.ts';
import {
  type Action,
  answerScreen,
  decodeAction,
  menuScreen,
  noticeScreen,
  type Screen,
} from '../screens/index.ts';
import { NEW_CHAT } from '../store/index.ts';
import { chatLanguage, rememberShown, screensIn, type TorapContext } from './context.ts';
import { answerPress, dropPressedButton, replaceScreen, sendScreen } from './show.ts';

/** Answers every button; one that is out of date says so and brings a fresh list. */
export function buttons(): Composer<TorapContext> {
  const composer = new Composer<TorapContext>();
  composer.on('callback_query', async (context) => {
    const action = decodeAction(context.callbackQuery.data ?? '');
    const notice = action ? await act(action, context) : await sayOld(context);
    await answerPress(context, notice);
  });
  return composer;
}

/** Does what the button says. Returns a short notice for the person, where there is one. */
async function act(action: Action, context: TorapContext): Promise<string | undefined> {
  switch (action.kind) {
    case 'open': {
      const answer = findAnswer(context.parts.catalog(), action.answer);
      if (!answer || answer.draft) return sayOld(context);
      const view = { now: context.parts.now(), chatLanguage: chatLanguage(context) };
      rememberShown(answer.id, context);
      await replace(answerScreen(answer, view, screensIn(action.language, context)), context);
      return undefined;
    }
    case 'menu':
      await replace(menuScreen(action.menu, screensIn(action.language, context)), context);
      return undefined;
    case 'speak':
      return speak(action, context);
    case 'adopt':
      return adopt(action.language, context);
    case 'pin':
      return sendPin(action.entry, action.language, context);
    case 'erase':
      return erase(action.language, context);
  }
}

async function speak(action: Action & { kind: 'speak' }, context: TorapContext): Promise<string | undefined> {
  const { language, answer } = action;
  context.state = { ...context.state, language };
  if (answer === undefined) await replace(menuScreen('start', screensIn(language, context)), context);
  else await act({ kind: 'open', language, answer }, context);
  return screensIn(language, context).speech.phrase('languageMenu.chosen');
}

async function adopt(language: Language, context: TorapContext): Promise<string> {
  context.state = { ...context.state, language };
  await dropPressedButton(context);
  return screensIn(language, context).speech.phrase('languageMenu.chosen');
}

async function sendPin(id: EntryId, language: Language, context: TorapContext): Promise<string | undefined> {
  const place = findEntry(context.parts.catalog(), id)?.place;
  if (!place) return sayOld(context);
  await context.replyWithVenue(
    place.latitude,
    place.longitude,
    place.name[language],
    place.address[language],
  );
  return undefined;
}

async function erase(language: Language, context: TorapContext): Promise<string> {
  context.state = NEW_CHAT;
  // Also where the state is new already: a damaged file that was set aside must go too.
  if (context.chat) await context.parts.store.eraseChat(context.chat.id);
  const screens = screensIn(language, context);
  const text = screens.speech.phrase('privacy.erased');
  await replace(noticeScreen(text, screens), context);
  return text;
}

/** A button whose answer or list is gone: the hubs are a way on. */
async function sayOld(context: TorapContext): Promise<string> {
  const screens = screensIn(chatLanguage(context), context);
  await sendScreen(menuScreen('hubs', screens), context);
  return screens.speech.phrase('oldButton');
}

/** A message that is too old comes without its text (date 0) and can't be edited. */
async function replace(screen: Screen, context: TorapContext): Promise<void> {
  const message = context.callbackQuery?.message;
  if (!message || message.date === 0) await sendScreen(screen, context);
  else await replaceScreen(message.message_id, screen, context);
}
