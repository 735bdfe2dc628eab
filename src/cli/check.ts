// `torap check`: is the content whole? Each problem on a line, with what to do.

import { describeProblem, loadCatalog } from '../catalog/index.ts';
import { readFolders } from '../config.ts';
import { LANGUAGES, loadPhrases } from '../language/index.ts';
import { type Command, readOptions } from './command.ts';

/** Checks content; exit status 1 when anything is wrong. */
export const check: Command = {
  usage: '  check              checks content/ and says what is wrong, where, and what to do',
  async run(args) {
    readOptions(args, {});
    const folders = readFolders(process.env);
    const loaded = await loadCatalog(folders.contentDir, await loadPhrases(folders.localesDir));
    if (!loaded.ok) {
      const lines = loaded.problems.map(describeProblem);
      process.stdout.write(`${lines.join('\n')}\n\n${lines.length} to mend.\n`);
      return 1;
    }
    const { entries, answers, sources } = loaded.catalog;
    process.stdout.write(
      `Content is in order: ${entries.size} entries, ${answers.size} answers in ${LANGUAGES.length} languages, ` +
        `${sources.size} sources.\n`,
    );
    return 0;
  },
};
