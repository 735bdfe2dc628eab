// An answer for its editors: each language as the bot would send it, drafts included, beside what it was written from.

import { type Answer, answerIdOf, type Catalog, TOPICS } from '../catalog/index.ts';
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
export function showAnswer(answer: Answer, parts: ShowingParts) {
  const { catalog, phrases, now } = parts;
  const { id, entry, topic, draft, checked, review } = answer;
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

function showText(answer: Answer, language: Language, { catalog, phrases, now }: ShowingParts) {
  const context = screenContext(language, phrases, catalog);
  const { html, keyboard } = answerScreen(answer, { now, chatLanguage: language }, context);
  const { questions, written } = answer.texts[language];
  return {
    html,
    keyboard: keyboard.map((row) => row.map((button) => button.text)),
    length: visibleLength(html),
    questions,
    written: written && writeDate(written),
  };
}
