// Pressed buttons: decode → screen → put it in place of the message that bore the button.

import { Composer, InputFile } from 'grammy';
import { type EntryId, findAnswer, findEntry } from '../catalog/index.ts';
import { exportChat } from '../desk/index.ts';
import type { Language } from '../language/index.ts';
import { type Action, answerScreen, decodeAction, menuScreen, noticeScreen } from '../screens/index.ts';
import { NEW_CHAT } from '../store/index.ts';
import { chatLanguage, chatScreens, rememberShown, screensIn, type TorapContext } from './context.ts';
import { actAtDesk } from './desk-chat.ts';
import { privateOnly, startInquiry } from './drafts.ts';
import { inquiriesOf, readAll } from './inquiry-records.ts';
import { keepIfPossible } from './keep-outcome.ts';
import { actOnRequest, requestList } from './requests.ts';
import { answerPress, dropButtons, sendScreen, showInPlace } from './show.ts';

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
    case 'open':
      return open(action, context);
    case 'menu':
      await showInPlace(menuScreen(action.menu, screensIn(action.language, context)), context);
      return undefined;
    case 'speak':
      return speak(action, context);
    case 'adopt':
      return adopt(action.language, context);
    case 'pin':
      return sendPin(action.entry, action.language, context);
    case 'erase':
      return erase(action.language, context);
    case 'export':
      return exportData(action.language, context);
    case 'inquire':
      return inquire(action, context);
    case 'dialogue':
      return sayNoDraft(context);
    case 'requests':
      await showInPlace(requestList(context), context);
      return undefined;
    case 'request': {
      const { screen, notice } = await actOnRequest(action, context);
      if (screen) await showInPlace(screen, context);
      return notice;
    }
    case 'desk':
      return actAtDesk(action, context);
    case 'vote':
      return vote(action, context);
  }
}

/** Shows an answer. Of one that was offered to a question it is kept that the person took it. */
async function open(
  { answer: id, language, outcome }: Action & { kind: 'open' },
  context: TorapContext,
): Promise<string | undefined> {
  const { parts } = context;
  const answer = findAnswer(parts.catalog(), id);
  if (!answer || answer.draft) return sayOld(context);
  const view = { now: parts.now(), chatLanguage: chatLanguage(context), ...(outcome && { outcome }) };
  rememberShown(answer.id, context);
  await showInPlace(answerScreen(answer, view, screensIn(language, context)), context);
  if (outcome) await keepIfPossible(parts.store.outcomes.pick(outcome, parts.now(), answer.id), parts);
  return undefined;
}

/** The dialogue stays below the answer, which is still to be read. */
async function inquire(
  { answer, language }: Action & { kind: 'inquire' },
  context: TorapContext,
): Promise<undefined> {
  if (context.chat?.type === 'private') await sendScreen(startInquiry(context, answer), context);
  else await sendScreen(privateOnly(screensIn(language, context), context), context);
}

/** A button of a dialogue that is over. Its message stays: it may tell the number of what was sent. */
function sayNoDraft(context: TorapContext): string {
  return chatScreens(context).speech.phrase('inquiry.none');
}

async function vote(
  { vote: given, outcome, language }: Action & { kind: 'vote' },
  context: TorapContext,
): Promise<string> {
  await context.parts.store.outcomes.vote(outcome, context.parts.now(), given);
  await dropButtons(context, (data) => decodeAction(data)?.kind === 'vote');
  return screensIn(language, context).speech.phrase(given === 'up' ? 'vote.thanks' : 'vote.sorry');
}

async function speak(action: Action & { kind: 'speak' }, context: TorapContext): Promise<string | undefined> {
  const { language, answer } = action;
  context.state = { ...context.state, language };
  if (answer === undefined) await showInPlace(menuScreen('start', screensIn(language, context)), context);
  else await act({ kind: 'open', language, answer }, context);
  return screensIn(language, context).speech.phrase('languageMenu.chosen');
}

async function adopt(language: Language, context: TorapContext): Promise<string> {
  context.state = { ...context.state, language };
  await dropButtons(context, (data) => data === context.callbackQuery?.data);
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

/** All that is kept of the chat, as a file. */
async function exportData(language: Language, context: TorapContext): Promise<undefined> {
  const { chat, parts, state } = context;
  if (!chat) return;
  const inquiries = await readAll(inquiriesOf(chat.id, parts.store), parts.store);
  const text = exportChat({ chat: chat.id, state, inquiries, now: parts.now() });
  const caption = screensIn(language, context).speech.phrase('privacy.exported');
  await context.replyWithDocument(new InputFile(Buffer.from(text), `torap-${chat.id}.json`), { caption });
}

async function erase(language: Language, context: TorapContext): Promise<string> {
  if (context.chat) await context.parts.desk.eraseAll(context.chat.id);
  const asksForContact = context.state.draft?.asked === 'contact';
  context.state = NEW_CHAT;
  // Also where the state is new already: a damaged file that was set aside must go too.
  if (context.chat) await context.parts.store.eraseChat(context.chat.id);
  const screens = screensIn(language, context);
  const text = screens.speech.phrase('privacy.erased');
  const notice = noticeScreen(text, screens);
  if (asksForContact) await sendScreen({ ...notice, replyKeyboard: 'remove' }, context);
  else await showInPlace(notice, context);
  return text;
}

/** A button whose answer or list is gone: the hubs are a way on. */
async function sayOld(context: TorapContext): Promise<string> {
  const screens = chatScreens(context);
  await sendScreen(menuScreen('hubs', screens), context);
  return screens.speech.phrase('oldButton');
}
