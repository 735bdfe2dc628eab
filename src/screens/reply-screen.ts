// What Torap replies to a question: the answer, a choice of answers, or an honest no.

import type { AnswerId } from '../catalog/index.ts';
import type { Reply } from '../search/index.ts';
import { type AnswerView, answerScreen } from './answer-screen.ts';
import { bold, escapeHtml } from './html.ts';
import { inquireButton } from './inquiry-screens.ts';
import { menuButton, openButton } from './menu-screens.ts';
import { type Button, joinParts, rowsOf, type Screen, type ScreenContext } from './screen.ts';

type Refusal = Extract<Reply['decision'], { kind: 'refuse' }>;

/** When and in which chat a reply is shown. */
export interface ReplyView extends AnswerView {
  /** The answer that the chat was shown before. */
  readonly shown?: AnswerId | undefined;
}

/** Shows a reply; the context is in the reply's language. */
export function replyScreen(reply: Reply, view: ReplyView, context: ScreenContext): Screen {
  const { decision } = reply;
  switch (decision.kind) {
    case 'answer':
      return givenScreen(decision.answer, view, context);
    case 'choose':
      return chooseScreen(decision.answers, view, context);
    case 'refuse':
      return refuseScreen(decision, view, context);
  }
}

/** The answer; one that was shown already says that it tells what was asked on. */
function givenScreen(id: AnswerId, view: ReplyView, context: ScreenContext): Screen {
  const answer = context.catalog.answers.get(id);
  if (!answer) return refuseScreen({ suggestions: [] }, view, context);
  const screen = answerScreen(answer, view, context);
  if (id !== view.shown) return screen;
  return { ...screen, html: joinParts(escapeHtml(context.speech.phrase('answer.again')), screen.html) };
}

function chooseScreen(answers: readonly AnswerId[], view: AnswerView, context: ScreenContext): Screen {
  const { phrase } = context.speech;
  return {
    html: joinParts(bold(phrase('choose.title')), escapeHtml(phrase('choose.text'))),
    keyboard: [...titleRows(answers, view, context), ...switchRow(view, context)],
  };
}

/** An honest no; who greets or thanks is asked what Torap may help with. */
function refuseScreen(
  { suggestions, asksNothing = false }: Pick<Refusal, 'suggestions' | 'asksNothing'>,
  view: AnswerView,
  context: ScreenContext,
): Screen {
  const { phrase } = context.speech;
  return {
    html: joinParts(
      bold(phrase(asksNothing ? 'refuse.nothingAsked' : 'refuse.title')),
      escapeHtml(phrase('refuse.covers')),
      escapeHtml(phrase('refuse.hint')),
    ),
    keyboard: [
      ...titleRows(suggestions, view, context),
      [inquireButton(context.speech)],
      [menuButton('hubs', context)],
      ...switchRow(view, context),
    ],
  };
}

function titleRows(
  answers: readonly AnswerId[],
  { outcome }: AnswerView,
  context: ScreenContext,
): Button[][] {
  const { language } = context.speech;
  const buttons = answers.flatMap((id) =>
    openButton(id, context.catalog.answers.get(id)?.texts[language].title ?? id, context, outcome),
  );
  return rowsOf(buttons, 1);
}

function switchRow({ chatLanguage }: AnswerView, { speech }: ScreenContext): Button[][] {
  const { language, phrase } = speech;
  if (language === chatLanguage) return [];
  return [[{ text: phrase('language.switch'), action: { kind: 'adopt', language } }]];
}
