import type { Kysely } from 'kysely';
import type { Tx } from '../call.js';
import type { Database } from '../database/schema.js';

/** Rows in one transaction: few enough that nobody waits for them. */
export const batchSize = 100;

/** Does work in one short transaction after another, until one finds less than a batch. */
export async function inBatches(db: Kysely<Database>, work: (tx: Tx) => Promise<number>, size = batchSize): Promise<void> {
  while ((await db.transaction().execute(work)) >= size);
}
