// Which version of the files is it, in the words of those who keep them: the last commit that changed them.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Git answers at once, or something is wrong with it. */
const TIMEOUT_MS = 3000;

/**
 * Tells the last commit that changed a folder, such as "5ab3e38 (2026-11-24)", with a "+" where files were changed since.
 * Returns undefined where the folder is in no repository, or there is no git.
 */
export async function readGitCommit(folder: string): Promise<string | undefined> {
  const git = async (...args: readonly string[]): Promise<string> => {
    const { stdout } = await run('git', ['-C', folder, ...args], { timeout: TIMEOUT_MS });
    return stdout.trim();
  };
  try {
    const commit = await git('log', '-1', '--format=%h (%cs)', '--', '.');
    if (commit === '') return undefined;
    return (await git('status', '--porcelain', '--', '.')) === '' ? commit : `${commit}+`;
  } catch {
    return undefined;
  }
}
