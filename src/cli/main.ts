// The shell's door to Torap: `npm run --silent torap -- check | ask …`.
// Picks the command, and turns an error into one line and an exit status.

import { ask } from './ask.ts';
import { check } from './check.ts';
import { type Command, UsageError } from './command.ts';

const COMMANDS: Readonly<Record<string, Command>> = { check, ask };

const USAGE = `Usage: npm run --silent torap -- <command>

${Object.values(COMMANDS)
  .map((command) => command.usage)
  .join('\n')}`;

async function main(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  const command = name === undefined ? undefined : COMMANDS[name];
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

process.exitCode = await main(process.argv.slice(2));
