import { Kysely, PostgresDialect } from 'kysely';
import type { CustomTypesConfig, QueryResult } from 'pg';
import { importDriver, type OpenDatabase } from './open-database.js';
import type { Database } from './schema.js';

/** bigint as number (counts and minor units stay below 2^53), date as text: pg would make it local midnight. */
const parsers: Record<number, (text: string) => unknown> = { 20: Number, 1082: (text) => text };

/** Opens a PostgreSQL by its URL, and says at once when it cannot be reached or is too old. */
export async function openPostgres(url: string, poolSize = 10): Promise<OpenDatabase> {
  const { default: pg } = await importDriver(() => import('pg'), 'pg');
  const types: CustomTypesConfig = {
    getTypeParser: ((oid: number, format?: 'text') => parsers[oid] ?? pg.types.getTypeParser(oid, format)) as CustomTypesConfig['getTypeParser'],
  };
  const pool = new pg.Pool({
    connectionString: url, max: poolSize, types, application_name: 'prmkit', connectionTimeoutMillis: 10_000,
    // Instants as text look the same everywhere. The pool waits for the promise, whatever its types say.
    onConnect: (client) => client.query(`set time zone 'UTC'`) as unknown as void,
  });
  // An idle connection that the server drops is replaced at the next query; without a handler it would end the process.
  pool.on('error', () => undefined);
  try {
    const { rows: [server] } = await pool.query<{ version: number }>(`select current_setting('server_version_num')::int as version`);
    if (server!.version < 150_000) throw new Error(`prmkit needs PostgreSQL 15 or later; this server is ${Math.floor(server!.version / 10_000)}.`);
  } catch (error) {
    await pool.end();
    throw error;
  }
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  let closed: Promise<void> | undefined;
  return {
    engine: 'postgres',
    db,
    async runScript(text) {
      const client = await pool.connect();
      try {
        const answered = (await client.query(text)) as unknown as QueryResult | QueryResult[];
        client.release();
        return [answered].flat().flatMap((result) => result.rows as Record<string, unknown>[]);
      } catch (error) {
        // It may have left a transaction open: this connection goes.
        client.release(true);
        throw error;
      }
    },
    close: () => (closed ??= pool.end()),
  };
}
