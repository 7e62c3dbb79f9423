import { sql } from 'kysely';
import type { Tx } from '../call.js';

/** A partner and all that stand above it, the nearest first; empty when there is no such partner. */
export async function readLineage(tx: Tx, programmeId: string, partnerId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive lineage (id, parent_id, depth) as (
      select id, parent_id, 1 from partners where programme_id = ${programmeId} and id = ${partnerId}
      union all
      select p.id, p.parent_id, depth + 1 from partners p join lineage l on p.id = l.parent_id where p.programme_id = ${programmeId} and depth < 100)
    select id from lineage order by depth`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Two partners moved below each other at once would make a circle that neither sees: parents change one after the other. */
export async function lockParents(tx: Tx, programmeId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`parents:${programmeId}`}, 0))`.execute(tx);
}

/** Those of some territories that the programme does not have. */
export async function unknownTerritories(tx: Tx, programmeId: string, ids: readonly string[]): Promise<string[]> {
  const known = await tx.selectFrom('territories').select('id').where('programme_id', '=', programmeId).where('id', 'in', [...ids]).execute();
  const found = new Set(known.map(({ id }) => id));
  return ids.filter((id) => !found.has(id));
}
