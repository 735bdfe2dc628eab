// The other side of loader.ts: reads, checks and indexes content in a thread of its own, and hands it over in pieces.

import { parentPort, workerData } from 'node:worker_threads';
import type { Answer } from '../catalog/index.ts';
import { reviewQuestions, type SearchableCatalog } from '../search/index.ts';
import type { Piece, PieceName } from './loader.ts';
import { problemsOfFailure, readContent } from './read-content.ts';

/** What was read last, and its answers whose questions are still to be reviewed. */
let catalog: SearchableCatalog | undefined;
let unreviewed: Answer[] = [];

/** Few enough that a load which is asked for meanwhile need not wait long. */
const REVIEWED_AT_ONCE = 5;

function loaded(): SearchableCatalog {
  if (!catalog) throw new Error('there is no catalog to hand over');
  return catalog;
}

const pieces: { readonly [Name in PieceName]: () => Piece<Name> | Promise<Piece<Name>> } = {
  catalog: async () => {
    const { whole, errors, warnings } = await readContent(workerData, Date.now()).catch((error) => ({
      whole: undefined,
      errors: problemsOfFailure(error, workerData),
      warnings: [],
    }));
    catalog = whole?.catalog;
    unreviewed = [...(catalog?.answers.values() ?? [])];
    if (!whole) return { whole: undefined, errors, warnings };
    const { index: _index, ...rest } = whole.catalog;
    return { whole: { catalog: rest, strings: whole.strings }, errors, warnings };
  },
  words: () => {
    const { grams: _grams, vocabulary: _vocabulary, ...rest } = loaded().index;
    return rest;
  },
  grams: () => {
    const { grams, vocabulary } = loaded().index;
    return { grams, vocabulary };
  },
  questions: () => {
    const some = unreviewed.splice(0, REVIEWED_AT_ONCE);
    if (some.length === 0) return undefined;
    return some.flatMap((answer) => reviewQuestions(answer, loaded()));
  },
};

parentPort?.on('message', async (name: PieceName) => {
  parentPort?.postMessage(await pieces[name]());
});
