// How well are questions answered? `npm run eval` asks every question of test/questions and compares
// with the answers that its author accepts. Prints a line a language and kind of question.

import { readFile } from 'node:fs/promises';
import { loadCatalog } from '../src/catalog/index.ts';
import { LANGUAGES, type Language, loadPhrases } from '../src/language/index.ts';
import { ask, makeSearchable, type Reply } from '../src/search/index.ts';

interface Question {
  readonly id: string;
  readonly text: string;
  readonly answers: readonly string[];
  readonly kind: string;
  readonly language: Language;
}

interface Judged {
  readonly question: Question;
  readonly reply: Reply;
  readonly rank: number;
}

async function readQuestions(language: Language): Promise<Question[]> {
  const text = await readFile(`test/questions/${language}.jsonl`, 'utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ ...(JSON.parse(line) as Omit<Question, 'language'>), language }));
}

const phrases = await loadPhrases('locales');
const loaded = await loadCatalog('content', phrases);
if (!loaded.ok) throw new Error('Content has mistakes; run: npm run --silent torap -- check');
const catalog = makeSearchable(loaded.catalog);

const judged: Judged[] = [];
const times: number[] = [];
for (const language of LANGUAGES) {
  for (const question of await readQuestions(language)) {
    const start = performance.now();
    const reply = ask(question.text, { language: 'ru' }, catalog);
    times.push(performance.now() - start);
    const rank = reply.matches.findIndex(({ answer }) => question.answers.includes(answer));
    judged.push({ question, reply, rank });
  }
}

const share = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(3));
const count = (items: readonly Judged[], test: (item: Judged) => boolean): number => items.filter(test).length;
const rows = LANGUAGES.flatMap((language) =>
  [...new Set(judged.map(({ question }) => question.kind))].flatMap((kind) => {
    const items = judged.filter(({ question }) => question.language === language && question.kind === kind);
    if (items.length === 0) return [];
    const entryOf = (answer: string) => answer.split('/').slice(0, 2).join('/');
    return [{
      language, kind, n: items.length,
      'R@1': share(count(items, ({ rank }) => rank === 0), items.length),
      'R@3': share(count(items, ({ rank }) => rank >= 0 && rank < 3), items.length),
      answer: share(count(items, ({ reply }) => reply.decision.kind === 'answer'), items.length),
      choose: share(count(items, ({ reply }) => reply.decision.kind === 'choose'), items.length),
      refuse: share(count(items, ({ reply }) => reply.decision.kind === 'refuse'), items.length),
      'wrong entry': share(count(items, ({ reply, question }) => reply.decision.kind === 'answer' && !question.answers.map(entryOf).includes(entryOf(reply.decision.answer))), items.length),
      'wrong answer': share(count(items, ({ reply, question }) => reply.decision.kind === 'answer' && !question.answers.includes(reply.decision.answer)), items.length),
      language_ok: share(count(items, ({ reply }) => reply.language === language), items.length),
    }];
  }),
);
console.table(rows);
times.sort((a, b) => a - b);
console.log('p50', times[Math.floor(times.length / 2)]?.toFixed(2), 'p99', times[Math.floor(times.length * 0.99)]?.toFixed(2), 'ms');
if (process.argv.includes('--misses')) {
  for (const { question, reply, rank } of judged) {
    const missed = question.answers.length > 0 ? rank !== 0 || reply.decision.kind === 'refuse' : reply.decision.kind !== 'refuse';
    if (!missed) continue;
    console.log(`${question.id} ${question.kind} [${reply.language}] ${reply.decision.kind} ${question.text}\n     want ${question.answers.slice(0, 2).join(' ')}  got ${reply.matches.slice(0, 3).map((m) => `${m.answer} ${m.confidence.toFixed(2)}`).join(', ')}`);
  }
}
