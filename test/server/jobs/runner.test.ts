import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import type { OpenDatabase } from '../../../src/server/database/open.js';
import type { LogEntry } from '../../../src/server/http/log.js';
import { FileContents } from '../../../src/server/files/contents.js';
import { startJobs, type Job } from '../../../src/server/jobs/runner.js';
import { createTestDatabase, engines } from '../database.js';

/** Looks again and again; what never comes ends with the time of the whole file. */
async function until(condition: () => unknown): Promise<void> {
  while (!(await condition())) await wait(25);
}

for (const engine of engines) {
  describe(`jobs on ${engine}`, () => {
    let database: OpenDatabase;
    let close: () => Promise<void>;
    const log: LogEntry[] = [];
    before(async () => ({ database, close } = await createTestDatabase(engine)));
    after(() => close());
    const start = (...jobs: Job[]) => startJobs({
      database, jobs, log: (entry) => log.push(entry), files: new FileContents({ db: database.db, log: () => undefined, store: undefined, scan: undefined }),
    });
    const waiting = async (name: string) => (await sql<{ seconds: number }>`
      select extract(epoch from start_after - now())::int as seconds from prmkit_jobs.job where name = ${name} and state = 'created'`.execute(database.db)).rows;

    it('run when they are due, once over all processes, and wait for the next time', async () => {
      let runs = 0;
      const job: Job = { name: 'test.once', everySeconds: 3_600, run: async ({ db }) => { runs += (await sql<{ one: number }>`select 1 as one`.execute(db)).rows[0]!.one; } };
      const processes = await Promise.all([start(job), start(job)]);
      await Promise.all(processes.map(({ ready }) => ready));
      await until(() => runs === 1);
      await wait(300);
      await Promise.all(processes.map(({ stop }) => stop()));
      assert.equal(runs, 1);
      const [next, ...more] = await waiting('test.once');
      assert.ok(next!.seconds > 3_500 && next!.seconds <= 3_600, `${next!.seconds} s`);
      assert.deepEqual(more, []);
    });

    it('run at the next start when they fell due while nothing ran', async () => {
      let runs = 0;
      await sql`update prmkit_jobs.job set start_after = now() - interval '1 hour' where name = 'test.once' and state = 'created'`.execute(database.db);
      const jobs = await start({ name: 'test.once', everySeconds: 3_600, run: async () => { runs += 1; } });
      await until(() => runs === 1);
      await jobs.stop();
      assert.equal((await waiting('test.once')).length, 1);
    });

    it('are logged without what the error says, and come again, when they fail', async () => {
      const jobs = await start({ name: 'test.fails', everySeconds: 3_600, run: async () => { throw new Error('name@people.example'); } });
      await until(() => log.some(({ operation, level }) => operation === 'test.fails' && level === 'error'));
      await jobs.stop();
      assert.ok(!JSON.stringify(log).includes('people.example'));
      const { rows } = await sql<{ state: string }>`select state::text from prmkit_jobs.job where name = 'test.fails' order by 1`.execute(database.db);
      assert.deepEqual(rows.map(({ state }) => state).sort(), ['created', 'retry']);
    });

    it('that run are waited for at the stop', async () => {
      let begun = false;
      let ended = false;
      const jobs = await start({ name: 'test.slow', everySeconds: 3_600, run: async () => { begun = true; await wait(700); ended = true; } });
      await until(() => begun);
      await jobs.stop();
      assert.ok(ended);
    });

    it('do not hold up a request: their statements wait for its transaction to end', async () => {
      const seen: number[] = [];
      const jobs = await start({ name: 'test.beside', everySeconds: 3_600, run: async ({ db }) => {
        seen.push((await sql<{ count: number }>`select count(*) as count from programmes where name = 'half'`.execute(db)).rows[0]!.count);
      } });
      await database.db.transaction().execute(async (tx) => {
        await tx.insertInto('programmes').values({ name: 'half', currency: 'EUR', time_zone: 'UTC', settings: '{}' }).execute();
        await wait(500);
        throw new Error('undone');
      }).catch(() => undefined);
      await until(() => seen.length);
      await jobs.stop();
      assert.deepEqual(seen, [0]);
    });
  });
}
