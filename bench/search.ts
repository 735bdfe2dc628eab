// How good and how fast is the search, beside search libraries on the same texts? `npm run bench:search` measures
// quality on the development questions (clean and with each noise), then time and memory at 1, 10 and 100 times the
// catalog, all in one process and one run. `npm run bench:search -- 1 10` leaves the largest out.

import { create, insertMultiple, search as searchOrama } from '@orama/orama';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import {
  type Answer,
  type Catalog,
  loadCatalog,
  parseAnswerId,
  parseEntryId,
  plainLines,
} from '../src/catalog/index.ts';
import { forEachLanguage, LANGUAGES, loadPhrases } from '../src/language/index.ts';
import { ask, makeSearchable, type SearchableCatalog } from '../src/search/index.ts';
import { createRandom } from '../test/random.ts';
import { seedOf } from './noise.ts';
import { addNoise, type Question, readQuestions } from './questions.ts';

const SEED = 2026;
const SIZES = process.argv.slice(2).map(Number).filter(Boolean);
const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** An answer as the libraries get it: the same texts that Torap's index is made of. */
interface Text {
  readonly id: string;
  readonly names: string;
  readonly questions: string;
  readonly title: string;
  readonly body: string;
}

/** Something that finds answers: their ids, the best first. */
interface Engine {
  readonly name: string;
  /** How many questions of each kind its quality is measured with. */
  readonly judged: number;
  /** How many questions its time is measured with at `copies` times the catalog: some take seconds for one. */
  readonly timed: (copies: number) => number;
  readonly build: (catalog: Catalog) => Promise<(question: Question) => Promise<readonly string[]>>;
}

function textsOf({ answers, entries }: Catalog): Text[] {
  return [...answers.values()].map((answer) => {
    const entry = entries.get(answer.entry);
    const each = (read: (language: (typeof LANGUAGES)[number]) => readonly string[]): string =>
      LANGUAGES.flatMap(read).join('\n');
    return {
      id: answer.id,
      names: each((language) => (entry ? [entry.name[language], ...entry.aliases[language]] : [])),
      questions: each((language) => answer.texts[language].questions),
      title: each((language) => [answer.texts[language].title]),
      body: each((language) => plainLines(answer.texts[language].body)),
    };
  });
}

const KEYS = ['names', 'questions', 'title', 'body'] as const;

function fuse(name: string, options: object, judged: number): Engine {
  return {
    name,
    judged,
    timed: (copies) => (copies > 10 ? 1 : copies > 1 ? 5 : 60),
    build: async (catalog) => {
      const index = new Fuse(textsOf(catalog), { keys: [...KEYS], ...options });
      return async ({ text }) => index.search(text, { limit: 5 }).map(({ item }) => item.id);
    },
  };
}

function miniSearch(
  name: string,
  searchOptions: object,
  { judged, timed }: Pick<Engine, 'judged' | 'timed'>,
): Engine {
  return {
    name,
    judged,
    timed,
    build: async (catalog) => {
      const index = new MiniSearch<Text>({ fields: [...KEYS], searchOptions });
      index.addAll(textsOf(catalog));
      return async ({ text }) =>
        index
          .search(text)
          .slice(0, 5)
          .map(({ id }) => String(id));
    },
  };
}

const orama: Engine = {
  name: 'Orama',
  judged: 100,
  timed: (copies) => (copies > 10 ? 50 : 300),
  build: async (catalog) => {
    const index = create({
      schema: { id: 'string', names: 'string', questions: 'string', title: 'string', body: 'string' },
      components: {
        // Its own tokenizers take Kazakh letters for signs.
        tokenizer: {
          language: 'words',
          normalizationCache: new Map(),
          tokenize: (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [],
        },
      },
    });
    await insertMultiple(index, textsOf(catalog), 500);
    return async ({ text }) => {
      const { hits } = await searchOrama(index, { term: text, properties: [...KEYS], limit: 5 });
      return hits.map(({ document }) => document.id);
    };
  },
};

function torap(name: string, prepare: typeof makeSearchable): Engine {
  return {
    name,
    judged: 500,
    timed: () => 1000,
    build: async (catalog) => {
      const searchable = prepare(catalog);
      return async ({ text }) =>
        ask(text, { language: 'ru' }, searchable).matches.map(({ answer }) => answer);
    },
  };
}

/** A catalog in which unknown words are not taken for known ones: fuse.js has nothing to choose from. */
function withoutCorrection(catalog: SearchableCatalog): SearchableCatalog {
  const { index } = catalog;
  return { ...catalog, index: { ...index, vocabulary: { ...index.vocabulary, surfaces: [] } } };
}

const WITHOUT_FUSE = 'Torap without fuse.js';
const ENGINES: readonly Engine[] = [
  torap('Torap', makeSearchable),
  torap(WITHOUT_FUSE, (catalog) => withoutCorrection(makeSearchable(catalog))),
  fuse('fuse.js', {}, 30),
  fuse('fuse.js, token search', { useTokenSearch: true, threshold: 0.3 }, 10),
  miniSearch('MiniSearch', {}, { judged: 500, timed: (copies) => (copies > 10 ? 50 : 300) }),
  miniSearch(
    'MiniSearch, fuzzy and prefix',
    { fuzzy: 0.2, prefix: true },
    { judged: 50, timed: (copies) => (copies > 10 ? 20 : 100) },
  ),
  orama,
];

/** A catalog `copies` times as large: in each copy a third of all words are others, the same in all its texts. */
function multiply(catalog: Catalog, copies: number): Catalog {
  const entries = new Map(catalog.entries);
  const answers = new Map(catalog.answers);
  for (let copy = 2; copy <= copies; copy += 1) {
    const vary = (text: string): string => text.replace(/\p{L}{4,}/gu, (word) => varyWord(word, copy));
    const rename = (id: string): string => id.replace(/^([^/]+\/[^/]+)/, `$1-${copy}`);
    for (const entry of catalog.entries.values()) {
      const id = parseEntryId(rename(entry.id));
      if (!id) continue;
      const name = forEachLanguage((language) => vary(entry.name[language]));
      const aliases = forEachLanguage((language) => entry.aliases[language].map(vary));
      entries.set(id, { ...entry, id, name, aliases });
    }
    for (const answer of catalog.answers.values()) {
      const made = copyAnswer(answer, rename, vary);
      if (made) answers.set(made.id, made);
    }
  }
  return { ...catalog, entries, answers };
}

function copyAnswer(
  answer: Answer,
  rename: (id: string) => string,
  vary: (text: string) => string,
): Answer | undefined {
  const id = parseAnswerId(rename(answer.id));
  const entry = parseEntryId(rename(answer.entry));
  if (!id || !entry) return undefined;
  const texts = forEachLanguage((language) => {
    const { title, questions, body, written } = answer.texts[language];
    const paragraphs = plainLines(body).map(vary);
    return {
      written,
      title: vary(title),
      questions: questions.map(vary),
      body: paragraphs.map((text) => ({
        kind: 'paragraph' as const,
        spans: [{ kind: 'text' as const, text }],
      })),
    };
  });
  return { ...answer, id, entry, texts };
}

const SYLLABLES = ['ал', 'ер', 'он', 'ик', 'ус', 'ам', 'ет', 'ор', 'ан', 'ис'];

function varyWord(word: string, copy: number): string {
  const random = createRandom(seedOf(word.toLowerCase()) ^ (copy * 7919));
  return random.below(3) > 0 ? word : word.slice(0, 3) + random.pick(SYLLABLES) + word.slice(3);
}

const percent = (share: number): string => (100 * share).toFixed(0).padStart(4);

async function measureQuality(
  catalog: Catalog,
  groups: ReadonlyMap<string, readonly Question[]>,
): Promise<void> {
  const rows = new Map<string, string[]>([...groups.keys()].map((name) => [name, []]));
  for (const engine of ENGINES) {
    const find = await engine.build(catalog);
    for (const [name, questions] of groups) {
      const some = questions.filter((_, place) => place % Math.ceil(questions.length / engine.judged) === 0);
      let first = 0;
      for (const question of some) {
        const [best] = await find(question);
        if (best !== undefined && question.answers.includes(best)) first += 1;
      }
      rows.get(name)?.push(percent(first / some.length));
    }
  }
  say(`R@1, percent: ${ENGINES.map(({ name }, place) => `(${place + 1}) ${name}`).join('  ')}`);
  say(`${''.padEnd(20)}${ENGINES.map((_, place) => `(${place + 1})`.padStart(5)).join('')}`);
  for (const [name, figures] of rows)
    say(`${name.padEnd(20)}${figures.map((figure) => ` ${figure}`).join('')}`);
}

async function measureTime(catalog: Catalog, copies: number, questions: readonly Question[]): Promise<void> {
  say(`\n${copies} times the catalog, ${catalog.answers.size} answers; a question in milliseconds:`);
  for (const engine of ENGINES.filter(({ name }) => name !== WITHOUT_FUSE)) {
    globalThis.gc?.();
    const before = process.memoryUsage();
    const start = performance.now();
    const find = await engine.build(catalog);
    const built = performance.now() - start;
    globalThis.gc?.();
    const after = process.memoryUsage();
    const bytes = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
    const asked = questions.slice(0, engine.timed(copies));
    const warm = asked.slice(0, Math.ceil(asked.length / 10));
    for (const question of warm) await find(question);
    const times: number[] = [];
    for (const question of asked.length > 10 ? asked.slice(warm.length) : asked) {
      const begin = performance.now();
      await find(question);
      times.push(performance.now() - begin);
    }
    times.sort((left, right) => left - right);
    const at = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(2);
    say(
      `${engine.name.padEnd(30)} p50 ${at(0.5).padStart(8)}  p99 ${at(0.99).padStart(8)}  index ${built.toFixed(0).padStart(6)} ms  ` +
        `${(bytes / 2 ** 20).toFixed(0).padStart(5)} MB  (${times.length} questions)`,
    );
  }
}

const loaded = loadCatalog('content', await loadPhrases('locales'));
if (!loaded.ok) throw new Error('Content has mistakes. Run: npm run --silent torap -- check');
const clean = readQuestions().filter(({ kind }) => kind === 'clean');
const all = [...clean, ...addNoise(clean, SEED)];
const groups = new Map(
  [...new Set(all.map(({ language, kind }) => `${language} ${kind}`))].map((name) => [
    name,
    all.filter(({ language, kind }) => name === `${language} ${kind}`),
  ]),
);
say(
  `${loaded.catalog.answers.size} answers, ${clean.length} clean questions, seed ${SEED}, Node ${process.version}\n`,
);
await measureQuality(loaded.catalog, groups);
const random = createRandom(SEED);
const mixed = all
  .filter(({ kind }) => ['clean', 'noise:typo', 'noise:latin'].includes(kind))
  .map((question) => ({ question, place: random.below(2 ** 32) }))
  .sort((left, right) => left.place - right.place)
  .map(({ question }) => question);
for (const copies of SIZES.length > 0 ? SIZES : [1, 10, 100]) {
  await measureTime(multiply(loaded.catalog, copies), copies, mixed);
}
