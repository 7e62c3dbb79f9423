/**
 * The service's list of 50 customers against its limit: the same SQL in the same kind of transaction, under the same role
 * and policies, written by hand. Once in process, and once over HTTP, where the limit stands behind a bare Hono route.
 */
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { sql } from 'kysely';
import { Agent, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { migrate } from '../src/server/database/migrate.js';
import { openDatabase, type OpenDatabase } from '../src/server/database/open.js';
import { inTenant } from '../src/server/database/tenant.js';
import { startPostgres } from '../scripts/postgres.js';
import { startService, type Person } from '../test/server/service.js';
import { held, median, rounded, type Row } from './row.js';

const rounds = 9;
const callsPerRound = 60;
const path = '/v1/customers?limit=50&sort=name';
const target = 100_000;

type Contender = () => Promise<unknown>;

/** One partner's customers, put in as the fewest statements can. */
const addCustomers = (database: OpenDatabase, programmeId: string, partnerId: string, count: number): Promise<unknown> =>
  sql`insert into customers (programme_id, partner_id, name, name_sort, city, city_sort, country)
    select ${programmeId}, ${partnerId}, 'Customer ' || n, 'customer ' || lpad(n::text, 8, '0'), 'Kiel', 'kiel', 'DE' from generate_series(1, ${count}::int) n`.execute(database.db);

/** What the list asks, as one would write it by hand. */
const limit = (database: OpenDatabase, programmeId: string, { partnerId, memberId }: Person): Contender => () =>
  inTenant(database.db, { role: 'partner_admin', programmeId, partnerId, memberId, subject: memberId }, true, async (tx) => {
    const { rows } = await sql<object>`select c.id, c.version, c.created_at, c.updated_at, c.name, c.domain, c.country, c.city, c.lifecycle, c.partner_id, c.owner_member_id,
        (select p.name from partners p where p.programme_id = c.programme_id and p.id = c.partner_id) as partner_name,
        (select m.name from members m where m.programme_id = c.programme_id and m.id = c.owner_member_id) as owner_name
      from customers c where c.programme_id = ${programmeId} and c.partner_id = ${partnerId} order by c.name_sort, c.id limit 51`.execute(tx);
    return JSON.stringify(rows);
  });

/** Milliseconds of a call: medians over rounds in which each contender takes its turn. */
async function compare<K extends string>(contenders: Record<K, Contender>): Promise<Record<K, number>> {
  const names = Object.keys(contenders) as K[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>;
  for (let round = -2; round < rounds; round++) {
    for (const name of names) {
      const started = performance.now();
      for (let call = 0; call < callsPerRound; call++) await contenders[name]();
      // The first rounds warm up.
      if (round >= 0) times[name].push((performance.now() - started) / callsPerRound);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times[name])])) as Record<K, number>;
}

async function listening(fetch: (request: Request) => Response | Promise<Response>): Promise<{ url: string; close: () => void }> {
  const server = serve({ fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

const agent = new Agent({ keepAlive: true });
const overHttp = (url: string, token: string): Contender => () => new Promise<void>((resolve, reject) => {
  get(url, { agent, headers: { authorization: `Bearer ${token}` } }, (response) => {
    if (response.statusCode !== 200) reject(new Error(`${url} was answered ${response.statusCode}.`));
    response.resume().once('end', resolve);
  }).once('error', reject);
});

async function measure(database: OpenDatabase, engine: string, counts: readonly number[]): Promise<Row[]> {
  const { service, addProgramme, close } = await startService({ database, log: () => {}, limits: { perSession: 1_000_000_000 } });
  const inProcess = (token: string): Contender => async () => {
    const response = await service.fetch(new Request(`http://service.bench${path}`, { headers: { authorization: `Bearer ${token}` } }));
    if (response.status !== 200) throw new Error(`The list was answered ${response.status}.`);
    return response.text();
  };
  const rows: Row[] = [];
  const times = new Map<number, number>();
  for (const count of counts) {
    const programme = await addProgramme();
    const partnerId = await programme.addPartner('Nordwind');
    const person = await programme.addPerson('partner_admin', partnerId);
    await addCustomers(database, programme.id, partnerId, count);
    await database.runScript('analyze');
    const byHand = limit(database, programme.id, person);
    const time = await compare({ service: inProcess(person.token), byHand });
    times.set(count, time.service);
    if (count !== target) continue;
    rows.push(held(`service, ${engine}: list of 50 out of 100,000 against the same SQL`, rounded(time.service / time.byHand, 2), '×', 1.5, `${rounded(time.service, 2)} ms, by hand ${rounded(time.byHand, 2)} ms`));

    const whole = await listening(service.fetch);
    const bare = await listening(new Hono().get('/', async (context) => context.body(await byHand() as string, 200, { 'content-type': 'application/json' })).fetch as typeof service.fetch);
    const wire = await compare({ service: overHttp(`${whole.url}${path}`, person.token), byHand: overHttp(`${bare.url}/`, person.token) });
    rows.push({ name: `service, ${engine}: the same over HTTP against a bare Hono route`, value: rounded(wire.service / wire.byHand, 2), unit: '×', note: `${rounded(wire.service, 2)} ms, bare ${rounded(wire.byHand, 2)} ms` });
    whole.close();
    bare.close();
  }
  const [least, most] = [counts[0]!, counts.at(-1)!];
  rows.push({ name: `service, ${engine}: ${most.toLocaleString('en')} against ${least.toLocaleString('en')} rows`, value: rounded(times.get(most)! / times.get(least)!, 2), unit: '×', note: 'flat is 1' });
  await close();
  return rows;
}

/** On PGlite always, on PostgreSQL when one can be started. `large` goes up to a million rows. */
export async function run({ large }: { large: boolean }): Promise<Row[]> {
  const counts = [1_000, target, ...(large ? [1_000_000] : [])];
  const embedded = await openDatabase({ memory: true });
  const rows = await measure(embedded, 'PGlite', counts);
  await embedded.close();
  const postgres = await startPostgres();
  if (!postgres) return rows;
  try {
    const database = await openDatabase({ url: await postgres.createDatabase() });
    await migrate(database);
    rows.push(...(await measure(database, `PostgreSQL ${postgres.version.split(' ')[0]}`, counts)));
    await database.close();
  } finally {
    agent.destroy();
    await postgres.stop();
  }
  return rows;
}
