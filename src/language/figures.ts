// Figures as each language writes them: decimal comma or point, million or млн, plural forms of units.
// A unit's wording stands in locales/*.json under `unit`, so a new unit is a line a language.

import type { Speech } from './phrases.ts';
import { remember } from './remember.ts';

/** Words for powers of a thousand that stand between a number and its unit. */
export const SCALES = ['thousand', 'million', 'billion', 'trillion'] as const;

/** One of `SCALES`. */
export type Scale = (typeof SCALES)[number];

/** A number or a range of two, its scale, and its unit (a key of `unit` in locales/*.json). */
export interface Figure {
  readonly value: number | readonly [number, number];
  readonly scale?: Scale;
  readonly unit: string;
}

// Thin gaps would be finer typography, but Telegram's fonts on Android lack them.
const NO_BREAK_SPACE = '\u00a0';

/** Writes the number with its scale and without its unit: "1.1 trillion", «13–17». */
export function formatNumber(figure: Figure, speech: Speech): string {
  const values = typeof figure.value === 'number' ? [figure.value] : figure.value;
  const number = values.map((value) => remember(speech, value, () => speech.numbers.format(value))).join('–');
  const { scale } = figure;
  if (!scale) return number;
  return number + NO_BREAK_SPACE + remember(speech, `scale ${scale}`, () => speech.phrase(`scale.${scale}`));
}

/** Writes the whole figure with its unit in the right plural form: "20 million tonnes", «5 жұмыс орны». */
export function formatFigure(figure: Figure, speech: Speech): string {
  const { value, scale, unit } = figure;
  // After "million" every language takes the form it uses with large round numbers, whatever stands before.
  const count = scale ? 1_000_000 : typeof value === 'number' ? value : value[1];
  const text = remember(speech, `unit ${unit} ${speech.plurals.select(count)}`, () =>
    speech.phrase(`unit.${unit}`, { number: NUMBER, count }).replace(`${NUMBER} `, NUMBER + NO_BREAK_SPACE),
  );
  return text.replace(NUMBER, formatNumber(figure, speech));
}

/** Stands for the number in a unit's wording. */
const NUMBER = '\u{F0000}';

/** Tells whether a language's strings know how to write a unit. */
export function isKnownUnit(unit: string, speech: Speech): boolean {
  return speech.has(`unit.${unit}`);
}
