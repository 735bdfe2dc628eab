// What is in order and yet wants an editor's eye: answers due for review, texts older than their facts,
// texts that are long for a phone.

import { endOf, formatDate, isOver, LANGUAGES, type Phrases, startOf } from '../language/index.ts';
import { type Answer, type AnswerText, type Catalog, plainLines } from './catalog.ts';
import type { Problem } from './problem.ts';

/** More than about two screens of a phone, in UTF-16 units. */
export const LONG_TEXT = 1300;

/**
 * Lists what an editor should look at, by answer.
 * @param now milliseconds since 1970 UTC
 */
export function reviewCatalog({ answers }: Catalog, phrases: Phrases, now: number): Problem[] {
  return [...answers.values()].flatMap((answer) => [
    ...reviewDate(answer, phrases, now),
    ...LANGUAGES.flatMap((language) => {
      const file = `content/${answer.id}.${language}.md`;
      const text = answer.texts[language];
      return [...reviewAge(text, answer, file), ...reviewLength(text, file)];
    }),
  ]);
}

function reviewDate({ entry, topic, review }: Answer, phrases: Phrases, now: number): Problem[] {
  if (!isOver(review, now)) return [];
  const message = `the topic "${topic}" has been due for review since ${formatDate(review, 'plain', phrases.en)}.`;
  const remedy = 'Compare it with its sources, then set "checked" and "review".';
  return [{ file: `content/${entry}/entry.yaml`, message, remedy }];
}

function reviewAge({ written }: AnswerText, { asOf }: Answer, file: string): Problem[] {
  // A fact that is known to the year only may be as old as the year.
  if (!written || !asOf || endOf(written) >= startOf(asOf.last)) return [];
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
