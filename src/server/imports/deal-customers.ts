import { sql } from 'kysely';
import { customerWords } from '../customers/queries.js';
import { sortKey } from '../database/words.js';
import { insertMany, newIds } from './bulk.js';
import type { ImportContext, Imported, RowOf } from './importer.js';
import { axesOf } from './deal-rules.js';

type DealRow = RowOf<'deals'>;

export interface DealCustomer {
  id: string;
  name: string;
}

interface NewCustomer extends DealCustomer {
  partnerId: string;
  ownerId: string | null;
  externalKey: string | null;
  city: string | null;
  country: string | null;
  sold: boolean;
}

/** The key of the customer that a partner is itself, where it buys for its own store. */
const ownKey = (partnerKey: string) => `partner:${partnerKey}`;
const byName = (partnerId: string, nameSort: string) => `${partnerId} ${nameSort}`;

/**
 * Each row's customer: the one named by its key, the partner's own of that very name, or the partner itself. Those that are not there yet are
 * made, each once, with their history.
 */
export async function findOrCreateCustomers(rows: readonly DealRow[], context: ImportContext): Promise<{ customers: DealCustomer[]; imported: Imported[] }> {
  const { tx, keys, programme } = context;
  await keys.load(tx, programme.id, 'customers', rows.filter((row) => !row.customerKey && !row.customerName).map((row) => ownKey(row.partnerKey)));
  const named = await findByName(rows, context);
  const made: NewCustomer[] = [];

  const customers = rows.map((row): DealCustomer => {
    if (row.customerKey) return shown(keys.must('customers', row.customerKey));
    const partner = keys.must('partners', row.partnerKey);
    const name = row.customerName ?? partner.name!;
    const place = row.customerName ? byName(partner.id, sortKey(name)) : ownKey(row.partnerKey);
    const known = named.get(place) ?? (row.customerName ? undefined : keys.get('customers', place));
    if (known) return shown(known);
    const customer: NewCustomer = {
      id: '', name, partnerId: partner.id, ownerId: keys.get('members', row.memberKey)?.id ?? null, sold: axesOf(row).stage === 'closed_won',
      externalKey: row.customerName ? null : place, city: row.customerName ? null : partner.city, country: row.customerName ? null : partner.country,
    };
    made.push(customer);
    named.set(place, customer);
    return customer;
  });
  return { customers, imported: await create(made, context) };
}

const shown = (record: { id: string; name: string | null }): DealCustomer => record as DealCustomer;

async function findByName(rows: readonly DealRow[], { tx, keys, programme }: ImportContext): Promise<Map<string, DealCustomer>> {
  const wanted = rows.flatMap(({ partnerKey, customerName }) => (customerName ? [{ partner_id: keys.must('partners', partnerKey).id, name_sort: sortKey(customerName) }] : []));
  if (!wanted.length) return new Map();
  const { rows: found } = await sql<DealCustomer & { partner_id: string; name_sort: string }>`
    select distinct on (c.partner_id, c.name_sort) c.id, c.name, c.partner_id, c.name_sort
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w (partner_id text, name_sort text)
    join customers c on c.programme_id = ${programme.id} and c.partner_id = w.partner_id and c.name_sort = w.name_sort
    order by c.partner_id, c.name_sort, c.id`.execute(tx);
  return new Map(found.map(({ partner_id, name_sort, ...customer }) => [byName(partner_id, name_sort), customer]));
}

async function create(made: NewCustomer[], { tx, programme }: ImportContext): Promise<Imported[]> {
  const ids = await newIds(tx, 'customer', made.length);
  made.forEach((customer, index) => { customer.id = ids[index]!; });
  await insertMany(tx, 'customers', made.map((customer) => ({
    programme_id: programme.id, id: customer.id, external_key: customer.externalKey, partner_id: customer.partnerId, owner_member_id: customer.ownerId,
    name: customer.name, name_sort: sortKey(customer.name), words: customerWords(customer, []), city: customer.city, city_sort: sortKey(customer.city),
    country: customer.country, lifecycle: customer.sold ? 'sold' : 'acquired',
  })));
  return made.map(({ id, partnerId, ownerId }) => ({ recordType: 'customer', recordId: id, partnerId, ownerMemberId: ownerId, audience: 'partner' }));
}
