import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../../server/call.js';
import type { Database } from '../../server/database/schema.js';

type Row = Record<string, unknown>;

const batch = 1_000;

/** `insert into … select`, from rows that have the table's column names. All rows have the columns of the first. */
export function insertRows(table: keyof Database, rows: readonly Row[]): RawBuilder<unknown> {
  const columns = sql.join(Object.keys(rows[0]!).map((column) => sql.ref(column)));
  return sql`insert into ${sql.table(table)} (${columns}) select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`;
}

/** Writes rows by the thousand. */
export async function writeRows(tx: Tx, table: keyof Database, rows: readonly Row[]): Promise<void> {
  for (let at = 0; at < rows.length; at += batch) await insertRows(table, rows.slice(at, at + batch)).execute(tx);
}
