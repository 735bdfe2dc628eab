// The shell's door to Torap: `npm run --silent torap -- check | ask …`.
// Picks the command, and turns an error into one line and an exit status.

import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { ask } from './ask.ts';
import { check } from './check.ts';
import { type Command, UsageError } from './command.ts';
import { gaps } from './gaps.ts';
import { inquiries } from './inquiries.ts';
import { newEntry } from './new.ts';
import { rename } from './rename.ts';
import { schemas } from './schemas.ts';
import { stats } from './stats.ts';
import { uses } from './uses.ts';

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['check', check],
  ['ask', ask],
  ['new', newEntry],
  ['uses', uses],
  ['rename', rename],
  ['schemas', schemas],
  ['gaps', gaps],
  ['inquiries', inquiries],
  ['stats', stats],
]);

const USAGE = `Usage: npm run --silent torap -- <command>

${[...COMMANDS.values()].map((command) => command.usage).join('\n')}`;

async function main(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  const command = name === undefined ? undefined : COMMANDS.get(name);
  if (!command) {
    const asked = name === undefined || name === 'help' || name === '--help';
    process[asked ? 'stdout' : 'stderr'].write(`${asked ? '' : `There is no command "${name}". `}${USAGE}\n`);
    return asked ? 0 : 2;
  }
  try {
    return await command.run(rest);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${message}\n${error instanceof UsageError ? `${command.usage}\n` : ''}`);
    return 2;
  }
}

// A reader that has seen enough (`… | head`) closes the pipe; that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

if (existsSync('.env')) loadEnvFile('.env');
process.exitCode = await main(process.argv.slice(2));
