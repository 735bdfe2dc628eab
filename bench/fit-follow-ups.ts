// Fits what each reason counts for after an answer (`FOLLOW_UP` in src/search/tuning.ts), and prints the table:
//   node --import tsx bench/fit-follow-ups.ts
// on the questions of test/questions that are not held out: the follow-ups; the clean ones, each after some other answer,
// for most people go on to ask something else; and bare names. A right answer is to be likelier than the others as a
// softmax of scores (`CONTEXT.spread`). It also says how many right answers come first when the other folds alone are
// fitted: that, not the fit, is what to expect.

import { loadCatalog } from '../src/catalog/index.ts';
import { LANGUAGES, type Language, loadPhrases } from '../src/language/index.ts';
import type { Reason } from '../src/search/context.ts';
import { makeSearchable } from '../src/search/index.ts';
import { reasonsAfter } from '../src/search/rank.ts';
import { readQuestion } from '../src/search/read-question.ts';
import { CONTEXT, FOLLOW_UP } from '../src/search/tuning.ts';
import { askAfterOthers, readQuestions } from './questions.ts';

/** How many answers each question is fitted on: the right ones, and those that score highest as things are. */
const CANDIDATES = 30;
/** Keeps weights near 0 that hardly matter. */
const PENALTY = 0.001;
const STEPS = 40;
/** In how many parts the questions are taken to judge the fit. */
const FOLDS = 5;
const BARE_WORDINGS: Readonly<Record<Language, (name: string) => string>> = {
  kk: (name) => `${name} ше?`,
  ru: (name) => `а ${name}?`,
  en: (name) => `what about ${name}?`,
};

interface Row {
  readonly text: string;
  readonly context: string;
  readonly answers: readonly string[];
}

/** A candidate: its score by its parts alone, how far each reason holds, whether it is right. */
interface Candidate {
  readonly base: number;
  readonly extents: Float64Array;
  readonly isRight: boolean;
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const reasons = Object.keys(FOLLOW_UP) as Reason[];
const loaded = loadCatalog('content', await loadPhrases('locales'));
if (!loaded.ok) throw new Error('Content has mistakes. Run: npm run --silent torap -- check');
const catalog = makeSearchable(loaded.catalog);
const { index } = catalog;

const tuned = readQuestions().filter(({ heldOut, answers }) => !heldOut && answers.length > 0);
const sources = new Map<string, readonly Row[]>([
  [
    'follow-ups',
    tuned.flatMap(({ context, ...row }) => (context === undefined ? [] : [{ ...row, context }])),
  ],
  ['other questions', askAfterOthers(tuned, index.answers)],
  ['bare names', listBareNames()],
]);

/** "And Aktau?" asks the same of another of the sort. */
function listBareNames(): Row[] {
  const { answers, kin } = index;
  return answers.flatMap((shown) =>
    [...(kin[shown.entryNumber] ?? [])].flatMap((other) => {
      const own = answers.filter(({ entryNumber, isOfPlace }) => isOfPlace && entryNumber === other);
      const right =
        own.find(({ topicDocument }) => topicDocument === shown.topicDocument) ??
        own.find(({ isOverview }) => isOverview);
      const entry = right && catalog.entries.get(right.entry);
      if (!entry) return [];
      return LANGUAGES.map((language) => ({
        text: BARE_WORDINGS[language](entry.name[language]),
        context: shown.id,
        answers: [right.id],
      }));
    }),
  );
}

/** What is fitted on. */
const rows = [...sources].flatMap(([source, own]) =>
  own.map((row) => ({ source, candidates: candidatesOf(row) })),
);

/** How often a question counts: follow-ups are the hardest, and the others are many. */
const TIMES: Readonly<Record<string, number>> = { 'follow-ups': 2 };

function repeat(own: readonly (typeof rows)[number][]): (readonly Candidate[])[] {
  return own.flatMap(({ source, candidates }) => Array(TIMES[source] ?? 1).fill(candidates));
}

function candidatesOf({ text, context, answers }: Row): Candidate[] {
  const shown = index.answers.find(({ id }) => id === context);
  if (!shown) throw new Error(`There is no answer ${context}`);
  const found = reasonsAfter(readQuestion(text, 'ru', index), { index, shown });
  return found
    .map(({ answer, base, extents, score }) => {
      const isRight = answers.includes(answer);
      const values = Float64Array.from(reasons, (reason) => extents[reason] ?? 0);
      return { base, extents: values, isRight, place: isRight ? Number.POSITIVE_INFINITY : score };
    })
    .sort((left, right) => right.place - left.place)
    .slice(0, CANDIDATES);
}

function scoreOf({ base, extents }: Candidate, weights: Float64Array): number {
  return extents.reduce((sum, extent, place) => sum + extent * (weights[place] ?? 0), base);
}

/** Newton's steps, on an upper bound of the curvature; they are halved where they lead up. */
function fitWeights(all: readonly (readonly Candidate[])[]): Float64Array {
  let weights = new Float64Array(reasons.length);
  let before = measure(all, weights);
  for (let step = 0; step < STEPS; step += 1) {
    const direction = solve(before.curvature, before.slope);
    let share = 1;
    let next = weights;
    let after = before;
    do {
      next = weights.map((weight, place) => weight - share * (direction[place] ?? 0));
      after = measure(all, next);
      share /= 2;
    } while (after.loss > before.loss && share > 1e-6);
    if (before.loss - after.loss < 1e-9) return weights;
    weights = next;
    before = after;
  }
  return weights;
}

/** The mean of what is lost with each question, its slope and its curvature. */
function measure(all: readonly (readonly Candidate[])[], weights: Float64Array) {
  const size = weights.length;
  const slope = weights.map((weight) => 2 * PENALTY * weight);
  const curvature = Array.from(weights, (_, row) =>
    Float64Array.from({ length: size }, (_unused, column) => (row === column ? 2 * PENALTY : 0)),
  );
  let loss = weights.reduce((sum, weight) => sum + PENALTY * weight * weight, 0);
  for (const candidates of all) {
    const scores = candidates.map((candidate) => scoreOf(candidate, weights) / CONTEXT.spread);
    const highest = Math.max(...scores);
    const odds = scores.map((score) => Math.exp(score - highest));
    const total = odds.reduce((sum, odd) => sum + odd, 0);
    const right = odds.reduce((sum, odd, place) => sum + (candidates[place]?.isRight ? odd : 0), 0);
    loss -= Math.log(right / total) / all.length;
    const mean = new Float64Array(size);
    candidates.forEach(({ extents, isRight }, place) => {
      const likely = (odds[place] ?? 0) / total;
      const pull = likely - (isRight ? (odds[place] ?? 0) / right : 0);
      extents.forEach((extent, row) => {
        mean[row] = (mean[row] ?? 0) + likely * extent;
        slope[row] = (slope[row] ?? 0) + (pull * extent) / CONTEXT.spread / all.length;
      });
    });
    candidates.forEach(({ extents }, place) => {
      const share = (odds[place] ?? 0) / total / CONTEXT.spread ** 2 / all.length;
      const apart = extents.map((extent, row) => extent - (mean[row] ?? 0));
      apart.forEach((left, row) => {
        const line = curvature[row];
        if (!line || left === 0) return;
        for (let column = 0; column < size; column += 1)
          line[column] = (line[column] ?? 0) + share * left * (apart[column] ?? 0);
      });
    });
  }
  return { loss, slope, curvature };
}

/** Solves a system of linear equations whose matrix is positive definite. */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const lines = matrix.map((line, row) => Float64Array.from([...line, right[row] ?? 0]));
  lines.forEach((line, row) => {
    const lead = line[row] ?? 1;
    for (let place = row; place < line.length; place += 1) line[place] = (line[place] ?? 0) / lead;
    lines.forEach((other, otherRow) => {
      const times = other[row] ?? 0;
      if (otherRow === row || times === 0) return;
      for (let place = row; place < line.length; place += 1)
        other[place] = (other[place] ?? 0) - times * (line[place] ?? 0);
    });
  });
  return Float64Array.from(lines, (line) => line.at(-1) ?? 0);
}

/** Tells whether a right answer scores highest. */
function isFirst(candidates: readonly Candidate[], weights: Float64Array): boolean {
  const scores = candidates.map((candidate) => scoreOf(candidate, weights));
  return candidates[scores.indexOf(Math.max(...scores))]?.isRight === true;
}

const right = new Map<string, number>();
let loss = 0;
for (let fold = 0; fold < FOLDS; fold += 1) {
  const isOwn = (_: unknown, place: number): boolean => place % FOLDS === fold;
  const others = rows.filter((_, place) => !isOwn(_, place));
  const weights = fitWeights(repeat(others));
  const own = rows.filter(isOwn);
  loss +=
    measure(
      own.map(({ candidates }) => candidates),
      weights,
    ).loss * own.length;
  for (const { source, candidates } of own)
    if (isFirst(candidates, weights)) right.set(source, (right.get(source) ?? 0) + 1);
}
say(`Right first when the other folds are fitted, of ${FOLDS}; loss ${(loss / rows.length).toFixed(4)}:`);
for (const [source, own] of sources) say(`  ${source}: ${right.get(source)} of ${own.length}`);
const fitted = fitWeights(repeat(rows));
for (const [place, reason] of reasons.entries()) say(`  ${reason}: ${(fitted[place] ?? 0).toFixed(3)},`);
