// Files that are damaged, mended and replaced while the started process answers from them: it always answers,
// with the whole old text or the whole new one, and says which file is wrong.

import { appendFile, cp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createDamagedFolder, type Damage, type DamagedFolder, isIn } from '../catalog/damage.ts';
import { isNamed } from '../catalog/damage-verdict.ts';
import { type LiveTorap, readWhole, startLiveTorap, textOf, type WholeContent } from './live-content.ts';
import { setUpEndToEnd } from './setup.ts';

const endToEnd = setUpEndToEnd();

const SEED = Number(process.env.DAMAGE_SEED ?? 1);
const UNTOUCHED = 'где находится Хоргос';

/** A damage, and how the files stand after it. */
interface Step {
  readonly folder: DamagedFolder;
  readonly seed: number;
}

function stepsFor({ folders }: LiveTorap): readonly Step[] {
  const content = createDamagedFolder(folders.contentDir);
  const locales = createDamagedFolder(folders.localesDir);
  return Array.from({ length: 25 }, (_, number) => ({
    folder: number % 4 === 3 ? locales : content,
    seed: SEED + number,
  }));
}

/** A question to the entry that is damaged; another to content where it is no entry's file. */
function questionFor({ paths }: Damage, { catalog }: WholeContent): string {
  const answers = [...catalog.answers.values()];
  const damaged = answers.find(({ entry }) => paths.some((path) => isIn(path, entry) || isIn(entry, path)));
  return (damaged ?? answers[0])?.texts.ru.questions[0] ?? UNTOUCHED;
}

/** By question: the texts that may answer it now. */
type Allowed = ReadonlyMap<string, readonly string[]>;

function textsOf(questions: readonly string[], contents: readonly WholeContent[]): Allowed {
  return new Map(
    questions.map((question) => [question, contents.map((content) => textOf(question, content))]),
  );
}

/** Asks on and on until something comes; each answer is one that may be. */
async function askUntil(coming: Promise<unknown>, live: LiveTorap, may: Allowed): Promise<void> {
  let isOver = false;
  const watched = coming.finally(() => {
    isOver = true;
  });
  watched.catch(() => {});
  do {
    for (const [question, texts] of may) expect(texts, question).toContain(await live.ask(question));
  } while (!isOver);
  await watched;
}

/** Asks on and on until all answers are from the content; each is whole, from this or from what was before. */
async function askUntilServed(content: WholeContent, live: LiveTorap, may: Allowed): Promise<void> {
  const start = performance.now();
  for (const [question, texts] of may) {
    for (;;) {
      const answer = await live.ask(question);
      expect(texts, question).toContain(answer);
      if (answer === textOf(question, content)) break;
      expect(performance.now() - start, `${question}: the new text does not come`).toBeLessThan(60_000);
    }
  }
}

async function readOriginal({ folders }: LiveTorap): Promise<WholeContent> {
  const whole = await readWhole(folders);
  if (!whole) throw new Error('the content is not in order');
  return whole;
}

describe('content that is damaged while it answers', () => {
  it('answers whole texts through twenty-five damages, and names the file of each that it refuses', async () => {
    const live = await startLiveTorap(endToEnd);
    const original = await readOriginal(live);
    let mend = () => {};
    for (const { folder, seed } of stepsFor(live)) {
      const { reloaded, refused } = live.listen();
      // What was refused before this damage is mended in the same moment.
      mend();
      const damage = folder.damage(seed);
      mend = () => folder.mend(damage);
      const after = await readWhole(live.folders);
      const questions = [UNTOUCHED, questionFor(damage, original)];
      if (!after) {
        const isNamedIn = (problem: string) => damage.paths.some((path) => isNamed(path, problem));
        await askUntil(refused(isNamedIn), live, textsOf(questions, [original]));
        continue;
      }
      const may = textsOf(questions, [original, after]);
      await askUntil(reloaded(), live, may);
      await askUntilServed(after, live, may);
      mend();
      mend = () => {};
      await askUntilServed(original, live, may);
    }
    const { reloaded } = live.listen();
    mend();
    await reloaded();
    expect(await live.ask(UNTOUCHED)).toBe(textOf(UNTOUCHED, original));
  }, 300_000);
});

describe('content that is edited while it answers', () => {
  const FILE = 'hubs/khorgos/about.ru.md';

  /** Begins with the text of the answer to `UNTOUCHED`. */
  async function startEditing() {
    const live = await startLiveTorap(endToEnd);
    const file = join(live.folders.contentDir, FILE);
    const text = await readFile(file, 'utf8');
    expect(await live.ask(UNTOUCHED)).not.toContain('Добавлено');
    return { live, file, text };
  }

  it('brings each edit that is whole as a new version, and keeps the last through one that is not', async () => {
    const { live, file, text } = await startEditing();
    const first = live.listen();
    await writeFile(file, `${text}\nДобавлено сегодня.\n`);
    expect((await first.reloaded()).fields.version).toBe(2);
    expect(await live.ask(UNTOUCHED)).toContain('Добавлено сегодня.');
    const broken = live.listen();
    await writeFile(file, `${text}\nДобавлено {нечто}.\n`);
    const { fields } = await broken.refused();
    expect(fields.version).toBe(2);
    expect(String(fields.problems)).toContain(`content/${FILE}`);
    expect(await live.ask(UNTOUCHED)).toContain('Добавлено сегодня.');
    const mended = live.listen();
    await writeFile(file, `${text}\nДобавлено и исправлено.\n`);
    expect((await mended.reloaded()).fields.version).toBe(3);
    expect(await live.ask(UNTOUCHED)).toContain('Добавлено и исправлено.');
  });

  it('never shows the first half of a file that is written in two', async () => {
    const { live, file, text } = await startEditing();
    const halves = ['Добавлено вначале.', 'Добавлено в конце.'];
    for (let time = 1; time <= 3; time += 1) {
      const { reloaded } = live.listen();
      const isTold = { yet: false };
      const told = reloaded().finally(() => {
        isTold.yet = true;
      });
      await writeFile(file, `${text}\nРаз ${'I'.repeat(time)}. ${halves[0]}\n`);
      // Shorter than a program pauses that has saved a file.
      await pause(60);
      await appendFile(file, `\n${halves[1]}\n`);
      while (!isTold.yet) {
        const answer = await live.ask(UNTOUCHED);
        expect(answer.includes('Добавлено вначале.')).toBe(answer.includes('Добавлено в конце.'));
      }
      await told;
      expect(await live.ask(UNTOUCHED)).toContain(`Раз ${'I'.repeat(time)}. Добавлено вначале.`);
    }
  });

  it('sees a file that is replaced by another, and the whole folder', async () => {
    const { live, file, text } = await startEditing();
    const { contentDir } = live.folders;
    const above = dirname(contentDir);
    const replaced = live.listen();
    await writeFile(join(above, 'saved'), `${text}\nДобавлено рядом.\n`);
    await rename(join(above, 'saved'), file);
    await replaced.reloaded();
    expect(await live.ask(UNTOUCHED)).toContain('Добавлено рядом.');

    const removed = live.listen();
    await cp(contentDir, join(above, 'next'), { recursive: true });
    await writeFile(join(above, 'next', FILE), `${text}\nДобавлено в новой папке.\n`);
    await rm(contentDir, { recursive: true });
    expect(String((await removed.refused()).fields.problems)).toContain(basename(contentDir));
    expect(await live.ask(UNTOUCHED)).toContain('Добавлено рядом.');

    const moved = live.listen();
    await rename(join(above, 'next'), contentDir);
    await moved.reloaded();
    expect(await live.ask(UNTOUCHED)).toContain('Добавлено в новой папке.');
    const edited = live.listen();
    await writeFile(file, `${text}\nДобавлено после того.\n`);
    await edited.reloaded();
    expect(await live.ask(UNTOUCHED)).toContain('Добавлено после того.');
  });

  it('looks at the files when it is told to by SIGHUP', async () => {
    const { live } = await startEditing();
    const { reloaded } = live.listen();
    process.kill(live.torap.pid, 'SIGHUP');
    expect((await reloaded()).fields.version).toBe(1);
    expect(await live.ask(UNTOUCHED)).toContain('Хоргос');
  });
});
