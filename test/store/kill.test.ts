// What was told to be stored is there after kill -9, whatever was under way. (TORAP_KILLS=200 for a long run.)

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { filesIn, openStore } from './open-store.ts';

const KILLS = Number(process.env.TORAP_KILLS ?? 3);

/** What the writing processes told, all together. */
interface Told {
  readonly numbers: Map<string, string>;
  readonly erased: Set<string>;
  readonly chats: Map<number, number>;
  readonly outcomes: Set<string>;
}

/** Lets a process write into the folder and kills it after that many lines; takes note of what it told. */
async function writeAndKill(folder: string, round: string, lines: number, told: Told): Promise<void> {
  const program = join(import.meta.dirname, 'write-until-killed.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', program, folder, round], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  let count = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    // The last line may be torn by the kill.
    if (!line.endsWith('}')) continue;
    const { number, key, erased, chat, at, id, damaged } = JSON.parse(line);
    expect(damaged).toBeUndefined();
    if (number !== undefined) {
      expect(told.numbers.has(number)).toBe(false);
      told.numbers.set(number, key);
    }
    if (erased !== undefined) told.erased.add(erased);
    if (chat !== undefined) told.chats.set(chat, at);
    if (id !== undefined) told.outcomes.add(id);
    count += 1;
    if (count === lines) child.kill('SIGKILL');
  }
  await exited;
}

it(`keeps all that it told to be stored over ${KILLS} kills, and gives no number twice`, async () => {
  const folder = await temporaryFolder();
  const random = createRandom(KILLS);
  const told: Told = { numbers: new Map(), erased: new Set(), chats: new Map(), outcomes: new Set() };
  for (let kill = 1; kill <= KILLS; kill += 1) {
    await writeAndKill(folder, String(kill), 1 + random.below(300), told);
  }
  const { store, reports } = await openStore(folder);
  for (const [number, key] of told.numbers) {
    const kept = await store.inquiries.read(number);
    if (told.erased.has(number)) expect(kept).toBeUndefined();
    // Each fourth is erased: it may be gone already when the kill comes before that is told.
    else if (kept !== undefined || Number(key.split('-').at(-1)) % 4 !== 0) expect(kept?.key).toBe(key);
  }
  for (const [chat, at] of told.chats) {
    expect((await store.readChat(chat))?.shown?.at).toBeGreaterThanOrEqual(at);
    expect(store.reminders.due(at)).not.toContain(chat);
  }
  const outcomes = new Set((await store.outcomes.since(0)).map(({ id }) => id));
  expect([...told.outcomes].filter((id) => !outcomes.has(id))).toEqual([]);
  expect(reports).toEqual([]);
  // A chat's half-written file waits for the chat's next write; all others go at the start.
  const leftovers = (await filesIn(folder)).filter((file) => !/\.jsonl?$/.test(file));
  expect(leftovers.filter((file) => !file.includes('/chats/'))).toEqual([]);
});
