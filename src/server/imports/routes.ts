import { sql } from 'kysely';
import type { Importable, importOperations } from '../../contract/index.js';
import type { Handlers } from '../call.js';
import { readProgramme } from '../programme/queries.js';
import { rememberImported } from './bulk.js';
import { checkRow, repeated } from './check.js';
import { deals } from './deals.js';
import { unknownKey, type Candidate, type ImportContext, type Importer, type RowOf, type RowProblem } from './importer.js';
import { Keys, type KeyedTable } from './keys.js';
import { customers, leads, members, partners, products, territories } from './records.js';

const importers: { [K in Importable]: Importer<K> } = { partners, members, products, territories, customers, leads, deals };

type Outcome = { outcome: 'new' | 'exists' | 'rejected'; problems: RowProblem[] };

/**
 * Reads a batch: form first, then what is there already, then what the rows say of other records. A row that is rejected keeps no other from
 * being written; the same batch sent again finds all of it there.
 */
async function runImport<K extends Importable>(kind: K, rows: readonly unknown[], apply: boolean, context: ImportContext): Promise<Outcome[]> {
  const importer = importers[kind] as Importer<K>;
  const { tx, keys, programme } = context;
  const checked = rows.map((row) => checkRow(kind, row));
  const again = repeated(checked.map((result) => ('row' in result ? result.row.key : undefined)));
  await keys.load(tx, programme.id, importer.table, checked.flatMap((result) => ('row' in result ? [result.row.key] : [])));

  const candidates: (Candidate<RowOf<K>> & { index: number })[] = [];
  const outcomes = checked.map((result, index): Outcome => {
    if ('problems' in result) return { outcome: 'rejected', problems: result.problems };
    if (again.has(index)) return { outcome: 'rejected', problems: [{ field: 'key', code: 'duplicate', message: 'An earlier row has the same key.' }] };
    if (keys.get(importer.table, result.row.key)) return { outcome: 'exists', problems: [] };
    candidates.push({ row: result.row, problems: [], index });
    return { outcome: 'new', problems: [] };
  });
  if (!candidates.length) return outcomes;

  await resolve(importer, candidates, context);
  await importer.check?.(candidates, context);
  for (const { index, problems } of candidates) if (problems.length) outcomes[index] = { outcome: 'rejected', problems };
  const fresh = candidates.filter(({ problems }) => !problems.length).map(({ row }) => row);
  if (apply && fresh.length) await rememberImported(context, kind, await importer.write(fresh, context));
  return outcomes;
}

/** Looks up every record that the rows name by its key. */
async function resolve<K extends Importable>(importer: Importer<K>, candidates: readonly Candidate<RowOf<K>>[], { tx, keys, programme }: ImportContext): Promise<void> {
  const references = candidates.map(({ row }) => importer.references(row).filter(({ key }) => key !== undefined));
  const wanted = new Map<KeyedTable, Set<string>>();
  for (const { table, key } of references.flat()) wanted.set(table, (wanted.get(table) ?? new Set()).add(key!));
  for (const [table, named] of wanted) await keys.load(tx, programme.id, table, named);
  candidates.forEach(({ problems }, index) => {
    for (const { field, table, key } of references[index]!) if (!keys.get(table, key)) problems.push(unknownKey(field));
  });
}

export const importRoutes: Handlers<typeof importOperations> = {
  async run({ tx, caller, requestId, body: { kind, apply, rows } }) {
    const programme = await readProgramme(tx, caller.programmeId);
    if (apply) {
      // Two imports of the same file at once: the second waits, and finds its rows there.
      await sql`select pg_advisory_xact_lock(hashtextextended(${`import:${programme.id}`}, 0))`.execute(tx);
      // What earlier batches added; see 0002-statistics for what goes wrong without.
      await sql`select refresh_statistics()`.execute(tx);
    }
    return { rows: await runImport(kind, rows, apply, { tx, caller, requestId, programme, keys: new Keys() }) };
  },
};
