import type { PGlite } from '@electric-sql/pglite';
import { importDriver, type OpenDatabase } from './open-database.js';

/** Where the records are. */
export type DatabasePlace =
  /** A directory for the embedded PostgreSQL; made when it is not there. */
  | { directory: string }
  /** A PostgreSQL of version 15 or later: `postgres://…`. `poolSize` is 10 unless said. */
  | { url: string; poolSize?: number }
  /** Nowhere: gone with the process. `template` is a dump (`pglite.dumpDataDir()`) to begin from. */
  | { memory: true; template?: Blob }
  /** A PGlite that somebody else made and will close: in a browser, say. */
  | { pglite: PGlite };

export type { OpenDatabase };

/** Opens a database without touching what is in it; `migrate` brings it up to date. Loads only the driver that is needed. */
export async function openDatabase(place: DatabasePlace): Promise<OpenDatabase> {
  if ('url' in place) return (await import('./open-postgres.js')).openPostgres(place.url, place.poolSize);
  if ('directory' in place) return (await import('./open-directory.js')).openDirectory(place.directory);
  const { openInstance } = await import('./open-pglite.js');
  if ('pglite' in place) return openInstance(place.pglite);
  const { PGlite } = await importDriver(() => import('@electric-sql/pglite'), '@electric-sql/pglite');
  const pglite = await PGlite.create(place.template && { loadDataDir: place.template });
  return openInstance(pglite, () => pglite.close());
}
