import { importables, type Importable } from '../../contract/index.js';
import { noMore, readArguments, UsageError, type Command } from '../command.js';
import { connect, findProgramme, placeHelp, placeOptions, type Connection } from '../place.js';
import type { PortalClient } from '../../client/index.js';
import type { ImportOptions } from './import-file.js';

const help = `Usage: prmkit import KIND FILE.csv [--key COLUMN] [--map COLUMN=FIELD …] [--set FIELD=VALUE …] [--apply]

Reads a spreadsheet as it comes. KIND is one of ${importables.join(', ')}.
Without --apply nothing is written: it shows which column is taken for which field, the first rows as they would be read, and every row
that would be rejected, with line, column and reason. A row whose key is there already is left alone, so it may be run again.

  --key COLUMN            the column whose values tell rows apart, for good
  --map COLUMN=FIELD      what a column holds; columns named like a field are found by themselves, --map COLUMN= leaves one out
  --set FIELD=VALUE       one value for all rows
  --value-map FIELD:TEXT=VALUE
                          what a text of the file means: --value-map "kind:Value Added Reseller=reseller"
  --pick FIELD=WHICH      which value counts where rows of one deal differ: first, last, earliest or latest
  --apply                 write
  --encoding NAME         utf-8, windows-1252 or utf-16le; found by itself
  --delimiter SIGN        , ; | or tab; found by itself
  --decimal SIGN          , or . before the decimals; found by itself where some number tells
  --date-format ORDER     dmy, mdy or ymd; found by itself where some date tells
  --programme NAME|ID     needed where there are several
${placeHelp}

Records name each other by their keys: import territories, partners, members, products and customers before what names them.
Rows of deals that share a key are lines of one deal: --map "Product=line.productKey" --map "Qty=line.quantity" --map "Price=line.unitPrice".
Exit code 1 if any row is rejected.`;

const several = { type: 'string', multiple: true } as const;

export const importCommand: Command = {
  name: 'import', summary: 'Read partners, members, products, territories, customers, leads or deals from a CSV file', help,
  async run(args, terminal) {
    const { values, positionals: [kind = '', path, ...more] } = readArguments(args, {
      ...placeOptions, programme: { type: 'string' }, key: { type: 'string' }, map: several, set: several, 'value-map': several, pick: several, apply: { type: 'boolean' },
      encoding: { type: 'string' }, delimiter: { type: 'string' }, decimal: { type: 'string' }, 'date-format': { type: 'string' },
    });
    noMore(more);
    if (!(importables as readonly string[]).includes(kind)) throw new UsageError(`Say what to import: ${importables.join(', ')}.`);
    if (!path) throw new UsageError('Say which file to read.');
    const options: ImportOptions = {
      kind: kind as Importable, path, apply: values.apply ?? false, key: values.key, map: values.map ?? [], set: values.set ?? [], valueMap: values['value-map'] ?? [], pick: values.pick ?? [],
      encoding: values.encoding, delimiter: values.delimiter, decimal: values.decimal, dateFormat: values['date-format'],
    };
    const { importFile, prepareImport } = await import('./import-file.js');
    // What is wrong with the call or the file is said before anything is opened.
    const prepared = await prepareImport(options, terminal);
    const connection = await connect(values, terminal);
    try {
      await withProgramme(connection, values.programme, (client) => importFile(prepared, client, terminal));
    } finally {
      await connection.close();
    }
  },
};

/** Seconds that the key of one import is good for, should nobody be there to revoke it. */
const keyLife = 6 * 3_600;

/** Acts for one programme: with the key that was given, or with one made for the occasion. */
async function withProgramme(connection: Connection, named: string | undefined, work: (client: PortalClient) => Promise<void>): Promise<void> {
  if (connection.as === 'secret_key') return work(connection.client);
  const { id: programmeId } = await findProgramme(connection.client, named);
  const { id, secretKey } = await connection.client.keys.create({ programmeId, name: 'prmkit import', expiresIn: keyLife });
  try {
    await work(connection.withKey(secretKey));
  } finally {
    await connection.client.keys.revoke(id);
  }
}
