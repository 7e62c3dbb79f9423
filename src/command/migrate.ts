import { setTimeout as wait } from 'node:timers/promises';
import { noMore, readArguments, type Command } from './command.js';
import { databaseHelp, databaseOptions, databasePlace } from './place.js';

const help = `Usage: prmkit migrate [--data DIR | --database-url URL]

Brings a database up to date, and makes it where there is none. Safe to run twice, and by two at once.

${databaseHelp}`;

/** Milliseconds that another process on the directory, which serves nobody, is waited for: most likely it migrates, too. */
const patience = 60_000;

export const migrateCommand: Command = {
  name: 'migrate', summary: 'Bring a database up to date', help,
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, databaseOptions);
    noMore(positionals);
    const place = databasePlace(values, terminal);
    const { holderOf, migrate, openDatabase } = await import('../server/index.js');
    const holder = () => ('directory' in place ? holderOf(place.directory) : undefined);
    const impatientAt = performance.now() + patience;
    for (;;) {
      const url = holder()?.url;
      if (url) return terminal.out(`The service at ${url} holds this directory and brought it up to date when it started.`);
      const database = await openDatabase(place).catch((error: unknown) => {
        if (!holder() || performance.now() > impatientAt) throw error;
        return undefined;
      });
      if (!database) {
        await wait(200);
        continue;
      }
      try {
        const applied = await migrate(database);
        return terminal.out(applied.length ? `Applied ${applied.join(', ')}.` : 'Up to date: nothing to apply.');
      } finally {
        await database.close();
      }
    }
  },
};
