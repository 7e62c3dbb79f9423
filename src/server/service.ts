import type { Hono } from 'hono';
import { reachOf, type ReachOf } from './caller.js';
import { openDatabase, type OpenDatabase } from './database/open.js';
import { migrate } from './database/migrate.js';
import { openMailer, type EmailOptions } from './email/mailer.js';
import { addUnsubscribing } from './email/unsubscribe-pages.js';
import { FileContents, type Scan } from './files/contents.js';
import { openStore } from './files/open-store.js';
import type { FilePlace } from './files/store.js';
import { allHandlers } from './handlers.js';
import { dispatcher } from './http/dispatch.js';
import { logToStdout, type Log } from './http/log.js';
import { RateLimits } from './http/rate-limit.js';
import { allJobs, deliverOutbox } from './jobs/all.js';
import { run, startJobs, type RunningJobs } from './jobs/runner.js';
import { Soon } from './jobs/soon.js';
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
  /** How e-mails go out; none go unless said. Members are told in the portal either way. */
  email?: EmailOptions;
  /**
   * Where the contents of files are kept: a directory, an S3 bucket, or a store of one's own. `files` within the database's directory unless said;
   * where there is none, no files are taken.
   */
  files?: FilePlace;
  /** Looks for malware in each file that was uploaded. Without it a file may be read as soon as its type is found right. */
  scan?: Scan;
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
  const mailer = options.email && await openMailer(options.email);
  const open = isOpen(options.database) ? options.database : await openDatabase(options.database);
  if (options.migrate ?? true) await migrate(open);
  const place = options.files ?? ('directory' in options.database ? { directory: `${options.database.directory}/files` } : undefined);
  const files = new FileContents({ db: open.db, log, store: place && (await openStore(place)), scan: options.scan });
  const tokens = new SessionTokens(open.db, options.audience ?? 'prmkit');
  const app = dispatcher({
    db: open.db, tokens, limits: new RateLimits(open.db, options.limits), operatorToken: options.operatorToken,
    handlers: allHandlers(tokens, { files, emailAvailable: Boolean(mailer) }), reachOf: reach, log,
  });
  let jobs: RunningJobs | undefined;
  addHealth(app, open);
  addUnsubscribing(app, open.db);
  let delivery: Soon | undefined;
  if (options.jobs ?? true) {
    jobs = await startJobs({ database: open, jobs: allJobs, log, mailer, files });
    delivery = new Soon(() => run(deliverOutbox, { db: open.db, mailer, files, log: (entry) => { if (entry.level === 'error') log(entry); } }));
  }

  const running = new Set<Promise<unknown>>();
  let closing = false;
  return {
    fetch(request) {
      if (closing) return Promise.resolve(new Response(null, { status: 503, headers: { 'retry-after': '5' } }));
      const answer = Promise.resolve(app.fetch(request));
      running.add(answer);
      void answer.finally(() => running.delete(answer)).catch(() => undefined);
      // Whoever is told of a change hears of it at once; should this process end before, the job finds it.
      if (request.method !== 'GET') void answer.then(({ ok }) => ok && delivery?.ask(), () => undefined);
      return answer;
    },
    async runDueJobs() {
      for (const job of allJobs) await job.run({ db: open.db, log, mailer, files });
    },
    async close() {
      closing = true;
      await Promise.allSettled(running);
      await delivery?.stop();
      await jobs?.stop();
      mailer?.close();
      await files.close();
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
