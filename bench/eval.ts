// How well are questions answered? `npm run eval` asks every question of test/questions, clean and with noise, and
// compares the reply with the answers that the question's author accepts. `--json` for machines; `--misses` lists
// what went wrong, `--misses=clean` one kind of it.

import { loadCatalog } from '../src/catalog/index.ts';
import { LANGUAGES, loadPhrases } from '../src/language/index.ts';
import { ask, makeSearchable, type Reply, SETTINGS } from '../src/search/index.ts';
import { addNoise, askAfterOthers, type Question, readQuestions } from './questions.ts';

const SEED = 2026;

interface Judged extends Question {
  readonly reply: Reply;
  /** The place of the first right answer among the matches; -1 when none is there. */
  readonly rank: number;
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const loaded = loadCatalog('content', await loadPhrases('locales'));
if (!loaded.ok) throw new Error('Content has mistakes. Run: npm run --silent torap -- check');
const catalog = makeSearchable(loaded.catalog);

function judge(question: Question): Judged {
  const context = [...catalog.answers.keys()].find((id) => id === question.context);
  const reply = ask(question.text, { language: 'ru', context }, catalog);
  return {
    ...question,
    reply,
    rank: reply.matches.findIndex(({ answer }) => question.answers.includes(answer)),
  };
}

/** What the table shows of a group of questions; shares of 1, `NaN` where nothing is to be counted. */
function measure(items: readonly Judged[]) {
  const inScope = items.filter(({ answers }) => answers.length > 0);
  const share = (all: readonly Judged[], test: (item: Judged) => boolean) =>
    all.filter(test).length / all.length;
  const refused = (item: Judged): boolean => item.reply.decision.kind === 'refuse';
  return {
    questions: items.length,
    'R@1': share(inScope, ({ rank }) => rank === 0),
    'R@3': share(inScope, ({ rank }) => rank >= 0 && rank < 3),
    MRR: inScope.reduce((sum, { rank }) => sum + (rank < 0 ? 0 : 1 / (rank + 1)), 0) / inScope.length,
    answered: share(items, ({ reply }) => reply.decision.kind === 'answer'),
    choose: share(items, ({ reply }) => reply.decision.kind === 'choose'),
    refused: share(items, refused),
    'wrong answer': share(items, isWrong),
    'wrong entry': share(items, (item) => isWrong(item) && !rightEntries(item).has(givenEntry(item))),
    'language right': share(items, ({ reply, language }) => reply.language === language),
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

/** Of what was refused, how much was out of scope; of what was out of scope, how much was refused. */
function measureRefusal(items: readonly Judged[]) {
  const refused = items.filter(({ reply }) => reply.decision.kind === 'refuse');
  const out = items.filter(({ answers }) => answers.length === 0);
  const both = refused.filter(({ answers }) => answers.length === 0);
  return {
    'refusal precision': both.length / refused.length,
    'refusal recall': both.length / out.length,
    'not answered': out.filter(({ reply }) => reply.decision.kind !== 'answer').length / out.length,
  };
}

function describeMiss({ id, kind, text, context, answers, reply }: Judged): string {
  const got = reply.matches.slice(0, 3).map(({ answer, confidence }) => `${answer} ${confidence.toFixed(2)}`);
  const before = context === undefined ? '' : ` (after ${context})`;
  return `${id} ${kind} ${reply.language} ${reply.decision.kind}: ${text}${before}\n  right: ${answers.join(', ') || 'not to answer'}\n  got:   ${got.join(', ')}`;
}

function isMiss({ answers, reply, rank }: Judged): boolean {
  const { kind } = reply.decision;
  return answers.length > 0 ? rank !== 0 || kind === 'refuse' : kind === 'answer';
}

const shown = (figures: Readonly<Record<string, number>>): string =>
  Object.entries(figures)
    .map(
      ([name, figure]) =>
        `${name} ${Number.isNaN(figure) ? '–' : Number.isInteger(figure) && figure > 1 ? figure : figure.toFixed(3)}`,
    )
    .join('  ');

const questions = readQuestions();
const asked = [
  ...questions,
  ...askAfterOthers(questions, catalog.index.answers),
  ...addNoise(questions, SEED),
];
const judged = asked.map(judge);
const groups = [
  { name: 'tuned on', items: judged.filter(({ heldOut }) => !heldOut) },
  { name: 'held out', items: judged.filter(({ heldOut }) => heldOut) },
].map(({ name, items }) => ({
  name,
  kinds: LANGUAGES.flatMap((language) =>
    [...new Set(items.map(({ kind }) => kind))].flatMap((kind) => {
      const some = items.filter((item) => item.language === language && item.kind === kind);
      return some.length > 0 ? [{ language, kind, ...measure(some) }] : [];
    }),
  ),
  refusal: LANGUAGES.map((language) => ({
    language,
    // Noise is not added to what is out of scope, so noisy questions would make refusals look rarer.
    ...measureRefusal(items.filter((item) => item.language === language && !item.kind.startsWith('noise:'))),
  })),
}));

if (process.argv.includes('--json')) {
  say(JSON.stringify({ seed: SEED, settings: SETTINGS, answers: catalog.answers.size, groups }));
} else {
  say(
    `${catalog.answers.size} answers, ${questions.length} questions, seed ${SEED}, Node ${process.version}`,
  );
  for (const { name, kinds, refusal } of groups) {
    say(`\n${name}:`);
    for (const { language, kind, ...figures } of kinds)
      say(`${language} ${kind.padEnd(15)} ${shown(figures)}`);
    for (const { language, ...figures } of refusal) say(`${language} ${shown(figures)}`);
  }
  say(`\nsettings: ${JSON.stringify(SETTINGS)}`);
  const option = process.argv.find((argument) => argument.startsWith('--misses'));
  const wanted = option?.split('=')[1];
  if (option) {
    for (const item of judged) {
      if (isMiss(item) && (wanted === undefined ? !item.kind.startsWith('noise:') : item.kind === wanted)) {
        say(describeMiss(item));
      }
    }
  }
}
