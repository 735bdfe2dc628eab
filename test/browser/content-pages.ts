// The started process on a copy of the project's content, and its content pages in a browser.
// Each test has an entry of its own to change, so that none sees what another has done.

import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { startTorap, type TorapProcess } from '../e2e/process.ts';
import { PROJECT_FOLDER } from '../project-catalog.ts';
import { launchChromium } from './chromium.ts';

/** What a test gets. */
export interface ContentPages {
  /** Opens an address of the server in a new tab; what goes wrong in it fails the test at its end. */
  readonly open: (path: string, options?: BrowserContextOptions) => Promise<Page>;
  /** Changes a file on disk, as another program would. */
  readonly change: (path: string, edit: (text: string) => string) => Promise<void>;
  /** Reads a file from disk. */
  readonly read: (path: string) => Promise<string>;
  /** Removes a file from disk. */
  readonly remove: (path: string) => Promise<void>;
  /** Forgives what the browser says of an answer with this status. */
  readonly expectStatus: (status: number) => void;
}

/** Sets up process and browser for this test file. */
export function useContentPages(): ContentPages {
  const closers: (() => Promise<void>)[] = [];
  let problems: string[] = [];
  let forgiven: number[] = [];
  let folder: string;
  let torap: TorapProcess;
  let browser: Browser;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'torap-pages-'));
    for (const name of ['content', 'locales']) {
      await cp(join(PROJECT_FOLDER, name), join(folder, name), { recursive: true });
    }
    const env = { CONTENT_DIR: join(folder, 'content'), LOCALES_DIR: join(folder, 'locales') };
    [torap, browser] = await Promise.all([startTorap({ env }), launchChromium()]);
  });
  afterEach(async () => {
    for (const close of closers.splice(0)) await close();
    const unexpected = problems.filter(
      (problem) => !forgiven.some((status) => problem.includes(`status of ${status}`)),
    );
    problems = [];
    forgiven = [];
    expect(unexpected).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await torap?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const read = (path: string) => readFile(join(folder, path), 'utf8');
  return {
    read,
    open: async (path, options = {}) => {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        locale: 'en',
        ...options,
      });
      closers.push(() => context.close());
      const page = await context.newPage();
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(message.text());
      });
      await page.goto(new URL(path, torap.url).href);
      return page;
    },
    change: async (path, edit) => writeFile(join(folder, path), edit(await read(path))),
    remove: (path) => rm(join(folder, path)),
    expectStatus: (status) => {
      forgiven.push(status);
    },
  };
}
