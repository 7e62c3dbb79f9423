import { sql } from 'kysely';
import { startWorld, type DealWorld } from '../deals/world.js';
import { atOnce, type TestService } from '../service.js';

/** Drafts of one seller in pairs: for one of them a rival's deal is protected at the same company, for the other nobody's is. */
export interface ProbePair { held: string; free: string }

export interface ProbeWorld {
  world: DealWorld;
  pairs: ProbePair[];
}

/** As many pairs, written straight into the database: what is probed is the submission. */
export async function startProbes(service: TestService, count: number): Promise<ProbeWorld> {
  const world = await startWorld({ rules: { ...atOnce, releaseMinutes: 1_440, automaticApprovals: [{ key: 'all', label: 'All' }] } }, service);
  const { db } = world.test.database;
  const { id: programme } = world.programme;
  const { seller, rival } = world;
  const name = sql`(case k.kind when 'held' then 'Hardt' else 'Fries' end) || ' Werk ' || lpad(n::text, 5, '0')`;
  await sql`insert into customers (programme_id, partner_id, owner_member_id, name, name_sort)
    select ${programme}, ${seller.partnerId}, ${seller.memberId}, ${name}, lower(${name}) from generate_series(1, ${count}::int) n, (values ('held'), ('free')) as k (kind)`.execute(db);
  await sql`insert into deals (programme_id, partner_id, member_id, customer_id, customer_name, name, currency, value_minor, close_on)
    select c.programme_id, c.partner_id, c.owner_member_id, c.id, c.name, 'Probe', 'EUR', 100000, '2030-01-01' from customers c where c.programme_id = ${programme} and c.partner_id = ${seller.partnerId}`.execute(db);
  // The vendor knows each of the companies; at the account of each that is held, the rival's deal is protected.
  await sql`insert into accounts (programme_id, name, name_sort) select programme_id, name, name_sort from customers where programme_id = ${programme} and partner_id = ${seller.partnerId}`.execute(db);
  await sql`insert into customer_accounts (programme_id, customer_id, account_id) select c.programme_id, c.id, a.id from customers c join accounts a on a.programme_id = c.programme_id and a.name = c.name
    where c.programme_id = ${programme} and c.partner_id = ${seller.partnerId}`.execute(db);
  await sql`insert into deals (programme_id, partner_id, member_id, customer_name, name, currency, value_minor, review, protection_state, protection_starts_on, protection_ends_on)
    select ${programme}, ${rival.partnerId}, ${rival.memberId}, a.name, 'Theirs', 'EUR', 100000, 'approved', 'active', '2026-01-01', '2099-01-01' from accounts a where a.programme_id = ${programme} and a.name like 'Hardt%'`.execute(db);
  await sql`insert into deal_accounts (programme_id, deal_id, account_id) select d.programme_id, d.id, a.id from deals d join accounts a on a.programme_id = d.programme_id and a.name = d.customer_name
    where d.programme_id = ${programme} and d.partner_id = ${rival.partnerId}`.execute(db);
  const { rows } = await sql<{ id: string; customer_name: string }>`select id, customer_name from deals where programme_id = ${programme} and partner_id = ${seller.partnerId} order by customer_name`.execute(db);
  const byName = new Map(rows.map((row) => [row.customer_name, row.id]));
  const pairs = Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(5, '0');
    return { held: byName.get(`Hardt Werk ${number}`)!, free: byName.get(`Fries Werk ${number}`)! };
  });
  return { world, pairs };
}
