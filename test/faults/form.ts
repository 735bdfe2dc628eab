// How much is tried: a short form with every test run, a long one by hand (`FAULTS=long npm run test:faults`).
// Chance is seeded: FAULTS_SEED says with what.

import { afterAll } from 'vitest';

/** The seed of all chance; 1 unless FAULTS_SEED says otherwise. */
export const SEED = Number(process.env.FAULTS_SEED ?? 1);

/** Whether this is the long form. */
export const IS_LONG = process.env.FAULTS === 'long';

/** How long a start may take, in milliseconds: a machine that runs all tests has been seen to stand still for a minute. */
export const START_MS = 180_000;

/** A number for each form. */
export function inForm({ short, long }: { readonly short: number; readonly long: number }): number {
  return IS_LONG ? long : short;
}

/** What was measured, by what it is. */
export type Figures = Readonly<Record<string, number | string>>;

/** Prints what a file's tests have measured, at its end; call it once, outside of `describe`. */
export function printFigures(): (title: string, figures: Figures) => void {
  const tables: string[] = [];
  afterAll(() => {
    process.stdout.write(`\nFAULTS=${IS_LONG ? 'long' : 'short'} FAULTS_SEED=${SEED}\n${tables.join('')}\n`);
  });
  return (title, figures) => {
    const rows = Object.entries(figures).map(([name, figure]) => `  ${name.padEnd(52)} ${figure}\n`);
    tables.push(`${title}\n${rows.join('')}`);
  };
}
