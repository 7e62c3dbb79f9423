import { Kysely, PGliteDialect, type PGlite as KyselyPGlite } from 'kysely';
import type { PGlite, Transaction } from '@electric-sql/pglite';
import type { OpenDatabase } from './open-database.js';
import type { Database } from './schema.js';

/** By type number: int8 and date. Left to itself, PGlite makes a BigInt of a large bigint and a Date in UTC of a date. */
export const parsedAs = { 20: 'number', 1082: 'text' } as const;
const parsers = Object.fromEntries(Object.entries(parsedAs).map(([type, kind]) => [type, kind === 'number' ? Number : (text: string) => text]));

type Asked = Pick<Transaction, 'query'>;
type QueryResults = { rows: Record<string, unknown>[]; affectedRows?: number; fields: { name: string; dataTypeID: number }[] };

/** What a PGlite must do for us, in this thread or in another. */
export interface EmbeddedPostgres {
  query(text: string, parameters?: readonly unknown[]): Promise<QueryResults>;
  exec(text: string): Promise<Record<string, unknown>[]>;
  transaction<T>(work: (tx: Pick<EmbeddedPostgres, 'query'>) => Promise<T>): Promise<T>;
}

const ask = async (pglite: Asked, text: string, parameters: readonly unknown[] = []): Promise<QueryResults> => {
  const { rows, affectedRows, fields } = await pglite.query<Record<string, unknown>>(text, [...parameters], { parsers });
  return { rows, affectedRows: affectedRows ?? 0, fields };
};

/** A PGlite in this thread. */
export const inThisThread = (pglite: PGlite): EmbeddedPostgres => ({
  query: (text, parameters) => ask(pglite, text, parameters),
  exec: async (text) => (await pglite.exec(text, { parsers })).flatMap((result) => result.rows as Record<string, unknown>[]),
  transaction: (work) => pglite.transaction((tx) => work({ query: (text, parameters) => ask(tx, text, parameters) })) as ReturnType<typeof work>,
});

/** Kysely over an embedded PostgreSQL. There is one connection, and Kysely's own queue hands it out: inside a transaction use `tx`, never `db`. */
export function openEmbedded(embedded: EmbeddedPostgres, close: () => Promise<void>): OpenDatabase {
  const instance: KyselyPGlite = {
    closed: false,
    ready: true,
    waitReady: Promise.resolve(),
    query: embedded.query as KyselyPGlite['query'],
    transaction: (work) => embedded.transaction((tx) => work({ query: tx.query as KyselyPGlite['query'], rollback: async () => undefined })),
    close,
  };
  const db = new Kysely<Database>({ dialect: new PGliteDialect({ pglite: instance }) });
  let closed: Promise<void> | undefined;
  return {
    engine: 'pglite',
    db,
    // Kysely's connection is held meanwhile, so that a script never lands inside a request's transaction.
    runScript: (text) => db.connection().execute(async () => {
      try {
        return await embedded.exec(text);
      } catch (error) {
        // A script that brought its own BEGIN leaves it open when it fails.
        await embedded.exec('rollback').catch(() => undefined);
        throw error;
      }
    }),
    // Destroying before the first query would do nothing, and close nothing.
    close: () => (closed ??= db.connection().execute(async () => undefined).then(() => db.destroy())),
  };
}

/** A PGlite in this thread. Its maker closes it unless `close` is said. */
export const openInstance = (pglite: PGlite, close = async (): Promise<void> => undefined): OpenDatabase => openEmbedded(inThisThread(pglite), close);
