import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openEmbeddedStore, readInquiries, readOutcomes } from '../../src/store/index.ts';
import { DAY, inquiry, NOON, outcome } from '../desk/samples.ts';
import { temporaryFolder } from '../temporary-folder.ts';

async function put(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

function lines(...values: readonly unknown[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('');
}

describe('readOutcomes', () => {
  const before = outcome({ id: 'before', at: NOON - 2 * DAY });
  const first = outcome({ id: 'first', at: NOON });
  const second = outcome({ id: 'second', at: NOON + 1, question: 'где порт' });
  const vote = (id: string, how: string) => ({ vote: { id, at: NOON + 2, vote: how } });

  it('reads days in their order, and the last vote of each outcome', async () => {
    const folder = await temporaryFolder();
    await put(
      join(folder, 'outcomes/2026-11-30.jsonl'),
      lines({ outcome: first }, { outcome: second }, vote('second', 'up'), vote('second', 'down')),
    );
    await put(join(folder, 'outcomes/2026-11-28.jsonl'), lines({ outcome: before }));
    expect(await readOutcomes(folder)).toEqual([before, first, { ...second, vote: 'down' }]);
    expect(await readOutcomes(folder, NOON)).toEqual([first, { ...second, vote: 'down' }]);
  });

  it('passes over what it can not read', async () => {
    const folder = await temporaryFolder();
    const torn = JSON.stringify({ outcome: second }).slice(0, 40);
    await put(
      join(folder, 'outcomes/2026-11-30.jsonl'),
      `${lines({ outcome: first }, { note: 1 }, vote('nobody', 'up'))}\n${torn}`,
    );
    await put(join(folder, 'outcomes/notes.txt'), 'no outcomes');
    expect(await readOutcomes(folder)).toEqual([first]);
  });

  it('finds none where there is no folder', async () => {
    expect(await readOutcomes(join(await temporaryFolder(), 'none'))).toEqual([]);
  });
});

describe('readInquiries', () => {
  it('reads all of them, the oldest first, and passes over other files', async () => {
    const folder = await temporaryFolder();
    const old = inquiry({ number: 'T-2610-0001', openedAt: NOON - 40 * DAY });
    const young = inquiry();
    await put(join(folder, 'inquiries/ab/T-2611-0042.json'), JSON.stringify(young));
    await put(join(folder, 'inquiries/cd/T-2610-0001.json'), JSON.stringify(old));
    await put(join(folder, 'inquiries/cd/T-2611-0007.json'), '{"version":1,');
    await put(join(folder, 'inquiries/cd/T-2611-0008.json'), '{"version":2}');
    await put(join(folder, 'inquiries/cd/T-2611-0009.json.damaged-17'), JSON.stringify(old));
    await put(join(folder, 'inquiries/count.json'), '{"2611":42}');
    expect(await readInquiries(folder)).toEqual([old, young]);
  });

  it('finds none where there is no folder', async () => {
    expect(await readInquiries(join(await temporaryFolder(), 'none'))).toEqual([]);
  });
});

describe('a running bot', () => {
  it('is read beside', async () => {
    const folder = await temporaryFolder();
    const store = await openEmbeddedStore(folder, { now: () => NOON, onDamaged: () => {} });
    onTestFinished(() => store.close());
    const asked = outcome();
    await store.outcomes.add(asked);
    await store.outcomes.vote(asked.id, NOON + 1, 'up');
    const { number: _, ...wish } = inquiry();
    const sent = await store.inquiries.create(wish);
    expect(await readOutcomes(folder)).toEqual([{ ...asked, vote: 'up' }]);
    expect(await readInquiries(folder)).toEqual([sent]);
  });
});
