// The lists and notes around answers: greeting, help, hubs, routes, formats, language, privacy.

import { type AnswerId, answerIdOf, type Catalog, type Kind, type Topic } from '../catalog/index.ts';
import { deskStatusLine } from '../desk/index.ts';
import { LANGUAGE_NAMES, LANGUAGES } from '../language/index.ts';
import { OUTCOMES_KEPT_DAYS } from '../store/index.ts';
import type { Menu } from './action.ts';
import { bold, escapeHtml } from './html.ts';
import { inquireButton, requestsButton } from './inquiry-screens.ts';
import { type Button, joinParts, rowsOf, type Screen, type ScreenContext } from './screen.ts';

/** Shows the list or note of that name. */
export function menuScreen(menu: Menu, context: ScreenContext): Screen {
  switch (menu) {
    case 'start':
      return startScreen(context);
    case 'hubs':
      return listScreen('hubs', hubButtons('about', context), context);
    case 'routes':
      return listScreen(
        'routes',
        [...entryButtons('routes', context), ...hubButtons('routes', context)],
        context,
      );
    case 'formats':
      return listScreen(
        'formats',
        [...entryButtons('formats', context), ...hubButtons('take-part', context)],
        context,
      );
    case 'guides':
      return listScreen('guides', entryButtons('guides', context), context);
    case 'language':
      return languageScreen(context);
    case 'privacy':
      return privacyScreen(context);
  }
}

/** The greeting: what Torap covers, how to ask, the hubs, the languages. */
function startScreen(context: ScreenContext): Screen {
  const { phrase } = context.speech;
  const parts = ['start.greeting', 'start.covers', 'start.howTo'].map((key) => escapeHtml(phrase(key)));
  return {
    html: joinParts(bold(phrase('start.title')), ...parts),
    keyboard: [
      ...rowsOf(hubButtons('about', context), 1),
      [menuButton('routes', context), menuButton('guides', context)],
      [menuButton('formats', context)],
      [inquireButton(context.speech), requestsButton(context.speech)],
      languageRow(),
    ],
  };
}

/** How to ask, and what to expect. */
export function helpScreen(context: ScreenContext): Screen {
  const { phrase } = context.speech;
  const keys = ['help.ask', 'help.examples', 'help.browse', 'help.group', 'help.honest', 'help.desk'];
  const hours = context.catalog.desk && deskStatusLine(context.catalog.desk, context.speech);
  return {
    html: joinParts(
      bold(phrase('help.title')),
      ...keys.map((key) => escapeHtml(phrase(key))),
      hours && escapeHtml(hours),
    ),
    keyboard: [
      [menuButton('hubs', context), menuButton('routes', context)],
      [menuButton('guides', context), menuButton('formats', context)],
      [inquireButton(context.speech), requestsButton(context.speech)],
    ],
  };
}

/** A text of one string, with the hubs below it: what to do next is never missing. */
export function noticeScreen(text: string, context: ScreenContext): Screen {
  return { html: escapeHtml(text), keyboard: [[menuButton('hubs', context)]] };
}

/** The lists of entries. */
const LISTS = ['hubs', 'routes', 'formats', 'guides'] as const;

type List = (typeof LISTS)[number];

function listScreen(menu: List, buttons: readonly Button[], context: ScreenContext): Screen {
  const { phrase } = context.speech;
  const others = LISTS.filter((other) => other !== menu);
  return {
    html: joinParts(bold(phrase(`menu.${menu}.title`)), escapeHtml(phrase(`menu.${menu}.text`))),
    keyboard: [
      ...rowsOf(buttons, 1),
      ...rowsOf(
        others.map((other) => menuButton(other, context)),
        2,
      ),
    ],
  };
}

function languageScreen({ speech }: ScreenContext): Screen {
  return {
    html: joinParts(
      bold(speech.phrase('languageMenu.title')),
      escapeHtml(speech.phrase('languageMenu.text')),
    ),
    keyboard: [languageRow()],
  };
}

function privacyScreen({ speech }: ScreenContext): Screen {
  const { phrase, language } = speech;
  const keys = [
    'privacy.keeps',
    'privacy.inquiries',
    'privacy.questions',
    'privacy.keepsNot',
    'privacy.erase',
  ];
  const days = OUTCOMES_KEPT_DAYS;
  return {
    html: joinParts(bold(phrase('privacy.title')), ...keys.map((key) => escapeHtml(phrase(key, { days })))),
    keyboard: [
      [{ text: phrase('privacy.export'), action: { kind: 'export', language } }],
      [{ text: phrase('privacy.button'), action: { kind: 'erase', language } }],
    ],
  };
}

function languageRow(): Button[] {
  return LANGUAGES.map((language) => ({
    text: LANGUAGE_NAMES[language],
    action: { kind: 'speak', language },
  }));
}

/** A button that opens one of the lists. */
export function menuButton(menu: List, { speech }: ScreenContext): Button {
  return {
    text: speech.phrase(`menu.${menu}.button`),
    action: { kind: 'menu', language: speech.language, menu },
  };
}

function hubButtons(topic: Topic, context: ScreenContext): Button[] {
  return entriesOf('hubs', context.catalog).flatMap((entry) =>
    openButton(answerIdOf(entry.id, topic), entry.name[context.speech.language], context),
  );
}

function entryButtons(kind: Kind, context: ScreenContext): Button[] {
  return entriesOf(kind, context.catalog).flatMap((entry) =>
    openButton(answerIdOf(entry.id, 'about'), entry.name[context.speech.language], context),
  );
}

function entriesOf(kind: Kind, catalog: Catalog) {
  return [...catalog.entries.values()].filter((entry) => entry.id.startsWith(`${kind}/`));
}

/**
 * A button to an answer; none where the answer is missing or a draft. Where it is offered to a question, `outcome` is the
 * id of that question's outcome.
 */
export function openButton(
  id: AnswerId,
  text: string,
  { speech, catalog }: ScreenContext,
  outcome?: string,
): Button[] {
  const answer = catalog.answers.get(id);
  if (!answer || answer.draft) return [];
  const marked = outcome === undefined ? {} : { outcome };
  return [{ text, action: { kind: 'open', language: speech.language, answer: id, ...marked } }];
}
