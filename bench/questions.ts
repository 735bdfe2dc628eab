// The development questions: test/questions, one file a language, and the same questions with noise.

import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { LANGUAGES, type Language } from '../src/language/index.ts';
import type { RankedAnswer } from '../src/search/search-index.ts';
import { createRandom } from '../test/random.ts';
import { NOISES, seedOf } from './noise.ts';

const questionSchema = z.strictObject({
  id: z.string().regex(/^[a-z]{2}-\d+$/),
  text: z.string(),
  /** The answer that was shown before, for a follow-up. */
  context: z.string().optional(),
  /** Every answer that is right, the best first; none for a question that Torap must not answer. */
  answers: z.array(z.string()),
  kind: z.enum(['clean', 'typo', 'folded', 'out', 'follow-up']),
});

/** A question with the answers that are right. `kind` is that of the file, or a noise. */
export interface Question {
  readonly id: string;
  readonly text: string;
  readonly context?: string | undefined;
  readonly answers: readonly string[];
  readonly kind: string;
  readonly language: Language;
  /** Kept out of tuning. */
  readonly heldOut: boolean;
}

/** Reads the questions of all languages. Every fifth is held out. */
export function readQuestions(): Question[] {
  return LANGUAGES.flatMap((language) =>
    readFileSync(`test/questions/${language}.jsonl`, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => {
        const question = questionSchema.parse(JSON.parse(line));
        return { ...question, language, heldOut: Number(question.id.slice(3)) % 5 === 0 };
      }),
  );
}

/** The clean questions, each after an answer of another entry: most people ask on, and of something else. */
export function askAfterOthers(
  questions: readonly Question[],
  shown: readonly Pick<RankedAnswer, 'id' | 'entry'>[],
): (Question & { readonly context: string })[] {
  return questions
    .filter(({ kind }) => kind === 'clean')
    .flatMap((question) => {
      const right = new Set(shown.flatMap(({ id, entry }) => (question.answers.includes(id) ? [entry] : [])));
      const others = shown.filter(({ entry }) => !right.has(entry));
      const other = others[createRandom(seedOf(question.id)).below(others.length)];
      return other ? [{ ...question, context: other.id, kind: 'after-other' }] : [];
    });
}

/** The clean questions with each kind of noise. */
export function addNoise(questions: readonly Question[], seed: number): Question[] {
  return questions
    .filter(({ kind }) => kind === 'clean')
    .flatMap((question) =>
      Object.entries(NOISES).flatMap(([kind, noise]) => {
        const random = createRandom(seed ^ seedOf(question.id + kind));
        const text = noise(question.text, question.language, random);
        return text === undefined ? [] : [{ ...question, text, kind: `noise:${kind}` }];
      }),
    );
}
