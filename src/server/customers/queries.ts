import { sql, type SelectQueryBuilder } from 'kysely';
import type { Customer, CustomerRow, customerSorts } from '../../contract/index.js';
import { allowedNames } from '../actions.js';
import type { Call, Tx } from '../call.js';
import { isVendor, type Caller } from '../caller.js';
import type { Database } from '../database/schema.js';
import { wordsOf } from '../database/words.js';
import type { Order } from '../keyset.js';
import { customerAvailability } from './rules.js';

export type Seen = Pick<Call, 'tx' | 'caller' | 'reach'>;
type Filtered = SelectQueryBuilder<Database, 'customers', object>;

/** The customers the caller may see. */
export function visibleCustomers({ tx, caller, reach }: Seen): Filtered {
  let rows = tx.selectFrom('customers').where('customers.programme_id', '=', caller.programmeId);
  if (reach.partnerId) rows = rows.where('customers.partner_id', '=', reach.partnerId);
  if (reach.memberId) rows = rows.where('customers.owner_member_id', '=', reach.memberId);
  return rows;
}

/** Names come by sub-select: they are looked up for the rows of the page alone. */
export const selectRow = (query: Filtered) => query.select([
  'customers.id', 'customers.version', 'customers.created_at', 'customers.updated_at', 'customers.name', 'customers.domain', 'customers.country',
  'customers.city', 'customers.lifecycle', 'customers.partner_id', 'customers.owner_member_id',
  sql<string>`(select p.name from partners p where p.programme_id = customers.programme_id and p.id = customers.partner_id)`.as('partner_name'),
  sql<string | null>`(select m.name from members m where m.programme_id = customers.programme_id and m.id = customers.owner_member_id)`.as('owner_name'),
]);

const selectWhole = (query: Filtered) => selectRow(query).select([
  'customers.street', 'customers.postal_code', 'customers.state', 'customers.phone', 'customers.industry', 'customers.tax_number', 'customers.note', 'customers.external_key',
]);

type Row = Awaited<ReturnType<ReturnType<typeof selectRow>['executeTakeFirstOrThrow']>>;
export type WholeRow = Awaited<ReturnType<ReturnType<typeof selectWhole>['executeTakeFirstOrThrow']>>;

export const findCustomer = (call: Seen, customerId: string): Promise<WholeRow | undefined> =>
  selectWhole(visibleCustomers(call).where('customers.id', '=', customerId)).executeTakeFirst();

/** The same, held until the transaction ends. */
export const lockCustomer = (call: Seen, customerId: string): Promise<WholeRow | undefined> =>
  selectWhole(visibleCustomers(call).where('customers.id', '=', customerId)).forUpdate().executeTakeFirst();

const sortColumns = { name: { column: 'customers.name_sort', cast: 'text' }, city: { column: 'customers.city_sort', cast: 'text' }, updatedAt: { column: 'customers.updated_at', cast: 'timestamptz' } } as const;

/** `-city` → by city, the other way round, and by id where cities are alike. */
export function orderOf(sort: (typeof customerSorts)[number]): Order {
  const { column, cast } = sortColumns[sort.replace('-', '') as keyof typeof sortColumns];
  return { name: sort, descending: sort.startsWith('-'), columns: [{ sql: sql.ref(column), cast }, { sql: sql.ref('customers.id'), cast: 'text' }] };
}

const base = (row: Row) => ({
  id: row.id, version: row.version, createdAt: row.created_at.toISOString(), updatedAt: row.updated_at.toISOString(),
  name: row.name, domain: row.domain, country: row.country, city: row.city, lifecycle: row.lifecycle,
  partner: { id: row.partner_id, name: row.partner_name },
  owner: row.owner_member_id ? { id: row.owner_member_id, name: row.owner_name ?? '' } : null,
});

export const presentRow = (caller: Caller) => {
  const actions = allowedNames(customerAvailability(caller.role));
  return (row: Row): CustomerRow => ({ ...base(row), actions });
};

export type ContactRow = { id: string; name: string; email: string | null; phone: string | null; title: string | null };

export const readContacts = (tx: Tx, programmeId: string, customerId: string): Promise<ContactRow[]> =>
  tx.selectFrom('contacts').select(['id', 'name', 'email', 'phone', 'title'])
    .where('programme_id', '=', programmeId).where('customer_id', '=', customerId).orderBy('position').orderBy('id').execute();

/** The whole customer. What only the vendor knows of it is read for nobody else. */
export async function presentCustomer({ tx, caller }: Seen, row: WholeRow): Promise<Customer> {
  const contacts = await readContacts(tx, caller.programmeId, row.id);
  const customer: Customer = {
    ...base(row), street: row.street, postalCode: row.postal_code, state: row.state, phone: row.phone, industry: row.industry, taxNumber: row.tax_number, note: row.note,
    contacts, actions: customerAvailability(caller.role),
  };
  if (!isVendor(caller)) return customer;
  const account = await tx.selectFrom('customer_accounts as l')
    .innerJoin('accounts as a', (join) => join.onRef('a.programme_id', '=', 'l.programme_id').onRef('a.id', '=', 'l.account_id'))
    .select(['a.id', 'a.name']).where('l.programme_id', '=', caller.programmeId).where('l.customer_id', '=', row.id).executeTakeFirst();
  return { ...customer, account: account ?? null, externalKey: row.external_key };
}

/** The active member of a company that may be made a customer's owner. */
export const findOwner = (tx: Tx, programmeId: string, partnerId: string, memberId: string): Promise<{ id: string } | undefined> =>
  tx.selectFrom('members').select('id').where('programme_id', '=', programmeId).where('partner_id', '=', partnerId)
    .where('id', '=', memberId).where('status', '=', 'active').executeTakeFirst();

/** What a customer is found by. */
export const customerWords = (customer: { name: string; city?: string | null | undefined; domain?: string | null | undefined }, contacts: readonly { name: string }[]): string[] =>
  wordsOf(customer.name, customer.city, customer.domain, ...contacts.map(({ name }) => name));

export interface ContactInput { id?: string | undefined; name: string; email?: string | null | undefined; phone?: string | null | undefined; title?: string | null | undefined }

/** Replaces a customer's contacts. Those that keep their ids stay the same rows; the caller has made sure that the ids are this customer's. */
export async function storeContacts(tx: Tx, programmeId: string, customerId: string, contacts: readonly ContactInput[]): Promise<void> {
  const kept = contacts.flatMap(({ id }) => (id ? [id] : []));
  let gone = tx.deleteFrom('contacts').where('programme_id', '=', programmeId).where('customer_id', '=', customerId);
  if (kept.length) gone = gone.where('id', 'not in', kept);
  await gone.execute();
  const rows = contacts.map(({ id, name, email = null, phone = null, title = null }, position) => ({ id, position, name, email, phone, title }));
  for (const { id, ...values } of rows) {
    if (id) await tx.updateTable('contacts').set(values).where('programme_id', '=', programmeId).where('customer_id', '=', customerId).where('id', '=', id).execute();
  }
  const added = rows.filter(({ id }) => !id).map(({ id: _new, ...values }) => ({ programme_id: programmeId, customer_id: customerId, ...values }));
  if (added.length) await tx.insertInto('contacts').values(added).execute();
}

/** Deals show and are found by their customer's name, so they follow when it changes: those that the caller may change. */
export async function renameInDeals(tx: Tx, programmeId: string, customerId: string, name: string): Promise<void> {
  const deals = await tx.selectFrom('deals').select(['id', 'name']).where('programme_id', '=', programmeId).where('customer_id', '=', customerId).execute();
  if (!deals.length) return;
  const changed = JSON.stringify(deals.map((deal) => ({ id: deal.id, words: wordsOf(deal.name, name) })));
  await sql`update deals d set words = n.words, customer_name = ${name} from jsonb_to_recordset(${changed}::jsonb) as n (id text, words text[])
    where d.programme_id = ${programmeId} and d.id = n.id`.execute(tx);
}
