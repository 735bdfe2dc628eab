// Do the example questions find their answers? What an editor wrote down as a question is the least that must work.

import type { Answer, AnswerId, Problem } from '../catalog/index.ts';
import { LANGUAGES, type Language } from '../language/index.ts';
import type { SearchableCatalog } from './ask.ts';
import { rankAnswers } from './rank.ts';
import { readQuestionIn } from './read-question.ts';
import { COLLISION } from './tuning.ts';

/** An example question, and where it stands. */
interface Example {
  readonly answer: AnswerId;
  readonly language: Language;
  readonly question: string;
}

/**
 * Lists the example questions of an answer that find another answer first, or that another answer has almost word for
 * word. A draft has none: it is not searched.
 */
export function reviewQuestions({ id, texts, draft }: Answer, catalog: SearchableCatalog): Problem[] {
  if (draft) return [];
  return LANGUAGES.flatMap((language) =>
    texts[language].questions.flatMap((question) =>
      reviewQuestion({ answer: id, language, question }, catalog),
    ),
  );
}

function reviewQuestion({ answer, language, question }: Example, catalog: SearchableCatalog): Problem[] {
  const { candidates } = rankAnswers(readQuestionIn(language, question, catalog.index), catalog.index);
  const [first] = candidates;
  const file = `content/${answer}.${language}.md`;
  if (first?.answer !== answer) {
    const message = `the question "${question}" finds ${first ? `${first.answer} first` : 'nothing'}.`;
    return [
      { file, message, remedy: 'Word it so that it asks for what only this answer tells, or move it.' },
    ];
  }
  const twin = candidates.find((other) => other.answer !== answer && other.parts.example >= COLLISION);
  if (!twin) return [];
  const message = `the question "${question}" stands almost word for word in ${twin.answer}.`;
  return [{ file, message, remedy: 'Keep it where its answer is.' }];
}
