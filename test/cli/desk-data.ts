// A data folder with a few outcomes and inquiries in it, as a bot would have left it a moment ago.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inquiry, outcome } from '../desk/samples.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** Makes the folder; call it inside a test. */
export async function deskData(): Promise<string> {
  const folder = await temporaryFolder();
  const now = Date.now();
  const asked = (question: string, minutesAgo: number, rest: Parameters<typeof outcome>[0] = {}) => ({
    outcome: outcome({ id: `${question}-${minutesAgo}`, question, at: now - minutesAgo * 60_000, ...rest }),
  });
  const lines = [
    asked('где взять вагоны', 3, { answers: ['routes/china-europe-rail/about'] }),
    asked('вагоны где взять', 2, { answers: ['routes/china-europe-rail/about'] }),
    asked('тариф порта', 1, { outcome: 'answer', answers: ['facilities/aktau-port/about'] }),
    { vote: { id: 'тариф порта-1', at: now, vote: 'down' } },
    asked('где порт Актау', 0, { outcome: 'answer', answers: ['facilities/aktau-port/about'] }),
  ];
  const day = new Date(now).toISOString().slice(0, 10);
  await mkdir(join(folder, 'outcomes'));
  await writeFile(
    join(folder, `outcomes/${day}.jsonl`),
    `${lines.map((line) => JSON.stringify(line)).join('\n')}\n{"outc`,
  );
  const old = asked('какая погода', 40 * 24 * 60);
  const oldDay = new Date(old.outcome.at).toISOString().slice(0, 10);
  await writeFile(join(folder, `outcomes/${oldDay}.jsonl`), `${JSON.stringify(old)}\n`);
  for (const one of [
    inquiry({
      openedAt: now - 3_600_000,
      firstReplyAt: now,
      state: 'answered',
      takenBy: { id: 7, name: 'Дәурен' },
    }),
    inquiry({ number: 'T-2611-0041', openedAt: now - 7_200_000, state: 'closed', company: '=1+1' }),
  ]) {
    await mkdir(join(folder, 'inquiries', one.number.slice(-2)), { recursive: true });
    await writeFile(
      join(folder, 'inquiries', one.number.slice(-2), `${one.number}.json`),
      JSON.stringify(one),
    );
  }
  return folder;
}
