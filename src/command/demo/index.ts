import { sql } from 'kysely';
import type { Tx } from '../../server/call.js';
import { sortKey, wordsOf } from '../../server/database/words.js';
import type { OpenDatabase } from '../../server/database/open.js';
import { saveMatching, type MatchedBy } from '../../server/matching/saving.js';
import { makeSecretKey } from '../../server/sessions/tokens.js';
import { planAccounts } from './accounts.js';
import { calendarOf, dayLength } from './calendar.js';
import { planCustomers } from './customers.js';
import { planDeals, planRivalClaims, planScriptedDeals } from './deals.js';
import { planLeads, planScriptedLeads } from './leads.js';
import { planPeople, vendorName } from './people.js';
import type { Plan } from './plan.js';
import { products, territories } from './products.js';
import { chanceFrom, idAt } from './random.js';
import { demoRules, demoSettings } from './settings.js';
import { insertRows, writeRows } from './write.js';

export interface DemoProgramme {
  programmeId: string;
  /** For the site's back end. It is stored hashed: nobody can read it again. */
  secretKey: string;
}

const timeZone = 'Europe/Berlin';

/**
 * Writes the demonstration programme into a migrated database: Varnholt, its 40 partners and 200 members, 12,000 customers, 1,500 leads and
 * 2,500 deals of the eighteen months up to today. `scale` makes fewer of all; `seed` makes others. All of it or nothing.
 */
export async function seedDemo({ db }: OpenDatabase, { scale = 1, seed = 1 }: { scale?: number; seed?: number } = {}): Promise<DemoProgramme> {
  const many = (count: number, fewest: number) => Math.max(fewest, Math.round(count * scale));
  return db.transaction().execute(async (tx) => {
    const { rows: [clock] } = await sql<{ now: Date }>`select now() as now`.execute(tx);
    const { id: programmeId } = await tx.insertInto('programmes')
      .values({ name: vendorName, currency: 'EUR', time_zone: timeZone, settings: JSON.stringify(demoSettings) as never }).returning('id').executeTakeFirstOrThrow();
    const plan = emptyPlan(programmeId, clock!.now.getTime(), seed);
    planPeople(plan, { partners: many(40, 4), members: many(200, 24) });
    planScriptedLeads(plan);
    planLeads(plan, many(1_500, 30) - plan.rows.leads.length);
    planCustomers(plan, many(12_000, 60));
    planScriptedDeals(plan);
    planRivalClaims(plan);
    planDeals(plan, Math.max(many(2_500, 50) - plan.rows.deals.length, 0));
    planAccounts(plan);
    await writePlan(tx, plan);
    await tx.insertInto('programme_rules').values({ programme_id: programmeId, version: 1, rules: JSON.stringify(demoRules(plan)) }).execute();
    return { programmeId, secretKey: await addKey(tx, programmeId) };
  });
}

function emptyPlan(programmeId: string, now: number, seed: number): Plan {
  const chance = chanceFrom(seed);
  const begins = now - 547 * dayLength;
  const stamp = (prefix: string, name: string, ...more: string[]) => {
    const at = begins - 30 * dayLength;
    const instant = new Date(at).toISOString();
    return { programme_id: programmeId, id: idAt(chance, prefix, at), created_at: instant, updated_at: instant, name, name_sort: sortKey(name), words: wordsOf(name, ...more) };
  };
  const territoryRows = territories.map(([key, name, region]) => ({ ...stamp('ter', name, region), region, country: null, external_key: key }));
  const productRows = products.map(([name, code, category, price]) => ({
    ...stamp('prd', name, code, category), code, category, list_price_minor: price * 100, currency: 'EUR', status: 'active', external_key: code,
  }));
  return {
    programmeId, chance, begins, calendar: calendarOf(now, timeZone),
    territories: territoryRows.map(({ id }, index) => ({ id, countries: territories[index]![3] })),
    products: productRows.map(({ id, name }, index) => ({ id, name, price: products[index]![3] })),
    partners: [], vendorPeople: [], customers: new Map(),
    rows: {
      territories: territoryRows, products: productRows, partners: [], members: [], accounts: [], customers: [], contacts: [], customer_accounts: [],
      leads: [], lead_offers: [], deals: [], deal_lines: [], deal_accounts: [], history: [],
    },
  };
}

async function writePlan(tx: Tx, { programmeId, rows }: Plan): Promise<void> {
  for (const table of ['territories', 'products', 'partners', 'members', 'accounts', 'customers', 'contacts', 'customer_accounts'] as const) await writeRows(tx, table, rows[table]);
  await saveMatching(tx, programmeId, rows.accounts.map((account) => ({ tax_number: null, street: null, postal_code: null, ...account }) as unknown as MatchedBy));
  // A converted lead names its deal and the deal its lead: in one statement, keys are checked at its end.
  await sql`with first as (${insertRows('leads', rows.leads)}) ${insertRows('deals', rows.deals)}`.execute(tx);
  for (const table of ['lead_offers', 'deal_lines', 'deal_accounts', 'history'] as const) await writeRows(tx, table, rows[table]);
}

async function addKey(tx: Tx, programmeId: string): Promise<string> {
  const { rows: [made] } = await sql<{ id: string }>`select new_id('key') as id`.execute(tx);
  const { secretKey, hash } = makeSecretKey(made!.id);
  await tx.insertInto('secret_keys').values({ programme_id: programmeId, id: made!.id, name: 'Demonstration site', hash }).execute();
  return secretKey;
}
