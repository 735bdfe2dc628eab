// The other side of loader.ts: reads, checks and indexes content in a thread of its own, and hands it over in pieces.

import { parentPort, workerData } from 'node:worker_threads';
import type { Answer } from '../catalog/index.ts';
import { reviewQuestions, type SearchableCatalog } from '../search/index.ts';
import type { Piece, PieceName, PieceRequest } from './loader.ts';
import { checkContent, fingerprintOf, problemsOfFailure, readFiles } from './read-content.ts';

/** What can answer of what was read last, and its answers whose questions are still to be reviewed. */
let catalog: SearchableCatalog | undefined;
let unreviewed: Answer[] = [];

/** Few enough that a load which is asked for meanwhile need not wait long. */
const REVIEWED_AT_ONCE = 5;

function loaded(): SearchableCatalog {
  if (!catalog) throw new Error('there is no catalog to hand over');
  return catalog;
}

async function load(known: string | undefined): Promise<Piece<'catalog'>> {
  const files = await readFiles(workerData);
  const fingerprint = fingerprintOf(files);
  if (fingerprint === known) return { kind: 'unchanged' };
  const { whole, errors, warnings } = await checkContent(files, workerData, Date.now());
  if (!whole) return { kind: 'refused', errors };
  catalog = whole.catalog;
  unreviewed = [...catalog.answers.values()];
  const { index: _index, ...rest } = catalog;
  return { kind: 'loaded', fingerprint, catalog: rest, strings: whole.strings, warnings };
}

const pieces: { readonly [Name in PieceName]: (known?: string) => Piece<Name> | Promise<Piece<Name>> } = {
  catalog: (known) =>
    load(known).catch((error) => ({ kind: 'refused', errors: problemsOfFailure(error, workerData) })),
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

parentPort?.on('message', async ({ name, known }: PieceRequest) => {
  parentPort?.postMessage(await pieces[name](known));
});
