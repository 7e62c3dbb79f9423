import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { acquireLock, readLock, type LockHolder } from './lock.js';
import { importDriver, type OpenDatabase } from './open-database.js';
import { openEmbedded } from './open-pglite.js';
import { startWorker } from './pglite-thread.js';

const lockOf = (directory: string): string => `${directory}.lock`;

/** Who holds a directory now, if anybody does: a command goes through that service instead of opening the directory itself. */
export const holderOf = (directory: string): LockHolder | undefined => readLock(lockOf(resolve(directory)));

/** Opens the embedded PostgreSQL of a directory, in a thread of its own, so that a long query does not stop the service from answering. */
export async function openDirectory(given: string): Promise<OpenDatabase> {
  const directory = resolve(given);
  // Asked here and not in the thread, so that a missing package is said in a sentence.
  await importDriver(() => import('@electric-sql/pglite'), '@electric-sql/pglite');
  mkdirSync(dirname(directory), { recursive: true });
  const lock = acquireLock(lockOf(directory));
  try {
    removeHalfMade(directory);
    if (!existsSync(join(directory, 'PG_VERSION'))) await create(directory);
    const worker = await startWorker({ directory });
    const close = async () => {
      await worker.close();
      lock.release();
    };
    return { ...openEmbedded(worker, close), announce: lock.announce };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Made beside its place and renamed into it: whoever is killed meanwhile leaves nothing that looks like a database. */
async function create(directory: string): Promise<void> {
  if (existsSync(directory) && readdirSync(directory).length) throw new Error(`${directory} is not empty and holds no database of prmkit. Name another directory.`);
  const beside = `${directory}.new-${process.pid}`;
  const worker = await startWorker({ directory: beside });
  await worker.close();
  try {
    renameSync(beside, directory);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EBUSY') throw error;
    throw new Error(`${directory} cannot be replaced, being a mount point. Name a directory inside it.`, { cause: error });
  }
}

/** What a killed process left. Safe under the lock: nobody else is making one. */
function removeHalfMade(directory: string): void {
  for (const name of readdirSync(dirname(directory))) {
    if (name.startsWith(`${basename(directory)}.new-`)) rmSync(join(dirname(directory), name), { recursive: true, force: true });
  }
}
