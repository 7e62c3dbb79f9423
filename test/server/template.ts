import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { hashOf, migrate } from '../../src/server/database/migrate.js';
import { migrations } from '../../src/server/database/migrations/all.js';
import { openDatabase } from '../../src/server/database/open.js';

const cache = 'node_modules/.cache/prmkit';

let template: Promise<Blob> | undefined;

/** A migrated, empty database to begin from: a cold start takes PGlite several seconds, a start from this one less than one. */
export const migratedTemplate = (): Promise<Blob> => (template ??= readOrMake());

/** Makes a directory that holds a migrated database: one of prmkit's own making takes seven times as long. */
export async function makeDirectory(directory: string): Promise<void> {
  const pglite = await PGlite.create(directory, { loadDataDir: await migratedTemplate() });
  await pglite.close();
}

/** What a migrated database is kept under: another for other migrations, and for another engine. */
export async function schemaName(engine = ''): Promise<string> {
  const hash = createHash('sha256').update(engine);
  for (const migration of migrations) hash.update(await hashOf(migration));
  return hash.digest('hex').slice(0, 16);
}

async function readOrMake(): Promise<Blob> {
  const { version } = JSON.parse(readFileSync('node_modules/@electric-sql/pglite/package.json', 'utf8')) as { version: string };
  const file = `${cache}/database-${await schemaName(version)}.tar`;
  try {
    return new Blob([readFileSync(file)]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const dump = await make();
  mkdirSync(cache, { recursive: true });
  // Written aside and renamed: another test process never reads half of it.
  const own = `${file}.${process.pid}`;
  writeFileSync(own, Buffer.from(await dump.arrayBuffer()));
  renameSync(own, file);
  return dump;
}

async function make(): Promise<Blob> {
  const pglite = await PGlite.create();
  try {
    await migrate(await openDatabase({ pglite }));
    return await pglite.dumpDataDir('none');
  } finally {
    await pglite.close();
  }
}
