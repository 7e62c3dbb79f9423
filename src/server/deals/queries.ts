import { sql, type SelectQueryBuilder } from 'kysely';
import type { dealOperations, dealSorts, QueryOf } from '../../contract/index.js';
import type { Call, Tx } from '../call.js';
import type { Database } from '../database/schema.js';
import { matchesWords } from '../database/words.js';
import type { Order } from '../keyset.js';

export type Seen = Pick<Call, 'tx' | 'caller' | 'reach'>;
type Filtered = SelectQueryBuilder<{ d: Database['deals'] }, 'd', object>;

/**
 * The deals the caller may see. A partner's come by its rows in `deal_partners`, which also bear the time of the last change: so its list
 * is read in order from one index, whatever rivals have.
 */
export function visibleDeals({ tx, caller, reach }: Seen): Filtered {
  const all = tx.selectFrom('deals as d').where('d.programme_id', '=', caller.programmeId) as unknown as Filtered;
  if (!reach.partnerId) return all;
  let shared = tx.selectFrom('deal_partners as dp')
    .innerJoin('deals as d', (join) => join.onRef('d.programme_id', '=', 'dp.programme_id').onRef('d.id', '=', 'dp.deal_id'))
    .where('dp.programme_id', '=', caller.programmeId).where('dp.partner_id', '=', reach.partnerId);
  if (reach.memberId) shared = shared.where('dp.member_id', '=', reach.memberId);
  return shared as unknown as Filtered;
}

type ListQuery = NonNullable<QueryOf<(typeof dealOperations)['list']>>;

/** Those of them that a list's filters leave. */
export function filteredDeals(call: Seen, query: Pick<ListQuery, 'review' | 'stage' | 'protection' | 'partnerId' | 'customerId' | 'search'>): Filtered {
  let rows = visibleDeals(call);
  if (query.review) rows = rows.where('d.review', 'in', query.review);
  if (query.stage) rows = rows.where('d.stage', 'in', query.stage);
  if (query.protection) rows = rows.where('d.protection_state', 'in', query.protection);
  if (query.partnerId) rows = rows.where('d.partner_id', '=', query.partnerId);
  if (query.customerId) rows = rows.where('d.customer_id', '=', query.customerId);
  if (query.search) rows = rows.where(matchesWords('deal', 'd.id', query.search, { programmeId: call.caller.programmeId, partnerId: call.reach.partnerId }));
  return rows;
}

// A keyset compares values, so what is missing stands as one that comes after all others.
const sortColumns = {
  name: { sql: sql.ref('d.name_sort'), cast: 'text' },
  value: { sql: sql`coalesce(d.value_minor, -1)`, cast: 'bigint' },
  closeOn: { sql: sql`coalesce(d.close_on, '9999-12-31'::date)`, cast: 'date' },
} as const;

/** By the last change, in the table that the list is read from; or by a column of the deal, and by id where deals are alike. */
export function orderOf({ reach }: Seen, sort: (typeof dealSorts)[number]): Order {
  const by = sort.replace('-', '');
  const descending = sort.startsWith('-');
  if (by !== 'updatedAt') return { name: sort, descending, columns: [sortColumns[by as keyof typeof sortColumns], { sql: sql.ref('d.id'), cast: 'text' }] };
  const [time, id] = reach.partnerId ? ['dp.deal_updated_at', 'dp.deal_id'] : ['d.updated_at', 'd.id'];
  return { name: sort, descending, columns: [{ sql: sql.ref(time!), cast: 'timestamptz' }, { sql: sql.ref(id!), cast: 'text' }] };
}

/** Names come by sub-select: they are looked up for the rows of the page alone. A co-seller does not learn the name of who leads. */
export const selectRow = (query: Filtered) => query.select([
  'd.id', 'd.version', 'd.created_at', 'd.updated_at', 'd.name', 'd.partner_id', 'd.member_id', 'd.customer_id', 'd.customer_name', 'd.review', 'd.stage',
  'd.protection_state', 'd.protection_starts_on', 'd.protection_ends_on', 'd.value_minor', 'd.currency', 'd.close_on', 'd.closed_on', 'd.win_confirmed_at',
  'd.submitted_at', 'd.review_due_on',
  sql<string | null>`(select p.name from partners p where p.programme_id = d.programme_id and p.id = d.partner_id)`.as('partner_name'),
  sql<string | null>`(select m.name from members m where m.programme_id = d.programme_id and m.id = d.member_id)`.as('member_name'),
  // Read under the caller's policies: a partner's transaction finds none.
  sql<WaitingRow | null>`(select jsonb_build_object('kind', x.kind, 'appliesAt', x.applies_at, 'byRule', x.by_role = 'service', 'agreements', coalesce((
      select jsonb_agg(jsonb_build_object('memberId', a.member_id, 'position', a.position, 'agreed', a.approved_at is not null) order by a.position, a.member_id)
      from deal_approvals a where a.programme_id = x.programme_id and a.decision_id = x.id), '[]'::jsonb))
    from deal_decisions x where x.programme_id = d.programme_id and x.deal_id = d.id and x.applied_at is null and x.undone_at is null)`.as('waiting'),
  // The partner that leads the deal and the vendor read them; a co-seller finds none.
  sql<string[]>`array(select x.state from deal_extensions x where x.programme_id = d.programme_id and x.deal_id = d.id)`.as('extension_states'),
]);

/** The decision that waits on a deal, as much as the rules look at. */
export interface WaitingRow { kind: string; appliesAt: string | null; byRule: boolean; agreements: { memberId: string; position: number; agreed: boolean }[] }

const selectWhole = (query: Filtered) => selectRow(query).select([
  'd.territory_id', 'd.project', 'd.custom', 'd.note', 'd.asked_fields', 'd.stage_reason', 'd.lead_id', 'd.decided_at', 'd.decision_note', 'd.decision_reason', 'd.external_key',
]);

export type Row = Awaited<ReturnType<ReturnType<typeof selectRow>['executeTakeFirstOrThrow']>>;
export type WholeRow = Awaited<ReturnType<ReturnType<typeof selectWhole>['executeTakeFirstOrThrow']>>;

export const findDeal = (call: Seen, dealId: string): Promise<WholeRow | undefined> =>
  selectWhole(visibleDeals(call).where('d.id', '=', dealId)).executeTakeFirst();

/**
 * The same, held until the transaction ends, and read after it is held: whoever had it before may have written beside it. A co-seller may not
 * hold it, and gets it as it is: the rules refuse it any change.
 */
export async function lockDeal(call: Seen, dealId: string): Promise<WholeRow | undefined> {
  await visibleDeals(call).where('d.id', '=', dealId).select('d.id').forUpdate('d').execute();
  return findDeal(call, dealId);
}

export const readLines = (tx: Tx, programmeId: string, dealId: string) =>
  tx.selectFrom('deal_lines as n')
    .leftJoin('products as p', (join) => join.onRef('p.programme_id', '=', 'n.programme_id').onRef('p.id', '=', 'n.product_id'))
    .select(['n.product_id', 'p.name as product_name', 'n.description', 'n.quantity', 'n.unit_price', 'n.amount'])
    .where('n.programme_id', '=', programmeId).where('n.deal_id', '=', dealId).orderBy('n.position').execute();

/** Those on the deal whom the caller may know of: a partner itself, the vendor all. */
export const readPartners = (tx: Tx, programmeId: string, dealId: string) =>
  tx.selectFrom('deal_partners as dp')
    .innerJoin('partners as p', (join) => join.onRef('p.programme_id', '=', 'dp.programme_id').onRef('p.id', '=', 'dp.partner_id'))
    .select(['p.id', 'p.name', 'dp.role', 'dp.share'])
    .where('dp.programme_id', '=', programmeId).where('dp.deal_id', '=', dealId).orderBy('dp.role', 'desc').orderBy('p.name_sort').orderBy('p.id').execute();

/** All that was ever asked for, the latest first. */
export const readExtensions = (tx: Tx, programmeId: string, dealId: string) =>
  tx.selectFrom('deal_extensions').select(['id', 'state', 'days', 'granted_days', 'reason', 'note', 'requested_at', 'decided_at'])
    .where('programme_id', '=', programmeId).where('deal_id', '=', dealId).orderBy('requested_at', 'desc').orderBy('id', 'desc').execute();

export const readAccount = (tx: Tx, programmeId: string, dealId: string): Promise<{ id: string; name: string } | undefined> =>
  tx.selectFrom('deal_accounts as l')
    .innerJoin('accounts as a', (join) => join.onRef('a.programme_id', '=', 'l.programme_id').onRef('a.id', '=', 'l.account_id'))
    .select(['a.id', 'a.name']).where('l.programme_id', '=', programmeId).where('l.deal_id', '=', dealId).executeTakeFirst();

/** The kind of the caller's company: the form asks some kinds for more. */
export const readPartnerKind = async (tx: Tx, programmeId: string, partnerId: string): Promise<string> =>
  (await tx.selectFrom('partners').select('kind').where('programme_id', '=', programmeId).where('id', '=', partnerId).executeTakeFirstOrThrow()).kind;

/** Those of some products that the programme does not have. */
export async function unknownProducts(tx: Tx, programmeId: string, ids: readonly string[]): Promise<Set<string>> {
  const unknown = new Set(ids);
  if (!ids.length) return unknown;
  const known = await tx.selectFrom('products').select('id').where('programme_id', '=', programmeId).where('id', 'in', [...unknown]).execute();
  for (const { id } of known) unknown.delete(id);
  return unknown;
}

export const territoryExists = async (tx: Tx, programmeId: string, territoryId: string): Promise<boolean> =>
  Boolean(await tx.selectFrom('territories').select('id').where('programme_id', '=', programmeId).where('id', '=', territoryId).executeTakeFirst());

/** One line as it is stored: four places each. */
export interface LineValues { productId: string | null; description: string | null; quantity: string; unitPrice: string; amount: string }

/** Replaces a deal's lines. */
export async function storeLines(tx: Tx, programmeId: string, dealId: string, lines: readonly LineValues[]): Promise<void> {
  await tx.deleteFrom('deal_lines').where('programme_id', '=', programmeId).where('deal_id', '=', dealId).execute();
  if (!lines.length) return;
  await tx.insertInto('deal_lines').values(lines.map((line, position) => ({
    programme_id: programmeId, deal_id: dealId, position, product_id: line.productId, description: line.description,
    quantity: line.quantity, unit_price: line.unitPrice, amount: line.amount,
  }))).execute();
}

/** Links a deal to the vendor's account for its customer, in place of any before. */
export async function linkAccount(tx: Tx, programmeId: string, dealId: string, accountId: string): Promise<void> {
  await tx.deleteFrom('deal_accounts').where('programme_id', '=', programmeId).where('deal_id', '=', dealId).execute();
  await tx.insertInto('deal_accounts').values({ programme_id: programmeId, deal_id: dealId, account_id: accountId }).execute();
}
