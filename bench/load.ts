// How long do loading and checking take, and how much memory? `npm run bench:load` measures the project's content,
// and a hundred times as much: each entry copied, under ids, sources and questions of its own.

import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { KINDS, loadCatalog, reviewCatalog } from '../src/catalog/index.ts';
import { loadPhrases } from '../src/language/index.ts';

const CONTENT = 'content';
const COPIES = Number(process.argv[2] ?? 100);
const ENTRY = new RegExp(`\\b((?:${KINDS.join('|')})/[a-z0-9]+(?:-[a-z0-9]+)*)`, 'g');

const ADDRESS = /(https?:\/\/[^\s,"'}]+)/g;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Writes `copies` times the content into a folder. */
function multiplyContent(folder: string, copies: number): void {
  const names = readdirSync(CONTENT, { recursive: true, encoding: 'utf8' });
  const sources = readFileSync(join(CONTENT, 'sources.yaml'), 'utf8');
  const ids = [...sources.matchAll(/^([a-z0-9-]+):/gm)].map(([, id = '']) => id);
  const sourceId = new RegExp(`(?<![\\w./-])(${ids.join('|')})(?![\\w-])`, 'g');
  for (const name of ['places.yaml', 'synonyms.yaml', 'stopwords.yaml', 'desk.yaml']) {
    cpSync(join(CONTENT, name), join(folder, name));
  }
  const allSources: string[] = [];
  for (let copy = 1; copy <= copies; copy += 1) {
    allSources.push(sources.replace(/^([a-z0-9-]+):/gm, `$1-${copy}:`).replace(ADDRESS, `$1#${copy}`));
    for (const name of names.filter((file) => /\/.*\.(?:yaml|md)$/.test(file))) {
      const text = readFileSync(join(CONTENT, name), 'utf8').replace(ENTRY, `$1-${copy}`);
      const renamed = name.endsWith('.md')
        ? text.replace(/^( +- .*?)("?)$/gm, `$1 ${copy}$2`)
        : text.replace(sourceId, `$1-${copy}`);
      const target = join(folder, name.replace(/^([^/]+\/[^/]+)/, `$1-${copy}`));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, renamed);
    }
  }
  writeFileSync(join(folder, 'sources.yaml'), allSources.join('\n'));
}

/** Loads and checks a folder; returns the milliseconds it took. */
async function measure(folder: string): Promise<number> {
  const phrases = await loadPhrases('locales');
  const start = performance.now();
  const loaded = loadCatalog(folder, phrases);
  if (!loaded.ok) {
    for (const { file, message } of loaded.problems.slice(0, 5)) say(`${file}: ${message}`);
    throw new Error(`the content in ${folder} is not in order`);
  }
  const warnings = reviewCatalog(loaded.catalog, phrases, Date.now());
  const milliseconds = performance.now() - start;
  const { entries, answers } = loaded.catalog;
  const { rss, heapUsed } = process.memoryUsage();
  say(
    `${entries.size} entries, ${answers.size} answers in three languages: ${milliseconds.toFixed(0)} ms, ` +
      `${warnings.length} warnings; memory ${(rss / 2 ** 20).toFixed(0)} MB, heap ${(heapUsed / 2 ** 20).toFixed(0)} MB`,
  );
  return milliseconds;
}

const folder = mkdtempSync(join(tmpdir(), 'torap-load-'));
try {
  multiplyContent(folder, COPIES);
  const cold = await measure(CONTENT);
  const warm = await measure(CONTENT);
  const many = await measure(folder);
  say(
    `cold / warm: ${(cold / warm).toFixed(1)}; ${COPIES} times as much takes ${(many / warm).toFixed(0)} times as long`,
  );
} finally {
  rmSync(folder, { recursive: true });
}
