import { noMore, readArguments, type Command } from './command.js';
import { databaseHelp, databaseOptions, databasePlace } from './place.js';

const help = `Usage: prmkit migrate [--data DIR | --database-url URL]

Brings a database up to date, and makes it where there is none. Safe to run twice, and by two at once.

${databaseHelp}`;

export const migrateCommand: Command = {
  name: 'migrate', summary: 'Bring a database up to date', help,
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, databaseOptions);
    noMore(positionals);
    const place = databasePlace(values, terminal);
    const { holderOf, migrate, openDatabase } = await import('../server/index.js');
    const holder = 'directory' in place ? holderOf(place.directory) : undefined;
    if (holder?.url) return terminal.out(`The service at ${holder.url} holds this directory and brought it up to date when it started.`);
    const database = await openDatabase(place);
    try {
      const applied = await migrate(database);
      terminal.out(applied.length ? `Applied ${applied.join(', ')}.` : 'Up to date: nothing to apply.');
    } finally {
      await database.close();
    }
  },
};
