// Does memory grow with what was answered? `npm run bench:memory [updates] [chats]` measures the started process
// after 5,000 updates and after a day's load: 100,000 updates of 20,000 chats.

import { once } from 'node:events';
import { startApi, startBot } from './started.ts';

const UPDATES = Number(process.argv[2] ?? 100_000);
const CHATS = Number(process.argv[3] ?? 20_000);
const BEFORE = 5_000;
const BAR = 1.3;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const api = await startApi();
const bot = startBot('src/main.ts', api, [
  '--max-semi-space-size=64',
  '--expose-gc',
  '--import',
  './bench/memory-probe.ts',
]);

async function measure(updates: number): Promise<NodeJS.MemoryUsage> {
  bot.child.send('measure');
  const [usage] = (await once(bot.child, 'message')) as [NodeJS.MemoryUsage];
  const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(1);
  say(`after ${updates} updates: heap ${megabytes(usage.heapUsed)} MB, rss ${megabytes(usage.rss)} MB`);
  return usage;
}

try {
  await api.answer({ updates: BEFORE, chats: CHATS, warmUp: 1 });
  const before = await measure(BEFORE);
  await api.answer({ updates: UPDATES - BEFORE, chats: CHATS, warmUp: 1 });
  const after = await measure(UPDATES);
  const ratios = [after.heapUsed / before.heapUsed, after.rss / before.rss];
  say(
    `after against before: heap ${ratios[0]?.toFixed(2)}, rss ${ratios[1]?.toFixed(2)} (bar: at most ${BAR})`,
  );
  process.exitCode = ratios.every((ratio) => ratio <= BAR) ? 0 : 1;
} finally {
  await bot.close();
  api.close();
}
