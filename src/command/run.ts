import { isPrmError } from '../client/index.js';
import { CommandError, table, UsageError, type Command, type Terminal } from './command.js';
import { demoCommand } from './demo-command.js';
import { importCommand } from './import/import-command.js';
import { keyCommand } from './key.js';
import { migrateCommand } from './migrate.js';
import { missingPackages } from './missing-packages.js';
import { programmeCommand } from './programme.js';
import { serveCommand } from './serve.js';

const commands: readonly Command[] = [serveCommand, migrateCommand, programmeCommand, keyCommand, importCommand, demoCommand];

const overview = `Usage: prmkit COMMAND [options]

${table(commands.map(({ name, summary }) => [`  ${name}`, summary]))}

prmkit COMMAND --help tells more.`;

/** Runs one command and answers with the exit code: 0, 1 if it could not be done, 2 if it was called wrongly. */
export async function runCommand([name, ...args]: string[], terminal: Terminal): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    (name === undefined ? terminal.err : terminal.out)(overview);
    return name === undefined ? 2 : 0;
  }
  const command = commands.find((known) => known.name === name);
  if (!command) {
    terminal.err(`There is no command ${name}.\n\n${overview}`);
    return 2;
  }
  if (args.includes('--help') || args.includes('-h')) {
    terminal.out(command.help);
    return 0;
  }
  try {
    await command.run(args, terminal);
    return 0;
  } catch (error) {
    return explain(error, command, args, terminal);
  } finally {
    terminal.progress(undefined);
  }
}

function explain(error: unknown, { name }: Command, args: readonly string[], { err, env }: Terminal): number {
  if (error instanceof UsageError) {
    err(`${error.message}\nprmkit ${name} --help tells how it is called.`);
    return 2;
  }
  const onPostgres = args.some((arg) => arg.startsWith('--database-url')) || Boolean(env.PRMKIT_DATABASE_URL);
  if (isPrmError(error)) err([error.message, ...error.fields.map(({ pointer, message }) => `  ${pointer}: ${message}`)].join('\n'));
  else err(missingPackages(error, onPostgres ? 'postgres' : 'pglite') ?? (error instanceof Error ? error.message : String(error)));
  if (env.PRMKIT_DEBUG && error instanceof Error && !(error instanceof CommandError)) err(error.stack ?? '');
  return 1;
}
