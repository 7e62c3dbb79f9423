import { sql } from 'kysely';
import { startPostgres, type Postgres } from '../scripts/postgres.js';
import type { Tx } from '../src/server/call.js';
import { migrate } from '../src/server/database/migrate.js';
import { openDatabase, type OpenDatabase } from '../src/server/database/open.js';
import { inTenant } from '../src/server/database/tenant.js';
import { saveMatching } from '../src/server/matching/saving.js';
import { defaultSettings } from '../src/server/programme/defaults.js';

/** A programme with accounts, and the vendor's way in: the same role, policies and transaction as a request has. */
export interface Book {
  programmeId: string;
  /** The accounts' ids in the order of the names. */
  ids: string[];
  ask: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
}

const batch = 2_000;

/** Writes an account for each name as the service does, and nothing else. */
export async function fillBook({ db, runScript }: OpenDatabase, names: readonly string[]): Promise<Book> {
  const { id: programmeId } = await db.insertInto('programmes')
    .values({ name: 'Bench', currency: 'EUR', time_zone: 'UTC', settings: JSON.stringify(defaultSettings) as never }).returning('id').executeTakeFirstOrThrow();
  const caller = { role: 'secret_key', programmeId, partnerId: null, memberId: null, subject: 'bench' } as const;
  const ids: string[] = [];
  for (let at = 0; at < names.length; at += batch) {
    const some = names.slice(at, at + batch);
    await inTenant(db, caller, false, async (tx) => {
      const { rows } = await sql<{ id: string }>`insert into accounts (programme_id, name, name_sort)
        select ${programmeId}, name, name from unnest(${some}::text[]) with ordinality as n (name, place) order by place returning id`.execute(tx);
      await saveMatching(tx, programmeId, rows.map(({ id }, index) => ({ id, name: some[index]!, domain: null, country: null, tax_number: null, street: null, postal_code: null })));
      ids.push(...rows.map(({ id }) => id));
    });
  }
  await runScript('vacuum analyze');
  return { programmeId, ids, ask: (work) => inTenant(db, caller, true, work) };
}

/** Opens an empty database of each engine that can be had, PostgreSQL first, and closes it after the work; `onlyBest` leaves it at the first. */
export async function onEngines(work: (database: OpenDatabase, engine: string) => Promise<void>, { onlyBest = false } = {}): Promise<void> {
  const postgres: Postgres | undefined = await startPostgres();
  try {
    if (postgres) {
      const database = await openDatabase({ url: await postgres.createDatabase() });
      await migrate(database);
      await work(database, `PostgreSQL ${postgres.version.split(' ')[0]}`).finally(() => database.close());
      if (onlyBest) return;
    }
    const embedded = await openDatabase({ memory: true });
    await migrate(embedded);
    await work(embedded, 'PGlite').finally(() => embedded.close());
  } finally {
    await postgres?.stop();
  }
}
