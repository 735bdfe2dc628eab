// How well are questions answered? `npm run eval` asks every question of test/questions and compares the reply
// with the answers that the question's author accepts. `--misses` lists what went wrong.

import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { loadCatalog } from '../src/catalog/index.ts';
import { LANGUAGES, type Language, loadPhrases } from '../src/language/index.ts';
import { ask, makeSearchable, type Reply, type SearchableCatalog } from '../src/search/index.ts';

const questionSchema = z.object({
  id: z.string(),
  text: z.string(),
  /** Every answer that is right, the best first; none for a question that Torap must refuse. */
  answers: z.array(z.string()),
  kind: z.string(),
});

interface Judged extends z.output<typeof questionSchema> {
  readonly language: Language;
  readonly reply: Reply;
  /** The place of the first right answer among the matches; -1 when none is there. */
  readonly rank: number;
  readonly milliseconds: number;
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function judge(language: Language, catalog: SearchableCatalog): Promise<Judged[]> {
  const lines = (await readFile(`test/questions/${language}.jsonl`, 'utf8')).split('\n').filter(Boolean);
  return lines.map((line) => {
    const question = questionSchema.parse(JSON.parse(line));
    const start = performance.now();
    const reply = ask(question.text, { language: 'ru' }, catalog);
    const milliseconds = performance.now() - start;
    const rank = reply.matches.findIndex(({ answer }) => question.answers.includes(answer));
    return { ...question, language, reply, rank, milliseconds };
  });
}

function shares(items: readonly Judged[]): Record<string, string> {
  const share = (test: (item: Judged) => boolean) => (items.filter(test).length / items.length).toFixed(3);
  return {
    questions: String(items.length),
    'R@1': share(({ rank }) => rank === 0),
    'R@3': share(({ rank }) => rank >= 0 && rank < 3),
    answered: share(({ reply }) => reply.decision.kind === 'answer'),
    'to choose': share(({ reply }) => reply.decision.kind === 'choose'),
    refused: share(({ reply }) => reply.decision.kind === 'refuse'),
    'wrong answer': share(isWrong),
    'wrong entry': share((item) => isWrong(item) && !rightEntries(item).has(givenEntry(item))),
    language: share(({ reply, language }) => reply.language === language),
  };
}

function isWrong({ reply, answers }: Judged): boolean {
  return reply.decision.kind === 'answer' && !answers.includes(reply.decision.answer);
}

function rightEntries({ answers }: Judged): Set<string> {
  return new Set(answers.map(entryOf));
}

function givenEntry({ reply }: Judged): string {
  return reply.decision.kind === 'answer' ? entryOf(reply.decision.answer) : '';
}

function entryOf(answer: string): string {
  return answer.split('/').slice(0, 2).join('/');
}

function describeMiss({ id, kind, text, answers, reply }: Judged): string {
  const got = reply.matches.slice(0, 3).map(({ answer, confidence }) => `${answer} ${confidence.toFixed(2)}`);
  return `${id} ${kind} ${reply.language} ${reply.decision.kind}: ${text}\n  right: ${answers.join(', ') || 'to refuse'}\n  got:   ${got.join(', ')}`;
}

function isMiss({ answers, reply, rank }: Judged): boolean {
  const isRefused = reply.decision.kind === 'refuse';
  return answers.length > 0 ? rank !== 0 || isRefused : !isRefused;
}

function percentile(sorted: readonly number[], share: number): string {
  return (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2);
}

const loaded = loadCatalog('content', await loadPhrases('locales'));
if (!loaded.ok) throw new Error('Content has mistakes. Run: npm run --silent torap -- check');
const catalog = makeSearchable(loaded.catalog);
const judged = (await Promise.all(LANGUAGES.map((language) => judge(language, catalog)))).flat();
say(`${catalog.answers.size} answers, ${judged.length} questions, Node ${process.version}`);
for (const name of new Set(judged.map(({ language, kind }) => `${language} ${kind}`))) {
  const items = judged.filter(({ language, kind }) => name === `${language} ${kind}`);
  const figures = Object.entries(shares(items)).map(([label, figure]) => `${label} ${figure}`);
  say(`${name.padEnd(10)} ${figures.join('  ')}`);
}
const times = judged.map(({ milliseconds }) => milliseconds).sort((left, right) => left - right);
say(`a question takes ${percentile(times, 0.5)} ms (median), ${percentile(times, 0.99)} ms (p99)`);
if (process.argv.includes('--misses')) for (const item of judged.filter(isMiss)) say(describeMiss(item));
