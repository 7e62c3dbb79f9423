import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from '../database/schema.js';
import { inBatches } from './batches.js';

const many = 2_000;

/** Deletes what is over, a bounded number at a time; rows that another service holds are left to it. */
const deleteOld = (db: Kysely<Database>, table: 'sessions' | 'rate_counters' | 'idempotency_keys', keys: readonly string[], over: RawBuilder<boolean>) => {
  const columns = sql.join(keys.map((key) => sql.ref(key)));
  return inBatches(db, async (tx) => {
    const { numAffectedRows } = await sql`delete from ${sql.table(table)} where (${columns}) in (
      select ${columns} from ${sql.table(table)} where ${over} limit ${sql.lit(many)} for update skip locked)`.execute(tx);
    return Number(numAffectedRows ?? 0n);
  }, many);
};

/** Forgets sessions that ended a day ago, counts of requests an hour old, and signing keys that nothing can still be signed with. */
export async function cleanSessions(db: Kysely<Database>): Promise<void> {
  await deleteOld(db, 'sessions', ['programme_id', 'id'], sql`expires_at < now() - interval '1 day'`);
  await deleteOld(db, 'rate_counters', ['programme_id', 'subject', 'window_start'], sql`window_start < now() - interval '1 hour'`);
  // Whatever an older key signed ended within minutes of the rotation; the hour is for services that read their keys late.
  await sql`update signing_keys k set retired_at = now() where retired_at is null
    and exists (select from signing_keys newer where newer.created_at > k.created_at and newer.created_at < now() - interval '1 hour')`.execute(db);
  await sql`delete from signing_keys where retired_at < now() - interval '1 day'`.execute(db);
}

/** Answers are replayed for a day. */
export const cleanIdempotencyKeys = (db: Kysely<Database>): Promise<void> =>
  deleteOld(db, 'idempotency_keys', ['programme_id', 'subject', 'operation', 'key'], sql`created_at < now() - interval '24 hours'`);
