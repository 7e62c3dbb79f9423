import { randomBytes } from 'node:crypto';
import { migrate } from '../../src/server/database/migrate.js';
import { openDatabase, type OpenDatabase } from '../../src/server/database/open.js';
import { migratedTemplate } from './template.js';

export type Engine = 'pglite' | 'postgres';

/** Where a real PostgreSQL stands, if one could be started: a URL whose user may create databases. */
const cluster = process.env.PRMKIT_TEST_POSTGRES;

/** The engines that tests run on: PGlite always, PostgreSQL whenever there is one. */
export const engines: readonly Engine[] = cluster ? ['pglite', 'postgres'] : ['pglite'];

/** A new database without records, migrated unless `bare` is said; `close` removes it. */
export async function createTestDatabase(
  engine: Engine, { bare = false } = {},
): Promise<{ database: OpenDatabase; url?: string; close: () => Promise<void> }> {
  if (engine === 'pglite') {
    const database = await openDatabase({ memory: true, ...(!bare && { template: await migratedTemplate() }) });
    return { database, close: () => database.close() };
  }
  const { default: pg } = await import('pg');
  const name = `prmkit_test_${randomBytes(6).toString('hex')}`;
  const admin = async (statement: string) => {
    const client = new pg.Client({ connectionString: cluster });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await admin(`create database ${name}`);
  const url = new URL(cluster!);
  url.pathname = `/${name}`;
  const database = await openDatabase({ url: url.href });
  if (!bare) await migrate(database);
  return { database, url: url.href, close: async () => { await database.close(); await admin(`drop database if exists ${name} with (force)`); } };
}
