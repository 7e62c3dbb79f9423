import type { Kysely } from 'kysely';
import type { Lock } from './lock.js';
import type { Database } from './schema.js';

/** An open database. Both engines answer alike: bigint as number, date as text, timestamptz as Date, numeric as text, jsonb as value. */
export interface OpenDatabase {
  engine: 'pglite' | 'postgres';
  db: Kysely<Database>;
  /** Runs several statements without parameters as one, while nothing else runs on the connection; answers with all their rows. */
  runScript(text: string): Promise<Record<string, unknown>[]>;
  /** With a directory: tells other processes how to reach the service that holds it. */
  announce?: Lock['announce'];
  /** Waits for running queries and closes. */
  close(): Promise<void>;
}

/** Drivers are optional: a widget's developer is not made to install a database. */
export async function importDriver<T>(load: () => Promise<T>, name: string): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Error(`This database needs the package ${name}. Run: npm i ${name}`, { cause: error });
  }
}
