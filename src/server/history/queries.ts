import { sql, type SelectQueryBuilder } from 'kysely';
import { idPrefixes, type HistoryEntry, type IdKind } from '../../contract/index.js';
import type { Call } from '../call.js';
import { isVendor, type Caller } from '../caller.js';
import { visibleCustomers } from '../customers/queries.js';
import type { Database } from '../database/schema.js';
import { visibleDeals } from '../deals/queries.js';
import type { Order } from '../keyset.js';
import { visibleLeads } from '../leads/queries.js';

type Seen = Pick<Call, 'tx' | 'caller' | 'reach'>;
type Filtered = SelectQueryBuilder<{ h: Database['history'] }, 'h', object>;

/** The entries that the caller may read: a partner those of its own records that are meant for it. */
export function visibleEntries({ tx, caller, reach }: Seen): Filtered {
  let entries = tx.selectFrom('history as h').where('h.programme_id', '=', caller.programmeId) as unknown as Filtered;
  if (!isVendor(caller)) entries = entries.where('h.audience', '=', 'partner');
  const { partnerId, memberId } = reach;
  if (partnerId) entries = entries.where((is) => is.or([is('h.partner_id', 'is', null), is('h.partner_id', '=', partnerId)]));
  if (memberId) entries = entries.where((is) => is.or([is('h.owner_member_id', 'is', null), is('h.owner_member_id', '=', memberId)]));
  return entries;
}

const kindOf = (recordId: string): IdKind | undefined =>
  (Object.keys(idPrefixes) as IdKind[]).find((kind) => recordId.startsWith(`${idPrefixes[kind]}_`));

/** Whether the caller may see the record now: its history tells no more than it does. */
export async function seesRecord(call: Seen, recordId: string): Promise<boolean> {
  const { tx, caller: { programmeId }, caller, reach } = call;
  const one = async (rows: { limit: (count: number) => { execute: () => Promise<unknown[]> } }) => (await rows.limit(1).execute()).length > 0;
  switch (kindOf(recordId)) {
    case 'programme': return recordId === programmeId;
    case 'partner': {
      const rows = tx.selectFrom('partners').select('id').where('programme_id', '=', programmeId).where('id', '=', recordId);
      return one(reach.partnerId ? rows.where('id', '=', reach.partnerId) : rows);
    }
    case 'member': {
      const rows = tx.selectFrom('members').select('id').where('programme_id', '=', programmeId).where('id', '=', recordId);
      return one(reach.partnerId ? rows.where('partner_id', '=', reach.partnerId) : rows);
    }
    case 'product': return one(tx.selectFrom('products').select('id').where('programme_id', '=', programmeId).where('id', '=', recordId));
    case 'territory': return one(tx.selectFrom('territories').select('id').where('programme_id', '=', programmeId).where('id', '=', recordId));
    case 'account': return isVendor(caller) && one(tx.selectFrom('accounts').select('id').where('programme_id', '=', programmeId).where('id', '=', recordId));
    case 'customer': return one(visibleCustomers(call).select('customers.id').where('customers.id', '=', recordId));
    case 'lead': return one(visibleLeads(call).select('l.id').where('l.id', '=', recordId));
    case 'deal': return one(visibleDeals(call).select('d.id').where('d.id', '=', recordId));
    default: return false;
  }
}

export const newestFirst: Order = { name: 'newest', descending: true, columns: [{ sql: sql.ref('h.at'), cast: 'timestamptz' }, { sql: sql.ref('h.id'), cast: 'text' }] };

export const selectEntry = (query: Filtered) => query.select([
  'h.id', 'h.at', 'h.record_type', 'h.record_id', 'h.action', 'h.actor_role', 'h.changes', 'h.reason', 'h.rule',
  sql<string | null>`(select m.name from members m where m.programme_id = h.programme_id and m.id = h.actor_member_id)`.as('member_name'),
  sql<string>`(select g.name from programmes g where g.id = h.programme_id)`.as('vendor_name'),
]);
type EntryRow = Awaited<ReturnType<ReturnType<typeof selectEntry>['executeTakeFirstOrThrow']>>;

/** Fields of a record that only the vendor's people see. */
const vendorFields = new Set(['account', 'accountId', 'externalKey', 'offers']);

/** Who it was, as the reader may know it: a partner reads of the vendor, not of its people. */
function nameOf(row: EntryRow, reader: Caller): string | null {
  if (row.actor_role === 'service') return null;
  const ofVendor = isVendor({ role: row.actor_role as Caller['role'] });
  return ofVendor && !isVendor(reader) ? row.vendor_name : row.member_name ?? row.vendor_name;
}

export const presentEntry = (reader: Caller) => (row: EntryRow): HistoryEntry => ({
  id: row.id, at: row.at.toISOString(), recordType: row.record_type, recordId: row.record_id, action: row.action, by: nameOf(row, reader),
  changes: isVendor(reader) ? row.changes : Object.fromEntries(Object.entries(row.changes).filter(([field]) => !vendorFields.has(field))),
  reason: row.reason, rule: row.rule,
});
