// How many questions does Torap answer a second? `npm run bench:throughput [updates] [rounds]` measures the started
// process against a bare grammY echo bot with the runner, on the same Bot API, in turns, in one run: on a Bot API that does
// as little as it can, and on the strict double of the tests.

import { cpus } from 'node:os';
import { startApi, startBot } from './started.ts';

/** So many that the first thousands, which a process answers cold, count little: it answers for weeks. */
const UPDATES = Number(process.argv[2] ?? 24_000);
const ROUNDS = Number(process.argv[3] ?? 3);
const LOAD = { updates: UPDATES, chats: Math.ceil(UPDATES / 3), warmUp: Math.ceil(UPDATES / 6) };
const BAR = 0.5;
/** What `npm start` gives to Node, for both. */
const NODE_OPTIONS = ['--max-semi-space-size=64'];

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const BOTS = { torap: 'src/main.ts', echo: 'bench/echo-bot.ts' } as const;

const APIS = {
  'the fast Bot API': 'bench/bot-api.ts',
  'the strict double': 'bench/strict-api.ts',
} as const;

/** Measures both bots in turns on one Bot API; returns how the best of Torap's rounds stands to the best of the other. */
async function compare(name: string, program: string): Promise<number> {
  const rates: Record<keyof typeof BOTS, number[]> = { torap: [], echo: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const bot of ['torap', 'echo'] as const) rates[bot].push(await measure(BOTS[bot], program));
    const [torap, echo] = [rates.torap.at(-1), rates.echo.at(-1)];
    say(`${name}: torap ${torap?.toFixed(0)} a second, echo ${echo?.toFixed(0)} a second`);
  }
  return Math.max(...rates.torap) / Math.max(...rates.echo);
}

/** Answers a second. Each bot meets a Bot API without a past. */
async function measure(entry: string, program: string): Promise<number> {
  const api = await startApi(program);
  try {
    const bot = startBot(entry, api, NODE_OPTIONS);
    const milliseconds = await api.answer(LOAD);
    await bot.close();
    return ((UPDATES - LOAD.warmUp) / milliseconds) * 1000;
  } finally {
    api.close();
  }
}

say(`${UPDATES} questions in ${LOAD.chats} chats, ${cpus().length} cores, Node ${process.version}`);
let isBelow = false;
for (const [name, program] of Object.entries(APIS)) {
  const ratio = await compare(name, program);
  say(`${name}, best against best: ${ratio.toFixed(2)} (bar: at least ${BAR})`);
  if (ratio < BAR) isBelow = true;
}
process.exitCode = isBelow ? 1 : 0;
