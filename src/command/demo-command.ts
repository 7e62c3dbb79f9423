import { CommandError, noMore, readArguments, UsageError, type Command } from './command.js';
import { databaseHelp, databaseOptions, databasePlace } from './place.js';

const help = `Usage: prmkit demo [--data DIR | --database-url URL] [--scale N]

Adds a programme to try things with: Varnholt, a maker of instruments, with 40 partners, 200 members, 12,000 customers, 1,500 leads and
2,500 deals of the last eighteen months. It is the same every time. Prints a secret key of it.

${databaseHelp}
  --scale N             fewer of all: 0.1 makes a tenth`;

export const demoCommand: Command = {
  name: 'demo', summary: 'Add a programme to try things with', help,
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, { ...databaseOptions, scale: { type: 'string' } });
    noMore(positionals);
    const scale = Number(values.scale ?? 1);
    if (!(scale > 0 && scale <= 10)) throw new UsageError('The scale is a number above 0, up to 10.');
    const place = databasePlace(values, terminal);
    const { holderOf, migrate, openDatabase } = await import('../server/index.js');
    const holder = 'directory' in place ? holderOf(place.directory) : undefined;
    if (holder) throw new CommandError(`The demonstration is written straight into the database, which ${holder.url ? `the service at ${holder.url}` : `process ${holder.pid}`} holds. Stop it first.`);
    const { seedDemo } = await import('./demo/index.js');
    const database = await openDatabase(place);
    try {
      await migrate(database);
      terminal.progress('Writing the demonstration…');
      const { programmeId, secretKey } = await seedDemo(database, { scale });
      terminal.err(`The programme ${programmeId} is there. Its secret key goes to standard output, this once.`);
      terminal.out(secretKey);
    } finally {
      await database.close();
    }
  },
};
