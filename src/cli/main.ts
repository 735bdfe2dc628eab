// The shell's door to Torap: `npm run --silent torap -- check | ask …`.
// Picks the command, and turns an error into one line and an exit status.

import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { type Command, UsageError } from './command.ts';

/** Each command comes with what it works with; no other has to wait for that. */
const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['check', async () => (await import('./check.ts')).check],
  ['ask', async () => (await import('./ask.ts')).ask],
  ['new', async () => (await import('./new.ts')).newEntry],
  ['uses', async () => (await import('./uses.ts')).uses],
  ['rename', async () => (await import('./rename.ts')).rename],
  ['schemas', async () => (await import('./schemas.ts')).schemas],
  ['gaps', async () => (await import('./gaps.ts')).gaps],
  ['inquiries', async () => (await import('./inquiries.ts')).inquiries],
  ['stats', async () => (await import('./stats.ts')).stats],
]);

async function describeUsage(): Promise<string> {
  const commands = await Promise.all([...COMMANDS.values()].map((load) => load()));
  return `Usage: npm run --silent torap -- <command>

${commands.map(({ usage }) => usage).join('\n')}`;
}

async function main(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  const load = name === undefined ? undefined : COMMANDS.get(name);
  if (!load) {
    const asked = name === undefined || name === 'help' || name === '--help';
    process[asked ? 'stdout' : 'stderr'].write(
      `${asked ? '' : `There is no command "${name}". `}${await describeUsage()}\n`,
    );
    return asked ? 0 : 2;
  }
  const command = await load();
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
