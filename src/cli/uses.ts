// `torap uses`: where content names an entry, a fact or a source, before somebody renames or deletes it.

import { findUses, type Mention, parseNamed, readContentFolder } from '../catalog/index.ts';
import { readFolders } from '../config.ts';
import { type Command, readOptions, UsageError } from './command.ts';

/** Lists the uses; status 1 when nothing of that name is there. */
export const uses: Command = {
  usage: `  uses hubs/khorgos  lists the files and lines that name an entry; so for a fact (hubs/khorgos#area)
                     and for a source (its id in sources.yaml)`,
  async run(args) {
    const { positionals } = readOptions(args, {});
    const [name, ...more] = positionals;
    const named = name === undefined || more.length > 0 ? undefined : parseNamed(name);
    if (!named) throw new UsageError('Name one entry, one fact as entry#fact, or one source.');
    const found = findUses(readContentFolder(readFolders(process.env).contentDir), named);
    const lines = [
      ...(found.definition ? [`${describe(found.definition)}   (here it stands)`] : []),
      ...found.uses.map(describe),
      ...(found.exists ? [] : [`There is no "${name}" in content.`]),
      describeCount(found.uses.length),
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
    return found.exists ? 0 : 1;
  },
};

function describeCount(count: number): string {
  if (count === 0) return 'Nothing names it.';
  return count === 1 ? 'Named once.' : `Named ${count} times.`;
}

/** The place, and the words around the name: enough to know the line again. */
function describe({ file, line, column, start, end, text }: Mention): string {
  const from = Math.max(0, column - 1 - AROUND);
  const to = column - 1 + (end - start) + AROUND;
  const shown = text.slice(from, to).trim();
  return `${file}:${line}:${column}  ${from > 0 ? '…' : ''}${shown}${to < text.length ? '…' : ''}`;
}

const AROUND = 30;
