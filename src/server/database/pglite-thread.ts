import { Worker } from 'node:worker_threads';
import { parsedAs, type EmbeddedPostgres } from './open-pglite.js';

// Apart from the `new URL`, so that no bundler tries to follow it: the build has the file as an entry of its own.
const workerFile = './pglite-worker.js';

type Request =
  | { kind: 'ready' | 'commit' | 'close' }
  | { kind: 'query'; text: string; parameters: readonly unknown[] }
  | { kind: 'exec'; text: string };

interface Answer {
  id: number;
  value?: unknown;
  error?: { message: string; fields: Record<string, unknown> };
}

export interface PGliteThread extends EmbeddedPostgres {
  close(): Promise<void>;
}

/** An error of PostgreSQL from the other thread, with what a caller may act on. */
class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
}

/** Starts PGlite on a directory in a thread of its own. */
export async function startWorker({ directory }: { directory: string }): Promise<PGliteThread> {
  const worker = new Worker(new URL(workerFile, import.meta.url), { workerData: { directory, parsedAs } });
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let ended: Error | undefined;
  let last = 0;

  const fail = (error: Error) => {
    ended ??= error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('The embedded database has been closed.')));
  worker.on('message', ({ id, value, error }: Answer) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    // Nothing is awaited: let the process end.
    if (!waiting.size) worker.unref();
    if (error) asked?.reject(Object.assign(new DatabaseError(error.message), error.fields));
    else asked?.resolve(value as never);
  });

  const send = <T>(request: Request): Promise<T> => new Promise<T>((resolve, reject) => {
    if (ended) return reject(ended);
    worker.ref();
    waiting.set(++last, { resolve, reject });
    worker.postMessage({ id: last, request });
  });

  const query: EmbeddedPostgres['query'] = (text, parameters = []) => send({ kind: 'query', text, parameters });
  await send({ kind: 'ready' });
  return {
    query,
    exec: (text) => send({ kind: 'exec', text }),
    // Kysely hands the connection to one at a time, so the transaction needs no lock of its own here.
    async transaction(work) {
      await query('begin');
      let result;
      try {
        result = await work({ query });
      } catch (error) {
        await query('rollback');
        throw error;
      }
      await send({ kind: 'commit' });
      return result;
    },
    async close() {
      if (!ended) await send({ kind: 'close' });
      await worker.terminate();
    },
  };
}
