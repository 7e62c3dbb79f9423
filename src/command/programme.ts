import { noMore, readArguments, table, UsageError, type Command } from './command.js';
import { connect, placeHelp, placeOptions } from './place.js';

const help = `Usage: prmkit programme create NAME [--currency EUR] [--time-zone Europe/Berlin]
       prmkit programme list

A programme is a vendor's partner programme: everything belongs to one.

  --currency CODE       ISO 4217; EUR unless said. It stays.
  --time-zone ZONE      IANA; this machine's unless said
${placeHelp}`;

export const programmeCommand: Command = {
  name: 'programme', summary: 'Create or list programmes', help,
  async run(args, terminal) {
    const { values, positionals: [action, name, ...more] } = readArguments(args, { ...placeOptions, currency: { type: 'string' }, 'time-zone': { type: 'string' } });
    noMore(more);
    if (action !== 'create' && action !== 'list') throw new UsageError('Say what to do: create or list.');
    if (action === 'create' && !name) throw new UsageError('A programme needs a name.');
    const { client, close } = await connect(values, terminal);
    try {
      if (action === 'create') {
        const timeZone = values['time-zone'] ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
        const { id } = await client.programmes.create({ name: name!, currency: values.currency ?? 'EUR', timeZone });
        terminal.out(id);
      } else {
        const { data } = await client.programmes.list();
        terminal.out(data.length ? table([['ID', 'NAME', 'CURRENCY', 'TIME ZONE'], ...data.map((one) => [one.id, one.name, one.currency, one.timeZone])]) : 'There is no programme yet.');
      }
    } finally {
      await close();
    }
  },
};
