import type { Hono } from 'hono';
import { reachOf, type ReachOf } from './caller.js';
import { openDatabase, type OpenDatabase } from './database/open.js';
import { migrate } from './database/migrate.js';
import { allHandlers } from './handlers.js';
import { dispatcher } from './http/dispatch.js';
import { logToStdout, type Log } from './http/log.js';
import { RateLimits } from './http/rate-limit.js';
import { allJobs } from './jobs/all.js';
import { startJobs, type RunningJobs } from './jobs/runner.js';
import { openApiDocument } from './openapi.js';
import { SessionTokens } from './sessions/tokens.js';

export interface ServiceOptions {
  /** Where the records are: a directory for the embedded PostgreSQL, the URL of a PostgreSQL, or an open database. */
  database: { directory: string } | { url: string } | { memory: true } | OpenDatabase;
  /** Brings the database up to date first; true unless said. */
  migrate?: boolean;
  /** Opens the operator's operations (programmes, keys) to whoever knows it. None unless given. */
  operatorToken?: string;
  /** What session tokens are made out to; `prmkit` unless said. Set it apart for services that share signing keys. */
  audience?: string;
  /** Requests per minute. 600 for a session and 6,000 for a key unless said. */
  limits?: { perSession?: number; perKey?: number };
  /** Runs due jobs in this process: offers that expire, protections that end, clean-up. True unless said. */
  jobs?: boolean;
  /** Where log entries go; lines of JSON on standard output unless said. */
  log?: Log;
}

/** A running service: give its `fetch` to any server that speaks web-standard requests. */
export interface Service {
  fetch: (request: Request) => Promise<Response>;
  /** Runs all jobs that are due by the database's clock, now. */
  runDueJobs: () => Promise<void>;
  /** Lets running requests end, stops jobs, closes what it opened. */
  close: () => Promise<void>;
}

/** Starts the service on a database. */
export const createService = (options: ServiceOptions): Promise<Service> => assembleService(options, reachOf);

const isOpen = (database: ServiceOptions['database']): database is OpenDatabase => 'db' in database;

/** The same, with the checker of whose data a call may touch as a part: tests replace it, to see that the database holds alone. */
export async function assembleService(options: ServiceOptions, reach: ReachOf): Promise<Service> {
  const log = options.log ?? logToStdout;
  const open = isOpen(options.database) ? options.database : await openDatabase(options.database);
  if (options.migrate ?? true) await migrate(open);
  const tokens = new SessionTokens(open.db, options.audience ?? 'prmkit');
  const app = dispatcher({
    db: open.db, tokens, limits: new RateLimits(open.db, options.limits), operatorToken: options.operatorToken,
    handlers: allHandlers(tokens), reachOf: reach, log,
  });
  let jobs: RunningJobs | undefined;
  addHealth(app, open);
  if (options.jobs ?? true) jobs = await startJobs({ database: open, jobs: allJobs, log });

  const running = new Set<Promise<unknown>>();
  let closing = false;
  return {
    fetch(request) {
      if (closing) return Promise.resolve(new Response(null, { status: 503, headers: { 'retry-after': '5' } }));
      const answer = Promise.resolve(app.fetch(request));
      running.add(answer);
      void answer.finally(() => running.delete(answer)).catch(() => undefined);
      return answer;
    },
    async runDueJobs() {
      for (const job of allJobs) await job.run({ db: open.db, log });
    },
    async close() {
      closing = true;
      await Promise.allSettled(running);
      await jobs?.stop();
      if (!isOpen(options.database)) await open.close();
    },
  };
}

/** `/healthz`: the process answers. `/readyz`: the database does, too. `/v1/openapi.json`: the API document. */
function addHealth(app: Hono, { db }: OpenDatabase): void {
  let document: string | undefined;
  app.get('/healthz', (context) => context.json({ status: 'ok' }));
  app.get('/readyz', async (context) => {
    try {
      await db.selectFrom('prmkit_migrations').select('name').limit(1).execute();
      return context.json({ status: 'ok' });
    } catch {
      return context.json({ status: 'unavailable' }, 503);
    }
  });
  app.get('/v1/openapi.json', () => new Response(document ??= JSON.stringify(openApiDocument()), {
    headers: { 'content-type': 'application/json', 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=300' },
  }));
}
