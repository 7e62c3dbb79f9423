import { sql, type Transaction } from 'kysely';
import type { Database } from './schema.js';
import { migrations as allMigrations } from './migrations/all.js';
import type { Migration } from './migrations/migration.js';
import type { OpenDatabase } from './open.js';
import { ensureRoles } from './roles.js';

/** Any number, as long as nobody else takes it: whoever holds it migrates. */
const lockKey = 7_776_101_337;

/** Brings a database up to date and tells what it applied. Safe to run twice, and by two at once: the second waits and finds nothing to do. */
export async function migrate(open: OpenDatabase, migrations: readonly Migration[] = allMigrations): Promise<string[]> {
  return open.db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(lockKey)})`.execute(tx);
    const applied = await readApplied(tx);
    const pending = await compare(applied, migrations);
    // Even with nothing to apply: the service may sign in as somebody else than who migrated.
    await ensureRoles(tx);
    if (!pending.length) return [];
    await sql`create table if not exists prmkit_migrations (name text primary key, hash text not null, applied_at timestamptz not null default now())`.execute(tx);
    for (const migration of pending) {
      for (const statement of migration.statements) await sql.raw(statement).execute(tx);
      await tx.insertInto('prmkit_migrations').values({ name: migration.name, hash: await hashOf(migration) }).execute();
    }
    return pending.map(({ name }) => name);
  });
}

async function readApplied(tx: Transaction<Database>): Promise<Map<string, string>> {
  const { rows: [known] } = await sql<{ exists: boolean }>`select to_regclass('prmkit_migrations') is not null as exists`.execute(tx);
  if (!known!.exists) return new Map();
  const rows = await tx.selectFrom('prmkit_migrations').select(['name', 'hash']).execute();
  return new Map(rows.map(({ name, hash }) => [name, hash]));
}

/** The migrations still to run; refuses a database that this code does not know. */
async function compare(applied: Map<string, string>, migrations: readonly Migration[]): Promise<Migration[]> {
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = [...applied.keys()].filter((name) => !known.has(name));
  if (unknown.length) throw new Error(`The database is newer than this version of prmkit: it has had ${unknown.join(', ')}. Update prmkit.`);
  for (const migration of migrations) {
    const hash = applied.get(migration.name);
    if (hash !== undefined && hash !== (await hashOf(migration))) {
      throw new Error(`The database was made by another build of prmkit: its ${migration.name} is not the one known here. Use that build, or start with a new database.`);
    }
  }
  return migrations.filter(({ name }) => !applied.has(name));
}

/** The same in Node and in a browser. */
export async function hashOf({ statements }: Migration): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(statements.join(';\n')));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
