// The last commit that touched the content folder, so that staff and programmers speak of the same version.

import { execFile } from 'node:child_process';

/** Longer than git ever takes for one commit; an answer that comes later is no answer. */
const TIMEOUT_MS = 2000;

/** Such as "98fb3a7 2026-11-24"; undefined where there is no git, or the folder is in no repository. */
export function readLastCommit(folder: string): Promise<string | undefined> {
  const options = { cwd: folder, timeout: TIMEOUT_MS };
  return new Promise((resolve) => {
    execFile('git', ['log', '-1', '--format=%h %cs', '--', '.'], options, (error, output) => {
      resolve(error || output.trim() === '' ? undefined : output.trim());
    });
  });
}
