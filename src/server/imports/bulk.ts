import { sql, type Insertable } from 'kysely';
import { idPrefixes, type IdKind } from '../../contract/index.js';
import type { Tx } from '../call.js';
import type { Database } from '../database/schema.js';
import { enqueue } from '../database/outbox.js';
import type { ImportContext, Imported } from './importer.js';

/** New ids of one kind, made by the database as for every record. */
export async function newIds(tx: Tx, kind: IdKind, count: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select new_id(${idPrefixes[kind]}) as id from generate_series(1, ${count}::int)`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Inserts many rows with one statement and one parameter. Every row has the columns of the first; those that none has get their defaults. */
export async function insertMany<T extends keyof Database>(tx: Tx, table: T, rows: readonly Insertable<Database[T]>[]): Promise<void> {
  if (!rows.length) return;
  const columns = sql.join(Object.keys(rows[0]!).map((column) => sql.ref(column)));
  await sql`insert into ${sql.table(table)} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(tx);
}

/** One history entry for each record, and one event for all of them. */
export async function rememberImported({ tx, caller, requestId }: ImportContext, kind: string, records: readonly Imported[]): Promise<void> {
  await insertMany(tx, 'history', records.map((record) => ({
    programme_id: caller.programmeId, record_type: record.recordType, record_id: record.recordId, partner_id: record.partnerId ?? null,
    owner_member_id: record.ownerMemberId ?? null, actor_member_id: caller.memberId, actor_role: caller.role, action: 'imported',
    request_id: requestId, audience: record.audience,
  })));
  await enqueue(tx, { programmeId: caller.programmeId, event: 'import.applied', payload: { kind, records: records.length } });
}
