// A thousand damages to content, each by a seed of its own: each is harmless to all that it did not touch, or it is
// reported in words with its place; none is thrown, and none keeps the check busy. DAMAGE_SEED=5001 tries others.

import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../src/catalog/index.ts';
import { loadProjectPhrases } from '../language/project-phrases.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { writeContent } from './content-tree.ts';
import { createDamagedFolder, type Damage } from './damage.ts';
import { judge, type Verdict } from './damage-verdict.ts';
import { DAMAGED_CONTENT } from './damaged-content.ts';

const SEED = Number(process.env.DAMAGE_SEED ?? 1);
const LIMIT_MS = 1000;
/** Twenty to forty seconds each where nothing else runs, or a good deal does. */
const SLOW_MACHINE_MS = 240_000;

const phrases = await loadProjectPhrases();

/** Processor time, since a machine may be busy with other things; milliseconds. */
function timed<T>(work: () => T): { value: T; milliseconds: number } {
  const start = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(start);
  return { value, milliseconds: (user + system) / 1000 };
}

/** What came of damages to a folder. */
interface Outcome {
  readonly counts: Readonly<Record<Verdict['kind'], number>>;
  /** What must not be, with the seed. */
  readonly faults: readonly string[];
}

/** Damages a folder so many times, and mends it each time. */
function damageAll(root: string, times: number): Outcome {
  const folder = createDamagedFolder(root);
  const load = () => loadCatalog(root, phrases);
  const { value: whole, milliseconds: usual } = timed(load);
  if (!whole.ok) throw new Error('the content that is to be damaged is not in order');
  const { catalog } = whole;
  const judgeOne = (damage: Damage): Verdict => {
    const { value, milliseconds } = timed(load);
    const verdict = judge(value, damage, { catalog, folder });
    const late = milliseconds > usual + LIMIT_MS ? [`it took ${Math.round(milliseconds)} ms`] : [];
    return { ...verdict, faults: [...verdict.faults, ...late] };
  };
  const counts = { harmless: 0, reported: 0 };
  const faults: string[] = [];
  for (let seed = SEED; seed < SEED + times; seed += 1) {
    const damage = folder.damage(seed);
    try {
      const verdict = judgeOne(damage);
      counts[verdict.kind] += 1;
      faults.push(...verdict.faults.map((fault) => `${damage.what}: ${fault}`));
    } catch (error) {
      faults.push(`${damage.what}: it was thrown: ${error instanceof Error ? error.stack : error}`);
    } finally {
      folder.mend(damage);
    }
  }
  expect(load()).toEqual(whole);
  return { counts, faults };
}

describe('damages to content', () => {
  it(
    'a thousand of them are harmless or reported',
    async () => {
      const { counts, faults } = damageAll(await writeContent(DAMAGED_CONTENT), 1000);
      expect(faults).toEqual([]);
      expect(counts.harmless + counts.reported).toBe(1000);
      expect(counts.harmless).toBeGreaterThan(50);
      expect(counts.reported).toBeGreaterThan(500);
    },
    SLOW_MACHINE_MS,
  );

  it(
    "sixty of them to all of the project's content are harmless or reported",
    async () => {
      const root = join(await temporaryFolder(), 'content');
      cpSync(resolve(import.meta.dirname, '../../content'), root, { recursive: true });
      const { counts, faults } = damageAll(root, 60);
      expect(faults).toEqual([]);
      expect(counts.harmless + counts.reported).toBe(60);
    },
    SLOW_MACHINE_MS,
  );
});

describe('a damage', () => {
  it('is the same for the same seed, and leaves nothing behind when it is mended', async () => {
    const root = await writeContent(DAMAGED_CONTENT);
    const folder = createDamagedFolder(root);
    const done = Array.from({ length: 40 }, (_, seed) => {
      const damage = folder.damage(seed);
      folder.mend(damage);
      return damage;
    });
    expect(createDamagedFolder(root).files).toEqual(folder.files);
    for (const [seed, damage] of done.entries()) {
      expect(folder.damage(seed)).toEqual(damage);
      folder.mend(damage);
    }
  });
});
