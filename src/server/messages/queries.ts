import { sql, type SelectQueryBuilder } from 'kysely';
import type { Message } from '../../contract/index.js';
import type { Call } from '../call.js';
import { isVendor, type Caller } from '../caller.js';
import type { Database } from '../database/schema.js';
import type { Order } from '../keyset.js';

type Seen = Pick<Call, 'tx' | 'caller' | 'reach'>;
type Filtered = SelectQueryBuilder<{ g: Database['deal_messages'] }, 'g', object>;

/** What the caller may read: the vendor all, a partner what was said on the deals that it leads, a seller on its own of those. */
export function visibleMessages({ tx, caller, reach }: Seen): Filtered {
  let messages = tx.selectFrom('deal_messages as g').where('g.programme_id', '=', caller.programmeId) as unknown as Filtered;
  if (reach.partnerId) messages = messages.where('g.partner_id', '=', reach.partnerId);
  if (reach.memberId) {
    messages = messages.where(sql<boolean>`exists (select from deals d where d.programme_id = g.programme_id and d.id = g.deal_id and d.member_id = ${reach.memberId})`);
  }
  return messages;
}

export const newestFirst: Order = { name: 'newest', descending: true, columns: [{ sql: sql.ref('g.at'), cast: 'timestamptz' }, { sql: sql.ref('g.id'), cast: 'text' }] };

export const selectMessage = (query: Filtered) => query.select([
  'g.id', 'g.at', 'g.deal_id', 'g.side', 'g.member_id', 'g.text',
  sql<string | null>`(select m.name from members m where m.programme_id = g.programme_id and m.id = g.member_id)`.as('member_name'),
  sql<string>`(select p.name from programmes p where p.id = g.programme_id)`.as('vendor_name'),
]);
type Row = Awaited<ReturnType<ReturnType<typeof selectMessage>['executeTakeFirstOrThrow']>>;

/** A message as the reader may know it: a partner hears from the vendor, not from one of its people. */
export const presentMessage = (reader: Caller) => (row: Row): Message => ({
  id: row.id, at: row.at.toISOString(), dealId: row.deal_id, side: row.side, text: row.text,
  by: row.side === 'vendor' && !isVendor(reader) ? row.vendor_name : row.member_name ?? (row.side === 'vendor' ? row.vendor_name : null),
  own: row.member_id !== null && row.member_id === reader.memberId,
});
