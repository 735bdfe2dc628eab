// The driver of the program: its output, its end by signal, by kill and with the runner.

import { existsSync } from 'node:fs';
import { access, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startTorap, type TorapOptions } from './process.ts';

/** Says its environment, ends on SIGTERM unless it is told to be deaf, and leaves a file when it ends by itself. */
const PROGRAM = `
import { writeFileSync } from 'node:fs';
const { PATH, ...given } = process.env;
process.on('exit', () => writeFileSync(given.DATA_DIR + '/ended', ''));
console.log('plain');
console.error('on the side');
process.on('SIGTERM', () => {
  console.log(JSON.stringify({ msg: 'stopping' }));
  if (given.DEAF === undefined) process.exit(3);
});
setInterval(() => {}, 1000);
console.log(JSON.stringify({ msg: 'listening', url: 'http://127.0.0.1:1', given }));
`;

async function start(options: TorapOptions = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'torap-program-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const entry = join(folder, 'program.mjs');
  await writeFile(entry, PROGRAM);
  const torap = await startTorap({ entry, ...options });
  onTestFinished(() => torap.close());
  return torap;
}

describe('startTorap', () => {
  it('starts the program with a clean environment, and reads what it says', async () => {
    const torap = await start({ env: { LOG_LEVEL: 'debug' } });
    expect(torap.url).toBe('http://127.0.0.1:1');
    const ready = await torap.waitForLine(({ fields }) => fields.msg === 'listening');
    const given = { HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'debug', DATA_DIR: torap.dataDir };
    expect(ready.fields.given).toEqual(given);
    expect(await torap.waitForLine(({ stream }) => stream === 'stderr')).toMatchObject({
      text: 'on the side',
    });
    expect(torap.lines[0]).toEqual({ stream: 'stdout', text: 'plain', fields: {} });
    await access(torap.dataDir);
  });

  it('stops it by a signal and tells how it ended', async () => {
    const torap = await start();
    const exit = await torap.stop();
    expect(exit).toEqual({ code: 3, signal: undefined, milliseconds: expect.any(Number) });
    expect(torap.lines.at(-1)?.fields.msg).toBe('stopping');
    expect(await torap.exited).toEqual(exit);
    await expect(torap.waitForLine(() => false)).rejects.toThrow('It ended without the line.');
  });

  it('kills a program that does not stop, and says so with its output', async () => {
    const torap = await start({ env: { DEAF: '1' } });
    await expect(torap.stop('SIGTERM', 300)).rejects.toThrow('did not end within 300 ms of SIGTERM');
    expect(await torap.exited).toMatchObject({ code: undefined, signal: 'SIGKILL' });
  });

  it('kills it without a word and keeps its data for the next start; close removes them', async () => {
    const torap = await start();
    expect(await torap.kill()).toMatchObject({ signal: 'SIGKILL' });
    await access(torap.dataDir);
    const again = await start({ env: { DATA_DIR: torap.dataDir } });
    await again.close();
    await access(torap.dataDir);
    await torap.close();
    await torap.close();
    await expect(access(torap.dataDir)).rejects.toThrow('ENOENT');
  });

  it('rejects when the program ends or is silent before it is ready, and leaves nothing behind', async () => {
    await expect(startTorap({ entry: 'no-such-program.ts' })).rejects.toThrow(
      /It ended \(1\) without the line/,
    );
    await expect(start({ ready: () => false, deadlineMs: 500 })).rejects.toThrow(
      'The line did not come within 500 ms.',
    );
  });

  it('ends with the runner, however that ends', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'torap-runner-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await writeFile(join(folder, 'program.mjs'), PROGRAM);
    const startOne = `const { startTorap } = await import(${JSON.stringify(join(import.meta.dirname, 'process.ts'))});
      const options = { entry: ${JSON.stringify(join(folder, 'program.mjs'))}, env: { DATA_DIR: ${JSON.stringify(folder)} } };
      await startTorap(options);
      console.log(JSON.stringify({ msg: 'listening' }));`;
    await writeFile(join(folder, 'runner.mjs'), startOne);
    const runner = await startTorap({ entry: join(folder, 'runner.mjs') });
    onTestFinished(() => runner.close());
    expect(existsSync(join(folder, 'ended'))).toBe(false);
    await runner.kill();
    await expect.poll(() => existsSync(join(folder, 'ended')), { timeout: 10_000 }).toBe(true);
  });

  it('need not wait for a line', async () => {
    const torap = await start({ ready: null });
    expect(torap.url).toBe('');
    expect(torap.pid).toBeGreaterThan(0);
  });
});
