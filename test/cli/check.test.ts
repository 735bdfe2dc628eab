import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { PROJECT_FOLDER } from '../project-catalog.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { runTorap } from './torap.ts';

// A process that loads all content takes seconds to start where two cores are busy.
vi.setConfig({ testTimeout: 60_000 });

/** A copy of the project's content; `change` is done to the text of one of its files. */
async function copyContent(file: string, change: (text: string) => string): Promise<string> {
  const folder = join(await temporaryFolder(), 'content');
  await cp(join(PROJECT_FOLDER, 'content'), folder, { recursive: true });
  await writeFile(join(folder, file), change(await readFile(join(folder, file), 'utf8')));
  return folder;
}

describe('torap check', () => {
  it('finds the project in order', async () => {
    const { status, output, errors } = await runTorap(['check']);
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    // As time goes by, answers fall due; that is said before and is no mistake.
    expect(output).toMatch(
      /(?:^|\n)Content is in order: \d+ entries, \d+ answers in 3 languages, \d+ of them drafts, \d+ sources\.\n$/,
    );
  });

  it('lists every answer in every language where that is wanted', async () => {
    const { status, output } = await runTorap(['check', '--table']);
    expect(status).toBe(0);
    expect(output).toMatch(/\nhubs\/khorgos\/about +(?:there|older) +(?:there|older) +(?:there|older)/);
    expect(output).toMatch(/\nall +\d+.*\n\nContent is in order/);
  });

  it('says what is wrong, where, and what to do, and ends with status 1', async () => {
    const folder = await copyContent('hubs/khorgos/about.ru.md', (text) => `${text}\nЕщё 25 причалов.\n`);
    const lines = (await readFile(join(folder, 'hubs/khorgos/about.ru.md'), 'utf8')).split('\n');
    const line = lines.indexOf('Ещё 25 причалов.') + 1;
    const { status, output, errors } = await runTorap(['check'], { environment: { CONTENT_DIR: folder } });
    expect({ status, errors }).toEqual({ status: 1, errors: '' });
    const [found] = output.split(/(?<=to mend\.\n)/);
    expect(found).toBe(
      `content/hubs/khorgos/about.ru.md:${line}  the figure "25" has no fact behind it. ` +
        'Make it a fact of entry.yaml and write {its-name}; if it is no figure, write {"…"} around it.\n\n' +
        '1 to mend.\n',
    );
  });

  it('gives all of it as JSON', async () => {
    const { status, output } = await runTorap(['check', '--json']);
    const { errors, counts } = JSON.parse(output);
    expect({ status, errors }).toEqual({ status: 0, errors: [] });
    expect(counts.answers).toBeGreaterThanOrEqual(40);
    expect(counts.sources).toBeGreaterThan(100);
    const folder = await copyContent('hubs/khorgos/about.ru.md', (text) => `${text}\nЕщё 25 причалов.\n`);
    const broken = await runTorap(['check', '--json'], { environment: { CONTENT_DIR: folder } });
    expect(broken.status).toBe(1);
    const found = JSON.parse(broken.output);
    expect(Object.keys(found)).toEqual(['errors', 'warnings', 'counts']);
    expect(found.errors).toEqual([
      {
        file: 'content/hubs/khorgos/about.ru.md',
        line: expect.any(Number),
        message: 'the figure "25" has no fact behind it.',
        remedy: expect.any(String),
      },
    ]);
    // What could be read is counted, although it makes no catalog.
    expect(found.counts).toEqual(counts);
  });

  it('gives a problem of a whole file the line 1', async () => {
    const folder = await copyContent('hubs/khorgos/about.ru.md', (text) => text);
    await rm(join(folder, 'hubs/khorgos/about.ru.md'));
    const { output } = await runTorap(['check', '--json'], { environment: { CONTENT_DIR: folder } });
    expect(JSON.parse(output).errors).toMatchObject([{ file: 'content/hubs/khorgos/about.ru.md', line: 1 }]);
  });

  it('tells every problem at once', async () => {
    const folder = await copyContent('hubs/khorgos/entry.yaml', (text) =>
      text.replace('aliases:', 'aliasses:'),
    );
    const { status, output } = await runTorap(['check'], { environment: { CONTENT_DIR: folder } });
    expect(status).toBe(1);
    expect(output).toMatch(/^content\/hubs\/khorgos\/entry\.yaml:\d:1 {2}"aliases" is missing\. Add it\.$/m);
    expect(output).toContain('the key "aliasses" is not known here. Did you mean "aliases"?\n');
    expect(output).toMatch(/\n\n\d+ to mend\.\n/);
  });

  it('cannot check a folder that is not there, and ends with status 2', async () => {
    const missing = join(await temporaryFolder(), 'nowhere');
    const { status, output, errors } = await runTorap(['check'], { environment: { CONTENT_DIR: missing } });
    expect({ status, output }).toEqual({ status: 2, output: '' });
    expect(errors).toContain('nowhere');
  });

  it('takes no other option', async () => {
    const { status, errors } = await runTorap(['check', '--fast']);
    expect(status).toBe(2);
    expect(errors).toMatch(/^Unknown option '--fast'.*\n {2}check /s);
  });
});
