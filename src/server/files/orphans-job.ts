import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { batchSize, inBatches } from '../jobs/batches.js';
import { letGo } from './contents.js';

/** Forgets files that were added to no deal within a day of being declared, and lets their contents go. One that is being added just now is held, and left. */
export const forgetOrphans = (db: Kysely<Database>): Promise<void> => inBatches(db, async (tx) => {
  const { rows } = await sql<{ programme_id: string; content_key: string | null }>`
    delete from files where (programme_id, id) in (
      select programme_id, id from files where deal_id is null and created_at < now() - interval '24 hours' order by created_at limit ${sql.lit(batchSize)} for update skip locked)
    returning programme_id, content_key`.execute(tx);
  for (const { programme_id, content_key } of rows) await letGo(tx, programme_id, [content_key]);
  return rows.length;
});
