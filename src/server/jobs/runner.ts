import { CompiledQuery, type Kysely } from 'kysely';
import type { PgBoss } from 'pg-boss';
import { importDriver, type OpenDatabase } from '../database/open-database.js';
import type { Database } from '../database/schema.js';
import type { Mailer } from '../email/mailer.js';
import type { FileContents } from '../files/contents.js';
import { describeError, type Log } from '../http/log.js';

/** What a job works with: outside any request's transaction, with the service's rights over all programmes. */
export interface JobContext {
  db: Kysely<Database>;
  log: Log;
  /** Where the service sends e-mail; nothing where it sends none. */
  mailer?: Mailer | undefined;
  files: FileContents;
}

/** Something that must happen later. It looks for what is due by the database's clock, so it may run at any time and any number of times. */
export interface Job {
  /** `leads.expire` */
  name: string;
  /** How long after one look the next is due. */
  everySeconds: number;
  run(context: JobContext): Promise<void>;
}

export interface JobsOptions {
  database: OpenDatabase;
  jobs: readonly Job[];
  log: Log;
  mailer?: Mailer | undefined;
  files: FileContents;
}

export interface RunningJobs {
  /** Settles once the queues stand; requests are answered before. */
  ready: Promise<void>;
  /** Takes no more jobs and waits for those that run. */
  stop(): Promise<void>;
}

/** Seconds between looks at a queue. */
const pollingIntervalSeconds = 5;
/** One waits and one runs at a time, over all processes. One that died running is taken up again after `expireInSeconds`. */
const queueOptions = { policy: 'stately', retryLimit: 3, retryDelay: 5, expireInSeconds: 300, retentionSeconds: 30 * 86_400, deleteAfterSeconds: 3_600 } as const;

/**
 * Runs jobs when they are due, durably: pg-boss keeps them in a schema of its own in the same database. Each run begins by putting the next one
 * into the queue, so there always is one, whatever becomes of this.
 */
export async function startJobs({ database, jobs, log, mailer, files }: JobsOptions): Promise<RunningJobs> {
  const { PgBoss: Boss } = await importDriver(() => import('pg-boss'), 'pg-boss');
  const boss: PgBoss = new Boss({
    schema: 'prmkit_jobs', backend: database.engine, db: { executeSql: executor(database) },
    schedule: false, registerInstance: false, openTelemetry: { enabled: false }, reindex: false, monitorVacuum: false,
  });
  const say = (level: 'warn' | 'error', event: string, thrown: unknown) =>
    log({ time: new Date().toISOString(), level, event, error: describeError(thrown) });
  boss.on('error', (error) => say('error', 'jobs', error));
  boss.on('warning', (warning) => say('warn', 'jobs', Object.assign(new Error(warning.message), { name: 'JobsWarning' })));

  let stopped = false;
  const begin = async () => {
    await boss.start();
    for (const job of jobs) {
      if (stopped) return;
      await boss.createQueue(job.name, queueOptions);
      // Refused where one waits already: then that one is due in its time, or was while no service ran. And where another process that starts
      // now was quicker: its first run may already be under way and about to put the next one in.
      await boss.send(job.name, null, { singletonSeconds: job.everySeconds });
      await boss.work(job.name, { pollingIntervalSeconds }, async () => {
        await boss.send(job.name, null, { startAfter: job.everySeconds });
        await run(job, { db: database.db, log, mailer, files });
      });
    }
  };
  const ready = begin();
  // Said in the log, and heard by whoever awaits it: the service answers requests without its jobs.
  ready.catch((error: unknown) => say('error', 'jobs.start', error));
  return {
    ready,
    async stop() {
      stopped = true;
      await ready.catch(() => undefined);
      await boss.stop({ graceful: true, timeout: 10_000 });
    },
  };
}

/** Milliseconds from which a run that went well is worth a line: dozens a minute would hide the requests. */
const noteworthy = 1_000;

export async function run(job: Job, context: JobContext): Promise<void> {
  const { log } = context;
  const started = performance.now();
  const line = () => ({ time: new Date().toISOString(), operation: job.name, ms: Math.round(performance.now() - started) });
  try {
    await job.run(context);
    if (line().ms >= noteworthy) log({ ...line(), level: 'info', event: 'job' });
  } catch (error) {
    log({ ...line(), level: 'error', event: 'job', error: describeError(error) });
    throw error;
  }
}

/** pg-boss asks through the same queue as everybody, so that on PGlite none of its statements lands inside a request's transaction. */
const executor = ({ db, runScript }: OpenDatabase) => async (text: string, values?: unknown[]) =>
  (values?.length ? { rows: (await db.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text, values))).rows as Record<string, unknown>[] } : { rows: await runScript(text) });
