import { randomBytes } from 'node:crypto';
import { migrate } from '../../src/server/database/migrate.js';
import { openDatabase, type OpenDatabase } from '../../src/server/database/open.js';
import { migratedTemplate, schemaName } from './template.js';

export type Engine = 'pglite' | 'postgres';

/** Where a real PostgreSQL stands, if one could be started: a URL whose user may create databases. */
const cluster = process.env.PRMKIT_TEST_POSTGRES;

/** The engines that tests run on: PGlite always, PostgreSQL whenever there is one. What needs but one takes the last, which is the quicker. */
export const engines: readonly Engine[] = cluster ? ['pglite', 'postgres'] : ['pglite'];

/** A new database without records, migrated unless `bare` is said; `close` removes it. */
export async function createTestDatabase(
  engine: Engine, { bare = false } = {},
): Promise<{ database: OpenDatabase; url?: string; close: () => Promise<void> }> {
  if (engine === 'pglite') {
    const database = await openDatabase({ memory: true, ...(!bare && { template: await migratedTemplate() }) });
    return { database, close: () => database.close() };
  }
  const name = `prmkit_test_${randomBytes(6).toString('hex')}`;
  // Migrating each would take longer than most tests; the first that needs a migrated one makes it, and in a cluster that somebody named it stays.
  const migrated = bare ? 'template1' : `prmkit_test_${await schemaName()}`;
  const copy = () => administer(`create database ${name} template ${migrated}`);
  await copy().catch(async (error: { code?: string }) => {
    if (error.code !== '3D000') throw error;
    await makeMigrated(migrated);
    await copy();
  });
  const database = await openDatabase({ url: urlOf(name) });
  return { database, url: urlOf(name), close: async () => { await database.close(); await administer(`drop database if exists ${name} with (force)`); } };
}

async function makeMigrated(wanted: string): Promise<void> {
  const name = `${wanted}_${randomBytes(6).toString('hex')}`;
  await administer(`create database ${name}`);
  const database = await openDatabase({ url: urlOf(name) });
  await migrate(database);
  await database.close();
  // Somebody else was quicker: then this one is not needed.
  await administer(`alter database ${name} rename to ${wanted}`).catch(() => administer(`drop database ${name}`));
}

function urlOf(name: string): string {
  const url = new URL(cluster!);
  url.pathname = `/${name}`;
  return url.href;
}

async function administer(statement: string): Promise<void> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: cluster });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
