import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from './schema.js';

/** What others may want to know of: `deal.submitted`, with ids alone. */
export interface OutgoingEvent {
  programmeId: string;
  event: string;
  payload: Record<string, unknown>;
}

/** An event on its way. The same id may come twice: once is promised, only once is not. */
export interface DeliveredEvent extends OutgoingEvent {
  id: string;
  createdAt: Date;
}

export type EventHandler = (event: DeliveredEvent) => Promise<void>;

/** Writes an event in the transaction of the change that it tells of: there is neither without the other. */
export async function enqueue(tx: Transaction<Database>, { programmeId, event, payload }: OutgoingEvent): Promise<void> {
  await tx.insertInto('outbox').values({ programme_id: programmeId, event, payload: JSON.stringify(payload) }).execute();
}

/** Seconds that a process has for the events it claimed, before another may take them for lost. */
const claim = 300;
const batch = 100;
const longestWait = 3_600;

/**
 * Hands each due event to every handler, at least once, the oldest first, and tells how many went. An event is claimed in one short statement and
 * handed over outside any transaction; one whose handler fails comes again, after longer and longer.
 */
export async function deliverEvents(db: Kysely<Database>, handlers: readonly EventHandler[]): Promise<number> {
  if (!handlers.length) {
    const { numUpdatedRows } = await db.updateTable('outbox').set({ delivered_at: sql`now()` }).where('delivered_at', 'is', null).executeTakeFirst();
    return Number(numUpdatedRows);
  }
  let delivered = 0;
  for (;;) {
    const events = await claimEvents(db);
    if (!events.length) return delivered;
    for (const { attempts, ...event } of events) {
      // All have ended before the event may come again: one that is still at work would meet itself.
      const ends = await Promise.allSettled(handlers.map((handler) => handler(event)));
      const outcome = ends.every(({ status }) => status === 'fulfilled') ? 'delivered' : 'failed';
      await db.updateTable('outbox')
        .set(outcome === 'delivered' ? { delivered_at: sql`now()` } : { next_attempt_at: sql`now() + make_interval(secs => ${Math.min(2 ** attempts * 5, longestWait)})` })
        .where('programme_id', '=', event.programmeId).where('id', '=', event.id).execute();
      if (outcome === 'delivered') delivered += 1;
    }
  }
}

async function claimEvents(db: Kysely<Database>): Promise<(DeliveredEvent & { attempts: number })[]> {
  const { rows } = await sql<{ programme_id: string; id: string; event: string; payload: Record<string, unknown>; created_at: Date; attempts: number }>`
    with due as (
      select programme_id, id from outbox where delivered_at is null and next_attempt_at <= now()
      order by created_at, id limit ${sql.lit(batch)} for update skip locked),
    claimed as (
      update outbox o set attempts = attempts + 1, next_attempt_at = now() + make_interval(secs => ${sql.lit(claim)})
      from due where o.programme_id = due.programme_id and o.id = due.id
      returning o.programme_id, o.id, o.event, o.payload, o.created_at, o.attempts)
    select * from claimed order by created_at, id`.execute(db);
  return rows.map((row) => ({
    programmeId: row.programme_id, id: row.id, event: row.event, payload: row.payload, createdAt: row.created_at, attempts: row.attempts,
  }));
}

/** Deletes what was delivered longer ago than `days`. */
export async function forgetDelivered(db: Kysely<Database>, days = 7): Promise<void> {
  await sql`delete from outbox where delivered_at < now() - make_interval(days => ${days})`.execute(db);
}
