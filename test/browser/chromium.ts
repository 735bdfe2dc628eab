// Finds and starts the Chromium of this machine for the tests in a real browser.
// Nothing is downloaded: the browser is the system's own.

import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser'];
const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** No network of its own; no sandbox, for it needs more rights than a container gives. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts Chromium without a window, with a fresh profile that goes with it.
 * `CHROMIUM_PATH` names the program; otherwise the usual places and PATH are searched.
 * @throws Error that says how to install Chromium when there is none
 */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: await findChromium(), headless: true, args: ARGUMENTS });
}

/**
 * The path of the Chromium to use.
 * @throws Error that says how to install Chromium when there is none
 */
export async function findChromium(environment: NodeJS.ProcessEnv = process.env): Promise<string> {
  const given = environment.CHROMIUM_PATH;
  if (given) {
    if (await isProgram(given)) return given;
    throw new Error(
      `CHROMIUM_PATH: ${given} is no program. Set it to the path of Chromium or Google Chrome.`,
    );
  }
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = folders.flatMap((folder) => COMMANDS.map((command) => join(folder, command)));
  for (const path of [...PLACES, ...onPath]) {
    if (await isProgram(path)) return path;
  }
  throw new Error(
    'The browser tests need Chromium. Install it (Debian, Ubuntu: apt-get install chromium) or set CHROMIUM_PATH to the path of Chromium or Google Chrome.',
  );
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
