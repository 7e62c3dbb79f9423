import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { acquireLock, readLock } from '../../../src/server/database/lock.js';
import { openDatabase } from '../../../src/server/database/open.js';
import { holderOf } from '../../../src/server/database/open-directory.js';
import { whole } from '../../whole.js';
import { makeDirectory } from '../template.js';

interface Holder { process: ChildProcess; lines: string[]; said: (pattern: RegExp) => Promise<string> }

/** A process of its own that opens the directory. */
function hold(directory: string, url = ''): Holder {
  const process_ = spawn(process.execPath, ['--import', 'tsx', 'test/server/database/holder.ts', directory, url], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines: string[] = [];
  const reader = createInterface({ input: process_.stdout! });
  reader.on('line', (line) => lines.push(line));
  const said = async (pattern: RegExp) => {
    for (;;) {
      const found = lines.find((line) => pattern.test(line));
      if (found) return found;
      if (process_.exitCode !== null || process_.signalCode !== null) throw new Error(`It ended, having said: ${lines.slice(-3).join(' | ')}`);
      await wait(5);
    }
  };
  return { process: process_, lines, said };
}

async function kill({ process: child }: Holder): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

describe('a directory', () => {
  let home: string;
  let made = 0;
  const place = () => join(home, `data${++made}`);
  /** A directory of its own, made before: the making takes seconds. */
  const ready = () => {
    const directory = place();
    cpSync(join(home, 'made'), directory, { recursive: true });
    return directory;
  };
  before(async () => {
    home = mkdtempSync(join(tmpdir(), 'prmkit-directory-'));
    await makeDirectory(join(home, 'made'));
  });
  after(() => rmSync(home, { recursive: true, force: true }));

  it('keeps its records, and is made where nothing was', async () => {
    const directory = join(place(), 'deep', 'down');
    const first = await openDatabase({ directory });
    await sql`create table kept as select 7 as number`.execute(first.db);
    await first.close();
    const second = await openDatabase({ directory });
    assert.deepEqual((await sql`select number from kept`.execute(second.db)).rows, [{ number: 7 }]);
    await second.close();
    assert.deepEqual(readdirSync(join(directory, '..')), ['down']);
  });

  it('is refused to a second opening in the same process', async () => {
    const directory = ready();
    const first = await openDatabase({ directory });
    await assert.rejects(openDatabase({ directory }), /in use by this process\. Two on one directory would lose records/);
    await first.close();
    await (await openDatabase({ directory })).close();
  });

  it('leaves the process free while a query runs in its thread', async () => {
    const database = await openDatabase({ directory: ready() });
    const slept = sql`select pg_sleep(0.5)`.execute(database.db).then(() => 'slept');
    // A timer that is due comes before any message of the thread, however late the machine gets to both.
    assert.equal(await Promise.race([slept, wait(50, 'answered')]), 'answered');
    await slept;
    await database.close();
  });

  it('tells of a refused value as PostgreSQL does, through the thread', async () => {
    const database = await openDatabase({ directory: ready() });
    await sql`create table one (id int primary key, day date, big bigint)`.execute(database.db);
    const insert = () => sql`insert into one values (1, '2026-03-29', 9000000000000000)`.execute(database.db);
    await insert();
    await assert.rejects(insert(), { code: '23505', constraint: 'one_pkey', table: 'one' });
    assert.deepEqual((await sql`select day, big from one`.execute(database.db)).rows, [{ day: '2026-03-29', big: 9_000_000_000_000_000 }]);
    await assert.rejects(database.db.transaction().execute(async (tx) => {
      await sql`insert into one values (2)`.execute(tx);
      await sql`select 1 / 0`.execute(tx).catch(() => undefined);
    }), 'a commit that kept nothing is said');
    assert.equal((await sql`select id from one`.execute(database.db)).rows.length, 1);
    await database.close();
    await assert.rejects(sql`select 1`.execute(database.db));
  });

  it('is refused where something else stands', async () => {
    const directory = place();
    mkdirSync(directory);
    writeFileSync(join(directory, 'thesis.txt'), '');
    await assert.rejects(openDatabase({ directory }), /is not empty and holds no database of prmkit/);
    assert.deepEqual(readdirSync(directory), ['thesis.txt']);
    assert.ok(!existsSync(`${directory}.lock`));
  });

  it('is refused to a second process, which is told of the first and of its service', async () => {
    const directory = ready();
    const first = hold(directory, 'http://127.0.0.1:4301');
    await first.said(/^open$/);
    const second = hold(directory);
    const refusal = await second.said(/^refused/);
    assert.match(refusal, new RegExp(`data\\d+ is in use by process ${first.process.pid} \\(the service at http://127\\.0\\.0\\.1:4301\\)`));
    const holder = holderOf(directory)!;
    assert.deepEqual([holder.pid, holder.url, holder.operatorToken], [first.process.pid, 'http://127.0.0.1:4301', 'secret']);
    assert.equal(statSync(`${directory}.lock`).mode & 0o777, 0o600);
    first.process.stdin!.end();
    await once(first.process, 'exit');
    assert.equal(holderOf(directory), undefined);
    assert.ok(!existsSync(`${directory}.lock`));
  });

  it('opens after its process was killed, with every acknowledged write', async () => {
    const directory = ready();
    for (let round = 0; round < 3; round++) {
      const writer = hold(directory);
      await writer.said(/^open$/);
      await wait(150);
      await kill(writer);
      const acknowledged = Number(writer.lines.filter((line) => /^\d+$/.test(line)).at(-1) ?? 0);
      const database = await openDatabase({ directory });
      const { rows } = await sql<{ last: number; count: number }>`select coalesce(max(number), 0) as last, count(*) as count from written`.execute(database.db);
      await database.close();
      assert.ok(rows[0]!.last >= acknowledged && rows[0]!.count === rows[0]!.last, `${acknowledged} were acknowledged, ${JSON.stringify(rows[0])} found`);
    }
  });

  it('opens after its process was killed while making it', async () => {
    for (const delay of whole ? [900, 1_700, 2_500] : [1_700]) {
      const directory = place();
      const maker = hold(directory);
      await wait(delay);
      await kill(maker);
      const database = await openDatabase({ directory });
      assert.deepEqual((await sql`select 1 as one`.execute(database.db)).rows, [{ one: 1 }]);
      await database.close();
      const name = directory.split('/').at(-1)!;
      assert.deepEqual(readdirSync(home).filter((entry) => entry.startsWith(`${name}.`)), [], 'leaves nothing half made');
    }
  });
});

describe('a lock', () => {
  let home: string;
  let path: string;
  before(() => { home = mkdtempSync(join(tmpdir(), 'prmkit-lock-')); path = join(home, 'data.lock'); });
  after(() => rmSync(home, { recursive: true, force: true }));

  /** The pid of a process that has ended. */
  const deadPid = async () => {
    const child = spawn(process.execPath, ['-e', '']);
    await once(child, 'exit');
    return child.pid!;
  };

  it('of a process that has ended is taken over', async () => {
    writeFileSync(path, JSON.stringify({ pid: await deadPid(), startedAt: '2026-01-01T00:00:00Z' }));
    assert.equal(readLock(path), undefined);
    const lock = acquireLock(path);
    assert.equal(readLock(path)!.pid, process.pid);
    lock.release();
    assert.deepEqual(readdirSync(home), []);
  });

  it('of a process whose number another has now is taken over', () => {
    writeFileSync(path, JSON.stringify({ pid: process.pid, processStartedAt: 'another boot/1', startedAt: '2026-01-01T00:00:00Z' }));
    if (process.platform !== 'win32') assert.equal(readLock(path), undefined);
    writeFileSync(path, JSON.stringify({ pid: 1, processStartedAt: 'another boot/1', startedAt: '2026-01-01T00:00:00Z' }));
    acquireLock(path).release();
  });

  it('that is empty or none of ours is taken over', () => {
    for (const text of ['', '{', 'null', '{"pid":"x"}', '[]']) {
      writeFileSync(path, text);
      acquireLock(path).release();
    }
    assert.deepEqual(readdirSync(home), []);
  });

  it('goes to one of many that find it stale at once, even where a successor died in the middle', async () => {
    const text = JSON.stringify({ pid: await deadPid(), startedAt: '2026-01-01T00:00:00Z' });
    writeFileSync(path, text);
    // As left by somebody killed between taking the succession and the lock.
    const { createHash } = await import('node:crypto');
    linkSync(path, `${path}.after-${createHash('sha256').update(text).digest('hex').slice(0, 16)}`);
    const script = `import { acquireLock } from './src/server/database/lock.ts';
      try { acquireLock(${JSON.stringify(path)}); console.log('held'); } catch (error) { console.log(error.message); }
      process.stdin.resume();`;
    const children = Array.from({ length: 6 }, () => spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { stdio: ['pipe', 'pipe', 'inherit'] }));
    const outcomes = await Promise.all(children.map(async ({ stdout }) => (await once(createInterface({ input: stdout }), 'line'))[0] as string));
    // Nobody ends before all have tried: the lock of one that has ended would go to the next.
    await Promise.all(children.map((child) => { child.stdin.end(); return once(child, 'close'); }));
    assert.equal(outcomes.filter((outcome) => outcome === 'held').length, 1, outcomes.join('\n'));
    assert.equal(outcomes.filter((outcome) => /in use by process \d+/.test(outcome)).length, 5, outcomes.join('\n'));
    assert.deepEqual(readdirSync(home), ['data.lock']);
    assert.equal((JSON.parse(readFileSync(path, 'utf8')) as { operatorToken?: string }).operatorToken, undefined);
  });
});
