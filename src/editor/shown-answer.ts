// An answer for its editors: each language as the bot would send it, drafts included, beside what it was written from.

import {
  type Answer,
  type AnswerText,
  answerIdOf,
  type Catalog,
  TOPICS,
  type UnfinishedAnswer,
} from '../catalog/index.ts';
import { forEachLanguage, isOver, type Language, type Phrases } from '../language/index.ts';
import { answerScreen, screenContext, visibleLength } from '../screens/index.ts';
import { writeDate } from './dates.ts';

/** What an answer is shown with. */
export interface ShowingParts {
  readonly catalog: Catalog;
  readonly phrases: Phrases;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
}

/** Draws an answer in all languages through the bot's own screens. */
export function showAnswer(answer: Answer | UnfinishedAnswer, parts: ShowingParts) {
  const { catalog, phrases, now } = parts;
  const { id, entry, topic, checked, review } = answer;
  const draft = 'draft' in answer ? answer.draft : true;
  const answers = catalog.entries.get(entry)?.answers ?? [];
  const siblings = TOPICS.filter((other) => answers.includes(answerIdOf(entry, other)));
  const topicName = (name: string) =>
    forEachLanguage((language) => phrases[language].phrase(`topic.${name}`));
  return {
    id,
    entry,
    name: catalog.entries.get(entry)?.name ?? forEachLanguage(() => entry),
    topic: topicName(topic),
    isDraft: draft,
    isDue: isOver(review, now),
    checked: writeDate(checked),
    review: writeDate(review),
    texts: forEachLanguage((language) => showText(answer, language, parts)),
    files: {
      entry: `content/${entry}/entry.yaml`,
      texts: forEachLanguage((language) => `content/${id}.${language}.md`),
    },
    siblings: siblings.map((other) => ({ id: answerIdOf(entry, other), topic: topicName(other) })),
  };
}

function showText(
  answer: Answer | UnfinishedAnswer,
  language: Language,
  { catalog, phrases, now }: ShowingParts,
) {
  const text: AnswerText | undefined = answer.texts[language];
  if (!text) return undefined;
  // A screen shows one language; what the others say, or that they say nothing yet, is nothing to it.
  const whole: Answer = { ...answer, draft: true, texts: forEachLanguage(() => text) };
  const context = screenContext(language, phrases, catalog);
  const { html, keyboard } = answerScreen(whole, { now, chatLanguage: language }, context);
  const { questions, written } = text;
  return {
    html,
    keyboard: keyboard.map((row) => row.map((button) => button.text)),
    length: visibleLength(html),
    questions,
    written: written && writeDate(written),
  };
}
