// `torap new`: the files of a new entry.

import { createEntry, KINDS, kindOf, SINGULARS } from '../catalog/index.ts';
import { readFolders } from '../config.ts';
import { type Command, readOptions, UsageError } from './command.ts';

/** Makes an entry's files as drafts; status 1 when there can be no such entry. */
export const newEntry: Command = {
  usage: `  new facility some-id
                     makes the files of a new entry, filled with what is to be written
                     (hub, facility, route, format or guide)`,
  async run(args) {
    const { positionals } = readOptions(args, {});
    const [word = '', slug, ...more] = positionals;
    const kind = kindOf(word);
    if (slug === undefined || more.length > 0) throw new UsageError('Name a kind of entry and an id.');
    if (!kind) {
      const known = KINDS.map((known) => SINGULARS[known]).join(', ');
      throw new UsageError(`There is no kind of entry "${word}"; there are ${known}.`);
    }
    const created = await createEntry(readFolders(process.env).contentDir, { kind, slug, now: Date.now() });
    if (!created.ok) {
      process.stderr.write(`${created.reason}\n`);
      return 1;
    }
    const lines = [
      `${created.id} is there as a draft:`,
      ...created.files.map((file) => `  ${file}`),
      'Write what the lines with ✎ ask for; "npm run --silent torap -- check" lists what is left.',
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
    return 0;
  },
};
