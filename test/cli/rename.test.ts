import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { VALID_CONTENT, withChange, writeContent } from '../catalog/content-tree.ts';
import { runTorap } from './torap.ts';

// A process takes seconds to start where two cores are busy.
vi.setConfig({ testTimeout: 60_000 });

describe('torap uses', () => {
  it('lists files and lines, with the words around the name', async () => {
    const environment = { CONTENT_DIR: await writeContent(VALID_CONTENT) };
    expect(await runTorap(['uses', 'facilities/port#capacity'], { environment })).toMatchInlineSnapshot(`
      {
        "errors": "",
        "output": "content/facilities/port/entry.yaml:18:3  capacity: { value: 20, scale: million,…   (here it stands)
      content/facilities/port/about.en.md:10:22  The port can handle {capacity} a year.
      content/facilities/port/about.kk.md:10:22  The port can handle {capacity} a year.
      content/facilities/port/about.ru.md:10:22  The port can handle {capacity} a year.
      content/facilities/station/about.en.md:10:25  Cargo: {facilities/port#capacity}.
      content/facilities/station/about.kk.md:10:22  Жүк {facilities/port#capacity|number} тонна.
      content/facilities/station/about.ru.md:10:24  Груз: {facilities/port#capacity}.
      Named 6 times.
      ",
        "status": 0,
      }
    `);
  });

  it('says so where there is no such thing, or none that names it', async () => {
    const environment = { CONTENT_DIR: await writeContent(VALID_CONTENT) };
    expect(await runTorap(['uses', 'hubs/nowhere'], { environment })).toMatchInlineSnapshot(`
      {
        "errors": "",
        "output": "There is no "hubs/nowhere" in content.
      Nothing names it.
      ",
        "status": 1,
      }
    `);
    expect((await runTorap(['uses', 'Nowhere'], { environment })).status).toBe(2);
  });
});

describe('torap rename', () => {
  it('renames and says what it changed', async () => {
    const environment = { CONTENT_DIR: await writeContent(VALID_CONTENT) };
    const args = ['rename', 'facilities/station', 'facilities/terminus'];
    expect(await runTorap(args, { environment })).toMatchInlineSnapshot(`
      {
        "errors": "",
        "output": "facilities/station is now facilities/terminus. Changed:
        content/facilities/port/entry.yaml
        content/facilities/terminus/entry.yaml
      ",
        "status": 0,
      }
    `);
    const entry = await readFile(join(environment.CONTENT_DIR, 'facilities/port/entry.yaml'), 'utf8');
    expect(entry).toContain('links: [facilities/terminus]');
    expect((await runTorap(['check'], { environment })).status).toBe(0);
    expect((await runTorap(args, { environment })).status).toBe(1);
  });

  it('says what is wrong with content before it renames anything', async () => {
    const files = withChange('facilities/port/entry.yaml', 'neighbour:', 'nieghbour:');
    const environment = { CONTENT_DIR: await writeContent(files) };
    const args = ['rename', 'facilities/station', 'facilities/terminus'];
    expect(await runTorap(args, { environment })).toMatchInlineSnapshot(`
      {
        "errors": "Content has mistakes; mend them first.
      content/facilities/port/entry.yaml:6:1  the key "nieghbour" is not known here. Did you mean "neighbour"?
      ",
        "output": "",
        "status": 1,
      }
    `);
    expect((await runTorap(['rename', 'facilities/station'], { environment })).status).toBe(2);
  });
});
