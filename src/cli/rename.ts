// `torap rename`: a new name for an entry or a fact, in all files at once.

import { describeProblem, renameInContent } from '../catalog/index.ts';
import { readFolders } from '../config.ts';
import { loadPhrases } from '../language/index.ts';
import { type Command, readOptions, UsageError } from './command.ts';

/** Renames, or says why not; status 1 when nothing was changed. */
export const rename: Command = {
  usage: `  rename facilities/old facilities/new
                     renames an entry in all files; its old id goes on working in old buttons
  rename hubs/khorgos#old hubs/khorgos#new
                     renames a fact in all files`,
  async run(args) {
    const { positionals } = readOptions(args, {});
    const [from, to, ...more] = positionals;
    if (from === undefined || to === undefined || more.length > 0) {
      throw new UsageError('Name what there is and what it shall be.');
    }
    const folders = readFolders(process.env);
    const phrases = await loadPhrases(folders.localesDir);
    const result = await renameInContent(folders.contentDir, { from, to }, phrases);
    if (!result.ok) {
      process.stderr.write(`${[result.reason, ...result.problems.map(describeProblem)].join('\n')}\n`);
      return 1;
    }
    const lines = [`${from} is now ${to}. Changed:`, ...result.changed.map((file) => `  ${file}`)];
    process.stdout.write(`${lines.join('\n')}\n`);
    return 0;
  },
};
