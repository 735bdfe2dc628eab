// Does a reload delay answers? `npm run bench:reload` asks questions without a pause while content is reloaded again
// and again, and compares how long the slowest answers take with those of a quiet time.

import { createLiveContent, createLoader } from '../src/live/index.ts';
import { replyScreen, screenContext } from '../src/screens/index.ts';
import { ask } from '../src/search/index.ts';

const RELOADS = 10;
const QUESTIONS = [
  'где хоргос',
  'Ақтау портында контейнер тарифі қанша',
  'how do I get a road permit for China',
];

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const loader = createLoader({ contentDir: 'content', localesDir: 'locales' });
const first = await loader.load();
if (first.kind !== 'loaded') throw new Error('the content is not in order');
// Each load is a whole one, as if a file had changed.
const live = createLiveContent(first, {
  loader: { load: () => loader.load(), reviewMore: async () => undefined },
  changes: () => 0,
  now: Date.now,
  onError: (error) => say(String(error)),
});

/** Answers one question after the other, as they come in, until `isOver`; returns how long each waited and took. */
async function answerUntil(isOver: () => boolean): Promise<number[]> {
  const times: number[] = [];
  for (let number = 0; !isOver(); number += 1) {
    const start = performance.now();
    // A question comes in by the event loop, and waits there for whatever holds it up.
    await new Promise<void>((resolve) => setImmediate(resolve));
    const { catalog, phrases } = live.current();
    const reply = ask(QUESTIONS[number % QUESTIONS.length] ?? '', { language: 'ru' }, catalog);
    const context = screenContext(reply.language, phrases, catalog);
    replyScreen(reply, { now: Date.now(), chatLanguage: reply.language }, context);
    times.push(performance.now() - start);
  }
  return times.sort((left, right) => left - right);
}

function describe(name: string, times: readonly number[]): void {
  const at = (share: number) => (times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(1);
  say(`${name}: ${times.length} answers, median ${at(0.5)} ms, p99 ${at(0.99)} ms, slowest ${at(1)} ms`);
}

const quietUntil = Date.now() + 3000;
const quiet = await answerUntil(() => Date.now() > quietUntil);
let reloading = true;
const reloads = (async () => {
  const start = performance.now();
  for (let count = 0; count < RELOADS; count += 1) await live.reload();
  reloading = false;
  return (performance.now() - start) / RELOADS;
})();
const busy = await answerUntil(() => !reloading);
describe('quiet', quiet);
describe('while reloading', busy);
say(`a reload takes ${(await reloads).toFixed(0)} ms`);
say(`the slowest answer is delayed by ${((busy.at(-1) ?? 0) - (quiet.at(-1) ?? 0)).toFixed(1)} ms`);
await loader.close();
