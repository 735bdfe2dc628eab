// Questions that got no answer, or an ill one, grouped by likeness, most asked first: what content lacks.

import { type AnswerId, findAnswer, parseAnswerId } from '../catalog/index.ts';
import { LANGUAGES, type Language } from '../language/index.ts';
import { likenessTerms, type SearchableCatalog } from '../search/index.ts';
import type { FullOutcome } from '../store/index.ts';
import { type Described, groupAlike, type WeightedTerm } from './alike.ts';
import { MASK } from './mask.ts';
import { findMisspelt } from './near-words.ts';

/** Why questions belong to a gap. */
export const GAP_REASONS = ['refused', 'unsure', 'disliked'] as const;

/** One of `GAP_REASONS`: no answer was given, several were offered, or the person voted against it. */
export type GapReason = (typeof GAP_REASONS)[number];

/** Like questions without a good answer. */
export interface Gap {
  readonly language: Language;
  /** How many questions there were. */
  readonly asked: number;
  readonly reasons: Readonly<Record<GapReason, number>>;
  /** When such a question came last; milliseconds since 1970 UTC. */
  readonly lastAsked: number;
  /** How people word it, the most frequent first. */
  readonly wordings: readonly string[];
  /** What was offered instead, the nearest first; only what content still has. */
  readonly nearest: readonly AnswerId[];
}

/** A line for the example questions of an answer. */
export interface Paste {
  /** Such as content/hubs/khorgos/about.ru.md. */
  readonly file: string;
  /** Such as `  - "где взять вагоны"`. */
  readonly line: string;
}

/** A question of which several answers were offered is half a gap: people mostly find theirs among them. */
const REASON_WEIGHTS: Readonly<Record<GapReason, number>> = { refused: 1, unsure: 0.5, disliked: 1 };

/**
 * The share of their terms that two questions have in common who belong together. Of test/questions, which are worded as
 * differently as can be, six in ten of the pairs that this joins ask for the same answer; with 0.3 it is half of twice as
 * many.
 */
const ALIKE = 0.38;

/** How much is shown of a gap. */
const WORDINGS_SHOWN = 4;
const NEAREST_SHOWN = 3;

/** A wording, with all that became of it. */
interface Wording extends Described {
  readonly text: string;
  readonly outcomes: readonly FullOutcome[];
  readonly weight: number;
}

/** Finds the gaps that outcomes tell of, each language apart, most asked first. */
export function findGaps(outcomes: readonly FullOutcome[], catalog: SearchableCatalog): Gap[] {
  const failed = outcomes.filter((outcome) => reasonOf(outcome) !== undefined);
  const gaps = LANGUAGES.flatMap((language) => {
    const wordings = readWordings(failed, language, catalog);
    return groupAlike(wordings, ALIKE).map((group) => makeGap(group, language, catalog));
  });
  return gaps.sort(
    (left, right) =>
      weigh(right) - weigh(left) ||
      right.asked - left.asked ||
      right.lastAsked - left.lastAsked ||
      compareTexts(left.wordings[0] ?? '', right.wordings[0] ?? ''),
  );
}

/** Why an outcome is a gap; undefined for one that is none. */
function reasonOf({ outcome, vote }: FullOutcome): GapReason | undefined {
  if (vote === 'down') return outcome === 'refuse' ? 'refused' : 'disliked';
  if (vote === 'up' || outcome === 'answer') return undefined;
  return outcome === 'refuse' ? 'refused' : 'unsure';
}

function weigh({ reasons }: Pick<Gap, 'reasons'>): number {
  return GAP_REASONS.reduce((sum, reason) => sum + REASON_WEIGHTS[reason] * reasons[reason], 0);
}

/** A language's wordings, misspelt words mended; the weightiest and shortest first, around which others gather. */
function readWordings(
  outcomes: readonly FullOutcome[],
  language: Language,
  { index }: SearchableCatalog,
): Wording[] {
  const byText = new Map<string, FullOutcome[]>();
  for (const outcome of outcomes) {
    if (outcome.language !== language) continue;
    const text = showable(outcome.question);
    const known = byText.get(text);
    if (known) known.push(outcome);
    else byText.set(text, [outcome]);
  }
  const read = [...byText].map(([text, own]) => {
    const terms = likenessTerms(text.replaceAll(MASK, ' '), language, index);
    // Without a word that says anything ("help"), questions are alike when they are the same.
    return { text, own, terms: terms.length > 0 ? terms : [{ key: `= ${text.toLowerCase()}`, weight: 1 }] };
  });
  const counts = new Map<string, number>();
  const weights = new Map<string, number>();
  for (const { own, terms } of read) {
    for (const { key, weight } of terms) {
      counts.set(key, (counts.get(key) ?? 0) + own.length);
      weights.set(key, weight);
    }
  }
  const misspelt = findMisspelt(counts);
  const mend = ({ key, weight }: WeightedTerm): [string, number] => {
    const meant = misspelt.get(key) ?? key;
    return [meant, weights.get(meant) ?? weight];
  };
  return read
    .map(({ text, own, terms }) => ({
      text,
      outcomes: own,
      weight: weigh({ reasons: countReasons(own) }),
      terms: [...new Map(terms.map(mend))].map(([key, weight]) => ({ key, weight })),
    }))
    .sort(
      (left, right) =>
        right.weight - left.weight ||
        left.terms.length - right.terms.length ||
        compareTexts(left.text, right.text),
    );
}

/** A question on one line, without characters that can't be seen. */
function showable(question: string): string {
  return question.replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ').trim();
}

function compareTexts(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function countReasons(outcomes: readonly FullOutcome[]): Gap['reasons'] {
  const reasons = { refused: 0, unsure: 0, disliked: 0 };
  for (const outcome of outcomes) {
    const reason = reasonOf(outcome);
    if (reason) reasons[reason] += 1;
  }
  return reasons;
}

function makeGap(group: readonly Wording[], language: Language, catalog: SearchableCatalog): Gap {
  const outcomes = group.flatMap((wording) => wording.outcomes);
  const wordings = group.toSorted(
    (left, right) =>
      right.outcomes.length - left.outcomes.length ||
      Number(isPlain(right.text, language)) - Number(isPlain(left.text, language)) ||
      left.text.length - right.text.length,
  );
  return {
    language,
    asked: outcomes.length,
    reasons: countReasons(outcomes),
    lastAsked: outcomes.reduce((last, { at }) => Math.max(last, at), 0),
    wordings: differing(wordings.map(({ text }) => text)).slice(0, WORDINGS_SHOWN),
    nearest: findNearest(outcomes, catalog),
  };
}

/** Leaves out texts that differ from an earlier one in case and marks only. */
function differing(texts: readonly string[]): string[] {
  const byWords = new Map<string, string>();
  for (const text of texts) {
    const words =
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim() || text;
    if (!byWords.has(words)) byWords.set(words, text);
  }
  return [...byWords.values()];
}

/** Typed as the language is written: an example is rather taken from such. */
function isPlain(text: string, language: Language): boolean {
  return language === 'en' ? /[a-z]/i.test(text) : /\p{Script=Cyrillic}/u.test(text);
}

/**
 * What was offered most, and highest: the first place counts 1, the second a half, and so on. What a person took of it
 * counts as much as the first places of three questions, for that one has read what it is about.
 */
function findNearest(outcomes: readonly FullOutcome[], catalog: SearchableCatalog): AnswerId[] {
  const points = new Map<AnswerId, number>();
  const give = (id: string, more: number): void => {
    const parsed = parseAnswerId(id);
    const answer = parsed && findAnswer(catalog, parsed)?.id;
    if (answer) points.set(answer, (points.get(answer) ?? 0) + more);
  };
  for (const { answers, picked, vote } of outcomes) {
    for (const [place, id] of answers.entries()) give(id, 1 / (place + 1));
    if (picked !== undefined && vote !== 'down') give(picked, PICKED_POINTS);
  }
  return [...points]
    .sort(([left, leftPoints], [right, rightPoints]) => rightPoints - leftPoints || compareTexts(left, right))
    .slice(0, NEAREST_SHOWN)
    .map(([id]) => id);
}

const PICKED_POINTS = 3;

/** Longer is somebody's story rather than an example. */
const LONGEST_EXAMPLE = 160;

/**
 * What to add to which files so that the nearest answers are found by this question: to one of them, whichever tells
 * what is asked. Empty where no wording is fit to be published.
 */
export function pastesOf({ wordings, nearest, language }: Gap): Paste[] {
  const example = wordings.find(
    (text) => !text.includes(MASK) && text.length <= LONGEST_EXAMPLE && text !== '',
  );
  if (example === undefined) return [];
  // A string of JSON is one of YAML as well.
  const line = `  - ${JSON.stringify(example)}`;
  return nearest.map((answer) => ({ file: `content/${answer}.${language}.md`, line }));
}
